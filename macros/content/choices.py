"""What each choice means in the fields that have fixed choices, kept in `choices.yaml` beside this file."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from macros.content import yaml_reader

FILE = Path(__file__).with_name("choices.yaml")


@lru_cache(maxsize=1)
def groups() -> dict[str, dict[str, str]]:
    """Return the choices that belong together, each with its meaning, by the name of the group."""
    document = yaml_reader.read(FILE.read_bytes())
    if document.faults:
        raise ValueError(f"{FILE.name}: {document.faults}")
    found: dict[str, dict[str, str]] = document.data
    return found


def meanings(values: Sequence[Any]) -> dict[str, str]:
    """Return what each of these choices means, in their order; raise KeyError if they are not a group that is known."""
    for group in groups().values():
        if set(group) == set(values):
            return {value: group[value] for value in values}
    raise KeyError(f"{FILE.name} lacks the choices {', '.join(map(str, values))}")


def literals(annotation: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the fixed choices that an annotation holds, wherever in it they stand."""
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from literals(part)
