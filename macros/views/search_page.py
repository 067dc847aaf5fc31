"""Search page: what the search box finds, on a page of its own, narrowed by kind, theme and role."""

from typing import get_args

from macros.content import html
from macros.content.base import Role, Theme
from macros.content.library import Library
from macros.content.place import Place

# What a reader calls each kind of page, and the kinds of `macros/search/about.py` it holds.
KINDS = {
    "article": ("article", "theme"),
    "checklist": ("checklist",),
    "story": ("story",),
    "run-sheet": ("run-sheet",),
    "conversation": ("conversation",),
    "survey": ("survey",),
    "tool": ("tool", "guide"),
    "pathway": ("pathway",),
    "overview": ("overview", "about"),
}
# Where to go when nothing is found, and before anything is asked: pages under `docs/`.
DOORS = ("roller/index.md", "verktoy.md", "historier/index.md", "ordliste.md", "kunnskapsgrunnlag.md")
SAID = ("loading", "failed", "none", "hits", "shown")


def search_page(_library: Library, place: Place) -> str:
    """Vis søket på en egen side, med valg for slag, tema og rolle."""
    ways = {"kind": list(KINDS), "theme": list(get_args(Theme)), "role": list(get_args(Role))}
    context = {"twin": place.twin, "ways": ways, "holds": KINDS, "doors": DOORS, "texts": SAID}
    return html.render("search_page/search_page.html", place, **context)


MACROS = {"search_page": search_page}
