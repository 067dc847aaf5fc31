"""Similar: which entries of a kind are most like one of them, by what their data share."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import nsmallest
from typing import Generic, TypeVar

Kept = TypeVar("Kept")
Traits = Sequence[tuple[int, Callable[[Kept], Collection[str]]]]
Others = tuple[frozenset[str], ...]


class Likeness(Generic[Kept]):
    """What the entries of a kind share, worked out once for all of them.

    Comparing every entry with every other takes a hundred times as long with ten times as many. Here the first trait
    is the one that has many values, so that few entries share any of them; in the others many entries are the same,
    and those are compared once.
    """

    def __init__(self, entries: Mapping[str, Kept], traits: Traits[Kept], limit: int) -> None:
        self.entries, self.limit = entries, limit
        self.weights = [weight for weight, _ in traits]
        values = {id: tuple(frozenset(read(entry)) for _, read in traits) for id, entry in sorted(entries.items())}
        self.first = {id: first for id, (first, *_) in values.items()}
        self.others = {id: tuple(others) for id, (_, *others) in values.items()}
        self.sharing: dict[str, list[str]] = defaultdict(list)
        self.alike: dict[Others, list[str]] = defaultdict(list)
        for id, others in self.others.items():
            self.alike[others].append(id)
            for value in self.first[id]:
                self.sharing[value].append(id)
        self.ranked: dict[Others, tuple[Mapping[Others, int], Sequence[str]]] = {}

    def to(self, id: str) -> dict[str, Kept]:
        """Return at most `limit` other entries, the most alike first; entries that share nothing are left out.

        Each trait is how much one shared value counts and which values an entry has. Equals stand by id.
        """
        alike, best = self._ranked(self.others[id])
        shared = Counter(other for value in self.first[id] for other in self.sharing[value])
        scores = {other: alike[self.others[other]] + self.weights[0] * shared[other] for other in {*best, *shared}}
        scores.pop(id, None)
        found = nsmallest(self.limit, (other for other in scores if scores[other]), lambda one: (-scores[one], one))
        return {other: self.entries[other] for other in found}

    def _ranked(self, others: Others) -> tuple[Mapping[Others, int], Sequence[str]]:
        """Return how alike others are without the first trait, and the ids of the most alike.

        It is worked out once for all that have the same values. One id more than asked for, since the entry itself is
        among them.
        """
        if others not in self.ranked:
            weights = self.weights[1:]
            scores = {
                own: sum(weight * len(a & b) for weight, a, b in zip(weights, others, own, strict=True))
                for own in self.alike
            }
            near = ((-scores[own], id) for own, ids in self.alike.items() for id in ids[: self.limit + 1])
            self.ranked[others] = scores, [id for _, id in nsmallest(self.limit + 1, near)]
        return self.ranked[others]
