"""Find what a page's Markdown may not hold, or a reader's tools cannot make sense of: HTML, headings, tables, links."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.content import page_code, page_links, text_faults
from macros.content.base import HTML

ADDRESS = re.compile(r"<(?:https?|mailto):|<[^\s@>]+@", re.IGNORECASE)
HEADING = re.compile(r"^(#{1,6})(?: |$)")
TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?\s*)?$")


class TextFault(NamedTuple):
    """One fault: its line (from 1), the part of the page, what is wrong and what to do."""

    line: int
    part: str
    what: str
    fix: str


def faults(text: str) -> Iterator[TextFault]:
    """Yield the faults of a page's Markdown; code and macro calls are left alone."""
    prose = page_code.blanked(text)
    yield from _signs(text)
    yield from _code(prose)
    yield from _html(prose.lines)
    yield from _headings(prose.lines)
    yield from _tables(prose.lines)
    for number, line in enumerate(prose.lines, 1):
        yield from (TextFault(number, "lenke", *fault) for fault in page_links.faults(line))


def _signs(text: str) -> Iterator[TextFault]:
    for number, line in enumerate(text.split("\n"), 1):
        for fault in text_faults.hidden(number, line):
            yield TextFault(number, "tegn", fault.what, fault.fix)


def _code(prose: page_code.Blanked) -> Iterator[TextFault]:
    for number in prose.open_fences:
        fix = "skriv ``` helt til venstre på en egen linje, både før og etter koden"
        yield TextFault(number, "kode", "kodeblokken er ikke avsluttet eller er rykket inn", fix)
    for number, line in enumerate(prose.lines, 1):
        if "{" in line:
            fix = "fjern den; skal tegnet vises, sett teksten i `kodetegn`"
            yield TextFault(number, "krøllparentes", "her står det en krøllparentes som ikke er en makro", fix)


def _html(lines: list[str]) -> Iterator[TextFault]:
    for number, line in enumerate(lines, 1):
        if not (found := HTML.search(page_links.BARE.sub("", line))):
            continue
        part = line[found.start() : found.start() + 20]
        if ADDRESS.match(part):
            fix = "skriv [teksten](adressen), med en lenketekst som sier hvor lenken går"
            yield TextFault(number, "lenke", f"adressen står uten lenketekst ({part})", fix)
        else:
            fix = "skriv det med Markdown, eller bruk en makro; skal tegnet vises, skriv \\<"
            yield TextFault(number, "HTML", f"her står det HTML ({part})", fix)


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
