"""Action: a measure in the reform, with its owner, its level and what is known of where it stands."""

from typing import Annotated, Literal

from pydantic import Field

from macros.content import facets, html
from macros.content.base import (
    Day,
    Entry,
    Language,
    Line,
    Ref,
    Slug,
    Theme,
    review_again_field,
    reviewed_field,
    short,
    themes_field,
)
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place

Level = Literal["nasjonalt", "departement", "etat", "kommune", "partene"]
Status = Literal["pågår", "avsluttet", "vedtatt", "foreslått", "ukjent"]


class Action(Entry):
    """Et tiltak i reformen."""

    language: Language = Field(title="Målform", description="nb for bokmål, nn for nynorsk.")
    title: Annotated[Line, short(90)] = Field(title="Tittel", description="Hva tiltaket er. Høyst 90 tegn.")
    description: Annotated[Line, short(400, 60)] = Field(
        title="Beskrivelse", description="Hva det går ut på, hvem det er for, og hva som er kjent om hva det førte til."
    )
    owner: Annotated[Line, short(120)] = Field(title="Eier", description="Den som står bak tiltaket.")
    level: Level = Field(title="Nivå", description="Hvor i forvaltningen tiltaket hører hjemme.")
    status: Status = Field(title="Status", description="Hvor tiltaket står, så langt kildene sier det.")
    status_note: Annotated[Line, short(240)] = Field(
        title="Om statusen", description="Hva som er kjent om statusen, og fra når."
    )
    period: Annotated[str, Field(pattern=r"^(19|20)\d\d"), short(40)] | None = Field(
        None, title="Periode", description="Begynner med årstallet, for eksempel «2022–»."
    )
    themes: list[Theme] = themes_field()
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        title="Kilder", description="Id-er til kildene.", min_length=1
    )
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()


KIND = Kind("action", "actions", Action, "tiltak", "shared")
FACETS: facets.Readers[Action] = {
    "theme": lambda action: action.themes,
    "level": lambda action: [action.level],
    "status": lambda action: [action.status],
}


def actions(library: Library, place: Place) -> str:
    """Vis registeret over tiltak, med filter."""
    every = library.all(KIND.folder, Action)
    shown = dict(sorted(every.items(), key=lambda pair: (pair[1].period or "9999", pair[0])))
    sources = {ref: library.entry("sources", ref) for entry in shown.values() for ref in entry.sources}
    return html.render("action/register.html", place, actions=shown, sources=sources, facets=facets.of(shown, FACETS))


MACROS = {"actions": actions}
