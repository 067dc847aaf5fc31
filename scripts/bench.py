"""Measure what it costs to build the site as it grows, beside other generators with the same pages, in one run.

For each number of stories a tree is made outside the project, and everything is built from it: the site with each
engine, all of `scripts/build.py`, and the same pages as plain Markdown with Material as it comes, Hugo and Eleventy.
Processor time is what the ratio is of: it is disturbed less by what else the machine does than time on the clock. Each
build but the whole one is run several times, and the run that used least counts; with very many stories, once.

What was tried and did not help: collecting no garbage at all (the same time, a tenth more memory). What is left is
spread thin: at 500 stories the theme's templates take an eighth, and dividing pages for the search, reading the data,
the page on what needs tending and the language data of the search about a twelfth each.
"""

import argparse
import dataclasses
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    # The packages of every engine.
    environment.enter("test")

from scripts import build, measured, rivals, scratch
from scripts.engines import ENGINES
from scripts.environment import ROOT, say
from scripts.measured import Cost, MeasureError

NUMBERS = (100, 500, 2000, 5000)
# From so many stories on, one run of each says enough, and takes long enough.
MANY = 5000
WHOLE = "Alt build.py gjør"
STOCK = rivals.RIVALS["material"].name
BUILD = "import sys; from pathlib import Path; from scripts import build; build.build(Path(sys.argv[1]))"


@dataclasses.dataclass(frozen=True)
class Row:
    """What one way of building cost with a number of stories; `cost` is None when its program is not on the machine."""

    stories: int
    name: str
    cost: Cost | None


def rows(folder: Path, stories: int, engines: Sequence[str], runs: int) -> Iterator[Row]:
    """Make a tree with so many stories under a folder, build it in every way, and yield what each cost."""
    root, pages = scratch.make(ROOT, folder / "tree", stories), folder / "pages"
    env = build.settings(root, offline=False)
    runs = 1 if stories >= MANY else runs
    whole = measured.run([sys.executable, "-c", BUILD, str(root)], root, env)
    yield Row(stories, WHOLE, with_size(whole, root / "dist"))
    rivals.plain_pages(root, root / "site", pages)
    for engine in engines:
        command = ENGINES[engine].command(root, root / "site")
        yield Row(stories, f"Vårt nettsted, {engine}", least(command, root, env, runs))
    for name, rival in rivals.RIVALS.items():
        (folder / name).mkdir()
        rival.prepare(pages, folder / name)
        yield Row(stories, rival.name, least(rival.command(), folder / name, env, runs))


def least(command: list[str] | None, folder: Path, env: Mapping[str, str], runs: int) -> Cost | None:
    """Build `site/` of a folder anew several times, and return the cost of the run that used least."""
    if command is None:
        return None
    costs = []
    for _ in range(runs):
        shutil.rmtree(folder / "site", ignore_errors=True)
        costs.append(measured.run(command, folder, env))
    return with_size(measured.least(costs), folder / "site")


def with_size(cost: Cost, folder: Path) -> Cost:
    """Return a cost with the size of what was made."""
    return dataclasses.replace(cost, output=measured.size(folder))


def table(found: Sequence[Row]) -> str:
    """Return the rows as a Markdown table; the ratio is of processor time to Material's with the same pages."""
    stock = {row.stories: row.cost.processor for row in found if row.name == STOCK and row.cost}
    head = "| Historier | Hva som ble bygget | Sekunder | Prosessorsekunder | Mot Material | Minne, MB | Ut, MB |"
    return "\n".join([head, "|---|---|---|---|---|---|---|", *(line(row, stock) for row in found)])


def line(row: Row, stock: Mapping[int, float]) -> str:
    """Return one row of the table; numbers are written with a decimal comma."""
    start, cost = f"| {row.stories} | {row.name} |", row.cost
    if cost is None:
        return f"{start} ikke på maskinen | | | | |"
    ratio = f"{cost.processor / stock[row.stories]:.2f}" if row.stories in stock else ""
    told = f"{cost.clock:.1f} | {cost.processor:.1f} | {ratio} | {cost.memory:.0f} | {cost.output:.1f}"
    return f"{start} {told.replace('.', ',')} |"


def asked() -> Any:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Mål hva det koster å bygge når håndboka vokser.")
    parser.add_argument("--stories", type=int, nargs="+", default=NUMBERS, metavar="ANTALL", help="så mange historier")
    parser.add_argument("--engines", nargs="+", default=[*ENGINES], choices=ENGINES, help="det som bygger nettstedet")
    parser.add_argument("--runs", type=int, default=3, metavar="GANGER", help="så mange ganger hver")
    parser.add_argument("--json", action="store_true", help="skriv tallene som JSON")
    return parser.parse_args()


def main() -> int:
    """Measure and print the table; return 1 if anything could not be built."""
    args = asked()
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1795564800")
    found: list[Row] = []
    try:
        for stories in args.stories:
            with tempfile.TemporaryDirectory(prefix="tillit-") as folder:
                for row in rows(Path(folder), stories, args.engines, args.runs):
                    print(f"{row.stories}: {row.name}", file=sys.stderr, flush=True)
                    found.append(row)
    except (MeasureError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    say(json.dumps([dataclasses.asdict(row) for row in found]) if args.json else table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
