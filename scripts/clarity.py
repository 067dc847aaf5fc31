"""Give advice on the language: long and heavy sentences, heavy words, and words the dictionary does not know."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros import registry
from macros.components.source import Source
from macros.components.story import Story
from macros.components.term import Term
from macros.content import prose
from macros.content.library import Library
from macros.content.prose import Passage
from macros.language import clarity, spelling
from macros.language.clarity import Advice, Rule
from scripts.roots import root_of

SPELLING = "skrivefeil"


def advice(passages: Sequence[Passage]) -> list[Advice]:
    """Return the advice on some pieces of text, in order of file and line."""
    return sorted((one for passage in passages for one in clarity.advice(passage)), key=lambda one: one.problem)


def misspelt(library: Library, passages: Sequence[Passage]) -> list[str]:
    """Return a line for each word that is not known, or the one line that says why nobody has looked."""
    try:
        found = spelling.problems(passages, spelling.hunspell, spelling.project_words() | own_words(library))
    except spelling.MissingToolError as missing:
        return [f"Stavekontrollen er ikke kjørt. {missing}"]
    lines = [problem.located(library.docs.parent) for problem in found]
    return [*lines, f"{len(found)} ord står ikke i ordlista. Det er et varsel og stopper ingenting."]


def own_words(library: Library) -> set[str]:
    """Return the words that are spelt as the content says: those of the glossary, and of names others have given."""
    terms = library.all("terms", Term).values()
    texts = [text for term in terms for text in (term.title.nb, term.title.nn, *term.synonyms)]
    texts += [source.publisher for source in library.all("sources", Source).values()]
    texts += [story.organisation for story in library.all("stories", Story).values()]
    texts += [name for kind in library.kinds for name in (kind.folder, kind.name)]
    return {word.lower() for text in texts for word in spelling.WORD.findall(text)}


def parsed() -> argparse.Namespace:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description="Gi råd om språket. Rådene stopper ingenting.")
    parser.add_argument("files", nargs="*", metavar="FIL", help="bare råd om disse filene")
    parser.add_argument("--rule", choices=[*get_args(Rule), SPELLING], help="bare råd av ett slag")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="se på et annet tre med samme oppsett")
    return parser.parse_args()


def main() -> int:
    """Print the advice, one a line, and a count; return 1 only if there is nothing to look at."""
    args = parsed()
    if not (root := root_of(args.root)):
        return 1
    library, named = registry.library(root), {Path(file).resolve() for file in args.files}
    passages = [passage for passage in prose.passages(library) if not named or passage.file in named]
    if args.rule != SPELLING:
        found = [one for one in advice(passages) if args.rule in (None, one.rule)]
        # Passives are many, and most of them are right: they are listed for whoever asks.
        listed = [one for one in found if one.rule != "passiv" or args.rule or named]
        lines = [f"{one.problem.located(root)} ({one.rule})" for one in listed]
        counts = ", ".join(f"{rule} {count}" for rule, count in clarity.counted(found).items())
        print("\n".join([*lines, f"{len(found)} råd{': ' + counts if counts else ''}."]))
        if len(listed) < len(found):
            print("Se passivene med: python3 scripts/clarity.py --rule passiv")
    if args.rule in (None, SPELLING):
        print("\n".join(misspelt(library, passages)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
