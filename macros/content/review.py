"""Review: when content was last checked, and the day it is to be checked again."""

import calendar
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from macros.content import html, yaml_reader
from macros.content.base import Entry
from macros.content.library import Library
from macros.content.place import Place

FILE = Path(__file__).with_name("review.yaml")
PAGES = "sider"

Scope = Literal["page", "part", "list"]


@dataclass(frozen=True)
class Review:
    """The day something was last checked, and the last day it should stand before it is checked again."""

    last: datetime.date
    due: datetime.date


def months() -> Mapping[str, int]:
    """Return the months between reviews, by data folder and for pages."""
    return _months(FILE.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _months(_changed: int) -> Mapping[str, int]:
    document = yaml_reader.read(FILE.read_bytes())
    if document.faults:
        raise ValueError(f"{FILE.name}: {document.faults}")
    found: dict[str, int] = document.data
    return found


def later(day: datetime.date, count: int) -> datetime.date:
    """Return the same day some months later, or the last of that month where it is too short."""
    year, month = divmod(day.month - 1 + count, 12)
    longest = calendar.monthrange(day.year + year, month + 1)[1]
    return datetime.date(day.year + year, month + 1, min(day.day, longest))


def of_entry(folder: str, entry: Entry) -> Review | None:
    """Return the review of an entry, or None for a kind that carries no such day."""
    last = entry.last_review
    return Review(last, entry.review_again_on or later(last, months()[folder])) if last else None


def of_page(library: Library, page: str, meta: Mapping[str, Any]) -> Review | None:
    """Return the review of a page: what its front matter tells of, and that of the entries it lists; None without."""
    return of_all([*[one for one in [_of_front(meta)] if one], *_listed(library, page)])


def _of_front(meta: Mapping[str, Any]) -> Review | None:
    if not meta.get("reviewed"):
        return None
    last = datetime.date.fromisoformat(str(meta["reviewed"]))
    again = meta.get("review_again")
    return Review(last, datetime.date.fromisoformat(str(again)) if again else later(last, months()[PAGES]))


def of_all(reviews: Iterable[Review]) -> Review | None:
    """Return the review of several things taken together: as old as the oldest, due when the first of them is."""
    every = list(reviews)
    return Review(min(one.last for one in every), min(one.due for one in every)) if every else None


def _listed(library: Library, page: str) -> list[Review]:
    """Return the reviews of the entries that share a page."""
    folders = [kind.folder for kind in library.kinds if kind.pages == "shared" and kind.page("") == page]
    entries = [(folder, entry) for folder in folders for entry in library.entries[folder].values()]
    return [one for one in (of_entry(*pair) for pair in entries) if one]


def page_end(library: Library, place: Place, meta: Mapping[str, Any]) -> str:
    """Return what a page says of its own review, or of the entries it lists; nothing where neither has a day."""
    whole = of_page(library, place.page, meta)
    scope: Scope = "list" if _listed(library, place.page) else "page"
    return html.render("review/review.html", place, review=whole, id=place.page, scope=scope) if whole else ""


def context(folder: str, id: str, entry: Entry, place: Place) -> dict[str, Any]:
    """Return what the template of an entry needs to say when it was reviewed."""
    own = any(kind.folder == folder and place.page in kind.own_pages(id) for kind in place.kinds)
    return {"review": of_entry(folder, entry), "scope": "page" if own else "part"}
