"""Finish a page when its Markdown has been read: its components put back, its end, and what its template must know.

Nothing here knows which engine writes the page.
"""

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import asdict, dataclass
from html import unescape
from typing import Any

from macros import registry
from macros.content import markup, placeholders
from macros.machine.pages import WrittenPage
from macros.machine.site import Site
from scripts import configuration, page_files, page_reader
from scripts.page_reader import PageParts

# The search leaves out tags, and with them the space that a browser shows between these.
RUN_TOGETHER = re.compile(r"(</(?:dt|dd|th|td|summary|legend|label|button|div)>)(?=[^\s])")


@dataclass(frozen=True)
class Frame:
    """What of the configuration every page depends on.

    `edits` is the address that a path under `docs/` is put after to edit that file; empty if the site has none.
    """

    site: Site
    directory_urls: bool
    offline: bool
    edits: str


@dataclass(frozen=True)
class SourcePage:
    """A page before its template: its path under `docs/`, its Markdown, what its front matter and macros have told.

    What the template must know is added to `meta`.
    """

    path: str
    text: str
    meta: MutableMapping[str, Any]
    has_twin: bool


def frame_of(config: Any, *, offline: bool) -> Frame:
    """Return the frame that an engine's configuration gives."""
    site = configuration.of(config, config["extra"])
    return Frame(site, bool(config["use_directory_urls"]), offline, registry.edits(config))


def marked(html: str, page: SourcePage, frame: Frame) -> str:
    """Return the content of a page from what Markdown made of it, with a mark for what is held back.

    Raise ValueError if the Markdown has what a page may not hold.
    """
    for fault in markup.prose_faults(html):
        raise ValueError(f"Siden {page.path} kan ikke vises: {fault.what}.")
    end = registry.page_end(page.path, page.meta, frame.directory_urls)
    return f"{html}\n{placeholders.hold(end)}" if end else html


def shown(content: str, held: Mapping[str, str]) -> str:
    """Return the content of a page with what was held back, put back."""
    return RUN_TOGETHER.sub(r"\1 ", placeholders.swap(content, held).rstrip())


def parts_of(content: str, page: SourcePage, frame: Frame) -> PageParts:
    """Return what stands in the content of a page, and tell its template what to load and where it is edited."""
    page.meta["component_styles"] = page_files.of_page(content, ".css")
    page.meta["component_scripts"] = page_files.of_page(content, ".js")
    if frame.edits:
        page.meta.update(origins_of(page, frame))
    return page_reader.read(content)


def origins_of(page: SourcePage, frame: Frame) -> Mapping[str, Any]:
    """Return which files the content of a page comes from and where each is edited, as its template reads it."""
    found = registry.origins(page.path, page.text, page.meta.get("language", "nb"))
    files = [{"address": frame.edits + one.path, "path": one.path, "title": one.title} for one in found.files]
    return {"origins": files, "origin_folders": found.folders}


def tell_machines(page: SourcePage, title: str, frame: Frame) -> None:
    """Tell the page what stands in its head for machines; a copy without addresses of its own says nothing there."""
    if not frame.site.url or frame.offline:
        return
    called = (page.meta.get("language", "nb"), unescape(title), page.meta.get("description", ""))
    head = registry.head(frame.site, WrittenPage(page.path, page.text, *called, page.has_twin))
    # An engine may take only what JSON has.
    page.meta["head"] = asdict(head) | {"alternates": [list(pair) for pair in head.alternates]}


def nested(headings: list[Any]) -> list[Any]:
    """Return headings in order as a tree by level."""
    top: list[Any] = []
    open_: list[Any] = []
    for heading in headings:
        while open_ and open_[-1]["level"] >= heading["level"]:
            open_.pop()
        (open_[-1]["children"] if open_ else top).append(heading)
        open_.append(heading)
    return top
