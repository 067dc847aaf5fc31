"""Write the first version of an entry: every field of its model, explained, ready to be filled in."""

import datetime
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.content import choices, yaml_writer
from macros.content.base import Text
from macros.content.kinds import Kind
from macros.content.messages import models_in
from macros.content.references import find_ref


def entry_text(kind: Kind, today: datetime.date, answers: Mapping[str, Any] = MappingProxyType({})) -> str:
    """Return a commented YAML file with all fields of a kind; fields that may be left out are commented out.

    `answers` are the values that are known already, by the name of the field.
    """
    lines = [f"# yaml-language-server: $schema=../schemas/{kind.name}.schema.json"]
    lines += [f"# {kind.model.__doc__} Fyll inn det som står tomt, og kjør: python3 scripts/check.py", ""]
    for name, field in kind.model.model_fields.items():
        lines += _answered(name, field, answers[name]) if name in answers else _field(name, field, "", today)
    return "\n".join(lines) + "\n"


def page_text(kind: Kind, id: str) -> str:
    """Return the page of an entry: one macro line."""
    return f'{{{{ {kind.macro}("{id}") }}}}\n'


def _fields(model: type[BaseModel], indent: str, today: datetime.date) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield from _field(name, field, indent, today)


def _field(name: str, field: FieldInfo, indent: str, today: datetime.date) -> Iterator[str]:
    yield f"{indent}# {_explained(field)}"
    mark = "" if field.is_required() else "# "
    yield from (f"{indent}{mark}{line}" for line in _value(name, field, today))


def _answered(name: str, field: FieldInfo, value: Any) -> list[str]:
    return [f"# {_explained(field)}", *yaml_writer.lines(name, value)]


def _explained(field: FieldInfo) -> str:
    chosen = next(choices.literals(field.annotation), ())
    options = " Velg: " + ", ".join(map(str, chosen)) + "." if chosen else ""
    return f"{field.title}: {field.description}{options}"


def _value(name: str, field: FieldInfo, today: datetime.date) -> list[str]:
    if name == "reviewed":
        return [f'{name}: "{today.isoformat()}"']
    models: list[Any] = models_in(field.annotation)
    is_list = get_origin(field.annotation) is list
    if models and models[0] is Text:
        return [f"{name}:", "  nb:", "  nn:"]
    if models and is_list:
        inner = list(_fields(models[0], "    ", today))
        first = next(index for index, line in enumerate(inner) if not line.strip().startswith("#"))
        return [f"{name}:", *inner[:first], "  - " + inner[first].strip(), *inner[first + 1 :]]
    if is_list:
        return [
            f"{name}: []" if find_ref([field.annotation]) else f"{name}:",
            *([] if find_ref([field.annotation]) else ["  - "]),
        ]
    return [f"{name}:"]
