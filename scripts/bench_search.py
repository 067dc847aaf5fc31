"""Time the search beside stock Material in one run: until it is ready, and each keystroke, at a number of sections."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("test")

import yaml
from playwright.sync_api import sync_playwright

from scripts import browser
from scripts.bench_stock import served
from scripts.search_eval import ENGINES, QUERIES, ROOT

TIME = """async ({worker, data, queries}) => {
  const engine = new Worker(worker);
  const ask = (message, type) => new Promise(answer => {
    engine.onmessage = event => { if (event.data.type === type) answer(event.data.data); };
    engine.postMessage(message);
  });
  const start = performance.now();
  await ask({type: 0, data: {config: data.config, docs: data.docs, options: {suggest: true}}}, 1);
  const ready = performance.now() - start, times = [];
  for (const query of queries) for (let end = 1; end <= query.length; end++) {
    const before = performance.now();
    await ask({type: 2, data: query.slice(0, end)}, 3);
    times.push(performance.now() - before);
  }
  engine.terminate();
  times.sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return {ready, p50: at(0.5), p95: at(0.95), max: at(1)};
}"""


def grown(index: dict[str, Any], sections: int) -> dict[str, Any]:
    """Return an index with more sections: the site's own over again, under other addresses."""
    own = index["docs"]
    docs = [
        {**own[at % len(own)], "location": f"{at // len(own) or ''}{own[at % len(own)]['location']}"}
        for at in range(sections)
    ]
    return {**index, "docs": docs}


def main() -> int:
    """Time both and print a table."""
    parser = argparse.ArgumentParser(description="Ta tiden på søket ved siden av temaets eget.")
    parser.add_argument("--sections", type=int, default=5000, help="antall avsnitt å søke i")
    args = parser.parse_args()
    site = ROOT / "site"
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    texts = [row["query"] for row in yaml.safe_load(QUERIES.read_text(encoding="utf-8"))][::3]
    print(f"| {args.sections} avsnitt | klar | p50 | p95 | lengst |\n|---|---|---|---|---|")
    with sync_playwright() as playwright, served(site) as base:
        page = playwright.chromium.launch(executable_path=browser.find(), args=browser.flags()).new_page()
        page.goto(base + "404.html")
        for name, pattern in ENGINES.items():
            worker = base + next(site.glob(pattern)).relative_to(site).as_posix()
            data = {"worker": worker, "data": grown(index, args.sections), "queries": texts}
            row = page.evaluate(TIME, data)
            print(f"| {name} | {' | '.join(f'{row[each]:.0f} ms' for each in ('ready', 'p50', 'p95', 'max'))} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
