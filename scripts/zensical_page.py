"""A Markdown extension that finishes each page in Zensical, as the hooks do in MkDocs.

Zensical has no hooks, but it reads Markdown with the same library, and gives what a page's `meta` says to its template.
"""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from zensical.extensions.context import ContextPreprocessor

from macros.content import placeholders
from macros.machine.site import twin_of
from scripts import search_index, whole_page
from scripts.search_index import Entry
from scripts.whole_page import SourcePage

# Around the content of a page, until it is written.
BEGIN, END = "<!--tip-content-->", "<!--/tip-content-->"


@dataclass
class Read:
    """What was read: the HTML to put back, by key; the entries of the search, by page; the pages, by address."""

    held: dict[str, str] = field(default_factory=dict)
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)


# The engine calls the extension for each page, and gives it nothing of ours to keep what it finds in.
READ = Read()


def convert(md: Markdown, text: str) -> str:
    """Return what Markdown makes of the page being read, with a mark for each component, and note what is in it.

    The engine counts every relative address in the text anew. Those of components are right already, so the components
    are put back when the page is written.
    """
    made = Markdown.convert(md, text)
    context: Any = ContextPreprocessor.from_markdown(md)
    page, config = context.page, context.config
    frame, source = whole_page.frame_of(config, offline=config["extra"]["offline"]), source_of(page, config)
    marked = whole_page.marked(made, source, frame)
    held = placeholders.release()
    content = whole_page.shown(marked, held)
    parts = whole_page.parts_of(content, source, frame)
    title = page.title_override or page.meta.get("title") or title_of(parts.headings) or page.title
    READ.held |= held
    READ.entries[page.path] = list(search_index.entries_of(parts.sections, page.url, title, page.meta))
    READ.pages[page.url] = page.path
    if content != made:
        vars(md)["toc_tokens"] = [listed(each) for each in whole_page.nested(parts.headings)]
    whole_page.tell_machines(source, title, frame)
    return f"{BEGIN}{marked}{END}"


def source_of(page: Any, config: Any) -> SourcePage:
    """Return the page that the engine is reading."""
    docs = Path(config["root_dir"]) / config["docs_dir"]
    text = (docs / page.path).read_text(encoding="utf-8-sig")
    return SourcePage(page.path, text, page.meta, (docs / twin_of(page.path)).is_file())


def title_of(headings: list[Any]) -> str:
    """Return the first heading of the top level; empty without one."""
    return next((heading["name"] for heading in headings if heading["level"] == 1), "")


def listed(heading: Any) -> Any:
    """Return a heading, and those under it, as Zensical's table of contents reads them."""
    children = [listed(child) for child in heading["children"]]
    return {**heading, "html": heading["name"], "data-toc-label": "", "children": children}


class PageExtension(Extension):
    """Lets a page be finished when Markdown has been read."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Markdown calls
        """Finish what is converted; a postprocessor would be run for each heading too."""
        vars(md)["convert"] = partial(convert, md)


def makeExtension(**_settings: Any) -> PageExtension:  # noqa: N802 - the name Markdown calls
    """Return the extension; it has no settings."""
    return PageExtension()
