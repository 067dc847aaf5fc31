"""Advice on content that may stand as it is, but that a careful editor would look at once more."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from macros.content import page_links, prose, readability
from macros.content.library import Library
from macros.content.problems import Problem
from macros.content.prose import Passage
from macros.content.yaml_reader import Document

# The fields that hold what an item of a list says.
MAIN = ("text", "statement", "question")
PHONE = re.compile(r"(?<![\d-])(?:\+47 ?)?[49]\d(?:\d ?\d{2} ?\d{3}|(?: ?\d{2}){3})(?!\d)")
MAIL = re.compile(r"[\w.+-]+@(?:gmail|hotmail|outlook|yahoo|icloud|live|online)\.\w+", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s)>\]\"']+")
BEHIND_A_DOOR = re.compile(
    r"^https?://(?:[\w-]+\.sharepoint\.com|intranett?\.|[\w-]+\.workplace\.com|teams\.microsoft\.com)"
)
LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
SAYS_NOTHING = re.compile(
    r"(?:les|se|sjå) (?:mer|meir|her)|(?:klikk|trykk) (?:her|på lenken|på lenka)|her|lenke|lenkje|link", re.I
)
PERSONAL = re.compile(
    r"\b(?:navnet|namnet|fødselsnummer|telefonnummer|adressen|adressa) (?:på|til|ditt|din|di)\b", re.IGNORECASE
)
# Whoever agrees with the one half of a statement and not with the other has no answer to give.
TWO_THINGS = re.compile(r" (og/eller|og|eller) ")
STATEMENT = re.compile(r"items\[\d+\]\.text\b")


class Advice(NamedTuple):
    """What to look at in a piece of text, and what to do."""

    what: str
    fix: str


def of_tree(library: Library) -> Iterator[Problem]:
    """Yield the advice for all running text of a tree, and for the addresses and repeated items of its entries."""
    for passage in prose.passages(library):
        for advice in of_passage(passage):
            yield Problem(passage.file, passage.line, passage.field, *advice)
    for file in sorted(library.docs.rglob("*.md")):
        yield from _of_links(file)
    for file, document in library.read_from.values():
        yield from _of_document(file, document)


def of_passage(passage: Passage) -> Iterator[Advice]:
    """Yield the advice for one piece of running text."""
    for sentence in readability.sentences(passage.text):
        if (count := readability.length(sentence)) > readability.FAR_TOO_LONG:
            yield Advice(f"setningen «{sentence[:40]} …» er på {count} ord", "del den i to eller tre")
    for pattern, name in ((PHONE, "et telefonnummer"), (MAIL, "en privat e-post")):
        if found := pattern.search(passage.text):
            fix = "ta det bort, eller bruk virksomhetens eget (telefon eller e-post)"
            yield Advice(f"«{found[0].strip()}» ser ut som {name}", fix)
    if passage.kind == "surveys" and (found := PERSONAL.search(passage.text)):
        yield Advice(f"«{found[0]}» spør etter en personopplysning", "spør uten at noen kan kjennes igjen")
    if passage.kind == "surveys" and STATEMENT.match(passage.field):
        yield from _of_statement(passage.text)


def _of_statement(text: str) -> Iterator[Advice]:
    if found := TWO_THINGS.search(text):
        fix = "del den i to påstander, eller behold det som betyr mest"
        yield Advice(f"påstanden kan spørre om to ting («{found[1]}»)", fix)


def _of_links(file: Path) -> Iterator[Problem]:
    for number, line in enumerate(file.read_text(encoding="utf-8-sig", errors="replace").splitlines(), 1):
        for bare in page_links.BARE.findall(line):
            fix = "skriv [teksten](adressen), med en lenketekst som sier hvor lenken går"
            yield Problem(file, number, "lenke", f"adressen {bare} står uten lenketekst", fix)
        for text in LINK.findall(line):
            if SAYS_NOTHING.fullmatch(text.strip(" .*_")):
                what = f"lenketeksten «{text}» sier ikke hvor lenken går"
                yield Problem(file, number, "lenke", what, "skriv formålet med siden i lenketeksten")


def _of_document(file: Path, document: Document) -> Iterator[Problem]:
    """Yield the advice for the values of one file: where its addresses lead, and texts that stand twice in a list."""
    seen: dict[tuple[object, ...], str] = {}
    # Who has noted the day an address was opened, has seen that it is the right one.
    opened = isinstance(document.data, dict) and "checked" in document.data
    for path, value in _texts(document.data, ()):
        line, field = document.lines.get(path, 1), str(path[0])
        for address in () if opened else ADDRESS.findall(value):
            for advice in _of_address(address):
                yield Problem(file, line, field, *advice)
        if repeats := _in_list(path):
            where, at = repeats
            named = f"punkt {at + 1}"
            if (first := seen.setdefault((*where, value.strip().lower()), named)) != named:
                yield Problem(file, line, field, f"{named} sier ordrett det samme som {first}", "slett det ene")


def _in_list(path: tuple[str | int, ...]) -> tuple[tuple[str | int, ...], int] | None:
    """Return the list that a text is the main text of an item in, and which item; None for any other value."""
    for place in range(len(path) - 2, 0, -1):
        at = path[place]
        if isinstance(at, int) and path[place + 1] in MAIN:
            return (*path[:place], *path[place + 1 :]), at
    return None


def _of_address(address: str) -> Iterator[Advice]:
    if address.startswith("http://"):
        yield Advice(f"adressen {address} er uten s i https", "prøv den med https, og bruk den hvis den virker")
    if BEHIND_A_DOOR.match(address):
        yield Advice(f"adressen {address} krever innlogging", "bruk en åpen kilde, eller beskriv dokumentet uten lenke")


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, str(key)))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _texts(part, (*path, at))
