"""Fields: what every field of a kind of content means, its bounds and an example, for those who write an entry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import BaseModel

from macros.content import fields as facts
from macros.content import html, yaml_writer
from macros.content.fields import Facts
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place
from macros.content.problems import ContentError, nearest

# Enough to find an example of nearly every field, and few enough to cost the same however much content there is.
LOOKED_AT = 60

Examples = dict[tuple[type[BaseModel], str], Any]


@dataclass(frozen=True)
class Explained:
    """A field with an example as an editor writes it, empty when no entry has one, and the anchor of its group."""

    facts: Facts
    example: str
    group: str


@dataclass(frozen=True)
class Group:
    """Fields that stand together: the entry itself, or a group inside it; `id` is its anchor."""

    id: str
    about: str
    fields: list[Explained]


def fields(library: Library, place: Place, kind: str = "") -> str:
    """Vis feltene i ett slag innhold, eller lista over alle slag når ingen er nevnt."""
    if not kind:
        return html.render("fields/list.html", place, kinds=library.kinds, pages=pages(library))
    known = {one.name: one for one in library.kinds}
    if kind not in known:
        fix = nearest(kind, known) or "velg " + ", ".join(known)
        raise ContentError(f"«{kind}» er ikke et slag innhold – {fix}")
    return html.render("fields/fields.html", place, kind=known[kind], groups=groups(library, known[kind]))


def pages(library: Library) -> dict[str, str]:
    """Return the page about the fields of each kind, by the name of the kind."""
    return {kind.name: f"bidra/felter/{kind.name}.md" for kind in library.kinds}


def groups(library: Library, kind: Kind) -> list[Group]:
    """Return the fields of a kind: first those of the entry, then those of each group inside it, once."""
    shown = examples(library, kind)
    return [
        Group(_anchor(model), (model.__doc__ or "").rstrip("."), [_explained(model, one, shown) for one in known])
        for model, known in _models(kind.model).items()
    ]


def _models(top: type[BaseModel]) -> dict[type[BaseModel], Sequence[Facts]]:
    """Return the model of an entry and those inside it, in the order a reader meets them, each with its fields."""
    found: dict[type[BaseModel], Sequence[Facts]] = {}
    waiting = [top]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = facts.of(model)
            waiting += [one.group for one in found[model] if one.group]
    return found


def _explained(model: type[BaseModel], one: Facts, shown: Examples) -> Explained:
    value = shown.get((model, one.name))
    example = "\n".join(yaml_writer.lines(one.name, value)) if value is not None else ""
    return Explained(one, example, _anchor(one.group) if one.group else "")


def _anchor(model: type[BaseModel]) -> str:
    return f"gruppe-{model.__name__.lower()}"


def examples(library: Library, kind: Kind) -> Examples:
    """Return the shortest value each field has in the first entries; a group is shown by its own fields."""
    found: Examples = {}
    for entry in islice(library.entries[kind.folder].values(), LOOKED_AT):
        for where, value in _values(kind.model, entry.model_dump(mode="json", exclude_none=True)):
            if where not in found or len(repr(value)) < len(repr(found[where])):
                found[where] = value
    return found


def _values(model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[tuple[tuple[type[BaseModel], str], Any]]:
    """Yield every value of a field that is filled in, with the model and the name of the field."""
    for one in facts.of(model):
        value = data.get(one.name)
        if not value:
            continue
        if not one.group:
            yield (model, one.name), value
            continue
        for inner in value if one.many else [value]:
            yield from _values(one.group, inner)


MACROS = {"fields": fields}
