"""Spelling: words that neither the dictionary nor the project knows, with hunspell where it is installed."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from macros.content.base import Language
from macros.content.problems import Problem
from macros.content.prose import Passage

FILE = Path(__file__).with_name("words.txt")
DICTIONARIES: Mapping[Language, str] = {"nb": "nb_NO", "nn": "nn_NO"}
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ADDRESS = re.compile(r"\S+://\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+\b|`[^`]*`")
SENTENCE_START = re.compile(r"(?:^|[.!?:»]\s+|[-–«(]\s*|\n\s*)$")
SHORTEST = 3
LIMIT = 120

# Takes words and a written standard, and returns those that are not known.
Ask = Callable[[Sequence[str], Language], set[str]]


class MissingToolError(Exception):
    """A program is not installed; the message says how to install it."""


def hunspell(words: Sequence[str], language: Language) -> set[str]:
    """Return the words hunspell does not know; raise MissingToolError if it or its dictionary is not installed."""
    program = shutil.which("hunspell")
    if not program:
        raise MissingToolError("Fant ikke hunspell. På Debian og Ubuntu: sudo apt install hunspell hunspell-no")
    command = [program, "-i", "utf-8", "-d", DICTIONARIES[language], "-l"]
    given = "\n".join(words) + "\n"
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", timeout=LIMIT)
    if done.returncode:
        name = DICTIONARIES[language]
        raise MissingToolError(f"Hunspell mangler ordlista {name}. På Debian og Ubuntu: sudo apt install hunspell-no")
    return set(done.stdout.split())


def project_words() -> set[str]:
    """Return the words the editors have approved, in lower case."""
    lines = (line.partition("#")[0].strip() for line in FILE.read_text(encoding="utf-8").splitlines())
    return {line.lower() for line in lines if line}


def words(text: str) -> Iterator[str]:
    """Yield the words of a text that can be spelt wrong: no names, no abbreviations in capitals, no addresses."""
    bare = ADDRESS.sub(lambda found: " " * len(found[0]), text)
    for found in WORD.finditer(bare):
        word = found[0]
        starts = bool(SENTENCE_START.search(bare[: found.start()]))
        if len(word) < SHORTEST or any(letter.isupper() for letter in word[1:]):
            continue
        if word[0].islower() or starts:
            yield word


def problems(passages: Iterable[Passage], ask: Ask, known: set[str]) -> list[Problem]:
    """Return a problem for each word in some pieces of text that is not known; each word once in each file."""
    every = list(passages)
    unknown = {language: _unknown(every, language, ask, known) for language in DICTIONARIES}
    found: dict[tuple[Path, str], Problem] = {}
    for passage in every:
        for word in words(passage.text):
            if word.lower() in unknown[passage.language]:
                what, fix = f"«{word}» står ikke i ordlista", "rett ordet, eller legg det i macros/language/words.txt"
                problem = Problem(passage.file, passage.line, passage.field, what, fix)
                found.setdefault((passage.file, word.lower()), problem)
    return sorted(found.values())


def _unknown(passages: Sequence[Passage], language: Language, ask: Ask, known: set[str]) -> set[str]:
    used = {word.lower() for part in passages if part.language == language for word in words(part.text)} - known
    # A name that opens a sentence is known with its capital only.
    missing = ask(sorted(used), language) if used else set()
    capital = ask(sorted(word.capitalize() for word in missing), language) if missing else set()
    return {word for word in missing if word.capitalize() in capital}
