"""About: what kind of page a page is, and the themes and roles it is for, so that a search can be narrowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from macros.components.pathway import KIND, Pathway
from macros.content.base import Entry, Theme
from macros.content.library import Library
from macros.content.owner import owner

# Pages that no entry has alone, by how their path begins; the longest that fits is what the page is.
PAGES = {
    "": "overview",
    "bidra/": "about",
    "om/": "about",
    "nytt.md": "about",
    "reformen/": "article",
    **{f"{theme}/": "article" for theme in get_args(Theme)},
    **{f"{theme}/index.md": "theme" for theme in get_args(Theme)},
    "plan.md": "tool",
    "idelogg.md": "tool",
    "arshjul.md": "tool",
}


@dataclass(frozen=True)
class About:
    """The kind of a page: the name of its entry's kind, or one of the words in PAGES; and whom and what it is for."""

    kind: str
    themes: Sequence[str] = ()
    roles: Sequence[str] = ()


def of_page(library: Library, page: str) -> About:
    """Return what a page is, given as a path under `docs/`; a page in nynorsk is as its twin."""
    own = page.removeprefix("nn/")
    walked = walkers(library, own)
    if found := owner(library, page):
        roles = roles_of(found.entry, found.id) or walked
        return About(found.kind.name, getattr(found.entry, "themes", ()), roles)
    theme = own.partition("/")[0]
    kind_name = PAGES[max((start for start in PAGES if own.startswith(start)), key=len)]
    return About(kind_name, (theme,) if theme in get_args(Theme) else (), walked)


def roles_of(entry: Entry, id: str) -> Sequence[str]:
    """Return the roles an entry is for; a pathway for a role has that role's id."""
    if isinstance(entry, Pathway):
        return [id] if entry.kind == "rolle" else []
    return list(getattr(entry, "roles", ()))


def walkers(library: Library, page: str) -> Sequence[str]:
    """Return the roles whose pathway leads by a page."""
    every = library.all(KIND.folder, Pathway).items()
    return [id for id, path in every if path.kind == "rolle" and any(step.page.startswith(page) for step in path.steps)]
