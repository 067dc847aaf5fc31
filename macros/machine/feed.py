"""The feed (Atom, RFC 4287): what is new, and what has changed since the playbook was first published."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from macros.components.update import KIND, Update
from macros.content.base import Language
from macros.content.library import Library
from macros.machine.pages import PageFacts
from macros.machine.site import LICENCE_ADDRESS, Site, address_of
from macros.machine.xml import XML_LANG, add, as_text

NAMESPACE = "http://www.w3.org/2005/Atom"
ADDRESS = "feed.xml"
MOST = 50
# The year from which the host of the site is its publisher's, as a tag URI (RFC 4151) must say: never changed.
SINCE = "2026"


class Item(NamedTuple):
    """One entry of the feed: what its id ends with, what it says, where it leads, and the day it was last changed."""

    key: str
    title: str
    summary: str
    language: Language
    address: str
    day: datetime.date


def as_feed(site: Site, library: Library, pages: Sequence[PageFacts]) -> str:
    """Return the feed; every id stays the same however often an entry is changed."""
    chosen = items(library, pages)
    root = Element("feed", {"xmlns": NAMESPACE, XML_LANG: "nb"})
    add(root, "id", tag(site, "feed"))
    add(root, "title", site.name)
    add(root, "subtitle", site.description)
    add(root, "link", attributes={"rel": "self", "type": "application/atom+xml", "href": site.absolute(ADDRESS)})
    add(root, "link", attributes={"rel": "alternate", "type": "text/html", "href": site.url})
    add(root, "updated", moment(max(item.day for item in chosen)))
    add(add(root, "author"), "name", site.publisher)
    add(root, "rights", LICENCE_ADDRESS)
    for item in chosen:
        _add(root, site, item)
    return as_text(root)


def _add(root: Element, site: Site, item: Item) -> None:
    entry = add(root, "entry", attributes={XML_LANG: item.language})
    address = site.absolute(item.address)
    add(entry, "id", tag(site, item.key))
    add(entry, "title", item.title)
    add(entry, "link", attributes={"rel": "alternate", "type": "text/html", "href": address})
    add(entry, "updated", moment(item.day))
    add(entry, "summary", item.summary)


def items(library: Library, pages: Sequence[PageFacts]) -> list[Item]:
    """Return what the feed holds, the newest first: the news, and the pages changed after the first of it."""
    news = list(_news(library))
    told = {(item.address.partition("#")[0], item.day) for item in news}
    first = min((item.day for item in news), default=datetime.date.max)
    changed = [
        Item(f"page/{page.source.removesuffix('.md')}", page.title, page.description, page.language, page.address, day)
        for page in pages
        if (day := page.changed) and day > first and (page.address, day) not in told
    ]
    return sorted([*news, *changed], key=lambda item: (-item.day.toordinal(), item.key))[:MOST]


def _news(library: Library) -> Iterator[Item]:
    for id, update in library.all(KIND.folder, Update).items():
        page, _, anchor = update.page.partition("#")
        address = address_of(page) + (f"#{anchor}" if anchor else "")
        yield Item(f"updates/{id}", update.title, update.description, update.language, address, update.day)


def tag(site: Site, key: str) -> str:
    """Return an id that no one else can have made, and that says nothing of where the thing lies."""
    return f"tag:{urlsplit(site.url).hostname},{SINCE}:{key}"


def moment(day: datetime.date) -> str:
    """Return the start of a day as RFC 3339 has it; the content knows days, not hours."""
    return f"{day.isoformat()}T00:00:00Z"
