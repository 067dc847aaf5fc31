"""Probes for the search, made from the site's own titles: no one has judged them, and no one can tune for them."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.search.compounds import Splitter
from macros.search.forms import Forms
from macros.search.lexicon import read, rules
from macros.search.words import TAG, words
from scripts.search_measures import Query, address

LETTERS = "abcdefghijklmnoprstuvyæøå"
SHORTEST = 5
SEED = 2026
Pages = dict[str, set[str]]


def title_words(documents: Iterable[Mapping[str, Any]]) -> Pages:
    """Return the longer words of all titles, with the pages they stand on."""
    pages: Pages = defaultdict(set)
    for document in documents:
        for word in words(TAG.sub(" ", document["title"])):
            if len(word) >= SHORTEST and word.isalpha() and word not in rules()["stop_words"]:
                pages[word].add(address(document["location"]))
    return dict(sorted(pages.items()))


def all_probes(documents: Iterable[Mapping[str, Any]]) -> list[Query]:
    """Return every probe; its class says which kind it is."""
    pages = title_words(documents)
    table = Forms(read(), Splitter(read(), set(pages)))
    chance = random.Random(SEED)
    same = by_lemma(pages, table)
    made = [*typos(pages, same, table, chance), *inflections(pages, same, table, chance), *parts(pages, table)]
    return [
        Query(f"{cls}-{place}", cls, text, dict.fromkeys(sorted(where), 3))
        for place, (cls, text, where) in enumerate(made)
    ]


def by_lemma(pages: Pages, table: Forms) -> Pages:
    """Return the pages that have any form of a word in a title, by dictionary word."""
    same: Pages = defaultdict(set)
    for word, where in pages.items():
        same[table.word_of(word)] |= where
    return same


def typos(pages: Pages, same: Pages, table: Forms, chance: random.Random) -> Iterator[tuple[str, str, set[str]]]:
    """Yield every word with one mistake, unless that makes another word."""
    for word in pages:
        wrong = mistyped(word, chance)
        if wrong not in pages and read().lemma(wrong) is None:
            yield "typo", wrong, same[table.word_of(word)]


def mistyped(word: str, chance: random.Random) -> str:
    """Return a word with a letter lost, doubled, swapped, changed, or spelled without æ, ø and å."""
    at = chance.randrange(1, len(word) - 1)
    other = chance.choice(LETTERS)
    plain = word.replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + other + word[at + 1 :],
            plain,
        ]
    )


def inflections(pages: Pages, same: Pages, table: Forms, chance: random.Random) -> Iterator[tuple[str, str, set[str]]]:
    """Yield, for every word the dictionary knows, a form that no title has."""
    for lemma, where in same.items():
        unseen = [form for form in table.lexicon.of(lemma) if form not in pages and table.lexicon.lemma(form) == lemma]
        if unseen:
            yield "inflection", chance.choice(unseen), where


def parts(pages: Pages, table: Forms) -> Iterator[tuple[str, str, set[str]]]:
    """Yield the first and the last part of the compounds, with all pages that have it in a title."""
    where: dict[tuple[str, str], set[str]] = defaultdict(set)
    for word, pages_of in pages.items():
        split = [part for part in table.parts_of(table.word_of(word)) if len(part) > 1]
        if len(split) == 2 and min(map(len, split)) > 3:
            where["compound_modifier", split[0]] |= pages_of
            where["compound_head", split[1]] |= pages_of
    for word, pages_of in pages.items():
        for cls in ("compound_modifier", "compound_head"):
            if (cls, lemma := table.word_of(word)) in where:
                where[cls, lemma] |= pages_of
    yield from ((cls, part, found) for (cls, part), found in sorted(where.items()))
