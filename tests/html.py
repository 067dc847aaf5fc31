"""Read built pages the way the tests ask about them: ids, links, resources and headings."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

RESOURCES = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}


@dataclass
class Page:
    """What one built page holds."""

    language: str = ""
    title: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    components: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.skip = ""
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        page = self.page
        if tag == "html":
            page.language = values.get("lang", "")
        if "id" in values:
            page.ids.append(values["id"])
        if tag == "a" and "href" in values:
            page.links.append(values["href"])
        if tag in RESOURCES and RESOURCES[tag] in values:
            page.resources.append(values[RESOURCES[tag]])
        # Other addresses of the page are told of, not loaded.
        if tag == "link" and values.get("rel") not in ("canonical", "alternate"):
            page.resources.append(values.get("href", ""))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            page.headings.append(int(tag[1]))
        if "data-component" in values:
            page.components.append((values["data-component"], values.get("data-id", "")))
        self.in_title = tag == "title"
        if tag in ("script", "style"):
            self.skip = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.skip:
            self.skip = ""
        self.in_title = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.page.title += data
        if not self.skip:
            self.page.text += data


def read(file: Path) -> Page:
    """Return what a built page holds."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader.page


def read_all(folder: Path) -> dict[str, Page]:
    """Return every built page by its path in the folder."""
    return {file.relative_to(folder).as_posix(): read(file) for file in sorted(folder.rglob("*.html"))}
