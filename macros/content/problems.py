"""Problems in content, worded for editors, and how they are listed."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor must mend: where it is, what is wrong and what to do about it."""

    file: Path
    line: int
    field: str
    what: str
    fix: str

    def __str__(self) -> str:
        return self.located("")

    def located(self, root: Path | str) -> str:
        """Return the problem as `fil:linje: felt – hva – hva du gjør`, with the file relative to `root`."""
        file = self.file
        if root and file.is_relative_to(root):
            file = file.relative_to(root)
        return f"{file.as_posix()}:{self.line}: {self.field} – {self.what} – {self.fix}"


class ContentError(Exception):
    """Content that cannot be shown; the message says what an editor must do."""


class BrokenEntryError(ContentError):
    """An entry that is there but has problems, told elsewhere: what depends on it is not wrong for that."""


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return « – mente du «x»?» for the candidate nearest to `word`, or an empty text."""
    found = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return f"mente du «{found[0]}»?" if found else ""
