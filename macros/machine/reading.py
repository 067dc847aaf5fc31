"""Read a built page as a machine needs it: its language, its title, what it says of itself, and its content."""

from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from macros.content.base import Language


@dataclass(frozen=True)
class BuiltPage:
    """What one built page holds; `content` is the element that has what the page is about."""

    language: Language
    title: str
    description: str
    content: HtmlElement


def read(file: Path) -> BuiltPage:
    """Return what a built page holds; raise ValueError if it has no main content."""
    root = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    found = root.xpath("//article[contains(concat(' ', @class, ' '), ' md-content__inner ')]")
    if not found:
        raise ValueError(f"{file} has no main content")
    title = " ".join(found[0].xpath("string(.//h1)").split())
    described = root.xpath("//meta[@name='description']/@content")
    # A plain text: what lxml gives remembers where it stood, and with it the whole page is kept in memory.
    description = str(described[0]) if described else ""
    language: Language = "nn" if root.get("lang") == "nn" else "nb"
    return BuiltPage(language, title, description, found[0])
