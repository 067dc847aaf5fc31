"""Conversation: cards to talk from, one at a time, with ground rules and the time a round takes."""

from typing import Annotated

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


class Round(Content):
    """Tiden en runde tar, i minutter."""

    think: int = Field(title="Tenk", description="Minutter hver for seg.", ge=0, le=15)
    pair: int = Field(title="To og to", description="Minutter to og to. 0 når dere bare er to.", ge=0, le=30)
    share: int = Field(title="Sammen", description="Minutter sammen.", ge=1, le=60)


class Card(Content):
    """Ett kort."""

    id: Slug = Field(title="Id", description="Fast kortnavn, unikt i settet. Endres aldri.")
    question: Annotated[Text, short(160)] = Field(title="Spørsmål", description="Spørsmålet. Høyst 160 tegn.")
    follow_ups: list[Annotated[Text, short(160)]] = Field(
        [], title="Oppfølging", description="Spørsmål å gå videre med.", max_length=3
    )
    topic: Annotated[Text, short(30)] = Field(title="Emne", description="Emnet kortet hører til. Høyst 30 tegn.")


class Conversation(Entry):
    """Et samtaleverktøy: kort med spørsmål."""

    title: Annotated[Text, short(70)] = Field(title="Tittel", description="Navnet på settet. Høyst 70 tegn.")
    description: Annotated[Text, short(280, 40)] = Field(
        title="Beskrivelse", description="Hva samtalen gir. Vises også i oversikter."
    )
    use_when: Annotated[Text, short(500)] = Field(title="Når", description="Når det passer, og når det ikke gjør det.")
    themes: list[Theme] = themes_field()
    roles: list[Role] = Field(title="Roller", description="Hvem som snakker sammen.", min_length=1)
    rules: list[Annotated[Text, short(160)]] = Field(
        title="Regler", description="Det dere er enige om før dere begynner.", min_length=2, max_length=6
    )
    round: Round = Field(title="Runde", description="Tiden en runde tar.")
    cards: list[Card] = Field(title="Kort", description="Kortene i rekkefølge.", min_length=12, max_length=30)
    closing: Annotated[Text, short(300)] = Field(title="Avslutning", description="Slik avslutter dere.")
    advice: list[Annotated[str, ITEM]] = Field(
        title="Råd", description="Punktene i sjekklistene samtalen bygger på, som sjekkliste/punkt.", min_length=1
    )
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _card_ids_differ(self) -> "Conversation":
        """Refuse two cards of one id."""
        ids = [card.id for card in self.cards]
        if twice := repeated(ids):
            raise broken(f"id-en «{twice}» er brukt på to kort", "gi det nyeste kortet en ny id")
        return self


KIND = Kind("conversation", "conversations", Conversation, "samtaleverktoy", "twins")


def conversation(library: Library, place: Place, id: str) -> str:
    """Vis et samtaleverktøy."""
    entry = library.get(KIND.folder, id, Conversation)
    context = {
        "twin": KIND.page(id, "nb" if place.language == "nn" else "nn"),
        "items": {ref: library.part(ITEM, ref) for ref in entry.advice},
        "plan": place.in_language("plan.md"),
    }
    return html.render(
        "conversation/conversation.html",
        place,
        id=id,
        conversation=entry,
        **context,
        **review.context(KIND.folder, id, entry, place),
    )


def conversations(library: Library, place: Place, theme: str = "") -> str:
    """Vis samtaleverktøyene i ett tema, eller alle, som kort."""
    every = library.all(KIND.folder, Conversation)
    shown = {id: entry for id, entry in every.items() if not theme or known_theme(theme) in entry.themes}
    return html.render("conversation/cards.html", place, conversations=shown)


MACROS = {"conversation": conversation, "conversations": conversations}
