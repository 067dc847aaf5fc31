"""The file a reader saves own work to, as a model: what is published as its schema, and what tests read files with."""

from typing import Annotated, Any, Literal

from pydantic import Field

from macros.content.base import SLUG, Content
from macros.content.schema import DRAFT

Key = Annotated[str, Field(pattern=f"^{SLUG.pattern}$", max_length=80)]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$")]


class Mark(Content):
    """Det leseren har gjort med ett punkt."""

    state: Literal["", "done", "na"] = Field(title="Tilstand", description="done er gjort, na er ikke aktuelt.")
    note: Annotated[str, Field(max_length=1000)] = Field(title="Notat", description="Leserens egne ord.")
    revision: int = Field(title="Utgave", description="Utgaven av punktet leseren så.", ge=1, le=9999)
    changed: Moment = Field(title="Endret", description="Når, i UTC.")


class Workspace(Content):
    """Ett arbeidsområde, for eksempel for én enhet."""

    id: Annotated[Key, Field(max_length=40)] = Field(title="Id", description="Fast kortnavn.")
    name: Annotated[str, Field(min_length=1, max_length=60)] = Field(title="Navn", description="Navnet leseren ser.")
    created: Moment = Field(title="Laget", description="Når, i UTC.")
    changed: Moment = Field(title="Endret", description="Når navnet sist ble endret, eller området slettet.")
    removed: bool = Field(title="Slettet", description="Om området er slettet.")
    checklists: dict[Key, dict[Key, Mark]] = Field(
        title="Sjekklister", description="Merkene, etter sjekkliste og punkt."
    )


class WorkFile(Content):
    """Leserens eget arbeid, slik det lagres til fil."""

    format: Literal["tillit-i-praksis"] = Field(title="Format", description="Sier at filen er laget her.")
    version: Literal[1] = Field(title="Versjon", description="Øker når oppsettet av filen endres.")
    saved: Moment = Field(title="Lagret", description="Når, i UTC.")
    workspaces: list[Workspace] = Field(title="Arbeidsområder", description="Alle områdene.", max_length=200)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the file."""
    return {"$schema": DRAFT, **WorkFile.model_json_schema()}
