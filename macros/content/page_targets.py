"""Follow the links of a page to other pages of the tree, and to places on them."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from pymdownx.slugs import slugify

from macros.content import page_code, page_links

HEADING = re.compile(r"^#{1,6} +(.+?)[ #]*$", re.MULTILINE)
ID = re.compile(r'\bid="([^"]+)"')
SLUG = slugify(case="lower")  # type: ignore[no-untyped-call]  # the extension gives it no types


class Target(NamedTuple):
    """Where a link leads: the line it stands on (from 1), a path under `docs/`, and the place on that page, if any."""

    line: int
    page: str
    anchor: str


def of(page: str, text: str) -> Iterator[Target]:
    """Yield where the links of a page lead, for those that lead to a page of ours; `page` is its path under `docs/`."""
    for number, line in enumerate(page_code.blanked(text).lines, 1):
        for image, _, address in page_links.INLINE.findall(line):
            if address and not image and page_links.INSIDE.fullmatch(address):
                path, _, anchor = address.partition("#")
                there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
                yield Target(number, there, anchor)


def headings(text: str) -> set[str]:
    """Return the places that the headings of a page make."""
    return {SLUG(page_links.INLINE.sub(r"\2", title), "-") for title in HEADING.findall(text)}


def ids(html: str) -> set[str]:
    """Return the places that the HTML of a macro has."""
    return set(ID.findall(html))
