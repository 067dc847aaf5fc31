"""Legal: what an entry says of when rules were checked, and of what is not known about them."""

from typing import Annotated

from pydantic import Field, model_validator

from macros.content.base import Day, Entry, Text, broken, short


class Regulated(Entry):
    """En oppføring som kan gjengi lov eller avtale."""

    legal_checked: Day | None = Field(
        None, title="Regler kontrollert", description="Datoen lov- og avtaletekst sist ble kontrollert."
    )
    legal_note: Annotated[Text, short(1000)] | None = Field(
        None, title="Om reglene", description="Hva som ikke er kjent om hvilken tekst som gjelder."
    )

    @model_validator(mode="after")
    def _legal_note_is_dated(self) -> "Regulated":
        """Demand a date with a legal note, and a note with a date."""
        if (self.legal_checked is None) != (self.legal_note is None):
            fix = "legg til den som mangler, eller fjern begge"
            what = "legal_checked og legal_note hører sammen"
            raise broken(what, fix, "legal_note" if self.legal_note else "legal_checked")
        return self
