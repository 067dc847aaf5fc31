"""Clarity: advice on what makes a text heavy – long sentences, heavy words, passives and nouns that hide a verb."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from macros.content import readability, yaml_reader
from macros.content.base import Language
from macros.content.problems import Problem
from macros.content.prose import Passage

FILE = Path(__file__).with_name("clarity.yaml")
# Between a verb that says little and its noun there may be an article and an adjective.
BETWEEN = r"(?:\s+\w+){0,2}?"

Rule = Literal["setning", "tungt-ord", "passiv", "substantiv"]


class Advice(NamedTuple):
    """One piece of advice: the rule it follows, and where it applies and what to do, as a problem is told."""

    rule: Rule
    problem: Problem


class Patterns(NamedTuple):
    """What to look for in one written standard, and what is better than each heavy word."""

    heavy: re.Pattern[str]
    better: Mapping[str, str]
    noun: re.Pattern[str]
    plain_nouns: frozenset[str]
    passive: re.Pattern[str]
    not_passive: frozenset[str]


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _patterns(_changed: int) -> Mapping[Language, Patterns]:
    document = yaml_reader.read(FILE.read_bytes())
    if document.faults:
        raise ValueError(f"{FILE.name}: {document.faults}")
    return {"nb": _of_language(document.data, "nb"), "nn": _of_language(document.data, "nn")}


def _of_language(data: Mapping[str, Any], language: Language) -> Patterns:
    better: dict[str, str] = data["heavy"][language]
    endings, verbs = _any(data["noun_endings"]), _any(data["light_verbs"][language])
    modals, ending = _any(data["modals"][language]), data["passive_endings"][language]
    return Patterns(
        heavy=re.compile(rf"\b({_any(better)})\b", re.IGNORECASE),
        better=better,
        noun=re.compile(rf"\b(?:{verbs}){BETWEEN}\s+(\w+(?:{endings}))\b", re.IGNORECASE),
        plain_nouns=frozenset(data["plain_nouns"]),
        passive=re.compile(rf"\b(?:{modals}){BETWEEN}\s+(\w{{2,}}{ending})\b", re.IGNORECASE),
        not_passive=frozenset(data["not_passive"][language]),
    )


def patterns(language: Language) -> Patterns:
    """Return what to look for in a written standard, as the file says now."""
    return _patterns(FILE.stat().st_mtime_ns)[language]


def advice(passage: Passage) -> Iterator[Advice]:
    """Yield the advice on one piece of text."""
    for rule, what, fix in _found(passage.text, patterns(passage.language)):
        yield Advice(rule, Problem(passage.file, passage.line, passage.field, what, fix))


Found = tuple[Rule, str, str]


def _found(text: str, look: Patterns) -> Iterator[Found]:
    for sentence in readability.sentences(text):
        if (words := readability.length(sentence)) > readability.LONGEST_SENTENCE:
            yield "setning", f"setningen har {words} ord: «{_opening(sentence)} …»", "del den i to"
    for match in look.heavy.finditer(text):
        yield "tungt-ord", f"«{match[0]}» er et tungt ord", f"skriv {look.better[match[0].lower()]}"
    for match in _kept(look.noun, look.plain_nouns, text):
        yield "substantiv", f"«{match[0]}» gjemmer et verb", "si hva noen gjør, med verbet alene"
    for match in _kept(look.passive, look.not_passive, text):
        yield "passiv", f"«{match[0]}» sier ikke hvem som gjør det", "skriv hvem som gjør det, om det er viktig"


def _kept(pattern: re.Pattern[str], left_out: frozenset[str], text: str) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(text) if not match[1].lower().endswith(tuple(left_out)))


def _opening(sentence: str) -> str:
    return " ".join(sentence.split()[:6])


def counted(found: Sequence[Advice]) -> dict[str, int]:
    """Return how many pieces of advice there are of each rule, the most common first."""
    rules = [one.rule for one in found]
    return {rule: rules.count(rule) for rule in sorted(set(rules), key=lambda rule: (-rules.count(rule), rule))}
