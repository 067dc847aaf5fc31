"""How good a search is: what its hits are worth beside what a reader judged to be useful."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

USEFUL = 2
MEASURES = ("ndcg5", "mrr10", "recall10", "zero")
Grades = Mapping[str, int]
Hits = Sequence[str]


@dataclass(frozen=True)
class Query:
    """What someone asks for, and the pages that answer: 3 answers it, 2 is useful, 1 touches on it."""

    id: str
    cls: str
    text: str
    relevant: Grades


def read(rows: Iterable[Mapping[str, Any]]) -> list[Query]:
    """Return the queries of a list of `{id, cls, query, relevant}`."""
    return [
        Query(
            str(row["id"]),
            str(row.get("cls", "")),
            str(row["query"]),
            {address(page): int(grade) for page, grade in row["relevant"].items()},
        )
        for row in rows
    ]


def address(location: str) -> str:
    """Return the page of an address, in the way the index writes it."""
    return location.split("#", maxsplit=1)[0].removesuffix("index.html").lstrip("/")


def ndcg(grades: Grades, hits: Hits, depth: int = 5) -> float:
    """Return how near the first hits are to the best order there could be."""
    gains = [2 ** grades.get(page, 0) - 1 for page in hits[:depth]]
    ideal = sorted((2**grade - 1 for grade in grades.values()), reverse=True)[:depth]
    best = _discounted(ideal)
    return _discounted(gains) / best if best else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def useful(grades: Grades) -> set[str]:
    """Return the useful pages; those that touch on the matter if there are no better."""
    return {page for page, grade in grades.items() if grade >= USEFUL} or set(grades)


def mrr(grades: Grades, hits: Hits, depth: int = 10) -> float:
    """Return one divided by the place of the first useful hit."""
    wanted = useful(grades)
    return next((1 / (place + 1) for place, page in enumerate(hits[:depth]) if page in wanted), 0.0)


def recall(grades: Grades, hits: Hits, depth: int = 10) -> float:
    """Return the share of the useful pages that are among the first hits."""
    wanted = useful(grades)
    return len(wanted & set(hits[:depth])) / len(wanted) if wanted else 0.0


def success(grades: Grades, hits: Hits, depth: int = 5) -> float:
    """Return 1 if a useful page is among the first hits."""
    return float(bool(useful(grades) & set(hits[:depth])))


def summary(queries: Sequence[Query], found: Mapping[str, Hits]) -> dict[str, float]:
    """Return the mean of each measure over some queries."""
    rows = [(query.relevant, found[query.id]) for query in queries]
    measures = {
        "ndcg5": [ndcg(*row) for row in rows],
        "mrr10": [mrr(*row) for row in rows],
        "recall10": [recall(*row) for row in rows],
        "zero": [float(not hits) for _, hits in rows],
    }
    return {name: mean(values) for name, values in measures.items()}


def mean(values: Sequence[float]) -> float:
    """Return a mean with four decimals; 0 of nothing."""
    return round(sum(values) / len(values), 4) if values else 0.0
