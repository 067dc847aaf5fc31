"""The fields of a reader's own rows and ideas: how each is filled in, and what the scripts say of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from annotated_types import MaxLen

from macros.content import choices
from macros.content.workspace import WorkEntry

Form = Literal["day", "choice", "text", "line"]
LONG = 400
# What the script says of rows of any collection, and what each collection says in its own words.
SAID = (
    *("untitled", "of", "moved", "removed", "restored", "added", "full", "saved", "no-word", "copied", "not-copied"),
    "nothing",
)
SAID_BY_EACH = ("title", "file")


@dataclass(frozen=True)
class WorkField:
    """A field a reader fills in; `most` is the number of characters it holds, `choices` what can be chosen."""

    name: str
    form: Form
    most: int
    choices: Sequence[str]


def fields(model: type[WorkEntry]) -> list[WorkField]:
    """Return the fields the reader fills in, in the order of the model."""
    own = [name for name in model.model_fields if name not in WorkEntry.model_fields and name != "source"]
    return [_field(name, model.model_fields[name]) for name in own]


def texts(collection: str, model: type[WorkEntry], own: Sequence[str]) -> list[str]:
    """Return the keys of the words that the scripts of a collection say; `own` are those of that collection alone."""
    named = [f"sheet.{field.name}" for field in fields(model)]
    of_collection = [f"{collection}.{key}" for key in (*SAID_BY_EACH, *own, *named)]
    return [*(f"record.{key}" for key in SAID), *of_collection]


def _field(name: str, info: Any) -> WorkField:
    chosen = [choice for part in choices.literals(info.annotation) for choice in part]
    most = next((limit.max_length for limit in info.metadata if isinstance(limit, MaxLen)), 0)
    day = (info.json_schema_extra or {}).get("format") == "date"
    form: Form = "choice" if chosen else "day" if day else "text" if most > LONG else "line"
    return WorkField(name, form, most, chosen)
