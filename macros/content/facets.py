"""Facets: the ways a list can be narrowed, counted from the entries themselves."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Kept = TypeVar("Kept")
Readers = Mapping[str, Callable[[Kept], Sequence[str]]]


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list: its key and how many entries have each value, the most common first."""

    key: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Facets:
    """All the ways to narrow a list, and the values of each entry by id and key."""

    facets: Sequence[Facet]
    values: Mapping[str, Mapping[str, Sequence[str]]]


def of(entries: Mapping[str, Kept], readers: Readers[Kept]) -> Facets:
    """Return the facets of a list; a way that would leave nothing out is not offered.

    `readers` tells, by key, which values an entry has.
    """
    values = {id: {key: read(entry) for key, read in readers.items()} for id, entry in entries.items()}
    facets = []
    for key in readers:
        counts = Counter(value for found in values.values() for value in dict.fromkeys(found[key]))
        if len(counts) > 1:
            facets.append(Facet(key, dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))))
    return Facets(facets, values)
