"""Survey: statements a group answers each for themselves, with what to talk about and what to do afterwards."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.content import html, review
from macros.content.base import (
    Content,
    Day,
    Entry,
    Ref,
    Role,
    Slug,
    Text,
    Theme,
    broken,
    known_theme,
    repeated,
    review_again_field,
    reviewed_field,
    short,
    themes_field,
)
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place

ITEM = Ref("checklists", "items")


class Ends(Content):
    """Ordene i hver ende av skalaen."""

    low: Annotated[Text, short(30)] = Field(title="Lavest", description="Det 1 betyr. Høyst 30 tegn.")
    high: Annotated[Text, short(30)] = Field(title="Høyest", description="Det 5 betyr. Høyst 30 tegn.")


class Dimension(Content):
    """Det flere påstander handler om."""

    id: Slug = Field(title="Id", description="Fast kortnavn. Endres aldri.")
    title: Annotated[Text, short(40)] = Field(title="Navn", description="Navnet leseren ser. Høyst 40 tegn.")


class SurveyItem(Content):
    """Én påstand."""

    id: Slug = Field(title="Id", description="Fast kortnavn, unikt i undersøkelsen. Endres aldri.")
    text: Annotated[Text, short(140)] = Field(title="Påstand", description="Påstanden en tar stilling til.")
    dimension: Slug = Field(title="Dimensjon", description="Id-en til dimensjonen påstanden hører til.")
    direction: Literal["positiv", "negativ"] = Field(
        title="Retning", description="positiv når 5 er bra, negativ når 5 er et varsel."
    )
    good: Annotated[Text, short(200)] = Field(title="Når det er bra", description="Slik ser det ut når det virker.")
    poor: Annotated[Text, short(200)] = Field(title="Når det svikter", description="Slik ser det ut når det svikter.")
    talk: Annotated[Text, short(200)] = Field(title="Snakk om", description="Spørsmålet gruppa kan snakke ut fra.")
    actions: list[Annotated[str, ITEM]] = Field(
        title="Tiltak", description="Punkter i sjekklistene, som sjekkliste/punkt.", min_length=1, max_length=3
    )


class Survey(Entry):
    """En undersøkelse med påstander en gruppe svarer på."""

    title: Annotated[Text, short(70)] = Field(title="Tittel", description="Navnet på undersøkelsen. Høyst 70 tegn.")
    description: Annotated[Text, short(280, 40)] = Field(
        title="Beskrivelse", description="Hva den viser. Vises også i oversikter."
    )
    use_when: Annotated[Text, short(500)] = Field(title="Når", description="Når den passer, og når den ikke gjør det.")
    themes: list[Theme] = themes_field()
    roles: list[Role] = Field(title="Roller", description="Hvem som svarer.", min_length=1)
    parties: list[Role] = Field(
        [], title="Parter", description="Rollene som vises hver for seg. Tomt når alle er én gruppe.", max_length=5
    )
    letters: Annotated[str, Field(pattern=r"^[A-HJKMNP-TVWXY]{2}$")] = Field(
        title="Bokstaver", description="To bokstaver som kodene begynner med. Ingen andre undersøkelser har de samme."
    )
    version: int = Field(title="Utgave", description="Øker når påstandene endres, så gamle koder avvises.", ge=1, le=30)
    scale: Ends = Field(title="Skala", description="Ordene i hver ende av de fem trinnene.")
    dimensions: list[Dimension] = Field(title="Dimensjoner", description="Det påstandene handler om.", min_length=1)
    items: list[SurveyItem] = Field(title="Påstander", description="I rekkefølge.", min_length=4, max_length=12)
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _items_differ_and_have_a_dimension(self) -> "Survey":
        """Refuse two items of one id, and an item of a dimension that is not there."""
        ids = [item.id for item in self.items]
        if twice := repeated(ids):
            raise broken(f"id-en «{twice}» er brukt på to påstander", "gi den nyeste påstanden en ny id")
        known = [dimension.id for dimension in self.dimensions]
        for item in self.items:
            if item.dimension not in known:
                what = f"påstanden «{item.id}» har en dimensjon som ikke finnes: «{item.dimension}»"
                raise broken(what, "velg en av " + ", ".join(known))
        if unused := next((id for id in known if all(item.dimension != id for item in self.items)), None):
            raise broken(f"ingen påstander hører til dimensjonen «{unused}»", "fjern den, eller bruk den")
        return self


KIND = Kind("survey", "surveys", Survey, "undersokelser", "twins")


def survey(library: Library, place: Place, id: str) -> str:
    """Vis en undersøkelse."""
    entry = library.get(KIND.folder, id, Survey)
    context = {
        "twin": KIND.page(id, "nb" if place.language == "nn" else "nn"),
        "advice": {ref: library.part(ITEM, ref) for item in entry.items for ref in item.actions},
        "plan": place.in_language("plan.md"),
    }
    return html.render(
        "survey/survey.html", place, id=id, survey=entry, **context, **review.context(KIND.folder, id, entry, place)
    )


def surveys(library: Library, place: Place, theme: str = "") -> str:
    """Vis undersøkelsene i ett tema, eller alle, som kort."""
    every = library.all(KIND.folder, Survey)
    shown = {id: entry for id, entry in every.items() if not theme or known_theme(theme) in entry.themes}
    return html.render("survey/cards.html", place, surveys=shown)


MACROS = {"survey": survey, "surveys": surveys}
