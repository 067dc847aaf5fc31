"""Read the HTML of a page once: its headings, the ids on it, and the sections the search is to know.

The theme's search divides a page in the same way, but it reads every page anew with a parser made for any HTML. That,
and a third reading to find headings, took a fifth of the time of a build. Here the page has been made by our own
templates and by Markdown, and the audit refuses what two readers could take for different things.
"""

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

PIECE = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<!--.*?-->|[^<]+|<""", re.DOTALL)
ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
# How the search knows what to leave out: so marked, the numbers of lines in code, and what is not to be read.
EXCLUDED = re.compile(r"""\sdata-search-exclude(?=[\s=/]|$)|\sclass="linenodiv"(?=[\s/]|$)""")
UNREAD = ("object", "script", "style")
RAW = ("script", "style")
KEPT = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
DEEPEST_LISTED = 3
# The top of a page that does not begin with a heading.
TOP = "hx"
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)


@dataclass
class Section:
    """A heading and what stands under it, as pieces of text with the few tags that the search keeps."""

    tag: str
    depth: float = 0
    id: str | None = None
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


@dataclass
class PageParts:
    """What was found on a page; `headings` are tokens of a table of contents, in order and without children."""

    headings: list[Any] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    sections: list[Section] = field(default_factory=list)


def read(html: str) -> PageParts:
    """Return the parts of a page; `html` is its content, without the theme around it."""
    reader = _Reader()
    closing = ""
    for piece in PIECE.finditer(html):
        end, tag, attributes = piece.groups()
        if closing:
            # The content of a script or a style is no tags, until its own end.
            if end and tag.lower() == closing:
                reader.end(closing)
                closing = ""
        elif tag is None:
            if not piece[0].startswith("<!--"):
                reader.words(piece[0])
        elif end:
            reader.end(tag.lower())
        else:
            reader.start(tag.lower(), attributes)
            closing = tag.lower() if tag.lower() in RAW else ""
    for section in reader.found.sections:
        # One text takes a fraction of the memory of its pieces.
        section.title, section.text = ["".join(section.title)] if section.title else [], ["".join(section.text)]
    return reader.found


class _Reader:
    """Keeps the account of what is open: the elements, the heading, the section, and what the search leaves out."""

    def __init__(self) -> None:
        self.found = PageParts()
        self.open: list[str] = []
        self.left_out = set(UNREAD)
        self.section: Section | None = None
        self.heading = ""

    def start(self, tag: str, attributes: str) -> None:
        """Begin an element."""
        named = ID.search(attributes) if "id=" in attributes else None
        id = unescape(next(value for value in named.groups() if value is not None)) if named else ""
        if id:
            self.found.ids.add(id)
        if tag in VOID:
            return
        self.open.append(tag)
        level = HEADINGS.get(tag)
        excluded = ("data-search-" in attributes or "linenodiv" in attributes) and bool(EXCLUDED.search(attributes))
        if level and named:
            self.begin_section(tag, id, excluded)
            if id and level <= DEEPEST_LISTED:
                self.heading = tag
                self.found.headings.append({"level": level, "id": id, "name": "", "children": []})
        section = self.current()
        if excluded:
            self.left_out.add(tag)
        elif tag in KEPT and self.left_out.isdisjoint(self.open):
            (section.title if section.tag in self.open else section.text).append(f"<{tag}>")

    def begin_section(self, tag: str, id: str, excluded: bool) -> None:
        """Begin the section of a heading; only the first section of a page is without an id."""
        sections, depth = self.found.sections, len(self.open)
        if tag != "h1" and not sections:
            sections.append(Section(TOP, depth))
        self.section = Section(tag, depth, id if sections else None, excluded)
        sections.append(self.section)

    def current(self) -> Section:
        """Return the section being read; what stands before the first heading has one of its own."""
        if self.section is None:
            self.section = Section(TOP)
            self.found.sections.append(self.section)
        return self.section

    def end(self, tag: str) -> None:
        """End an element; an end that does not fit the last beginning is passed over."""
        if tag == self.heading:
            self.heading = ""
        if not self.open or self.open[-1] != tag:
            return
        self.leave_section()
        self.open.pop()
        if tag in self.left_out:
            if tag not in UNREAD:
                self.left_out.remove(tag)
        elif tag in KEPT and self.left_out.isdisjoint(self.open):
            section = self.current()
            _close(tag, section.title if section.tag in self.open else section.text)

    def leave_section(self) -> None:
        """Go back to the section outside, when the element that a heading stands in ends."""
        section = self.current()
        if section.depth > len(self.open):
            outer = next((one for one in reversed(self.found.sections) if one.depth <= len(self.open)), None)
            if outer:
                section.depth = float("inf")
                self.section = outer

    def words(self, written: str) -> None:
        """Take the text between two tags."""
        shown = escape(unescape(written), quote=False) if "&" in written or ">" in written else written
        if self.heading:
            self.found.headings[-1]["name"] += shown
        if not self.left_out.isdisjoint(self.open):
            return
        section, is_code = self.current(), "pre" in self.open
        if not is_code:
            shown = " " if shown.isspace() else shown.replace("\n", " ")
        if section.tag in self.open:
            section.title.append(shown)
        elif not shown.isspace() or is_code or not section.text or not section.text[-1].isspace():
            section.text.append(shown)


def _close(tag: str, pieces: list[str]) -> None:
    """End a kept element; one with nothing in it is taken away."""
    at = pieces.index(f"<{tag}>")
    if all(piece.isspace() for piece in pieces[at + 1 :]):
        del pieces[at:]
    else:
        pieces.append(f"</{tag}>")
