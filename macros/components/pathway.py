"""Pathway: an ordered, explained way through the pages for one role."""

from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import Field

from macros.content import html, review
from macros.content.base import (
    PAGES,
    Content,
    Day,
    Entry,
    Language,
    Line,
    Markdown,
    Ref,
    review_again_field,
    reviewed_field,
    short,
)
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place
from macros.content.problems import ContentError

PathwayKind = Literal["rolle", "situasjon"]


class PathwayStep(Content):
    """Ett steg i en løype."""

    text: Annotated[Line, short(90)] = Field(title="Steg", description="Hva leseren gjør, med verb først.")
    page: Annotated[str, Ref(PAGES), Field(pattern=r"^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$")] = Field(
        title="Side", description="Siden steget ligger på, som en sti under docs/, for eksempel ledelse/index.md."
    )
    why: Annotated[Markdown, short(400)] = Field(title="Hvorfor", description="Hva leseren får ut av steget.")
    minutes: int = Field(title="Minutter", description="Omtrent hvor lang tid steget tar.", ge=1, le=480)


class Pathway(Entry):
    """En løype for en rolle eller en situasjon."""

    language: Language = Field(title="Målform", description="nb for bokmål, nn for nynorsk.")
    title: Annotated[Line, short(60)] = Field(title="Tittel", description="Hvem løypa er for, slik leseren sier det.")
    description: Annotated[Line, short(260, 40)] = Field(title="Beskrivelse", description="Hva leseren får gjort.")
    kind: PathwayKind = Field(title="Slag", description="Om løypa er for en rolle eller en situasjon.")
    order: int = Field(title="Rekkefølge", description="Plassen i oversikten; 1 står først.", ge=1, le=99)
    steps: list[PathwayStep] = Field(title="Steg", description="Stegene i rekkefølge.", min_length=2)
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()


class Stop(NamedTuple):
    """A page as a step in a pathway: which pathway, which step (from 1), and the step after it."""

    id: str
    pathway: Pathway
    number: int
    next: PathwayStep | None


KIND = Kind("pathway", "pathways", Pathway, "roller", "one")


def pathway(library: Library, place: Place, id: str) -> str:
    """Vis en løype."""
    entry = library.get(KIND.folder, id, Pathway)
    minutes = sum(step.minutes for step in entry.steps)
    return html.render(
        "pathway/pathway.html",
        place,
        id=id,
        pathway=entry,
        minutes=minutes,
        **review.context(KIND.folder, id, entry, place),
    )


def pathways(library: Library, place: Place, kind: str = "") -> str:
    """Vis løypene som kort, alle eller de for roller eller situasjoner, hvert med lenke rett til det første steget."""
    every = sorted(library.all(KIND.folder, Pathway).items(), key=lambda pair: pair[1].order)
    if kind not in ("", *get_args(PathwayKind)):
        raise ContentError(f"«{kind}» er ikke et slag løype – velg {' eller '.join(get_args(PathwayKind))}")
    shown = {id: entry for id, entry in every if kind in ("", entry.kind)}
    return html.render("pathway/cards.html", place, pathways=shown)


def here(library: Library, place: Place) -> str:
    """Return the note of the pathways a page is a step in, with the way on; empty when it is in none."""
    own = place.page.removeprefix("nn/")
    stops = [
        Stop(id, entry, number, entry.steps[number] if number < len(entry.steps) else None)
        for id, entry in sorted(library.all(KIND.folder, Pathway).items(), key=lambda pair: pair[1].order)
        for number, step in enumerate(entry.steps, 1)
        if step.page.partition("#")[0] == own
    ]
    first = {stop.id: stop for stop in reversed(stops)}
    return html.render("pathway/here.html", place, stops=list(reversed(first.values()))) if stops else ""


MACROS = {"pathway": pathway, "pathways": pathways}
