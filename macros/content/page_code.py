"""Tell code from prose on a page as the Markdown writer does, and never take for code what it takes for prose."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.content.text_faults import lines_of

MACRO_CALL = re.compile(r"\{\{.*?\}\}")
# The whole block, from the left margin to the same fence again: all that the Markdown writer takes for one.
FENCED = re.compile(r"^(~{3,}|`{3,})[ ]*[\w+-]*[ ]*\n(?:.*?\n)??\1[ ]*$", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^\s*(?:```|~~~)")
SPAN = re.compile(r"`[^`]+`")
ODD_TICKS = re.compile(r"``|\\`")


class Blanked(NamedTuple):
    """The lines of a page with code and macro calls blanked, and the lines (from 1) of fences that are no block."""

    lines: list[str]
    open_fences: list[int]


def blanked(text: str) -> Blanked:
    """Return the prose of a page line by line, so that line numbers still hold.

    Code in a line is blanked only where its paragraph has nothing but plain pairs of `signs`.
    """
    without = FENCED.sub(lambda block: "\n" * block[0].count("\n"), "\n".join(lines_of(text)))
    lines = without.split("\n")
    fences = [number for number, line in enumerate(lines, 1) if FENCE.match(line)]
    return Blanked([line for part in _paragraphs(lines) for line in _without_spans(part)], fences)


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for line in lines:
        if part and bool(line.strip()) != bool(part[-1].strip()):
            yield part
            part = []
        part.append(line)
    yield part


def _without_spans(lines: list[str]) -> list[str]:
    plain = all(line.count("`") % 2 == 0 and not ODD_TICKS.search(line) for line in lines)
    # A call in code is run all the same, so calls go first.
    called = [MACRO_CALL.sub("x", line) for line in lines]
    return [SPAN.sub("x", line) for line in called] if plain else called
