"""Nynorsk and bokmål: every word is read in one form, so that either finds the other."""

import re
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "nynorsk.txt"


@lru_cache(maxsize=1)
def rules() -> list[tuple[str, str]]:
    """Return patterns and what to put instead, written so that both Python and JavaScript read the patterns."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if not line.startswith("#")]


@lru_cache(maxsize=1)
def _compiled() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), text.replace("$1", r"\1")) for pattern, text in rules()]


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    return re.compile("|".join(pattern for pattern, _ in rules()))


@lru_cache(maxsize=50_000)
def bokmal(word: str) -> str:
    """Return a word as bokmål spells it, as far as the rules know."""
    if not _any().search(word):
        return word
    for pattern, text in _compiled():
        word = pattern.sub(text, word)
    return word
