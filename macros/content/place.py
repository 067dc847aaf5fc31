"""Where a component is being shown: the page, its language, and the way from there to other pages."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from macros.content.base import Language
from macros.content.kinds import Kind


@dataclass(frozen=True)
class Place:
    """A page being built.

    `page` is its path under `docs/`; `directory_urls` tells whether `x.md` is published as `x/` or `x.html`; `edits` is
    the address that a path under `docs/` is put after to edit that file, or empty where the site has none.
    """

    page: str
    language: Language
    directory_urls: bool
    kinds: Sequence[Kind]
    edits: str = ""

    def link(self, page: str, anchor: str = "") -> str:
        """Return the relative address from this page to another page under `docs/`."""
        here, there = self.address(self.page), self.address(page)
        path = _way(posixpath.dirname(here), there)
        if there == "" or there.endswith("/"):
            path += "/"
        fragment = f"#{anchor}" if anchor else ""
        return fragment if fragment and here == there else path + fragment

    def file(self, path: str) -> str:
        """Return the relative address from this page to a file under `docs/` that is published as it is."""
        return _way(posixpath.dirname(self.address(self.page)), path)

    def address(self, page: str) -> str:
        """Return the address of a page from the top of the site."""
        stem = page.removesuffix(".md")
        if not self.directory_urls:
            return f"{stem}.html"
        folder, _, name = stem.rpartition("/")
        if name == "index":
            return f"{folder}/" if folder else ""
        return f"{stem}/"

    def edit(self, file: str) -> str:
        """Return the address where a file of the project, as a path from its top, is edited; empty if there is none."""
        return f"{self.edits}{file.removeprefix('docs/')}" if self.edits and file.startswith("docs/") else ""

    @property
    def twin(self) -> str:
        """Return the page that says the same in the other written standard, for a page that has one."""
        return self.page.removeprefix("nn/") if self.page.startswith("nn/") else f"nn/{self.page}"

    def in_language(self, page: str) -> str:
        """Return a page that has a twin, in the written standard of this page."""
        return f"nn/{page}" if self.language == "nn" else page

    def entry(self, folder: str, id: str) -> str:
        """Return the address of an entry, or with `entry-id/part-id` of a part of one, in this page's language."""
        kind = next(kind for kind in self.kinds if kind.folder == folder)
        whole, _, part = id.partition("/")
        anchor = whole if kind.pages == "shared" else part
        return self.link(kind.page(whole, self.language), anchor)

    def is_home_of(self, kind: Kind, id: str) -> bool:
        """Tell whether this page belongs to the entry alone."""
        return self.page in kind.own_pages(id)


def _way(start: str, there: str) -> str:
    """Return the way from a folder to an address, both from the top; `relpath` would ask the system where it is."""
    own, other = ([part for part in path.split("/") if part] for path in (start, there))
    shared = next((at for at, (a, b) in enumerate(zip(own, other, strict=False)) if a != b), min(len(own), len(other)))
    return "/".join([*[".."] * (len(own) - shared), *other[shared:]]) or "."
