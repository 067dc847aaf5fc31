"""What machines are told of one page, and what stands in its head for them."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

from macros.content.base import Language, Theme
from macros.content.library import Library
from macros.content.owner import owner
from macros.content.words import word
from macros.machine import changes
from macros.machine.site import Site, address_of, twin_of

IMAGES = "assets/share"
IMAGE_SIZE = (1200, 630)
LOCALES: Mapping[Language, str] = {"nb": "nb_NO", "nn": "nn_NO"}


class WrittenPage(NamedTuple):
    """A page as it is written: its path under `docs/`, its Markdown, and what it is called when it is built."""

    source: str
    text: str
    language: Language
    title: str
    description: str
    has_twin: bool


@dataclass(frozen=True)
class PageFacts:
    """One page: its path under `docs/`, what it says of itself, its twin and the day it last changed if it has them.

    `theme` is empty for a page of no one theme.
    """

    source: str
    language: Language
    title: str
    description: str
    theme: Theme | str
    twin: str
    changed: datetime.date | None

    @property
    def address(self) -> str:
        """Return its address from the top of the site."""
        return address_of(self.source)

    @property
    def image(self) -> str:
        """Return the address of the picture shown when it is shared."""
        return f"{IMAGES}/{self.theme or 'tillit'}.png"

    @property
    def markdown(self) -> str:
        """Return the address of the same page as Markdown."""
        return f"{self.address}index.md"


@dataclass(frozen=True)
class Head:
    """What the template writes in the head of a page for machines; addresses are whole."""

    url: str
    linked: str
    language: Language
    locale: str
    other_locale: str
    alternates: Sequence[tuple[str, str]]
    image: str
    image_alt: str
    is_article: bool
    title: str
    description: str


def facts(library: Library, page: WrittenPage) -> PageFacts:
    """Return the facts of a page."""
    return PageFacts(
        source=page.source,
        language=page.language,
        title=page.title,
        description=page.description,
        theme=_theme(library, page.source),
        twin=twin_of(page.source) if page.has_twin else "",
        changed=changes.day_of_page(library, page.source, page.text),
    )


def _theme(library: Library, page: str) -> str:
    """Return the theme a page lies under, or the first one of the entry it belongs to."""
    first = page.removeprefix("nn/").partition("/")[0]
    if first in get_args(Theme):
        return first
    own = owner(library, page)
    return next(iter(getattr(own.entry, "themes", [])), "") if own else ""


def alternates(site: Site, page: PageFacts) -> list[tuple[str, str]]:
    """Return each written standard a page is in, with its address, if it is in both; others are told of bokmål."""
    if not page.twin:
        return []
    nynorsk, bokmal = sorted((page.source, page.twin), key=lambda source: not source.startswith("nn/"))
    addresses = {"nb": site.absolute(address_of(bokmal)), "nn": site.absolute(address_of(nynorsk))}
    return [*addresses.items(), ("x-default", addresses["nb"])]


def head(site: Site, page: PageFacts, linked: str, *, is_article: bool) -> Head:
    """Return what stands in the head of a page; `linked` is what it is about, as text for a script element."""
    other: Language = "nb" if page.language == "nn" else "nn"
    return Head(
        url=site.absolute(page.address),
        linked=linked,
        language=page.language,
        locale=LOCALES[page.language],
        other_locale=LOCALES[other] if page.twin else "",
        alternates=alternates(site, page),
        image=site.absolute(page.image),
        image_alt=word("share.image", page.language, name=site.name),
        is_article=is_article,
        title=page.title,
        description=page.description,
    )
