"""Follow the references between entries: from a field marked `Ref` to the entry, or part of an entry, it names."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

from macros.content.base import Content, Ref

Mark = TypeVar("Mark")


class Reference(NamedTuple):
    """One reference: where it stands in its entry, what it may point at, the id written there and what holds it."""

    location: tuple[int | str, ...]
    ref: Ref
    id: str
    owner: Content


def references(content: Content, location: tuple[int | str, ...] = ()) -> Iterator[Reference]:
    """Yield every reference in an entry, in the order of its fields."""
    for name, ref in _refs(type(content)):
        yield from _inside(getattr(content, name), (*location, name), ref, content)


@cache
def _refs(model: type[Content]) -> list[tuple[str, Ref | None]]:
    """Return the fields of a model, each with its `Ref`: looked up once, and asked for at every entry."""
    return [(name, find_ref([*field.metadata, field.annotation])) for name, field in model.model_fields.items()]


def _inside(value: Any, location: tuple[int | str, ...], ref: Ref | None, owner: Content) -> Iterator[Reference]:
    if isinstance(value, Content):
        yield from references(value, location)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _inside(part, (*location, index), ref, owner)
    elif ref and isinstance(value, str):
        yield Reference(location, ref, value, owner)


def find_ref(marks: list[Any]) -> Ref | None:
    """Return the `Ref` in a field's metadata or anywhere inside its annotation."""
    return find_mark(marks, Ref)


def find_mark(marks: Iterable[Any], kind: type[Mark]) -> Mark | None:
    """Return the mark of a kind in a field's metadata or anywhere inside its annotation."""
    for mark in marks:
        if isinstance(mark, kind):
            return mark
        inner = [*getattr(mark, "__metadata__", ()), *getattr(mark, "__args__", ())]
        if found := find_mark(inner, kind):
            return found
    return None
