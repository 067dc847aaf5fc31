"""How much of what may be left out of an entry has been filled in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.content.base import Content, Entry

# When it is left out, the usual for its kind holds: nothing is missing.
NOT_MISSED = ("review_again",)


class Fields(NamedTuple):
    """How many fields that may be left out there are, how many have a value, and the names of the others."""

    all: int
    filled: int
    empty: Sequence[str]


def of(entry: Entry) -> Fields:
    """Count the fields of an entry, and of its parts, that have nothing in them unless an editor writes it."""
    found = list(_fields(entry))
    missed = Counter(title for title, filled in found if not filled)
    names = [title if count == 1 else f"{title} ({count})" for title, count in missed.items()]
    return Fields(len(found), sum(filled for _, filled in found), names)


def _fields(content: Content) -> Iterator[tuple[str, bool]]:
    for name, field in type(content).model_fields.items():
        value = getattr(content, name)
        starts_empty = not field.is_required() and field.default in (None, [], "")
        if starts_empty and name not in NOT_MISSED:
            yield str(field.title), value not in (None, [], "")
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Content):
                yield from _fields(part)
