"""Read a built page as blocks: what a reader of the page sees without scripts, in the order it stands."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import lxml.html

from macros.documents.pdf import drawings, inline, looks, tables
from macros.documents.pdf.blocks import (
    Anchor,
    Block,
    Cards,
    Choice,
    Code,
    Drawing,
    Group,
    Heading,
    Inline,
    Link,
    Listing,
    Mark,
    Node,
    Paragraph,
    Picture,
    Term,
    Terms,
    Words,
    children,
    text_of,
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Elements that hold blocks or are one. All others stand within a line, unless one of these stands in them.
PARTS = ("section", "article", "aside", "header", "footer", "div", "details", "summary", "fieldset", "form", "figure")
BLOCKS = frozenset(
    (
        *HEADINGS,
        *PARTS,
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "figcaption",
        "blockquote",
        "pre",
        "hr",
        "svg",
        "img",
    )
)
ARTICLE = "md-content__inner"
LANGUAGE = re.compile(r"""<html[^>]*?\slang=["']?([A-Za-z-]+)""")


class ReadingError(Exception):
    """A page could not be read; the message names it and says why."""


@dataclass(frozen=True)
class Page:
    """A page as it is read: its address from the top of the site, what it is called and its language."""

    address: str
    title: str
    language: str
    description: str
    blocks: tuple[Block, ...]


def read(html: str, address: str) -> Page:
    """Return a built page; raise ReadingError if it has no content or no title."""
    root = lxml.html.document_fromstring(html)
    found = [one for one in root.iter("article") if ARTICLE in looks.classes(one)]
    titles = list(found[0].iter("h1")) if found else []
    if not titles:
        raise ReadingError(f"{address} – siden har ikke noe innhold med en tittel øverst")
    about = [one.get("content", "") for one in root.iter("meta") if one.get("name") == "description"]
    title = " ".join(titles[0].text_content().split())
    blocks = _Reader(address).inside(found[0])
    return Page(address, title, language_of(html), (about or [""])[0], tuple(blocks))


def language_of(html: str) -> str:
    """Return the language a built page says it is in."""
    found = LANGUAGE.search(html)
    return found[1] if found else "nb"


def links(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield where each link leads, in the order they stand."""
    for node in nodes:
        if isinstance(node, Link):
            yield node.to
        yield from links(children(node))


class _Reader:
    """Reads the elements of one page."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.makers: dict[str, Callable[[Any], Iterator[Block]]] = {
            **dict.fromkeys(HEADINGS, self.heading),
            **dict.fromkeys(("p", "summary", "figcaption", "legend"), self.paragraph),
            **dict.fromkeys(("ul", "ol"), self.listing),
            "dl": self.terms,
            "table": self.table,
            "blockquote": self.quote,
            "pre": self.code,
            "fieldset": self.choice,
            "svg": self.drawing,
            "img": self.picture,
            "hr": lambda _: iter(()),
        }

    def inside(self, element: Any) -> list[Block]:
        """Return the blocks inside an element; words that stand between them become paragraphs."""
        made: list[Block] = []
        line: list[Inline] = [Words(element.text)] if element.text else []
        for child in element:
            if looks.is_left_out(child):
                pass
            elif is_block(child):
                box = self.end_line(line, made, HEADINGS.get(child.tag))
                made += self.block(child, box)
            else:
                line += inline.of_element(child, self.address)
            if child.tail:
                line.append(Words(child.tail))
        self.end_line(line, made, None)
        return made

    def end_line(self, line: list[Inline], made: list[Block], level: int | None) -> bool:
        """Make a paragraph of the words so far, unless they are only the box of the heading that follows."""
        parts = inline.tidy(line)
        line.clear()
        is_box = level is not None and parts == (Mark("box"),)
        if parts and not is_box:
            made.append(Paragraph(parts))
        return is_box

    def block(self, element: Any, box: bool = False) -> Iterator[Block]:
        """Yield what an element that is a block stands for, after the place its id gives."""
        if id := element.get("id"):
            yield Anchor(f"/{self.address}#{id}")
        made = list(self.makers.get(element.tag, self.inside)(element))
        if box:
            made = [replace(one, box=True) if isinstance(one, Heading) else one for one in made]
        look, language = looks.of(element), element.get("lang", "")
        if made and (look in looks.AROUND or language):
            yield Group(tuple(made), look if look in looks.AROUND else "plain", language)
        else:
            yield from made

    def line(self, element: Any) -> tuple[Inline, ...]:
        """Return the words inside an element, without blocks."""
        return inline.tidy(inline.read(element, self.address))

    def heading(self, element: Any) -> Iterator[Block]:
        """Yield a heading; on a card that leads to another page it is only set off."""
        parts = self.line(element)
        if parts and looks.is_signpost(element):
            yield Paragraph(parts, "strong")
        elif parts:
            level = HEADINGS[element.tag]
            yield Heading(level, parts, title=level == 1)

    def paragraph(self, element: Any) -> Iterator[Block]:
        """Yield a paragraph, or the blocks inside it where it holds some."""
        if any(is_block(child) for child in element):
            yield from self.inside(element)
        elif parts := self.line(element):
            yield Paragraph(parts, "strong" if element.tag in ("summary", "figcaption") else looks.of(element))

    def listing(self, element: Any) -> Iterator[Block]:
        """Yield a list; one with headings in it is a row of parts, each with its heading."""
        own = [child for child in element if not looks.is_left_out(child)]
        items = [tuple(self.block(child)) for child in own]
        items = [item for item in items if item]
        if not items:
            return
        if not looks.CARDS.isdisjoint(looks.classes(element)):
            yield Cards(tuple(items))
        elif any(isinstance(block, Heading) for item in items for block in item):
            yield from (block for item in items for block in item)
        else:
            start = int(element.get("start", "1")) if element.tag == "ol" else 0
            yield Listing(tuple(items), start)

    def terms(self, element: Any) -> Iterator[Block]:
        """Yield a list of terms; a term and what is said of it may stand in an element of their own."""
        found: list[Term] = []
        for one in element.iter("dt", "dd"):
            if any(map(looks.is_left_out, (one, *one.iterancestors()))) or next(one.iterancestors("dl")) is not element:
                continue
            if one.tag == "dt":
                found.append(Term(self.line(one), ()))
            else:
                term = found.pop() if found else Term((), ())
                found.append(replace(term, blocks=(*term.blocks, *self.inside(one))))
        if found:
            longest = max(len("".join(map(text_of, term.parts))) for term in found)
            yield Terms(tuple(found), longest, "facts" if looks.of(element) == "facts" else "plain")

    def table(self, element: Any) -> Iterator[Block]:
        """Yield a table, after the words that say what it is."""
        for caption in element.iter("caption"):
            yield Paragraph(self.line(caption), "strong")
        yield tables.read(element, self.inside)

    def quote(self, element: Any) -> Iterator[Block]:
        """Yield what someone says."""
        yield Group(tuple(self.inside(element)), "quote")

    def code(self, element: Any) -> Iterator[Block]:
        """Yield text that keeps its lines."""
        yield Code(element.text_content().strip("\n"))

    def choice(self, element: Any) -> Iterator[Block]:
        """Yield a question with its answers."""
        question = [self.line(one) for one in element.iter("legend")]
        options = [self.line(one) for one in element.iter("label") if not looks.is_left_out(one)]
        if options:
            yield Choice(question[0] if question else (), tuple(options))
        else:
            yield from self.inside(element)

    def drawing(self, element: Any) -> Iterator[Block]:
        """Yield a drawing with what it says in words; one that says nothing is left out."""
        said = [one.text_content().strip() for name in ("title", "desc") for one in element.iter(name)]
        description = ". ".join(text.rstrip(".") for text in said if text) or element.get("aria-label", "")
        if description:
            yield Drawing(drawings.as_svg(element), f"{description}.")

    def picture(self, element: Any) -> Iterator[Block]:
        """Yield a picture; one that says nothing is left out."""
        if description := element.get("alt", ""):
            yield Picture(inline.whole_address(element.get("src", ""), self.address).strip("/"), description)


def is_block(element: Any) -> bool:
    """Tell whether an element is a block or holds one."""
    if not isinstance(element.tag, str):
        return False
    return element.tag in BLOCKS or any(is_block(child) for child in element if not looks.is_left_out(child))
