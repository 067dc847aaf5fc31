"""The models as JSON Schema: what is published beside the data, and what helps an editor write it."""

import json
from typing import Any

from macros.content.kinds import Kind

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def for_editor(kind: Kind) -> dict[str, Any]:
    """Return the schema of a YAML file of this kind."""
    return {"$schema": DRAFT, **kind.model.model_json_schema()}


def of(kind: Kind) -> dict[str, Any]:
    """Return the schema of the published JSON of this kind: the same, and the id."""
    found = for_editor(kind)
    id = {"type": "string", "title": "Id", "description": "Oppføringens faste kortnavn."}
    return {**found, "properties": {"id": id, **found["properties"]}, "required": ["id", *found.get("required", [])]}


def as_text(data: Any) -> str:
    """Return data as JSON text with Norwegian letters as they are."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
