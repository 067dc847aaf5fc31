"""Checklist: steps to tick off, each with its reason, its way of doing it and its sources."""

from typing import Annotated, Any, get_args

from pydantic import Field, model_validator

from macros.content import html, review
from macros.content.base import (
    Content,
    Day,
    Participation,
    Ref,
    Role,
    Slug,
    Text,
    Theme,
    broken,
    known_theme,
    review_again_field,
    reviewed_field,
    short,
    themes_field,
)
from macros.content.kinds import Kind
from macros.content.legal import Regulated
from macros.content.library import Backlink, Library
from macros.content.place import Place


class ChecklistItem(Content):
    """Ett punkt i en sjekkliste."""

    id: Slug = Field(title="Id", description="Fast kortnavn. Endres aldri etter at punktet er publisert.")
    text: Annotated[Text, short(120)] = Field(title="Punkt", description="Handlingen, med verb først. Høyst 120 tegn.")
    why: Annotated[Text, short(700)] = Field(title="Hvorfor", description="Hva kildene sier, og hvor sikkert det er.")
    how: Annotated[Text, short(1200)] = Field(title="Slik gjør du", description="Hva du gjør helt konkret.")
    done_when: Annotated[Text, short(300)] = Field(title="Ferdig når", description="Tegnet på at punktet er gjort.")
    revision: int = Field(
        1,
        title="Utgave",
        description="Øk med én når meningen i punktet er endret. Den som har krysset av, får da vite det.",
        ge=1,
        le=9999,
    )
    participation: Participation = Field(
        title="Medbestemmelse", description="Nivået punktet vanligvis krever av samarbeid med de ansatte."
    )
    record: Annotated[Text, short(400)] | None = Field(
        None, title="Skriv ned", description="Hva som må skrives ned, og hvor."
    )
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        title="Kilder", description="Id-er til kildene rådet bygger på.", min_length=1
    )


class Checklist(Regulated):
    """En sjekkliste med punkter til å krysse av."""

    title: Annotated[Text, short(70)] = Field(title="Tittel", description="Navnet leseren ser. Høyst 70 tegn.")
    description: Annotated[Text, short(280, 40)] = Field(
        title="Beskrivelse", description="Hva leseren får gjort med lista. Vises også i oversikter."
    )
    use_when: Annotated[Text, short(500)] = Field(title="Når", description="Når og med hvem lista brukes.")
    themes: list[Theme] = themes_field()
    roles: list[Role] = Field(title="Roller", description="Hvem lista er for.", min_length=1)
    items: list[ChecklistItem] = Field(title="Punkter", description="Punktene i rekkefølge.", min_length=1)
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        [], title="Kilder", description="Id-er til kilder for lista som helhet."
    )
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _item_ids_differ(self) -> "Checklist":
        """Refuse two items with the same id: what a reader has ticked would be mixed up."""
        first: dict[str, int] = {}
        for number, item in enumerate(self.items, start=1):
            if item.id in first:
                what = f"id-en «{item.id}» er brukt både i punkt {first[item.id]} og punkt {number}"
                raise broken(what, "gi det nyeste punktet en ny id", "items", number - 1, "id")
            first[item.id] = number
        return self


KIND = Kind("checklist", "checklists", Checklist, "sjekklister", "twins")


def checklist(library: Library, place: Place, id: str) -> str:
    """Vis en sjekkliste."""
    entry = library.get(KIND.folder, id, Checklist)
    is_home = place.is_home_of(KIND, id)
    context: dict[str, Any] = {
        "level": 2 if is_home else 3,
        "is_home": is_home,
        "twin": KIND.page(id, "nb" if place.language == "nn" else "nn"),
        "plan": place.in_language("plan.md"),
        "sources": {ref: library.entry("sources", ref) for item in entry.items for ref in item.sources},
        "levels": [
            level for level in get_args(Participation) if any(one.participation == level for one in entry.items)
        ],
        "shown_by": {item.id: _stories(library, f"{id}/{item.id}") for item in entry.items},
    }
    return html.render(
        "checklist/checklist.html",
        place,
        id=id,
        checklist=entry,
        **context,
        **review.context(KIND.folder, id, entry, place),
    )


def _stories(library: Library, item: str) -> list[Backlink]:
    """Return the stories that bear on an item; other entries may build on it without saying anything of it."""
    return [link for link in library.pointing_at(KIND.folder, item) if link.folder == "stories"]


def checklists(library: Library, place: Place, theme: str = "") -> str:
    """Vis sjekklistene i ett tema, eller alle, som kort."""
    every = library.all(KIND.folder, Checklist)
    chosen = {id: entry for id, entry in every.items() if not theme or known_theme(theme) in entry.themes}
    return html.render("checklist/cards.html", place, checklists=chosen)


MACROS = {"checklist": checklist, "checklists": checklists}
