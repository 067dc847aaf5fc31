"""What the engine must know about a kind of content to load it, find it and give it a page."""

from dataclasses import dataclass
from typing import Literal

from macros.content.base import Entry, Language

Pages = Literal["one", "twins", "shared", "placed"]


@dataclass(frozen=True)
class Kind:
    """A kind of content.

    `name` is its word in English (`run-sheet`), `folder` its data folder, `section` the page or folder its entries
    are read on. `pages` says whether an entry has one page, one in each written standard, a place on a shared page, or
    is only shown where an editor has placed it.
    """

    name: str
    folder: str
    model: type[Entry]
    section: str
    pages: Pages

    @property
    def macro(self) -> str:
        """Return the name of the macro that shows one entry."""
        return self.name.replace("-", "_")

    def page(self, id: str, language: Language = "nb") -> str:
        """Return the page of an entry as a path under `docs/`."""
        if self.pages == "shared":
            return f"{self.section}.md"
        prefix = "nn/" if self.pages == "twins" and language == "nn" else ""
        return f"{prefix}{self.section}/{id}.md"

    def own_pages(self, id: str) -> list[str]:
        """Return the pages that belong to one entry alone, as paths under `docs/`."""
        if self.pages in ("shared", "placed"):
            return []
        return [self.page(id, "nb"), self.page(id, "nn")] if self.pages == "twins" else [self.page(id)]
