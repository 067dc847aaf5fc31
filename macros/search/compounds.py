"""Compounds: which words a long word is made of, so that a search for a part finds the whole."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from macros.search.lexicon import Lexicon, rules, weight

SHORTEST = 6
MOST_PARTS = 3
SEEN = 3  # A word the site itself uses counts as if it were in three more compounds.
Split = tuple[str, ...]


@dataclass
class Splitter:
    """Splits words with a lexicon; `seen` are words known from the text itself."""

    lexicon: Lexicon
    seen: Collection[str] = ()
    done: dict[str, Split] = field(default_factory=dict)

    def split(self, word: str) -> Split:
        """Return the parts of a compound, links such as «s» included and the last part as written; or nothing."""
        if word not in self.done:
            self.done[word] = self._split(word)
        return self.done[word]

    def _split(self, word: str) -> Split:
        if len(word) < SHORTEST or word in rules()["never_split"] or self.lexicon.lemma(word) in rules()["never_split"]:
            return ()
        ways = list(self._ways(word, 0))
        best = max(ways, key=lambda way: (way[0], way[1]), default=(0.0, ()))[1]
        return best if self.likely(word, best) else ()

    def _ways(self, word: str, depth: int) -> Iterator[tuple[float, Split]]:
        """Yield each way to read a word as two or more parts, with how good it is."""
        for end in range(2, len(word) - 2):
            gain = self.first(word[:end])
            if gain is None:
                continue
            for link, worth in (("", 0.0), ("s", 0.3), ("e", -0.6)):
                rest = word[end + len(link) :]
                if not word.startswith(link, end) or len(rest) < 3:
                    continue
                parts = (word[:end], link) if link else (word[:end],)
                for score, tail in self._tails(rest, depth):
                    yield gain + worth + score, (*parts, *tail)

    def _tails(self, rest: str, depth: int) -> Iterator[tuple[float, Split]]:
        """Yield each way to read what follows a first part: as one last part, or as a compound itself."""
        if (gain := self.last(rest)) is not None:
            yield gain - 2.2 * depth, (rest,)
        if depth + 2 < MOST_PARTS:
            yield from self._ways(rest, depth + 1)

    def first(self, part: str) -> float | None:
        """Return how good a part is to begin with, or None if it cannot."""
        if part in rules()["never_first"] or part not in self.lexicon.classes:
            return None
        times, seen = self.lexicon.first.get(part, 0), part in self.seen
        if not (part in rules()["short_parts"] or len(part) >= 5 or (len(part) == 4 and (seen or times >= 16))):
            return None
        return 0.8 * weight(times + SEEN * seen) + 0.2 * len(part)

    def last(self, part: str) -> float | None:
        """Return how good a part is to end with, or None if it cannot."""
        noun = self.lexicon.noun(part) or self._participle(part)
        never = rules()["never_last"]
        if not noun or part in never or noun in never:
            return None
        times, seen = self.lexicon.last.get(noun, 0), part in self.seen
        if not (noun in rules()["short_parts"] or len(noun) >= 5 or (len(noun) == 4 and (seen or times >= 8))):
            return None
        return weight(times + SEEN * seen) + 0.25 * len(part)

    def _participle(self, part: str) -> str | None:
        """Return the adjective of a form such as «baserte»: one that often ends compounds."""
        word = self.lexicon.lemma(part)
        return word if word and "a" in self.lexicon.classes[word] and self.lexicon.last.get(word, 0) >= 8 else None

    def likely(self, word: str, parts: Split) -> bool:
        """Tell whether a split is to be trusted; a word in the lexicon is whole unless its parts are long or known."""
        known = self.lexicon.lemma(word)
        if not parts or (known and set(self.lexicon.classes[known]) == {"v"}):
            return False
        short = [part for part in parts if 1 < len(part) <= 4 and part not in self.seen]
        if known:
            return all(part in rules()["short_parts"] and len(part) > 3 for part in short)
        first, last = self.lexicon.first, self.lexicon.last
        often = [part for part in short if max(first.get(part, 0), last.get(part, 0)) >= 16]
        return all(part in rules()["short_parts"] or part in often for part in short)
