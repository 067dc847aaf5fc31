"""Year wheel: the steps of a year's work as a wheel, with the same steps as a list, from the month a reader chooses."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.content import html, review
from macros.content.base import (
    Content,
    Day,
    Entry,
    Participation,
    Ref,
    Role,
    Slug,
    Text,
    broken,
    repeated,
    review_again_field,
    reviewed_field,
    short,
)
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place


class YearStep(Content):
    """Ett steg i årshjulet."""

    id: Slug = Field(title="Id", description="Fast kortnavn, unikt i hjulet. Endres aldri.")
    month: int = Field(title="Måned", description="Måneden i arbeidsåret: 1 er den hjulet starter i.", ge=1, le=12)
    title: Annotated[Text, short(60)] = Field(title="Tittel", description="Det som skal skje. Høyst 60 tegn.")
    text: Annotated[Text, short(400)] = Field(title="Tekst", description="Hva dere gjør, og hva dere sitter igjen med.")
    roles: list[Role] = Field(title="Roller", description="Hvem som er med.", min_length=1)
    participation: Participation = Field(title="Medbestemmelse", description="Nivået av medbestemmelse i steget.")
    advice: Annotated[str, Ref("checklists", "items")] = Field(
        title="Råd", description="Punktet i en sjekkliste som steget bygger på, som sjekkliste/punkt."
    )


class YearWheel(Entry):
    """Et årshjul med steg gjennom året."""

    title: Annotated[Text, short(70)] = Field(title="Tittel", description="Navnet på årshjulet.")
    description: Annotated[Text, short(280, 40)] = Field(
        title="Beskrivelse", description="Hva hjulet viser. Leses opp for den som ikke ser tegningen."
    )
    steps: list[YearStep] = Field(title="Steg", description="Stegene i rekkefølge.", min_length=3, max_length=24)
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _steps_are_in_order_and_differ(self) -> "YearWheel":
        """Refuse two steps of one id, and a step before the one it comes after."""
        for before, after in zip(self.steps, self.steps[1:], strict=False):
            if after.month < before.month:
                what = f"steget «{after.id}» er i måned {after.month}, men står etter «{before.id}»"
                raise broken(what, "sett stegene etter måned")
        ids = [step.id for step in self.steps]
        if twice := repeated(ids):
            what = f"id-en «{twice}» er brukt i to steg"
            raise broken(what, "gi det nyeste steget en ny id")
        return self


KIND = Kind("year-wheel", "year-wheels", YearWheel, "", "placed")


def year_wheel(library: Library, place: Place, id: str) -> str:
    """Vis et årshjul."""
    entry = library.get(KIND.folder, id, YearWheel)
    months = {month: [n for n, step in enumerate(entry.steps, 1) if step.month == month] for month in range(1, 13)}
    context = {"twin": place.twin, "months": months, "plan": place.in_language("plan.md")}
    return html.render(
        "year_wheel/year_wheel.html",
        place,
        id=id,
        wheel=entry,
        **context,
        **review.context(KIND.folder, id, entry, place),
    )


MACROS = {"year_wheel": year_wheel}
