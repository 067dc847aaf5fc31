"""The data as tables: one CSV a kind, one row an entry, as RFC 4180 has it."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.content.base import Text
from macros.content.kinds import Kind
from macros.content.messages import models_in

BETWEEN = "; "


def columns(kind: Kind) -> list[str]:
    """Return the columns of a kind: the id, then every field; a text in both standards has one for each."""
    return ["id", *(column for name in kind.model.model_fields for column in _columns(kind, name))]


def _columns(kind: Kind, name: str) -> Iterator[str]:
    annotation = kind.model.model_fields[name].annotation
    if Text in models_in(annotation) and not _is_list(annotation):
        yield from (f"{name}.nb", f"{name}.nn")
    else:
        yield name


def _is_list(annotation: Any) -> bool:
    return "list[" in str(annotation)


def as_csv(kind: Kind, entries: Sequence[Mapping[str, Any]]) -> str:
    """Return entries as CSV with a header: commas, quotes where they are needed, and CRLF at the end of a line.

    A list of words is joined with semicolons; what has parts of its own is JSON in its cell.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    names = columns(kind)
    writer.writerow(names)
    writer.writerows([[_cell(entry, name) for name in names] for entry in entries])
    return out.getvalue()


def _cell(entry: Mapping[str, Any], column: str) -> str:
    name, _, language = column.partition(".")
    value = entry.get(name)
    if isinstance(value, dict) and language:
        value = value.get(language)
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(part, str | int) for part in value):
        return BETWEEN.join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | bool) else str(value)
