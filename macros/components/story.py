"""Story: a real case with what was done, what came of it and how well that is known."""

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from macros.content import facets, html, images, review, similar
from macros.content.base import (
    Content,
    Day,
    Entry,
    Language,
    Line,
    Markdown,
    Name,
    Ref,
    Slug,
    Theme,
    broken,
    known_theme,
    review_again_field,
    reviewed_field,
    short,
    themes_field,
)
from macros.content.images import Image
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


Evidence = Literal["målt", "evaluert", "opplevd", "dokumentert", "ikke målt"]
Outcome = Literal["positiv", "blandet", "negativ", "pågår"]
Scale = Literal["én arbeidsplass", "én virksomhet", "flere virksomheter"]

ITEM = Ref("checklists", "items")


class Result(Content):
    """Ett resultat i en historie, og hva slags kunnskap det bygger på."""

    text: Annotated[Markdown, short(700)] = Field(title="Resultat", description="Hva som kom ut av det.")
    evidence: Evidence = Field(
        title="Belegg",
        description="Målt i tall, evaluert av andre, opplevd av noen som var med, dokumentert som hendelse, "
        "eller ikke målt.",
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


class View(Content):
    """Hva en av partene selv sier om saken."""

    party: Literal["leder", "arbeidsgiver", "tillitsvalgt", "verneombud", "medarbeider", "politiker", "forsker"] = (
        Field(title="Part", description="Hvem som ser det slik.")
    )
    text: Annotated[Markdown, short(700)] = Field(title="Syn", description="Hva de sier, med våre ord.")
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        [], title="Kilder", description="Id-er til kildene der parten sier dette."
    )


class Event(Content):
    """En datert hendelse i en historie."""

    when: Annotated[str, Field(pattern=r"^(19|20)\d\d")] = Field(
        title="Når", description="Begynner med årstallet, for eksempel «2017» eller «2019, høsten»."
    )
    what: Annotated[Line, short(170)] = Field(title="Hva", description="Hva som skjedde. Høyst 170 tegn.")


class Story(Entry):
    """En historie fra virkeligheten."""

    language: Language = Field(title="Målform", description="nb for bokmål, nn for nynorsk.")
    title: Annotated[Line, short(90)] = Field(title="Tittel", description="Hva som skjedde, ærlig. Høyst 90 tegn.")
    description: Annotated[Line, short(300, 50)] = Field(
        title="Ingress", description="Hvem, hva de gjorde og hvordan det gikk. Vises også i oversikter."
    )
    organisation: Annotated[Name, short(120)] = Field(title="Virksomhet", description="Virksomheten saken gjelder.")
    country: Literal["Norge", "Danmark", "Sverige", "Nederland"] = Field(
        title="Land", description="Landet saken er fra."
    )
    sector: Literal["stat", "kommune", "fylkeskommune", "helseforetak", "annet"] = Field(
        title="Sektor", description="Delen av offentlig sektor."
    )
    field: StoryField = Field(title="Område", description="Fagområdet saken gjelder.")
    size: Annotated[Line, short(200)] | None = Field(None, title="Størrelse", description="Hvor mange det gjaldt.")
    scale: Scale = Field(title="Omfang", description="Om saken gjelder én arbeidsplass, én virksomhet eller flere.")
    period: Annotated[Line, short(60)] | None = Field(None, title="Periode", description="Når det skjedde.")
    themes: list[Theme] = themes_field()
    parties: list[Annotated[Line, short(80)]] = Field(title="Deltakere", description="Hvem som var med.", min_length=1)
    image: Image | None = Field(
        None, title="Bilde", description="Ett bilde som viser noe av det historien handler om, med lov til å bruke det."
    )
    challenge: Annotated[Markdown, short(1500)] = Field(title="Utfordringen", description="Situasjonen før de begynte.")
    actions: list[Annotated[Markdown, short(900)]] = Field(
        title="Hva de gjorde", description="Det som ble gjort, i rekkefølge.", min_length=1
    )
    turning_point: Annotated[Markdown, short(800)] | None = Field(
        None,
        title="Vendepunktet",
        description="Øyeblikket eller beslutningen som endret kursen, slik kildene forteller.",
    )
    results: list[Result] = Field(title="Hva det førte til", description="Resultatene, også svake.", min_length=1)
    views: list[View] = Field(
        [], title="Slik ser partene det", description="Det partene selv sier, når kildene gir flere syn."
    )
    difficulties: list[Annotated[Markdown, short(900)]] = Field(
        [], title="Hva som var vanskelig", description="Motstand, kritikk og det som ikke gikk."
    )
    lessons: list[Annotated[Markdown, short(600)]] = Field(
        [], title="Dette kan andre bruke", description="Det som kan prøves andre steder."
    )
    watch: list[Annotated[Markdown, short(450)]] = Field(
        [], title="Dette bør du passe på", description="Det andre som prøver det samme, bør se opp for."
    )
    timeline: list[Event] = Field(
        [], title="Tidslinje", description="Minst fire daterte hendelser. Historien vises da som en av dem i dybden."
    )
    outcome: Outcome = Field(title="Utfall", description="Hvordan det gikk, alt i alt.")
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
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _several_or_none(self) -> "Story":
        """Demand more than one view and more than three events where there are any: one alone misleads."""
        for name, least in (("views", 2), ("timeline", 4)):
            if 0 < len(getattr(self, name)) < least:
                what = f"{name} har bare {len(getattr(self, name))}"
                raise broken(what, f"skriv minst {least}, eller ingen", name)
        return self

    @model_validator(mode="after")
    def _weak_story_says_why(self) -> "Story":
        """Demand `basis` when the sources are weak: the reader must know what the story rests on."""
        if self.strength == "svak" and not self.basis:
            fix = "legg til basis: én til to setninger om kildene"
            raise broken("strength er svak, men basis mangler", fix, "strength")
        return self


KIND = Kind("story", "stories", Story, "historier", "one")


def _started(story: Story) -> list[str]:
    """Return the span of years a story began in, from the first year its period names."""
    year = html.year(story.period)
    if not year:
        return ["ukjent"]
    spans = ((2010, "før 2010"), (2016, "2010–2015"), (2021, "2016–2020"))
    return [next((span for end, span in spans if int(year) < end), "2021 eller senere")]


FACETS: facets.Readers[Story] = {
    "theme": lambda story: story.themes,
    "outcome": lambda story: [story.outcome],
    "evidence": lambda story: [result.evidence for result in story.results],
    "strength": lambda story: [story.strength],
    "sector": lambda story: [story.sector],
    "field": lambda story: [story.field],
    "country": lambda story: [story.country],
    "scale": lambda story: [story.scale],
    "started": _started,
    "language": lambda story: [story.language],
}
# What makes two stories alike, and how much each thing counts: the advice they share says most.
LIKENESS: similar.Traits[Story] = (
    (4, lambda story: [link.item for link in story.illustrates]),
    (3, lambda story: [story.field]),
    (2, lambda story: story.themes),
    (1, lambda story: [story.sector]),
    (1, lambda story: [story.outcome]),
)


def story(library: Library, place: Place, id: str) -> str:
    """Vis en historie."""
    entry = library.get(KIND.folder, id, Story)
    context = {
        "sources": {ref: library.entry("sources", ref) for ref in _cited(entry)},
        "items": {link.item: library.part(ITEM, link.item) for link in entry.illustrates},
        "plan": place.in_language("plan.md"),
        "picture": images.shown(library, entry.image) if entry.image else None,
        "similar": _likeness(library).to(id),
    }
    return html.render(
        "story/story.html", place, id=id, story=entry, **context, **review.context(KIND.folder, id, entry, place)
    )


def _cited(story: Story) -> list[str]:
    """Return every source a story names, each once: a result or a view may rest on one that the list has left out."""
    parts: list[Result | View] = [*story.results, *story.views]
    return list(dict.fromkeys([*story.sources, *(ref for part in parts for ref in part.sources)]))


def _likeness(library: Library) -> similar.Likeness[Story]:
    """Return what the stories share, worked out the first time one of them is shown."""
    return library.once("likeness", lambda: similar.Likeness(library.all(KIND.folder, Story), LIKENESS, limit=3))


def stories(library: Library, place: Place, theme: str = "", limit: int = 0) -> str:
    """Vis historiene som kort: alle etter område og med filter, eller de best belagte i ett tema."""
    every = library.all(KIND.folder, Story)
    if not theme:
        groups = {field: _of_field(every, field) for field in get_args(StoryField)}
        return html.render("story/overview.html", place, groups=groups, facets=facets.of(every, FACETS))
    asked = known_theme(theme)
    chosen = {id: story for id, story in every.items() if asked in story.themes}
    best = sorted(chosen, key=lambda id: (chosen[id].strength != "god", chosen[id].themes.index(asked), id))
    shown = {id: chosen[id] for id in best[: limit or None]}
    return html.render("story/cards.html", place, stories=shown, level=3)


def features(library: Library, place: Place) -> str:
    """Vis historiene i dybden, de som har en tidslinje, som en kort liste."""
    told = {id: story for id, story in library.all(KIND.folder, Story).items() if story.timeline}
    return html.render("story/features.html", place, stories=told)


def chosen_stories(library: Library, place: Place, *ids: str) -> str:
    """Vis historiene med disse id-ene som kort."""
    chosen = {id: library.get(KIND.folder, id, Story) for id in ids}
    return html.render("story/cards.html", place, stories=chosen, level=3)


def _of_field(every: dict[str, Story], field: str) -> dict[str, Story]:
    return {id: story for id, story in every.items() if story.field == field}


MACROS = {"story": story, "stories": stories, "features": features, "chosen_stories": chosen_stories}
