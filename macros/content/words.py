"""The words of the interface in both written standards, kept in `words.yaml` so that no logic holds language."""

from functools import lru_cache
from pathlib import Path

from macros.content import yaml_reader
from macros.content.base import Language

FILE = Path(__file__).with_name("words.yaml")


class _Held:
    """The words while their file is taken to be as it is; None when it is looked at each time."""

    words: dict[str, dict[str, str]] | None = None


@lru_cache(maxsize=1)
def _words(_changed: int) -> dict[str, dict[str, str]]:
    document = yaml_reader.read(FILE.read_bytes())
    if document.faults:
        raise ValueError(f"{FILE.name}: {document.faults}")
    words: dict[str, dict[str, str]] = document.data
    return words


def hold(is_held: bool) -> None:
    """Take the file to be as it is from now on, or look at it each time."""
    _Held.words = None
    _Held.words = words() if is_held else None


def words() -> dict[str, dict[str, str]]:
    """Return every word as key → language → text."""
    return _Held.words or _words(FILE.stat().st_mtime_ns)


def word(key: str, language: Language, **values: object) -> str:
    """Return one word or phrase, with `{name}` replaced by the value of that name; raise KeyError if it is missing."""
    return words()[key][language].format(**values)
