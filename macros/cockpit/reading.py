"""How heavy the texts of one file are to read, in each written standard, and which texts are the same in both."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from macros.content import readability
from macros.content.base import Language
from macros.content.prose import Passage

SHOWN = 3
# A short text may well be the same in bokmål and nynorsk; a sentence seldom is.
WORDS_ALIKE = 6


class Sentence(NamedTuple):
    """A sentence that is too long: the field it stands in, its line, its length in words, and the sentence."""

    field: str
    line: int
    words: int
    text: str


class Reading(NamedTuple):
    """What was counted in one written standard: words, LIX, and the longest of the sentences that are too long."""

    words: int
    lix: float
    long: Sequence[Sentence]


def languages(passages: Iterable[Passage]) -> list[Language]:
    """Return the written standards that texts are in, bokmål first."""
    return sorted({passage.language for passage in passages})


def by_language(passages: Sequence[Passage]) -> Mapping[Language, Reading]:
    """Return the reading of each written standard."""
    return {one: _of([part for part in passages if part.language == one]) for one in languages(passages)}


def _of(passages: Sequence[Passage]) -> Reading:
    parts = [(passage, text, words) for passage in passages for text, words in readability.split(passage.text)]
    whole = readability.counted([words for _, _, words in parts])
    long = [
        Sentence(passage.field, passage.line, len(words), text)
        for passage, text, words in parts
        if len(words) > readability.LONGEST_SENTENCE
    ]
    return Reading(whole.words, round(whole.lix, 1), sorted(long, key=lambda one: -one.words)[:SHOWN])


def alike(passages: Sequence[Passage]) -> int:
    """Return how many texts are word for word the same in both written standards, and long enough for it to matter."""
    texts: dict[str, dict[Language, str]] = {}
    for passage in passages:
        field = passage.field.partition(" ")[0].removesuffix(f".{passage.language}")
        texts.setdefault(field, {})[passage.language] = passage.text
    same = [both["nb"] for both in texts.values() if both.get("nb") == both.get("nn")]
    return sum(readability.length(text) >= WORDS_ALIKE for text in same)
