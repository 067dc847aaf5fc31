"""Tell editors what the search makes of their words.

Synonyms no page uses, how compounds are split, questions that do not lead to their page, and pages no question reaches.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("test")

import yaml
from playwright.sync_api import sync_playwright

from macros import registry
from macros.search import synonyms
from macros.search.compounds import Splitter
from macros.search.forms import Forms
from macros.search.lexicon import read, rules
from macros.search.words import of_documents, words
from scripts import browser, search_eval
from scripts.search_measures import Query, address
from scripts.search_measures import read as read_queries

ROOT = environment.ROOT
AMONG = 5


def used_words(index: Mapping[str, Any], table: Forms) -> set[str]:
    """Return the dictionary words of the pages, and the parts of their compounds."""
    found = {table.word_of(word) for word in set(of_documents(index["docs"]))}
    return found | {part for word in found for part in table.parts_of(word)}


def unused(lines: list[str], used: set[str], table: Forms) -> list[str]:
    """Return the lines of synonyms none of whose sayings the pages use."""
    stop = rules()["stop_words"]
    missing = []
    for line in lines:
        sayings = [saying.strip() for saying in line.replace(">", ",").split(",")]
        if not any({table.word_of(word) for word in words(saying) if word not in stop} <= used for saying in sayings):
            missing.append(line)
    return missing


def asked_queries(index: Mapping[str, Any]) -> list[Query]:
    """Return what the editors say is asked of each page, as queries that ought to lead there."""
    pages = [(address(document["location"]), document.get("asked", ())) for document in index["docs"]]
    return [Query(f"{page} {at}", page, text, {page: 3}) for page, asked in pages for at, text in enumerate(asked)]


def astray(asked: Sequence[Query], found: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the questions whose page is not among the first hits, with the page that comes first instead."""
    lines = []
    for query in asked:
        hits = [hit.removeprefix("nn/") for hit in found[query.id]]
        if query.cls not in hits[: AMONG * 2]:
            lines.append(f"{query.cls}: «{query.text}» går til {hits[0] if hits else 'ingen side'}")
    return lines


def unreached(pages: Sequence[str], queries: Sequence[Query], found: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the pages that are not among the first hits of any query."""
    reached = {hit for query in queries for hit in found[query.id][:AMONG]}
    return [page for page in pages if page not in reached]


def report(index: Mapping[str, Any], judged: Sequence[Query], found: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the lines of the report; `found` holds the pages found for what is asked and for the judged queries."""
    table = Forms(read(), Splitter(read(), set(of_documents(index["docs"]))))
    pages = list(dict.fromkeys(address(document["location"]) for document in index["docs"]))
    for title, lines in (
        (
            "Synonymer der ingen av ordene står på noen side",
            unused(synonyms.all_lines(registry.library()), used_words(index, table), table),
        ),
        (
            "Ord som er delt. Sett dem som er delt feil, under never_split i macros/search/rules.yaml",
            sorted(index["config"]["norwegian"]["compounds"].split()),
        ),
        ("Spørsmål i docs/data/search/asked der siden ikke er blant de første", astray(asked_queries(index), found)),
        ("Sider som ingen av de dømte spørsmålene når", unreached(pages, judged, found)),
    ):
        yield f"{title} ({len(lines)}):"
        yield from (f"  {line}" for line in lines)


def main() -> int:
    """Print the report."""
    parser = argparse.ArgumentParser(description="Vis hva søket gjør med synonymer, sammensatte ord og spørsmål.")
    parser.add_argument("--queries", type=Path, nargs="*", default=search_eval.SETS, help="dømte spørsmål, som YAML")
    args = parser.parse_args()
    site = ROOT / "site"
    file = site / "search" / "search_index.json"
    if not file.is_file():
        print("Fant ikke det ferdige nettstedet. Kjør: python3 scripts/build.py", file=sys.stderr)
        return 1
    browser.ensure()
    index = json.loads(file.read_text(encoding="utf-8"))
    judged = [query for each in args.queries for query in read_queries(yaml.safe_load(each.read_text("utf-8")))]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=browser.flags())
        found = search_eval.ask(chromium, site, [*judged, *asked_queries(index)], ["ours"])["ours"]
    print("\n".join(report(index, judged, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
