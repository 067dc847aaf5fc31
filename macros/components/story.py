"""Story: a real case with what was done, what came of it and how well that is known."""

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.content import html
from macros.content.base import (
    Content,
    Day,
    Entry,
    Language,
    Line,
    Markdown,
    Ref,
    Slug,
    Theme,
    known_theme,
    reviewed_field,
    short,
    themes_field,
)
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place

StoryField = Literal[
    "hele virksomheten",
    "helse og omsorg",
    "sykehus",
    "barnehage og skole",
    "høyere utdanning",
    "arbeid og velferd",
    "samferdsel, miljø og bygg",
    "politi, justis og utlending",
    "tilsyn og forvaltning",
]


ITEM = Ref("checklists", "items")


class Result(Content):
    """Ett resultat i en historie, og hva slags kunnskap det bygger på."""

    text: Annotated[Markdown, short(700)] = Field(title="Resultat", description="Hva som kom ut av det.")
    evidence: Literal["målt", "evaluert", "opplevd", "ikke målt"] = Field(
        title="Belegg", description="Målt i tall, evaluert av andre, opplevd av noen som var med, eller ikke målt."
    )
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        [], title="Kilder", description="Id-er til kildene for akkurat dette resultatet."
    )


class Illustration(Content):
    """Et råd historien belyser."""

    item: Annotated[str, ITEM, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")] = Field(
        title="Punkt", description="Skrives som sjekkliste/punkt, for eksempel klare-mal/velg-tre-mal."
    )
    relation: Literal["støtter", "nyanserer", "motsier"] = Field(
        "støtter", title="Forhold", description="Om historien støtter, nyanserer eller motsier rådet."
    )


class Story(Entry):
    """En historie fra virkeligheten."""

    language: Language = Field(title="Målform", description="nb for bokmål, nn for nynorsk.")
    title: Annotated[Line, short(90)] = Field(title="Tittel", description="Hva som skjedde, ærlig. Høyst 90 tegn.")
    description: Annotated[Line, short(300, 50)] = Field(
        title="Ingress", description="Hvem, hva de gjorde og hvordan det gikk. Vises også i oversikter."
    )
    organisation: Annotated[Line, short(120)] = Field(title="Virksomhet", description="Virksomheten saken gjelder.")
    country: Literal["Norge", "Danmark", "Sverige", "Nederland"] = Field(title="Land", description="Landet.")
    sector: Literal["stat", "kommune", "fylkeskommune", "helseforetak", "annet"] = Field(
        title="Sektor", description="Delen av offentlig sektor."
    )
    field: StoryField = Field(title="Område", description="Fagområdet.")
    size: Annotated[Line, short(200)] | None = Field(None, title="Størrelse", description="Hvor mange det gjaldt.")
    period: Annotated[Line, short(60)] | None = Field(None, title="Periode", description="Når det skjedde.")
    themes: list[Theme] = themes_field()
    parties: list[Annotated[Line, short(80)]] = Field(title="Deltakere", description="Hvem som var med.", min_length=1)
    challenge: Annotated[Markdown, short(1500)] = Field(title="Utfordringen", description="Situasjonen før de begynte.")
    actions: list[Annotated[Markdown, short(900)]] = Field(
        title="Hva de gjorde", description="Det som ble gjort, i rekkefølge.", min_length=1
    )
    results: list[Result] = Field(title="Hva det førte til", description="Resultatene, også svake.", min_length=1)
    difficulties: list[Annotated[Markdown, short(900)]] = Field(
        [], title="Hva som var vanskelig", description="Motstand, kritikk og det som ikke gikk."
    )
    lessons: list[Annotated[Markdown, short(600)]] = Field(
        [], title="Dette kan andre bruke", description="Det som kan prøves andre steder."
    )
    outcome: Literal["positiv", "blandet", "negativ", "pågår"] = Field(
        title="Utfall", description="Hvordan det gikk, alt i alt."
    )
    strength: Literal["god", "svak"] = Field(
        title="Kildegrunnlag", description="«svak» når saken hviler på én kilde eller på en part i saken."
    )
    basis: Annotated[Markdown, short(600)] | None = Field(
        None, title="Hva saken bygger på", description="Påkrevd når kildegrunnlaget er svakt."
    )
    illustrates: list[Illustration] = Field(
        [], title="Råd", description="Punktene i sjekklistene som historien belyser."
    )
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        title="Kilder", description="Id-er til alle kildene historien bygger på.", min_length=1
    )
    reviewed: Day = reviewed_field()

    @model_validator(mode="after")
    def _weak_story_says_why(self) -> "Story":
        """Demand `basis` when the sources are weak: the reader must know what the story rests on."""
        if self.strength == "svak" and not self.basis:
            fix = "legg til basis: én til to setninger om kildene"
            raise PydanticCustomError("rule", "rule", {"what": "strength er svak, men basis mangler", "fix": fix})
        return self


KIND = Kind("story", "stories", Story, "historier", "one")


def story(library: Library, place: Place, id: str) -> str:
    """Vis en historie."""
    entry = library.get(KIND.folder, id, Story)
    sources = {ref: library.entry("sources", ref) for ref in entry.sources}
    items = {link.item: library.part(ITEM, link.item) for link in entry.illustrates}
    return html.render("story/story.html", place, id=id, story=entry, sources=sources, items=items)


def stories(library: Library, place: Place, theme: str = "", limit: int = 0) -> str:
    """Vis historiene som kort: alle etter fagområde, eller de best belagte i ett tema."""
    every = library.all(KIND.folder, Story)
    if not theme:
        groups = {field: _of_field(every, field) for field in get_args(StoryField)}
        return html.render("story/overview.html", place, groups=groups, count=len(every))
    asked = known_theme(theme)
    chosen = {id: story for id, story in every.items() if asked in story.themes}
    best = sorted(chosen, key=lambda id: (chosen[id].strength != "god", chosen[id].themes.index(asked), id))
    shown = {id: chosen[id] for id in best[: limit or None]}
    return html.render("story/cards.html", place, stories=shown, level=3)


def chosen_stories(library: Library, place: Place, *ids: str) -> str:
    """Vis historiene med disse id-ene som kort."""
    chosen = {id: library.get(KIND.folder, id, Story) for id in ids}
    return html.render("story/cards.html", place, stories=chosen, level=3)


def _of_field(every: dict[str, Story], field: str) -> dict[str, Story]:
    return {id: story for id, story in every.items() if story.field == field}


MACROS = {"story": story, "stories": stories, "chosen_stories": chosen_stories}
