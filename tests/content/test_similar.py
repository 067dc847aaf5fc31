"""Likeness: the short way to the most alike gives what comparing all with all would."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from macros.content.similar import Likeness, Traits

Entry = tuple[frozenset[str], frozenset[str], str]
TRAITS: Traits[Entry] = ((4, lambda entry: entry[0]), (2, lambda entry: entry[1]), (1, lambda entry: [entry[2]]))
ENTRIES = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.tuples(st.frozensets(st.sampled_from("123456")), st.frozensets(st.sampled_from("xyz")), st.sampled_from("mn")),
    min_size=1,
    max_size=30,
)


def all_with_all(id: str, entries: Mapping[str, Entry], limit: int) -> list[str]:
    scores = {
        other: sum(weight * len(set(read(entries[id])) & set(read(entry))) for weight, read in TRAITS)
        for other, entry in entries.items()
        if other != id
    }
    return sorted((other for other, score in scores.items() if score), key=lambda one: (-scores[one], one))[:limit]


@given(ENTRIES, st.integers(1, 4))
def test_the_most_alike_are_those_that_comparing_all_with_all_gives(entries: dict[str, Entry], limit: int) -> None:
    likeness = Likeness(entries, TRAITS, limit)
    assert {id: list(likeness.to(id)) for id in entries} == {id: all_with_all(id, entries, limit) for id in entries}


def test_an_entry_that_shares_nothing_is_like_none() -> None:
    entries: dict[str, Entry] = {
        "a": (frozenset("1"), frozenset("x"), "m"),
        "b": (frozenset("2"), frozenset("y"), "n"),
    }
    assert Likeness(entries, TRAITS, 3).to("a") == {}
