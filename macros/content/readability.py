"""How heavy a text is to read, counted: LIX and the length of its sentences."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*")
# A sentence ends with its stop when a new one begins after it: «kl. 8» and «bl.a. slik» go on.
CAPITAL = "A-ZÀ-ÖØ-Þ"
STOP = re.compile(
    rf"(?<=[.!?:])[»”)]*\s+(?=[«“(–]?[{CAPITAL}])|(?<=[a-zæøå]{{4}}[.!?])\s+(?=\d)|(?<=\w{{4}}[.!?])\s+(?=§)|\n+"
)
LONG = 7
# A sentence of more words than this ought to be looked at; of more than that, the checker says so by itself.
LONGEST_SENTENCE = 25
FAR_TOO_LONG = 35


@dataclass(frozen=True)
class Measure:
    """What was counted in a text; `longest` is its longest sentence, in words."""

    words: int
    sentences: int
    long_words: int
    longest: int

    @property
    def per_sentence(self) -> float:
        """Return the mean length of a sentence, in words."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def lix(self) -> float:
        """Return LIX: words a sentence, plus the percentage of words of more than six letters (Björnsson 1968)."""
        return self.per_sentence + 100 * self.long_words / self.words if self.words else 0.0


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order; a heading or a point in a list is one too."""
    return [part.strip() for part in STOP.split(text) if WORD.search(part)]


def length(text: str) -> int:
    """Return the number of words in a text."""
    return len(WORD.findall(text))


def measure(texts: Iterable[str]) -> Measure:
    """Count several pieces of text as one; a piece always ends its last sentence."""
    return counted([words for text in texts for _, words in split(text)])


def split(text: str) -> list[tuple[str, list[str]]]:
    """Return the sentences of a text as `sentences` does, each with its words."""
    return [(part.strip(), words) for part in STOP.split(text) if (words := WORD.findall(part))]


def counted(sentences: Iterable[Sequence[str]]) -> Measure:
    """Count sentences that have been split into words."""
    lengths, long_words = [], 0
    for words in sentences:
        lengths.append(len(words))
        long_words += sum([len(word) >= LONG for word in words])
    return Measure(sum(lengths), len(lengths), long_words, max(lengths, default=0))
