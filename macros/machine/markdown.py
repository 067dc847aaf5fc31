"""The content of a built page as Markdown: what a reader sees without scripts, and links that hold wherever it lies."""

import re
from collections.abc import Iterator
from itertools import takewhile
from urllib.parse import urljoin

from lxml.html import HtmlElement

LEFT_OUT = {"script", "style", "template", "button", "input", "select", "textarea", "svg", "progress", "nav", "dialog"}
LEFT_OUT_CLASSES = {"tip-edit", "tip-twin", "headerlink"}
# What only names a control that a reader of Markdown does not have.
CONTROLS = ".//input[not(@type='checkbox')]|.//select|.//textarea"
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {
    *HEADINGS,
    *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption"),
    *("figure", "footer", "form", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section", "summary"),
    *("table", "ul"),
}
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
SPECIAL = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)")
# Not every reader of Markdown takes a backslash before these.
ENTITIES = re.compile(r"<|&(?=#?\w+;)")
# What would begin a list, a heading or a quotation where the words are only words.
OPENING = re.compile(r"^(?:([-+>])(?= )|(#{1,6})(?= )|(\d+)([.)])(?= ))")


def of(content: HtmlElement, address: str) -> str:
    """Return the content of a page as Markdown; `address` is the whole address that its links are counted from."""
    return "\n\n".join(_Writer(address).blocks(content)) + "\n"


class _Writer:
    """Writes the elements of one page."""

    def __init__(self, address: str) -> None:
        self.address = address

    def blocks(self, element: HtmlElement) -> list[str]:
        """Return the blocks inside an element; words that stand outside any become paragraphs."""
        found, loose = [], [_escaped(element.text)]
        for child in element:
            if _is_block(child):
                found += [*_paragraph("".join(loose)), *self.block(child)]
                loose = []
            else:
                loose.append(self.inline(child))
            loose.append(_escaped(child.tail))
        return [*found, *_paragraph("".join(loose))]

    def block(self, element: HtmlElement) -> list[str]:
        """Return the blocks that one block element becomes."""
        tag = element.tag
        if tag in HEADINGS:
            return [f"{'#' * HEADINGS[tag]} {words}" for words in _words(self.inside(element))]
        if tag in ("ul", "ol"):
            return self.listed(element)
        if tag in ("dt", "legend", "summary"):
            return [f"**{words.replace('**', '')}**" for words in _words(self.inside(element))]
        return self.other_block(element)

    def other_block(self, element: HtmlElement) -> list[str]:
        """Return the blocks of an element that has its own form in Markdown, or else of what is inside it."""
        match element.tag:
            case "dl":
                return self.definitions(element)
            case "table":
                return self.table(element)
            case "blockquote":
                return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(self.blocks(element)).splitlines())]
            case "pre":
                return [f"```\n{element.text_content().strip(chr(10))}\n```"]
            case "hr":
                return ["---"]
        return self.blocks(element)

    def listed(self, element: HtmlElement) -> list[str]:
        """Return a list, or its items one after the other where they have headings of their own."""
        items = [item for item in element if item.tag == "li" and not _left_out(item)]
        if any(item.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6") for item in items):
            return [block for item in items for block in self.blocks(item)]
        lines = []
        for number, item in enumerate(items, 1):
            mark = f"{number}. " if element.tag == "ol" else "- "
            if parts := self.blocks(item):
                lines.append(mark + "\n\n".join(parts).replace("\n", f"\n{' ' * len(mark)}"))
        return [re.sub(r"\n +\n", "\n\n", "\n".join(lines))] if lines else []

    def definitions(self, element: HtmlElement) -> list[str]:
        """Return names with what they stand for, as a list."""
        lines = []
        for name in element.iter("dt"):
            said = [self.blocks(value) for value in takewhile(lambda one: one.tag == "dd", name.itersiblings())]
            lines += [f"- {words}:{_after(said)}" for words in _words(self.inside(name)) if any(said)]
        return ["\n".join(lines)] if lines else []

    def table(self, element: HtmlElement) -> list[str]:
        """Return a table; its first row is its head."""
        rows = [[self.cell(cell) for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
        rows = [row for row in rows if row]
        if not rows:
            return []
        caption = [words for found in element.iter("caption") for words in _words(self.inside(found))]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return [*caption, "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])]

    def cell(self, element: HtmlElement) -> str:
        """Return what stands in a cell, on one line."""
        return " ".join(_words(self.inside(element))).replace("|", "\\|")

    def inline(self, element: HtmlElement) -> str:
        """Return what an element inside a sentence becomes."""
        if _left_out(element):
            return ""
        tag, inside = element.tag, self.inside(element)
        if tag == "a" and element.get("href") and inside.strip():
            link = f"[{inside.strip()}]({urljoin(self.address, element.get('href')).replace(' ', '%20')})"
            # The brackets around a source in a sentence are the style sheet's.
            return f"({link})" if element.get("data-component") == "source" else link
        if tag in MARKS and inside.strip():
            return _marked(inside, MARKS[tag])
        if tag == "code":
            return f"`{element.text_content()}`"
        if tag == "img":
            return f"![{element.get('alt', '')}]({urljoin(self.address, element.get('src', ''))})"
        return " " if tag == "br" else inside

    def inside(self, element: HtmlElement) -> str:
        """Return all the words inside an element as one run; blocks in it are kept apart by a space."""
        parts = [_escaped(element.text)]
        for child in element:
            apart = " " if _is_block(child) or child.tag in ("td", "th", "br") else ""
            parts += [apart, self.inline(child), apart, _escaped(child.tail)]
        return "".join(parts)


def _is_block(element: HtmlElement) -> bool:
    return element.tag in BLOCKS and not _left_out(element)


def _left_out(element: HtmlElement) -> bool:
    """Tell whether only a script or a sighted reader of the page itself has any use for an element."""
    if not isinstance(element.tag, str) or element.tag in LEFT_OUT:
        return True
    if "hidden" in element.attrib or "data-search-exclude" in element.attrib:
        return True
    if element.tag == "label" and element.xpath(CONTROLS):
        return True
    return bool(LEFT_OUT_CLASSES & set(element.get("class", "").split()))


def _escaped(text: str | None) -> str:
    safe = ENTITIES.sub(lambda found: "&lt;" if found[0] == "<" else "&amp;", text or "")
    return SPECIAL.sub(r"\\\g<0>", safe)


def _marked(words: str, mark: str) -> str:
    """Return words between marks, with the spaces around them outside."""
    inner = words.strip()
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{mark}{inner}{mark}{after}"


def _words(text: str) -> Iterator[str]:
    """Yield a run of words with single spaces, if there are any."""
    if found := " ".join(text.split()):
        yield found


def _after(said: list[list[str]]) -> str:
    """Return what a name stands for: on its line where it is short, else under it."""
    parts = [part for one in said for part in one]
    if all(len(one) <= 1 and not one[0].startswith(("- ", "1. ")) for one in said if one):
        return f" {', '.join(parts)}"
    return "\n\n  " + "\n\n".join(parts).replace("\n", "\n  ").replace("\n  \n", "\n\n") + "\n"


def _paragraph(text: str) -> list[str]:
    return [OPENING.sub(_as_words, words) for words in _words(text)]


def _as_words(found: re.Match[str]) -> str:
    opening, heading, number, point = found.groups()
    return f"{number}\\{point}" if number else f"\\{opening or heading}"
