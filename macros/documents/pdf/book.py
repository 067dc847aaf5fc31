"""A document made of pages: its chapters, its own places and links, and all of it as data for the templates."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from macros.content.base import Language
from macros.content.words import word
from macros.documents.pdf.blocks import Anchor, Heading, Link, Mark, Node, Paragraph, Spoken, Styled, Words, children
from macros.documents.pdf.reader import Page, links
from macros.machine.site import Site

DEEPEST = 6
WITHOUT_HEADINGS = (str, int, Paragraph, Words, Mark, Styled, Spoken, Link)
WORDS = ("page", "contents", "without", "from", "day", "by", "licence")


@dataclass(frozen=True)
class Chapter:
    """A page in a document; `depth` is how many levels its headings are moved down."""

    page: Page
    depth: int = 0


@dataclass(frozen=True)
class Book:
    """A document to be made. `front` tells whether it opens with a page of its own and a table of contents."""

    title: str
    language: Language
    description: str
    chapters: Sequence[Chapter]
    front: bool = False


def as_data(book: Book, site: Site, day: datetime.date) -> dict[str, Any]:
    """Return all a template needs to know of a document; `day` is when the content was last changed."""
    chapters = [_levelled(chapter) for chapter in book.chapters]
    wanted = {to for page in chapters for to in links(page.blocks)}
    writer = _Writer(site, wanted, _places(chapters))
    address = site.absolute(book.chapters[0].page.address if not book.front else "") if site.url else ""
    return {
        "title": book.title,
        "language": book.language,
        "description": book.description,
        "front": book.front,
        "site": site.name,
        "publisher": site.publisher,
        "address": address,
        "day": _day(day, book.language),
        "words": {key: word(f"pdf.{key}", book.language, **_kept(key)) for key in WORDS},
        "chapters": [
            {
                "place": f"/{page.address}",
                "title": page.title,
                "language": page.language,
                "blocks": writer.write(page.blocks),
            }
            for page in chapters
        ],
    }


def _kept(key: str) -> Mapping[str, str]:
    """Return what a word has room for that only the template knows, as it is written in the word."""
    return {"number": "{number}", "count": "{count}"} if key == "page" else {}


def _day(day: datetime.date, language: Language) -> str:
    return f"{day.day}. {word(f'month.{day.month}', language)} {day.year}"


def _levelled(chapter: Chapter) -> Page:
    """Return the page of a chapter with its headings moved down, and none more than one level below the one before."""
    return replace(chapter.page, blocks=_Leveller(chapter.depth).levelled(chapter.page.blocks))


class _Leveller:
    """Keeps the level of the last heading: PDF/UA-1 (ISO 14289-1, 7.4.2) lets no level be passed over."""

    def __init__(self, depth: int) -> None:
        self.depth, self.last = depth, depth

    def levelled(self, value: Any) -> Any:
        """Return a node, or several, with the headings in it at their levels."""
        if isinstance(value, tuple):
            return tuple(map(self.levelled, value))
        if isinstance(value, Heading):
            self.last = min(value.level + self.depth, self.last + 1, DEEPEST)
            return replace(value, level=self.last)
        if isinstance(value, WITHOUT_HEADINGS):
            return value
        return replace(value, **{field.name: self.levelled(getattr(value, field.name)) for field in fields(value)})


def _places(pages: Sequence[Page]) -> set[str]:
    """Return where links can lead within the document: its pages, and the places on them."""
    found = {f"/{page.address}" for page in pages}
    waiting: list[Node] = [block for page in pages for block in page.blocks]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Anchor):
            found.add(node.name)
        waiting += children(node)
    return found


class _Writer:
    """Writes nodes as data; each place is written once, and only when something leads to it."""

    def __init__(self, site: Site, wanted: set[str], places: set[str]) -> None:
        self.site, self.places = site, places
        self.left = wanted & places

    def write(self, value: Any) -> Any:
        """Return a node, or several, as data."""
        if isinstance(value, tuple):
            return [made for one in value if (made := self.write(one)) is not None]
        if isinstance(value, str | int):
            return value
        if isinstance(value, Anchor):
            return self.anchor(value)
        data = {field.name: self.write(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Link):
            data["to"] = self.target(value.to)
        return {"is": type(value).__name__.lower(), **data}

    def anchor(self, anchor: Anchor) -> dict[str, str] | None:
        """Return a place that something leads to, the first time it is met."""
        if anchor.name not in self.left:
            return None
        self.left.discard(anchor.name)
        return {"is": "anchor", "name": anchor.name}

    def target(self, to: str) -> dict[str, str]:
        """Return where a link leads: to a place in the document, to an address, or nowhere."""
        if to in self.places:
            return {"place": to}
        if not to.startswith("/"):
            return {"address": to}
        return {"address": self.site.absolute(to[1:])} if self.site.url else {}
