"""Report the language of the site: how much is nynorsk, kind by kind, and how heavy each page is to read."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros import registry
from macros.content import prose, readability
from macros.content.base import Language
from macros.content.prose import Passage
from macros.content.readability import Measure
from scripts.roots import root_of

# What has one text and one written standard, so that the share of nynorsk is a choice; a tool is always in both.
CHOSEN = (prose.PAGES, "stories")
LEAST = 0.25
# Björnsson's scale: below 30 very easy, 40–50 middling, 50–60 heavy. A page with less text than this is a list.
FEWEST_WORDS = 120
SHOWN = 15


def words_by_kind(passages: Iterable[Passage]) -> dict[str, dict[Language, int]]:
    """Return the number of words in each written standard, by kind of content."""
    counts: dict[str, dict[Language, int]] = defaultdict(lambda: {"nb": 0, "nn": 0})
    for passage in passages:
        counts[passage.kind][passage.language] += readability.measure([passage.text]).words
    return dict(counts)


def share(counts: Mapping[str, Mapping[Language, int]], kinds: Iterable[str]) -> float:
    """Return the share of words that are nynorsk in some kinds, from 0 to 1."""
    both = [counts[kind] for kind in kinds if kind in counts]
    total = sum(sum(one.values()) for one in both)
    return sum(one["nn"] for one in both) / total if total else 0.0


def by_page(passages: Iterable[Passage]) -> dict[str, Measure]:
    """Return what was counted on each page, the heaviest first."""
    texts: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        texts[passage.page].append(passage.text)
    measured = {page: readability.measure(text) for page, text in texts.items()}
    return dict(sorted(measured.items(), key=lambda pair: -pair[1].lix))


def shares_table(counts: Mapping[str, Mapping[Language, int]]) -> Iterator[str]:
    """Yield the lines of the table of words, kind by kind."""
    yield f"{'Slag':<16}{'bokmål':>9}{'nynorsk':>9}{'andel nynorsk':>16}"
    for kind, count in sorted(counts.items()):
        yield f"{kind:<16}{count['nb']:>9}{count['nn']:>9}{share(counts, [kind]):>16.0%}"
    yield f"Sider og historier til sammen: {share(counts, CHOSEN):.0%} nynorsk. Målet er minst {LEAST:.0%}."


def pages_table(pages: Mapping[str, Measure], shown: int) -> Iterator[str]:
    """Yield the lines of the table of pages, at most `shown` of them."""
    long_enough = {page: measure for page, measure in pages.items() if measure.words >= FEWEST_WORDS}
    yield f"{'LIX':>4}{'ord':>7}{'ord i setning':>15}{'lengste':>9}  side"
    for page, measure in list(long_enough.items())[:shown]:
        yield f"{measure.lix:>4.0f}{measure.words:>7}{measure.per_sentence:>15.1f}{measure.longest:>9}  {page}"
    typical = sorted(measure.lix for measure in long_enough.values())
    if typical:
        yield f"{len(typical)} sider med minst {FEWEST_WORDS} ord. LIX i midten: {typical[len(typical) // 2]:.0f}."


def main() -> int:
    """Print the report; return 1 if too little of the pages and stories is nynorsk."""
    parser = argparse.ArgumentParser(description="Vis andelen nynorsk og hvor tung hver side er å lese.")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="se på et annet tre med samme oppsett")
    parser.add_argument("--all", action="store_true", help=f"vis alle sidene, ikke bare de {SHOWN} tyngste")
    args = parser.parse_args()
    if not (root := root_of(args.root)):
        return 1
    passages = list(prose.passages(registry.library(root)))
    counts, pages = words_by_kind(passages), by_page(passages)
    print("\n".join([*shares_table(counts), "", *pages_table(pages, len(pages) if args.all else SHOWN)]))
    return 0 if share(counts, CHOSEN) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
