"""Source: something the playbook builds on, shown as a short note in the text and as an entry in the register."""

import datetime
import re
from typing import Annotated, Literal, get_args

from pydantic import Field

from macros.content import html
from macros.content.base import Day, Entry, Line, Name, Ref, Slug, Url, review_again_field, short
from macros.content.kinds import Kind
from macros.content.library import Backlink, Library
from macros.content.mentions import Mention, Mentions, mentions
from macros.content.place import Place

SourceKind = Literal[
    "lov",
    "avtale",
    "offentlig dokument",
    "forskning",
    "undersøkelse",
    "rapport",
    "veileder",
    "verktøy",
    "kurs",
    "fagside",
    "fagartikkel",
    "bok",
    "nyhet",
    "debatt",
    "studentoppgave",
    "vilkår",
]
SourceRefs = list[Annotated[Slug, Ref("sources")]]


class Source(Entry):
    """En kilde håndboka bygger på."""

    title: Annotated[Name, short(220)] = Field(title="Tittel", description="Tittelen slik kilden selv skriver den.")
    language: Literal["nb", "nn", "sv", "da", "en", "nl"] = Field(
        "nb", title="Språk", description="Språket tittelen er skrevet på. Utelates når det er bokmål."
    )
    publisher: Annotated[Name, short(120)] = Field(title="Utgiver", description="Den som har gitt ut kilden.")
    url: Url | None = Field(
        None,
        title="Adresse",
        description="Adressen hos utgiveren. Utelates når den ikke er kjent eller bare finnes som kopi.",
    )
    date: Annotated[Line, short(80)] = Field(title="Dato", description="Slik kilden oppgir den, eller «u.d.».")
    kind: SourceKind = Field(title="Type", description="Hva slags kilde det er.")
    confidence: Literal["bekreftet", "henvist"] = Field(
        title="Hvor sikker",
        description="«bekreftet» når teksten er lest, helt eller delvis; «henvist» når bare omtalen er kjent.",
    )
    note: Annotated[Line, short(500)] | None = Field(
        None, title="Merknad", description="Hva som er lest, og hva leseren bør vite om kilden."
    )
    checked: Day = Field(title="Kontrollert", description="Datoen kilden sist ble kontrollert, som åååå-mm-dd.")

    review_again: Day | None = review_again_field()

    @property
    def last_review(self) -> datetime.date:
        """Return the day the source was last checked."""
        return self.checked

    @property
    def label(self) -> str:
        """Return the publisher in short, for running text: what stands before a comma or a bracket."""
        return re.split(r", | \(", self.publisher)[0]


KIND = Kind("source", "sources", Source, "kilder", "shared")


def source(library: Library, place: Place, id: str) -> str:
    """Vis en kort kildehenvisning i løpende tekst."""
    entry = library.get(KIND.folder, id, Source)
    return html.render("source/source.html", place, id=id, source=entry)


def sources(library: Library, place: Place, *ids: str) -> str:
    """Vis kildene med disse id-ene som en liste, eller hele kilderegisteret når ingen er nevnt."""
    if ids:
        chosen = {id: library.get(KIND.folder, id, Source) for id in ids}
        return html.render("source/list.html", place, sources=chosen)
    every = library.all(KIND.folder, Source)
    groups = {kind: _of_kind(every, kind) for kind in get_args(SourceKind)}
    entries = {id: _entries(library, id) for id in every}
    called = mentions(library.docs)
    pages = {id: _pages(library, id, called) for id in every}
    return html.render("source/register.html", place, groups=groups, entries=entries, pages=pages)


def _entries(library: Library, id: str) -> list[Backlink]:
    """Return the entries with an address of their own that build on a source, each once."""
    found = {(link.folder, link.id): link for link in library.pointing_at(KIND.folder, id)}
    return [link for link in found.values() if library.kind(link.folder).pages != "placed"]


def _pages(library: Library, id: str, called: Mentions) -> list[Mention]:
    """Return the pages of prose that mention a source, or show an entry that builds on it and has no address."""
    found = list(called.get(KIND.macro, {}).get(id, []))
    for link in library.pointing_at(KIND.folder, id):
        kind = library.kind(link.folder)
        if kind.pages == "placed":
            found += called.get(kind.macro, {}).get(link.id, [])
    return list(dict.fromkeys(found))


def _of_kind(every: dict[str, Source], kind: str) -> dict[str, Source]:
    found = ((id, source) for id, source in every.items() if source.kind == kind)
    return dict(sorted(found, key=lambda pair: (pair[1].publisher.casefold(), pair[1].title.casefold())))


MACROS = {"sources": sources}
INLINE_MACROS = {"source": source}
