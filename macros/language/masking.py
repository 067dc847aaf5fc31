"""Masking: keep names, macros, links and the words of the glossary out of a machine's hands while it translates."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

# No word of any language, so that a translator leaves it as it is.
TOKEN = re.compile(r"[Zz]qx(\d+)zq")
MACRO = r"\{\{.*?\}\}"
TARGET = r"(?<=\])\([^)\s]*\)"
ADDRESS = r"\w+://[^\s)»]+"
CODE = r"`[^`\n]*`"
# A word in capitals, or a word with a capital inside a sentence with those that follow it, is a name.
CAPITALS = r"\b[A-ZÆØÅ]{2,}\w*"
NAME = r"(?<=[a-zæøå,;] )[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)*"


class Masked(NamedTuple):
    """A text with tokens in it, and what each of them stands for, in order."""

    text: str
    kept: Sequence[str]


class Vocabulary(NamedTuple):
    """Names that stand as they are, and terms, in lower case, with the word for each in the other standard."""

    names: Sequence[str]
    terms: Mapping[str, str]


class MaskError(Exception):
    """A token was lost or doubled on the way: what came back cannot be trusted."""


def mask(text: str, vocabulary: Vocabulary) -> Masked:
    """Put tokens in the place of what must not be translated; a term comes back as its word in the other standard."""
    kept: list[str] = []
    names, terms = _any(vocabulary.names), _any(vocabulary.terms)
    parts = [MACRO, TARGET, ADDRESS, CODE, names, f"(?i:{terms})" if terms else "", CAPITALS, NAME]

    def hide(found: re.Match[str]) -> str:
        word = found[0]
        other = vocabulary.terms.get(word.lower(), word)
        kept.append(other[0].upper() + other[1:] if word[0].isupper() else other)
        return f"Zqx{len(kept)}zq"

    return Masked(re.sub("|".join(part for part in parts if part), hide, text), kept)


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of some words as a whole, the longest first."""
    return "|".join(rf"\b{re.escape(word)}\b" for word in sorted(words, key=len, reverse=True))


def translated(
    texts: Sequence[str], vocabulary: Vocabulary, translate: Callable[[Sequence[str]], list[str]]
) -> list[str]:
    """Return texts as `translate` makes them, with what was masked put in again; raise MaskError as `unmask` does."""
    masked = [mask(text, vocabulary) for text in texts]
    made = translate([one.text for one in masked])
    return [unmask(text, one.kept) for text, one in zip(made, masked, strict=True)]


def unmask(text: str, kept: Sequence[str]) -> str:
    """Put back what the tokens stand for; raise MaskError unless each of them is there once."""
    numbers = [int(number) for number in TOKEN.findall(text)]
    if sorted(numbers) != list(range(1, len(kept) + 1)):
        what = f"{len(kept)} ord ble holdt utenfor oversettelsen, men {len(numbers)} kom tilbake"
        raise MaskError(f"{what}. Skriv teksten selv, eller velg færre felt.")
    return TOKEN.sub(lambda found: kept[int(found[1]) - 1], text)
