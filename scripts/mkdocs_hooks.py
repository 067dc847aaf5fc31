"""What only MkDocs can do: put component HTML back after Markdown, and ship the search shim with the offline copy.

It also links the stylesheet of every component. Without this file the site still builds; it is slower, plainer, and its
offline search does not work.
"""

import gc
import sys
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

OFFLINE_SEARCH_SHIM = "assets/vendor/iframe-worker/shim.js"
LEVELS = {"h1": 1, "h2": 2, "h3": 3}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forget imported macro code, so that a live preview sees changes, and start holding component HTML back."""
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    from macros.content import placeholders

    placeholders.activate()
    # Pages are many and live long: collecting garbage less often saves time and frees nothing less.
    gc.set_threshold(100_000, 50, 50)
    if config.plugins["material/offline"].config.enabled:
        config.extra["polyfills"] = [OFFLINE_SEARCH_SHIM]
    config.extra_css = [*config.extra_css, *component_styles()]
    return config


def component_styles() -> list[str]:
    """Return the stylesheet of every component, so that a new kind needs no line in the configuration."""
    overrides = ROOT / "overrides"
    return [file.relative_to(overrides).as_posix() for file in sorted((overrides / "components").glob("*/*.css"))]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put component HTML back, and tell the page of the headings and the link targets that came with it."""
    from macros.content import placeholders

    whole = placeholders.swap(html)
    if whole != html:
        found = _Finder()
        found.feed(whole)
        page.toc = get_toc(nest(found.headings))
        page.present_anchor_ids = found.ids
    return whole


def nest(tokens: list[Any]) -> list[Any]:
    """Return flat heading tokens as a tree by level."""
    top: list[Any] = []
    open_: list[Any] = []
    for token in tokens:
        while open_ and open_[-1]["level"] >= token["level"]:
            open_.pop()
        (open_[-1]["children"] if open_ else top).append(token)
        open_.append(token)
    return top


class _Finder(HTMLParser):
    """Collects every id, and the headings of level one to three that have one, as tokens of a table of contents."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[Any] = []
        self.ids: set[str] = set()
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an id, and start a heading."""
        id = dict(attrs).get("id")
        if id:
            self.ids.add(id)
        if id and tag in LEVELS:
            self.inside = tag
            self.headings.append({"level": LEVELS[tag], "id": id, "name": "", "children": []})

    def handle_endtag(self, tag: str) -> None:
        """End a heading."""
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        """Add to the name of the heading being read."""
        if self.inside:
            self.headings[-1]["name"] += escape(data, quote=False)
