"""The figures as plain data: what is published, and what the terminal prints."""

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from macros.cockpit.figures import Need, Row


def counted(rows: Iterable[Row], day: datetime.date | None = None) -> dict[Need, int]:
    """Return how many need what, in the order of `Need`; what is late is counted only where a day is given."""
    found = Counter(need for row in rows for need in needs(row, day))
    return {need: found[need] for need in get_args(Need) if need != "late" or day}


def needs(row: Row, day: datetime.date | None) -> list[Need]:
    """Return what a row needs on a day, or whatever the day may be."""
    late: list[Need] = ["late"] if day and row.late(day) else []
    return [*late, *row.needs]


def as_data(rows: Sequence[Row]) -> dict[str, Any]:
    """Return all figures as data for JSON.

    Nothing in it depends on the day it was made: what is late, the reader finds by comparing `due` with her own day.
    """
    return {"count": len(rows), "needs": counted(rows), "rows": [_row(row) for row in rows]}


def _row(row: Row) -> dict[str, Any]:
    plain = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    days = {name: plain[name].isoformat() for name in ("reviewed", "due") if plain[name]}
    readings = {language: _reading(one._asdict()) for language, one in row.readings.items()}
    whole = {**plain, **days, "readings": readings, "needs": row.needs}
    return {name: value for name, value in whole.items() if value is not None}


def _reading(reading: Mapping[str, Any]) -> dict[str, Any]:
    return {**reading, "long": [sentence._asdict() for sentence in reading["long"]]}
