"""Course: a course, guide or tool made by others, with its form, its audience and what could not be confirmed."""

from typing import Annotated, Literal

from pydantic import Field

from macros.content import facets, html
from macros.content.base import (
    Day,
    Entry,
    Language,
    Line,
    Name,
    Ref,
    Slug,
    Theme,
    Url,
    review_again_field,
    reviewed_field,
    short,
    themes_field,
)
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place

Form = Literal["nettkurs", "samling", "studium", "veileder", "verktøy", "undersøkelse", "håndbok", "fagside"]
Cost = Literal["gratis", "betalt", "ukjent"]


class Course(Entry):
    """Et kurs eller en ressurs som andre har laget."""

    language: Language = Field(title="Målform", description="Målformen beskrivelsen er skrevet i: nb eller nn.")
    title: Annotated[Name, short(120)] = Field(title="Navn", description="Navnet slik utgiveren bruker det.")
    description: Annotated[Line, short(400, 60)] = Field(
        title="Beskrivelse", description="Hva du lærer eller får, med våre ord."
    )
    provider: Annotated[Name, short(120)] = Field(title="Utgiver", description="Den som tilbyr det.")
    form: Form = Field(title="Form", description="Hva slags tilbud det er.")
    duration: Annotated[Line, short(80)] | None = Field(
        None, title="Varighet", description="Hvor lang tid det tar, når det er kjent."
    )
    audience: Annotated[Line, short(160)] = Field(title="Målgruppe", description="Hvem det er for.")
    cost: Cost = Field(title="Pris", description="Gratis, betalt eller ukjent.")
    address: Url | None = Field(None, title="Adresse", description="Adressen hos utgiveren, når den er kjent.")
    note: Annotated[Line, short(400)] | None = Field(
        None, title="Merknad", description="Hva som ikke er bekreftet, og hva leseren bør kontrollere."
    )
    themes: list[Theme] = themes_field()
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        title="Kilder", description="Id-er til kildene.", min_length=1
    )
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()


KIND = Kind("course", "courses", Course, "kurs", "shared")
FACETS: facets.Readers[Course] = {
    "theme": lambda course: course.themes,
    "form": lambda course: [course.form],
    "cost": lambda course: [course.cost],
}


def courses(library: Library, place: Place) -> str:
    """Vis kurs og ressurser fra andre, med filter."""
    every = library.all(KIND.folder, Course)
    shown = dict(sorted(every.items(), key=lambda pair: pair[1].title.casefold()))
    sources = {ref: library.entry("sources", ref) for entry in shown.values() for ref in entry.sources}
    return html.render("course/register.html", place, courses=shown, sources=sources, facets=facets.of(shown, FACETS))


MACROS = {"courses": courses}
