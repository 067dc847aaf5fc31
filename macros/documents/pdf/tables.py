"""Read the tables of a page from HTML, with the share of the line that each column needs."""

from collections.abc import Callable
from typing import Any

from macros.documents.pdf.blocks import Block, Cell, Table, text_of

# In letters: what a line has room for, the longest word that a column keeps whole, and the most that one may ask for.
LINE, LONGEST_WORD, WIDEST = 90, 24, 60


def read(element: Any, inside: Callable[[Any], list[Block]]) -> Table:
    """Return a table; `inside` reads the blocks in a cell."""
    head: list[tuple[Cell, ...]] = []
    rows: list[tuple[Cell, ...]] = []
    for row in element.iter("tr"):
        cells = tuple(_cell(cell, inside) for cell in row if cell.tag in ("th", "td"))
        is_head = row.getparent().tag == "thead" or (not rows and all(cell.header for cell in cells))
        (head if is_head and not rows else rows).append(cells)
    return Table(_widths([*head, *rows]), tuple(head), tuple(rows))


def _cell(element: Any, inside: Callable[[Any], list[Block]]) -> Cell:
    columns, rows = (int(element.get(name, "1")) for name in ("colspan", "rowspan"))
    return Cell(tuple(inside(element)), element.tag == "th", columns, rows)


def _widths(rows: list[tuple[Cell, ...]]) -> tuple[int, ...]:
    """Return the share of each column: room for its longest word first, then more where there is more to say."""
    count = max((sum(cell.columns for cell in row) for row in rows), default=1)
    texts: list[list[str]] = [[] for _ in range(count)]
    for row in rows:
        for at, cell in enumerate(row):
            if cell.columns == 1 and len(row) == count:
                texts[at].append(" ".join(map(text_of, cell.blocks)))
    words = [min(_longest_word(column) + 2, LONGEST_WORD) for column in texts]
    needs = [_need(column) for column in texts]
    left = max(LINE - sum(words), 0)
    return tuple(word + left * need // sum(needs) for word, need in zip(words, needs, strict=True))


def _longest_word(texts: list[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _need(texts: list[str]) -> int:
    """Return what a column has to say: the middle between its longest text and a typical one."""
    lengths = [len(text) for text in texts] or [0]
    return max(1, min(max(sum(lengths) // len(lengths), max(lengths) // 2), WIDEST))
