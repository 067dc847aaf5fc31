"""The two written standards of Norwegian: words left over from the one in a text in the other."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from macros.content import yaml_reader
from macros.content.base import Language
from macros.content.problems import Problem
from macros.content.prose import Passage

FILE = Path(__file__).with_name("standards.yaml")
NAMES: Mapping[Language, str] = {"nb": "bokmål", "nn": "nynorsk"}
# What is quoted keeps the words of the one who said it.
QUOTED = re.compile(r"«[^»]*»")
# So many words of the other standard in one piece of text: it is not the words that are wrong, but what it is called.
WHOLE_TEXT = 5
# A word with a capital inside a sentence is a name.
WORD = re.compile(r"(?:(?<=^)|(?<=[.!?:–(] )|(?<=\n))[A-ZÆØÅ][a-zæøå]+\b|\b(?<![A-ZÆØÅ])[a-zæøå]+\b")


class Standards(NamedTuple):
    """For each written standard: the words that are not its own, with what to write, and the endings that are not."""

    words: Mapping[Language, Mapping[str, str]]
    endings: Mapping[Language, tuple[str, ...]]
    allowed: frozenset[str]


@lru_cache(maxsize=1)
def _standards(_changed: int) -> Standards:
    document = yaml_reader.read(FILE.read_bytes())
    if document.faults:
        raise ValueError(f"{FILE.name}: {document.faults}")
    data = document.data
    nynorsk: dict[str, str] = data["words"]
    # Several words in bokmål may have one in nynorsk, or the nynorsk side may be a choice: then there is no way back.
    bokmal = {new: old for old, new in nynorsk.items() if " " not in new}
    endings: dict[Language, tuple[str, ...]] = {"nn": tuple(data["endings"]["nb"]), "nb": tuple(data["endings"]["nn"])}
    return Standards({"nn": nynorsk, "nb": bokmal}, endings, frozenset(data["allowed"]))


def foreign(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each word in a text that belongs to the other standard, and what to write instead where that is known."""
    standards = _standards(FILE.stat().st_mtime_ns)
    for word in WORD.findall(QUOTED.sub("«»", text)):
        lower = word.lower()
        if better := standards.words[language].get(lower):
            yield word, better
        elif len(lower) >= 5 and lower.endswith(standards.endings[language]) and lower not in standards.allowed:
            yield word, ""


def problems(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for each word in a piece of text that belongs to the other written standard."""
    other = NAMES["nb" if passage.language == "nn" else "nn"]
    found = list(foreign(passage.text, passage.language))
    if len(found) >= WHOLE_TEXT:
        yield _of_whole(passage, other, [word for word, _ in found])
        return
    for word, better in found:
        what = f"«{word}» er {other}, men teksten er på {NAMES[passage.language]}"
        fix = f"skriv «{better}»" if better else "skriv ordet i tekstens egen målform"
        yield Problem(passage.file, passage.line, passage.field, what, f"{fix}, eller sett sitat i «»")


def _of_whole(passage: Passage, other: str, words: list[str]) -> Problem:
    """Return the problem of a piece of text that seems to be written in the other standard from end to end."""
    shown = ", ".join(f"«{word}»" for word in words[:3])
    what = f"teksten ser ut som {other}, men er merket «{passage.language}» (language): {shown} …"
    fix = f"rett målformen hvis den er feil, eller skriv teksten på {NAMES[passage.language]}"
    return Problem(passage.file, passage.line, passage.field, what, fix)
