"""The models as JSON Schema: what is published beside the data, and what helps an editor write it."""

import json
from typing import Any

from macros.content import choices
from macros.content.kinds import Kind

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def for_editor(kind: Kind) -> dict[str, Any]:
    """Return the schema of a YAML file of this kind."""
    return {"$schema": DRAFT, **_with_meanings(kind.model.model_json_schema())}


def _with_meanings(part: Any) -> Any:
    """Return part of a schema with the meaning of every choice beside it, where editors such as VS Code look."""
    if isinstance(part, list):
        return [_with_meanings(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    whole = {name: _with_meanings(inner) for name, inner in part.items()}
    if isinstance(part.get("enum"), list):
        whole["enumDescriptions"] = list(choices.meanings(part["enum"]).values())
    return whole


def of(kind: Kind) -> dict[str, Any]:
    """Return the schema of the published JSON of this kind: the same, and the id."""
    found = for_editor(kind)
    id = {"type": "string", "title": "Id", "description": "Oppføringens faste kortnavn."}
    return {**found, "properties": {"id": id, **found["properties"]}, "required": ["id", *found.get("required", [])]}


def as_text(data: Any) -> str:
    """Return data as JSON text with Norwegian letters as they are."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
