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
        return _printable(f"{self._path(root)}:{self.line}: {self.field} – {self.what} – {self.fix}")

    def annotation(self, root: Path | str, level: str = "error") -> str:
        """Return the problem as a command that makes GitHub show it beside its line in a pull request.

        `level` is `error` for what must be mended, `warning` for advice.

        The form is that of https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
        """
        where = f"file={_property(self._path(root))},line={self.line},title={_property(self.field)}"
        return f"::{level} {where}::{_data(f'{self.what} – {self.fix}')}"

    def _path(self, root: Path | str) -> str:
        inside = root and self.file.is_relative_to(root)
        return (self.file.relative_to(root) if inside else self.file).as_posix()


def _printable(text: str) -> str:
    """Return text with every sign escaped that a terminal would obey or could not show."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def _data(text: str) -> str:
    """Return text with the signs escaped that would end a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return text with the signs escaped that would end a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class ContentError(Exception):
    """Content that cannot be shown; the message says what an editor must do."""


class BrokenEntryError(ContentError):
    """An entry that is there but has problems, told elsewhere: what depends on it is not wrong for that."""


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return « – mente du «x»?» for the candidate nearest to `word`, or an empty text."""
    found = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return f"mente du «{found[0]}»?" if found else ""
