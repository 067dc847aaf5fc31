"""Diagram: a drawing made from data, with everything it says as a list beside it."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.content import html
from macros.content.base import Content, Day, Entry, Ref, Slug, Text, broken, review_again_field, reviewed_field, short
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place


class DiagramPart(Content):
    """Én del av et diagram."""

    label: Annotated[Text, short(40)] = Field(title="Navn", description="Det som står i tegningen. Høyst 40 tegn.")
    other: Annotated[Text, short(40)] | None = Field(
        None, title="Motpart", description="Den andre siden, når diagrammet viser forhold mellom to."
    )
    year: int | None = Field(None, title="År", description="Når det skjedde, i en tidslinje.", ge=1900, le=2100)
    text: Annotated[Text, short(300)] = Field(title="Tekst", description="Det som står i lista ved siden av.")
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        title="Kilder", description="Id-er til kildene delen bygger på.", min_length=1
    )


class Diagram(Entry):
    """Et diagram med lista som sier det samme."""

    title: Annotated[Text, short(70)] = Field(title="Tittel", description="Hva diagrammet viser.")
    description: Annotated[Text, short(280, 40)] = Field(
        title="Beskrivelse", description="Det viktigste i diagrammet, sagt med ord."
    )
    form: Literal["forhold", "tidslinje", "ring"] = Field(title="Form", description="Hvordan det tegnes.")
    centre: Annotated[Text, short(20)] | None = Field(
        None, title="Midten", description="Ordet i midten, når formen er en ring."
    )
    parts: list[DiagramPart] = Field(title="Deler", description="Delene i rekkefølge.", min_length=2, max_length=14)
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _form_has_what_it_needs(self) -> "Diagram":
        """Demand a counterpart in a diagram of relations, a year in a timeline and a centre in a ring."""
        needs = {"forhold": ("other", "motpart"), "tidslinje": ("year", "år")}
        if self.form in needs:
            field, word = needs[self.form]
            lacking = [number for number, part in enumerate(self.parts, 1) if getattr(part, field) is None]
            if lacking:
                what = f"del {lacking[0]} mangler {field}"
                raise broken(what, f"legg til {word} i hver del")
        if self.form == "ring" and self.centre is None:
            fix = "legg til ordet som skal stå i midten"
            raise broken("centre mangler", fix)
        return self


KIND = Kind("diagram", "diagrams", Diagram, "", "placed")


def diagram(library: Library, place: Place, id: str) -> str:
    """Vis et diagram."""
    entry = library.get(KIND.folder, id, Diagram)
    sources = {ref: library.entry("sources", ref) for part in entry.parts for ref in part.sources}
    years = [part.year for part in entry.parts if part.year is not None]
    span = (min(years), max(years)) if years else (0, 0)
    return html.render("diagram/diagram.html", place, id=id, diagram=entry, sources=sources, span=span)


MACROS = {"diagram": diagram}
