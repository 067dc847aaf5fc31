"""Synonyms: the editors' own list, and what the glossary says people also call its terms."""

from collections.abc import Iterator
from pathlib import Path

from macros.components.term import Term
from macros.content import yaml_reader
from macros.content.library import Library
from macros.content.problems import Problem
from macros.content.yaml_messages import Fault, not_utf8, too_large

FILE = Path("data") / "search" / "synonyms.txt"
HOW = "skriv «a, b» når begge finner hverandre, eller «a > b» når bare den første skal finne den andre"


def own(docs: Path) -> list[str]:
    """Return the lines of the editors' list; none if there is no list."""
    return [line for _, line in _numbered(docs)]


def of_glossary(library: Library) -> list[str]:
    """Return one line for each term: its name in both written standards, and its synonyms."""
    return [", ".join(names(term)) for _, term in sorted(library.all("terms", Term).items()) if term.synonyms]


def names(term: Term) -> list[str]:
    """Return what a term is called."""
    called = [term.title.written("nb"), term.title.written("nn"), *(str(word) for word in term.synonyms)]
    return list(dict.fromkeys(word.replace(",", " ") for word in called))


def all_lines(library: Library) -> list[str]:
    """Return every line of synonyms, each once."""
    return list(dict.fromkeys([*own(library.docs), *of_glossary(library)]))


def problems(docs: Path) -> Iterator[Problem]:
    """Yield what an editor must mend in the list."""
    file = docs / FILE
    if file.is_file() and (wrong := _unreadable(file.read_bytes())):
        yield Problem(file, *wrong)
        return
    seen: dict[str, int] = {}
    for number, line in _numbered(docs):
        sides = [[saying.strip() for saying in side.split(",")] for side in line.split(">")]
        first = seen.setdefault(line.lower(), number)
        if first != number:
            yield Problem(docs / FILE, number, "synonym", f"linjen står også på linje {first}", "slett den ene")
        elif len(sides) > 2 or not all(saying for side in sides for saying in side):
            yield Problem(docs / FILE, number, "synonym", f"«{line}» kan ikke leses", HOW)
        elif len(sides) == 1 and len(sides[0]) == 1:
            yield Problem(docs / FILE, number, "synonym", f"«{line}» står alene og finner ingen andre", HOW)


def _unreadable(raw: bytes) -> Fault | None:
    """Return what keeps the list from being read as text, if anything does."""
    if len(raw) > yaml_reader.MAX_BYTES:
        return too_large(len(raw), yaml_reader.MAX_BYTES)
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return not_utf8(raw[: error.start].count(b"\n") + 1)
    return None


def _numbered(docs: Path) -> Iterator[tuple[int, str]]:
    """Yield each line that says something, with its number."""
    file = docs / FILE
    text = file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()
