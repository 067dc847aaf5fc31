"""When a page last changed, as the content itself says it, so that a copy without its history gives the same answer."""

import datetime
import re
from collections.abc import Iterator

from macros.components.update import Update
from macros.content import origins
from macros.content.base import Entry
from macros.content.library import Library
from macros.content.prose import FRONT_MATTER

REVIEWED = re.compile(r"^reviewed: *[\"']?(\d{4}-\d{2}-\d{2})", re.MULTILINE)
CALL = re.compile(r"^\{\{ *(\w+)\(", re.MULTILINE)


def day_of_entry(entry: Entry) -> datetime.date | None:
    """Return the day an entry was last gone through, or published if it is news; None if it carries no day."""
    return entry.day if isinstance(entry, Update) else entry.last_review


def day_of_page(library: Library, page: str, source: str) -> datetime.date | None:
    """Return the newest day that a page or anything shown on it carries, or None where nothing does.

    `page` is its path under `docs/`, `source` its Markdown.
    """
    return max(_days(library, page, source), default=None)


def _days(library: Library, page: str, source: str) -> Iterator[datetime.date]:
    if (front := FRONT_MATTER.match(source)) and (reviewed := REVIEWED.search(front[1])):
        yield datetime.date.fromisoformat(reviewed[1])
    for update in library.all("updates", Update).values():
        if update.page.partition("#")[0] == page:
            yield update.day
    for entry in _shown(library, page, source):
        if day := day_of_entry(entry):
            yield day


def _shown(library: Library, page: str, source: str) -> Iterator[Entry]:
    """Yield the entries a page shows: those it names, and all of each kind it lists."""
    found = origins.of(library, page, source, "nb")
    for origin in found.files:
        folder, _, name = origin.path.removeprefix("data/").partition("/")
        if origin.path.startswith("data/"):
            yield library.entries[folder][name.rpartition(".")[0]]
    listed = set(CALL.findall(source))
    for kind in library.kinds:
        if f"data/{kind.folder}" in found.folders or kind.folder.replace("-", "_") in listed:
            yield from library.entries[kind.folder].values()
