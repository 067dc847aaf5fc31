"""What there is to know about the fields of a model: how each is filled in, what bounds it and what it points at."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.content import choices
from macros.content.base import IMAGES, PAGES, Limit, Ref, Text
from macros.content.messages import models_in
from macros.content.references import find_mark, find_ref

Form = Literal["choice", "day", "number", "page", "image", "reference", "group", "text"]
# What a reference names when it is not an entry.
NAMED_FILES: Mapping[str, Form] = {PAGES: "page", IMAGES: "image"}
Mark = TypeVar("Mark")


@dataclass(frozen=True)
class Facts:
    """One field.

    `many` tells whether it is a list, of at least `fewest` and at most `most`; `both` whether it is written in both
    standards. `limit` bounds a text in characters, `lowest` and `highest` a number. `group` is the model of a group of
    fields, `ref` what a reference points at, `choices` each choice with its meaning.
    """

    name: str
    title: str
    about: str
    required: bool
    form: Form
    many: bool
    both: bool
    limit: Limit | None
    fewest: int | None
    most: int | None
    lowest: int | None
    highest: int | None
    choices: Mapping[str, str]
    ref: Ref | None
    group: type[BaseModel] | None


@cache
def of(model: type[BaseModel]) -> Sequence[Facts]:
    """Return the facts of every field of a model, in its order."""
    return tuple(_facts(name, field) for name, field in model.model_fields.items())


def _facts(name: str, field: FieldInfo) -> Facts:
    marks = [*field.metadata, field.annotation]
    models = models_in(field.annotation)
    group = next((model for model in models if model is not Text), None)
    chosen = next(choices.literals(field.annotation), ())
    return Facts(
        name=name,
        title=field.title or "",
        about=field.description or "",
        required=field.is_required(),
        form=_form(field, marks, group, chosen),
        many=_is_list(field.annotation),
        both=Text in models,
        limit=find_mark(marks, Limit),
        fewest=_number(field.metadata, MinLen, "min_length"),
        most=_number(field.metadata, MaxLen, "max_length"),
        lowest=_number(field.metadata, Ge, "ge"),
        highest=_number(field.metadata, Le, "le"),
        choices=choices.meanings(chosen) if chosen else {},
        ref=find_ref(marks),
        group=group,
    )


def _form(field: FieldInfo, marks: list[Any], group: type[BaseModel] | None, chosen: tuple[Any, ...]) -> Form:
    ref = find_ref(marks)
    if group:
        return "group"
    if chosen:
        return "choice"
    if ref:
        return NAMED_FILES.get(ref.folder, "reference")
    types = _types(field.annotation)
    return "day" if datetime.date in types else "number" if int in types else "text"


def _types(annotation: Any) -> list[Any]:
    return [annotation, *(inner for part in getattr(annotation, "__args__", ()) for inner in _types(part))]


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is list or any(map(_is_list, getattr(annotation, "__args__", ())))


def _number(marks: Iterable[Any], kind: type[Mark], name: str) -> int | None:
    mark = next((mark for mark in marks if isinstance(mark, kind)), None)
    return int(getattr(mark, name)) if mark else None
