"""Measure the search beside stock Material on the same built site, both with the workers that are shipped."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("test")

import yaml
from playwright.sync_api import Browser, sync_playwright

from scripts import browser, search_probes
from scripts.bench_stock import served
from scripts.search_measures import MEASURES, Query, address, mean, read, success, summary

ROOT = environment.ROOT
QUERIES = ROOT / "tests" / "search-queries.yaml"
# The open set, one that weights were tried on as well, and one that nothing was tried on.
SETS = [QUERIES, *(ROOT / "tests" / f"search-queries-{name}.yaml" for name in ("held", "kept"))]
ENGINES = {"ours": "assets/search/worker.js", "stock": "assets/javascripts/workers/search.*.min.js"}
NAMES = {"ndcg5": "nDCG@5", "mrr10": "MRR@10", "recall10": "Treff av 10", "zero": "Uten treff"}
ASK = """async ({worker, index, queries}) => {
  const data = await (await fetch(index)).json();
  const engine = new Worker(worker);
  const ask = (message, type) => new Promise((answer, fail) => {
    engine.onmessage = event => { if (event.data.type === type) answer(event.data.data); };
    engine.onerror = event => fail(new Error(event.message));
    engine.postMessage(message);
  });
  await ask({type: 0, data: {config: data.config, docs: data.docs, options: {suggest: false}}}, 1);
  const found = [];
  for (const query of queries) {
    const result = await ask({type: 2, data: query}, 3);
    found.push(result.items.slice(0, 10).map(group => group[0].location));
  }
  engine.terminate();
  return found;
}"""
Found = dict[str, dict[str, list[str]]]


def ask(chromium: Browser, site: Path, queries: Sequence[Query], engines: Sequence[str] = tuple(ENGINES)) -> Found:
    """Return the pages each engine finds, by the id of the query."""
    found: Found = {}
    texts = [query.text for query in queries]
    with served(site) as base:
        page = chromium.new_page()
        page.goto(base + "404.html")
        for name in engines:
            worker = base + next(site.glob(ENGINES[name])).relative_to(site).as_posix()
            hits = page.evaluate(ASK, {"worker": worker, "index": base + "search/search_index.json", "queries": texts})
            pages = [[address(location) for location in each] for each in hits]
            found[name] = {query.id: each for query, each in zip(queries, pages, strict=True)}
        page.close()
    return found


def measure(chromium: Browser, site: Path, queries: Sequence[Query], probes: bool = True) -> dict[str, Any]:
    """Return every figure for a site: in all, by class, and if wanted for the probes made from its titles."""
    documents = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    made = search_probes.all_probes(documents) if probes else []
    found = ask(chromium, site, [*queries, *made])
    classes = sorted({query.cls for query in queries})
    return {
        **{name: summary(queries, found[name]) for name in ENGINES},
        "classes": {
            cls: {name: summary([query for query in queries if query.cls == cls], found[name]) for name in ENGINES}
            for cls in classes
        },
        "probes": probe_figures(made, found),
    }


def probe_figures(probes: Sequence[Query], found: Found) -> dict[str, Any]:
    """Return how often a right page is among the first five, and how often nothing is found, by kind of probe."""
    figures: dict[str, Any] = {}
    for cls in sorted({probe.cls for probe in probes}):
        own = [probe for probe in probes if probe.cls == cls]
        figures[cls] = {"count": len(own)} | {
            name: {
                "success5": mean([success(probe.relevant, hits[probe.id]) for probe in own]),
                "zero": mean([float(not hits[probe.id]) for probe in own]),
            }
            for name, hits in found.items()
        }
    return figures


def table(figures: dict[str, Any], count: int) -> str:
    """Return the figures as Markdown tables."""
    head = f"| Spørsmål | {' | '.join(f'{NAMES[each]}, vårt | temaets' for each in MEASURES)} |"
    rows = {f"alle {count}": figures, **figures["classes"]}
    lines = [head, "|---" * 9 + "|"]
    for name, row in rows.items():
        values = [f"{row['ours'][each]:.2f} | {row['stock'][each]:.2f}" for each in MEASURES]
        lines.append(f"| {name} | {' | '.join(values)} |")
    lines += ["", "| Prøver laget av titlene | antall | rett blant fem, vårt | temaets | uten treff, vårt | temaets |"]
    lines.append("|---" * 6 + "|")
    for name, row in figures["probes"].items():
        values = [f"{row[engine][each]:.2f}" for each in ("success5", "zero") for engine in ENGINES]
        lines.append(f"| {name} | {row['count']} | {' | '.join(values)} |")
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Mål søket ved siden av temaets eget, på det ferdig bygde nettstedet.")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="spørsmål med dømte sider, som YAML")
    parser.add_argument("--json", action="store_true", help="skriv tallene som JSON")
    args = parser.parse_args()
    site = ROOT / "site"
    if not (site / "search" / "search_index.json").is_file():
        print("Fant ikke det ferdige nettstedet. Kjør: python3 scripts/build.py", file=sys.stderr)
        return 1
    browser.ensure()
    queries = read(yaml.safe_load(args.queries.read_text(encoding="utf-8")))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=browser.flags())
        figures = measure(chromium, site, queries)
    print(json.dumps(figures, ensure_ascii=False) if args.json else table(figures, len(queries)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
