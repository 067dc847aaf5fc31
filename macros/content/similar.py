"""Similar: which entries of a kind are most like one of them, by what their data share."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import nsmallest
from typing import Generic, TypeVar

Kept = TypeVar("Kept")
Traits = Sequence[tuple[int, Callable[[Kept], Collection[str]]]]
Values = frozenset[str]


class Likeness(Generic[Kept]):
    """What the entries of a kind share, worked out once for all of them.

    Comparing every entry with every other takes a hundred times as long with ten times as many. Here the first trait
    is the one that has many values, so that few entries share any of them; in the others many entries are the same,
    and those are compared once.
    """

    def __init__(self, entries: Mapping[str, Kept], traits: Traits[Kept]) -> None:
        self.entries = entries
        self.weights = [weight for weight, _ in traits]
        self.values = {id: tuple(frozenset(read(entry)) for _, read in traits) for id, entry in entries.items()}
        self.sharing: dict[str, list[str]] = defaultdict(list)
        self.alike: dict[tuple[Values, ...], list[str]] = defaultdict(list)
        for id, (first, *others) in sorted(self.values.items()):
            self.alike[tuple(others)].append(id)
            for value in first:
                self.sharing[value].append(id)
        self.best: dict[tuple[tuple[Values, ...], int], list[str]] = {}

    def to(self, id: str, limit: int) -> dict[str, Kept]:
        """Return at most `limit` other entries, the most alike first; entries that share nothing are left out.

        Each trait is how much one shared value counts and which values an entry has. Equals stand by id.
        """
        first, *others = self.values[id]
        # One more than asked for, since the entry is among those that are like it.
        near = {*self._without_first(tuple(others), limit + 1), *(one for value in first for one in self.sharing[value])}
        scores = {other: self._score(self.values[id], self.values[other]) for other in near - {id}}
        best = nsmallest(limit, (other for other, score in scores.items() if score), lambda one: (-scores[one], one))
        return {other: self.entries[other] for other in best}

    def _without_first(self, others: tuple[Values, ...], limit: int) -> list[str]:
        """Return the ids most alike when the first trait is left out, for entries that have these values."""
        if (others, limit) not in self.best:
            scored = ((self._score((frozenset(), *others), (frozenset(), *own)), own) for own in self.alike)
            ranked = ((-score, id) for score, own in scored for id in self.alike[own][:limit])
            self.best[others, limit] = [id for _, id in nsmallest(limit, ranked)]
        return self.best[others, limit]

    def _score(self, one: Sequence[Values], other: Sequence[Values]) -> int:
        return sum(weight * len(a & b) for weight, a, b in zip(self.weights, one, other, strict=True))
