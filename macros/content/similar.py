"""Similar: which entries of a kind are most like one of them, by what their data share."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

Kept = TypeVar("Kept")
Traits = Sequence[tuple[int, Callable[[Kept], Collection[str]]]]


def to(id: str, entries: Mapping[str, Kept], traits: Traits[Kept], limit: int) -> dict[str, Kept]:
    """Return at most `limit` other entries, the most alike first; entries that share nothing are left out.

    Each trait is how much one shared value counts and which values an entry has. Equals stand by id.
    """
    own = [(weight, read, set(read(entries[id]))) for weight, read in traits]
    scores = {
        other: sum(weight * len(values & set(read(entry))) for weight, read, values in own)
        for other, entry in entries.items()
        if other != id
    }
    best = sorted((other for other, score in scores.items() if score), key=lambda other: (-scores[other], other))
    return {other: entries[other] for other in best[:limit]}
