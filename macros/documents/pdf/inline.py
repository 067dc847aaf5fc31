"""Read the words of a line from HTML, with spaces where a browser shows them."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from macros.documents.pdf import looks
from macros.documents.pdf.blocks import Inline, Link, Mark, Spoken, Style, Styled, Words, text_of

BLANK = " \t\n\r\f"
BOXES = ("checkbox", "radio")
WRITTEN = ("text", "date", "time", "number", "month", "week")
SPACES = re.compile(f"[{BLANK}]+")
STYLES: dict[str, Style] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "sup": "raised",
    "sub": "lowered",
}


def whole_address(href: str, page: str) -> str:
    """Return where a link leads from a page: `/` and a way from the top of the site, or the address as it is."""
    if re.match(r"[a-z][a-z0-9+.-]*:", href, re.IGNORECASE):
        return href
    path, mark, fragment = href.partition("#")
    way = posixpath.normpath(posixpath.join("/", page, path)) if path else f"/{page}".rstrip("/")
    is_file = "." in posixpath.basename(way)
    return f"{way.rstrip('/')}{'' if is_file else '/'}{mark}{fragment}"


def read(element: Any, page: str) -> Iterator[Inline]:
    """Yield the words right inside an element, with their spaces as they are written."""
    if element.text:
        yield Words(element.text)
    for child in element:
        if not looks.is_left_out(child):
            yield from of_element(child, page)
        if child.tail:
            yield Words(child.tail)


def of_element(element: Any, page: str) -> Iterator[Inline]:
    """Yield what an element within a line is."""
    inner = tuple(read(element, page))
    if language := element.get("lang"):
        inner = (Spoken(language, inner),)
    if style := looks.style_of(element):
        inner = (Styled(style, inner),)
    if element.tag == "a" and element.get("href"):
        yield Link(whole_address(element.get("href"), page), inner)
    elif element.tag in STYLES:
        yield Styled(STYLES[element.tag], inner)
    elif element.tag == "br":
        yield Mark("break")
    elif element.tag == "input":
        yield from _field(element.get("type", "text"))
    elif looks.LINE in looks.classes(element):
        yield Mark("line")
    else:
        yield from inner


def _field(kind: str) -> Iterator[Inline]:
    if kind in BOXES:
        yield Mark("box")
    elif kind in WRITTEN:
        yield Mark("line")


def tidy(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return a line as it is shown: one space where there are several, and none first or last."""
    return _Tidier().line(parts)


class _Tidier:
    """Goes through a line from left to right and lets a space through only between words."""

    def __init__(self) -> None:
        # Whether a space would be one too many here, and whether one has been met that is not written yet.
        self.at_space, self.owes_space = True, False

    def line(self, parts: Iterable[Inline]) -> tuple[Inline, ...]:
        return tuple(found for part in parts for found in self.part(part))

    def part(self, part: Inline) -> Iterator[Inline]:
        if isinstance(part, Words):
            yield from self.words(part.text)
        elif isinstance(part, Mark):
            if part.what != "break":
                yield from self.space()
            self.at_space, self.owes_space = part.what == "break", False
            yield part
        else:
            yield from self.around(part)

    def around(self, part: Styled | Spoken | Link) -> Iterator[Inline]:
        text = text_of(part)
        self.note_space(text[:1])
        if not text.strip(BLANK) and not _has_mark(part):
            return
        # A space before the first word stays outside: neither a link nor a badge begins with one.
        yield from self.space()
        yield replace(part, parts=self.line(part.parts))

    def words(self, text: str) -> Iterator[Inline]:
        self.note_space(text[:1])
        if word := SPACES.sub(" ", text).strip(" "):
            before = " " if self.owes_space else ""
            self.at_space, self.owes_space = False, False
            self.note_space(text[-1:])
            yield Words(before + word)

    def note_space(self, character: str) -> None:
        if character and character in BLANK and not self.at_space:
            self.owes_space = True

    def space(self) -> Iterator[Inline]:
        if self.owes_space:
            yield Words(" ")
            self.at_space, self.owes_space = True, False


def _has_mark(part: Inline) -> bool:
    return isinstance(part, Mark) or (not isinstance(part, Words) and any(map(_has_mark, part.parts)))
