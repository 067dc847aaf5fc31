"""Synonyms: the editors' own list, and what the glossary says people also call its terms."""

from pathlib import Path

from macros.components.term import Term
from macros.content.library import Library

FILE = Path(__file__).resolve().parent / "synonyms.txt"


def own(file: Path = FILE) -> list[str]:
    """Return the lines of the editors' list."""
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def of_glossary(library: Library) -> list[str]:
    """Return one line for each term: its name in both written standards, and its synonyms."""
    return [", ".join(names(term)) for _, term in sorted(library.all("terms", Term).items()) if term.synonyms]


def names(term: Term) -> list[str]:
    """Return what a term is called."""
    called = [term.title.written("nb"), term.title.written("nn"), *(str(word) for word in term.synonyms)]
    return list(dict.fromkeys(word.replace(",", " ") for word in called))


def all_lines(library: Library) -> list[str]:
    """Return every line of synonyms, each once."""
    return list(dict.fromkeys([*own(), *of_glossary(library)]))
