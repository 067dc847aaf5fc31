"""Owner: the entry that a page belongs to alone."""

from typing import NamedTuple

from macros.content.base import Entry
from macros.content.kinds import Kind
from macros.content.library import Library


class Owner(NamedTuple):
    """An entry with its kind and its id."""

    kind: Kind
    id: str
    entry: Entry


def owner(library: Library, page: str) -> Owner | None:
    """Return the entry that a page under `docs/` belongs to alone, in either written standard; None if to no one."""
    id = page.rpartition("/")[2].removesuffix(".md")
    for kind in library.kinds:
        entry = library.entries[kind.folder].get(id)
        if entry is not None and page in kind.own_pages(id):
            return Owner(kind, id, entry)
    return None
