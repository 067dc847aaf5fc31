"""The file a reader saves own work to, as a model: what is published as its schema, and what tests read files with."""

from typing import Annotated, Any, Literal

from pydantic import Field

from macros.content.base import SLUG, Content, Participation
from macros.content.schema import DRAFT

Key = Annotated[str, Field(pattern=f"^{SLUG.pattern}$", max_length=80)]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$")]
Date = Annotated[str, Field(pattern=r"^(\d{4}-\d\d-\d\d)?$", json_schema_extra={"format": "date"})]
Month = Annotated[str, Field(pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$")]
Short = Annotated[str, Field(max_length=120)]
Medium = Annotated[str, Field(max_length=400)]
Long = Annotated[str, Field(max_length=1000)]
PlanStatus = Literal["planned", "doing", "done", "dropped"]
IdeaStatus = Literal["received", "considered", "tried", "done", "declined"]
SOURCE = r"^((checklists|stories|run-sheets|conversations|surveys|year-wheels)/[a-z0-9-]{1,80}(/[a-z0-9-]{1,80})?)?$"


class Mark(Content):
    """Det leseren har gjort med ett punkt."""

    state: Literal["", "done", "na"] = Field(title="Tilstand", description="done er gjort, na er ikke aktuelt.")
    note: Long = Field(title="Notat", description="Leserens egne ord.")
    revision: int = Field(title="Utgave", description="Utgaven av punktet leseren så.", ge=1, le=9999)
    changed: Moment = Field(title="Endret", description="Når, i UTC.")


class WorkEntry(Content):
    """Det rader og ideer har felles."""

    place: float = Field(title="Plass", description="Plassen i leserens egen rekkefølge.", ge=-1e9, le=1e9)
    removed: bool = Field(title="Slettet", description="Om den er slettet.")
    changed: Moment = Field(title="Endret", description="Når, i UTC.")


class PlanRow(WorkEntry):
    """Én rad i planen."""

    what: Medium = Field(title="Hva", description="Det som skal gjøres.")
    why: Long = Field(title="Hvorfor", description="Grunnen til at det skal gjøres.")
    who: Short = Field(title="Hvem", description="Rollen som har ansvaret.")
    due: Date = Field(title="Frist", description="Dagen det skal være gjort eller avgjort.")
    forum: Short = Field(title="Forum", description="Møtet saken tas opp i.")
    discussed: Date = Field(title="Tas opp", description="Dagen saken er eller blir tatt opp der.")
    level: Literal["", Participation] = Field(title="Medbestemmelse", description="Nivået av medbestemmelse.")
    status: PlanStatus = Field(title="Status", description="Hvor langt det er kommet.")
    review: Date = Field(title="Se på igjen", description="Dagen dere ser om det virket.")
    source: Annotated[str, Field(pattern=SOURCE)] = Field(title="Fra", description="Det i håndboka raden kommer fra.")


class Idea(WorkEntry):
    """Én idé i idéloggen."""

    idea: Long = Field(title="Idé", description="Forslaget, med forslagsstillerens ord.")
    received: Date = Field(title="Mottatt", description="Dagen ideen kom.")
    status: IdeaStatus = Field(title="Status", description="Hvor langt ideen er kommet.")
    answer: Long = Field(title="Svar", description="Svaret som er gitt, med grunn.")
    answered: Date = Field(title="Besvart", description="Dagen svaret ble gitt.")


class Workspace(Content):
    """Ett arbeidsområde, for eksempel for én enhet."""

    id: Annotated[Key, Field(max_length=40)] = Field(title="Id", description="Fast kortnavn.")
    name: Annotated[str, Field(min_length=1, max_length=60)] = Field(title="Navn", description="Navnet leseren ser.")
    created: Moment = Field(title="Laget", description="Når, i UTC.")
    changed: Moment = Field(title="Endret", description="Når navnet sist ble endret, eller området slettet.")
    removed: bool = Field(title="Slettet", description="Om området er slettet.")
    year_start: Month = Field(title="Årshjulet starter", description="Måneden som åååå-mm, eller tomt.")
    answer_days: int = Field(title="Svarfrist", description="Dager en idé kan vente på svar.", ge=1, le=365)
    checklists: dict[Key, dict[Key, Mark]] = Field(
        title="Sjekklister", description="Merkene, etter sjekkliste og punkt."
    )
    plan: dict[Key, PlanRow] = Field(title="Plan", description="Radene i planen, etter id.", max_length=4000)
    ideas: dict[Key, Idea] = Field(title="Ideer", description="Ideene, etter id.", max_length=4000)


class WorkFile(Content):
    """Leserens eget arbeid, slik det lagres til fil."""

    format: Literal["tillit-i-praksis"] = Field(title="Format", description="Sier at filen er laget her.")
    version: Literal[2] = Field(title="Versjon", description="Øker når oppsettet av filen endres.")
    saved: Moment = Field(title="Lagret", description="Når, i UTC.")
    workspaces: list[Workspace] = Field(title="Arbeidsområder", description="Alle områdene.", max_length=200)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the file."""
    return {"$schema": DRAFT, **WorkFile.model_json_schema()}
