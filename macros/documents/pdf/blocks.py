"""What a page says, as a tree without any markup: blocks of lines, and lines of words."""

from dataclasses import dataclass, fields
from typing import Any, Literal

Style = Literal["strong", "emphasis", "code", "badge", "source", "raised", "lowered"]
Look = Literal["plain", "lead", "small", "strong", "tag", "callout", "watch", "quote", "facts"]


@dataclass(frozen=True)
class Words:
    """A piece of text, with the spaces it is to have and no others."""

    text: str


@dataclass(frozen=True)
class Mark:
    """What stands in a line without being words: a box to tick, a line to write on, or the end of the line."""

    what: Literal["box", "line", "break"]


@dataclass(frozen=True)
class Styled:
    """Words that stand out from those around them."""

    style: Style
    parts: tuple["Inline", ...]


@dataclass(frozen=True)
class Spoken:
    """Words in another language than those around them; `language` is as in the attribute `lang`."""

    language: str
    parts: tuple["Inline", ...]


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere: a whole address, or `/` and the way from the top of the site to a place in it."""

    to: str
    parts: tuple["Inline", ...]


Inline = Words | Mark | Styled | Spoken | Link


@dataclass(frozen=True)
class Anchor:
    """A place that links can lead to, in the same form as they have it."""

    name: str


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1 to 6), whether it names a page, and whether a box to tick stands before it."""

    level: int
    parts: tuple[Inline, ...]
    title: bool = False
    box: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Lines of text."""

    parts: tuple[Inline, ...]
    look: Look = "plain"


@dataclass(frozen=True)
class Listing:
    """A list; `start` is the number of the first item, and 0 for a list without numbers."""

    items: tuple[tuple["Block", ...], ...]
    start: int = 0


@dataclass(frozen=True)
class Term:
    """A term and what is said of it."""

    parts: tuple[Inline, ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Terms:
    """A list of terms; `longest` is the number of letters in the longest of them."""

    items: tuple[Term, ...]
    longest: int
    look: Look = "plain"


@dataclass(frozen=True)
class Cell:
    """A cell of a table and how many columns and rows it takes."""

    blocks: tuple["Block", ...]
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A table; `widths` are the shares of the line that the columns take."""

    widths: tuple[int, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Cards:
    """Cards side by side, to read one by one or cut out."""

    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True)
class Choice:
    """A question with the answers to tick one of."""

    parts: tuple[Inline, ...]
    options: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Drawing:
    """A drawing as SVG, with the words that stand for it where it cannot be seen."""

    svg: str
    description: str


@dataclass(frozen=True)
class Picture:
    """A picture in a file, as its path from the top of the site, with the words that stand for it."""

    path: str
    description: str


@dataclass(frozen=True)
class Code:
    """Text that keeps its lines."""

    text: str


@dataclass(frozen=True)
class Group:
    """Blocks that belong together, because of how they look or the language they are in (empty: that around them)."""

    blocks: tuple["Block", ...]
    look: Look = "plain"
    language: str = ""


Block = Anchor | Heading | Paragraph | Listing | Terms | Table | Cards | Choice | Drawing | Picture | Code | Group
Node = Block | Inline | Term | Cell


def children(node: Node) -> list[Node]:
    """Return the nodes right inside a node, in the order they are read."""
    found: list[Node] = []
    waiting: list[Any] = [getattr(node, field.name) for field in fields(node)]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, tuple):
            waiting = [*value, *waiting]
        elif not isinstance(value, str | int):
            found.append(value)
    return found


def text_of(node: Node) -> str:
    """Return the words of a node and all inside it, as they are read."""
    if isinstance(node, Words | Code):
        return node.text
    return "".join(map(text_of, children(node)))
