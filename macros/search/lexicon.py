"""The lexicon: which dictionary word a form belongs to, and which words make compounds.

Read from `bokmal.txt`, a reduced extract of Bokmålsordboka that `scripts/lexicon.py` makes.
"""

import math
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent
FILE = FOLDER / "bokmal.txt"
RULES = FOLDER / "rules.yaml"
# A form that belongs to several words is read as the noun first.
CLASSES = "nav"


@dataclass
class Lexicon:
    """Words by form, and how often each word is the first or the last part of a compound."""

    classes: dict[str, str] = field(default_factory=dict)
    endings: dict[str, str] = field(default_factory=dict)
    forms: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    def add(self, word: str, kind: str, endings: str) -> None:
        """Add a word with its forms, given as endings."""
        self.classes[word] = self.classes.get(word, "") + kind
        self.endings[word] = f"{self.endings.get(word, '')} {endings}"
        pair = (word, kind)
        for form in {word, *(inflected(word, ending) for ending in endings.split())}:
            self.forms[form] = (*self.forms.get(form, ()), pair)

    def of(self, word: str) -> list[str]:
        """Return the forms of a word."""
        return sorted({inflected(word, ending) for ending in self.endings.get(word, "").split()})

    def lemma(self, form: str) -> str | None:
        """Return the word a form most likely belongs to."""
        found = self.forms.get(form)
        return min(found, key=lambda pair: (pair[0] != form, CLASSES.find(pair[1]), len(pair[0])))[0] if found else None

    def noun(self, form: str) -> str | None:
        """Return the noun a form belongs to, if it is one."""
        nouns = [word for word, kind in self.forms.get(form, ()) if kind == "n"]
        return min(nouns, key=lambda word: (word != form, len(word))) if nouns else None


def inflected(word: str, ending: str) -> str:
    """Return a word with an ending; a leading number says how many letters the ending replaces."""
    digits = len(ending) - len(ending.lstrip("0123456789"))
    cut = int(ending[:digits] or 0)
    return word[: len(word) - cut] + ending[digits:]


def ending_of(word: str, form: str) -> str:
    """Return the ending that makes a form of a word: the inverse of `inflected`."""
    shared = next((at for at, (a, b) in enumerate(zip(word, form, strict=False)) if a != b), min(len(word), len(form)))
    return f"{len(word) - shared or ''}{form[shared:]}"


@lru_cache(maxsize=2)
def read(file: Path = FILE) -> Lexicon:
    """Return the lexicon of a file."""
    lexicon = Lexicon()
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, endings, words = line.split("\t")
        for word in words.split():
            if kind in CLASSES:
                lexicon.add(word, kind, endings)
            else:
                # How often, rounded to a power of two.
                (lexicon.first if kind == "first" else lexicon.last)[word] = 2 ** int(endings)
    return lexicon


@lru_cache(maxsize=1)
def settings() -> dict[str, Any]:
    """Return what editors can change."""
    found: dict[str, Any] = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def rules() -> dict[str, frozenset[str]]:
    """Return the lists of words that editors can change."""
    return {name: frozenset(words.split()) for name, words in settings().items() if isinstance(words, str)}


def weight(times: int) -> float:
    """Return how much it tells that a word takes part in so many compounds."""
    return math.log(1 + times)
