"""Find what a reader's tools could not make sense of in the Markdown of a page: HTML, headings, tables, addresses."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.content import addresses
from macros.content.base import HTML

FENCE = re.compile(r"^\s*(?:```|~~~)")
CODE = re.compile(r"`[^`\n]*`")
MACRO_CALL = re.compile(r"\{\{.*?\}\}")
HEADING = re.compile(r"^(#{1,6})(?: |$)")
OUTWARD = re.compile(r"\]\(\s*<?((?:https?:)?//[^\s)>]*)")
TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?\s*)?$")


class TextFault(NamedTuple):
    """One fault: its line (from 1), the part of the page, what is wrong and what to do."""

    line: int
    part: str
    what: str
    fix: str


def faults(text: str) -> Iterator[TextFault]:
    """Yield the faults of a page's Markdown; code and macro calls are left alone."""
    lines = _prose(text)
    yield from _html(lines)
    yield from _headings(lines)
    yield from _tables(lines)
    yield from _addresses(lines)


def _prose(text: str) -> list[str]:
    """Return the lines of a page with code and macro calls blanked, so that line numbers still hold."""
    fenced, lines = False, []
    for line in text.splitlines():
        fence = bool(FENCE.match(line))
        fenced ^= fence
        lines.append("" if fenced or fence else MACRO_CALL.sub("x", CODE.sub("x", line)))
    return lines


def _html(lines: list[str]) -> Iterator[TextFault]:
    for number, line in enumerate(lines, 1):
        if found := HTML.search(line):
            fix = "skriv det med Markdown, eller bruk en makro; skal tegnet vises, skriv \\<"
            yield TextFault(number, "HTML", f"her står det HTML ({line[found.start() : found.start() + 20]})", fix)


def _headings(lines: list[str]) -> Iterator[TextFault]:
    level = 0
    for number, line in enumerate(lines, 1):
        if not (found := HEADING.match(line)):
            continue
        here = len(found[1])
        if here == 1 and level:
            fix = "bruk ## på alle unntatt tittelen"
            yield TextFault(number, "overskrift", "siden har mer enn én overskrift på øverste nivå", fix)
        elif level and here > level + 1:
            fix = f"bruk {'#' * (level + 1)}"
            yield TextFault(number, "overskrift", f"overskriften hopper fra nivå {level} til nivå {here}", fix)
        level = here


def _tables(lines: list[str]) -> Iterator[TextFault]:
    """Yield a fault for each table that has a column without a name (WCAG 2.2, 1.3.1)."""
    for number, (head, rule) in enumerate(itertools.pairwise(lines), 1):
        if "|" in head and TABLE_RULE.match(rule):
            names = [cell.strip() for cell in head.strip().removeprefix("|").removesuffix("|").split("|")]
            if not all(names):
                fix = "skriv hva kolonnen inneholder"
                yield TextFault(number, "tabell", f"kolonne {names.index('') + 1} har ikke noe navn", fix)


def _addresses(lines: list[str]) -> Iterator[TextFault]:
    for number, line in enumerate(lines, 1):
        for found in OUTWARD.finditer(line):
            if wrong := addresses.fault(found[1]):
                yield TextFault(number, "lenke", *wrong)
