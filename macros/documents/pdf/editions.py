"""Which documents a site has as PDF: one for each tool and each theme, and the whole handbook (`editions.yaml`)."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from macros.content import yaml_reader
from macros.content.library import Library
from macros.content.place import Place

FILE = Path(__file__).with_suffix(".yaml")
TOOLS = ("checklists", "run-sheets", "conversations", "surveys")
NAME = "tillit-i-praksis"

Scope = Literal["tool", "theme", "handbook"]


@dataclass(frozen=True)
class Edition:
    """A document to be made.

    `home` is the page under `docs/` that it lies beside, `told_on` the pages where it can be downloaded, and `sections`
    the folders or pages that it is made of, each with the pages in it; a tool is its own page and nothing more.
    """

    scope: Scope
    home: str
    told_on: tuple[str, ...]
    sections: tuple[str, ...]

    def file(self, directory_urls: bool) -> str:
        """Return where the document lies, from the top of a site."""
        if self.scope == "handbook":
            return f"{NAME}.pdf"
        own = self.home.removesuffix(".md").removesuffix("/index")
        address = Place(self.home, "nb", directory_urls, ()).address(self.home)
        return posixpath.join(posixpath.dirname(address), f"{posixpath.basename(own)}.pdf")


@lru_cache(maxsize=1)
def lists() -> dict[str, Any]:
    """Return the lists of themes, of the parts of the handbook and of where it is told of."""
    document = yaml_reader.read(FILE.read_bytes())
    if document.faults:
        raise ValueError(f"{FILE.name}: {document.faults}")
    found: dict[str, Any] = document.data
    return found


def editions(library: Library) -> Iterator[Edition]:
    """Yield every document of the site: tools, themes, handbook."""
    for kind in library.kinds:
        if kind.folder in TOOLS:
            for page in (page for id in library.entries[kind.folder] for page in kind.own_pages(id)):
                yield Edition("tool", page, (page,), (page.removesuffix(".md"),))
    for name in lists()["themes"]:
        page = f"{name}/index.md"
        yield Edition("theme", page, (page,), (name,))
    yield Edition("handbook", "index.md", tuple(lists()["told_on"]), tuple(lists()["handbook"]))
