"""Show what needs attention in the content: a summary, and a table of what needs something; or all of it as JSON."""

import argparse
import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros import registry
from macros.cockpit import figures, report
from macros.cockpit.figures import Row
from macros.content import schema
from macros.content.words import word
from scripts.roots import root_of

WIDTHS = (44, 12, 9, 8)


def summary(rows: Sequence[Row], day: datetime.date) -> Iterator[str]:
    """Yield a line for each thing that some of the rows need on a day."""
    counts = {need: count for need, count in report.counted(rows, day).items() if count}
    yield f"{len(rows)} oppføringer og sider."
    for need, count in counts.items():
        yield f"{count:>5}  {word(f'need.{need}', 'nb')} ({need})"


def table(rows: Sequence[Row], day: datetime.date) -> Iterator[str]:
    """Yield the lines of a table, kind by kind: what it is, when it is due, how full, how heavy, what it needs."""
    for kind in dict.fromkeys(row.kind for row in rows):
        yield f"\n{word(f'kind.{kind}', 'nb')}"
        yield _line(("Navn", "Igjen", "Utfylt", "LIX"), "Trenger")
        for row in (row for row in rows if row.kind == kind):
            cells = (row.id, _day(row), f"{row.filled}/{row.fields}" if row.fields else "–", _lix(row))
            told = ", ".join(word(f"need.{need}", "nb").lower() for need in report.needs(row, day))
            yield _line(cells, told)


def _line(cells: Sequence[str], last: str) -> str:
    padded = [
        f"{cell[: width - 2] + '…' if len(cell) > width - 1 else cell:<{width}}"
        for cell, width in zip(cells, WIDTHS, strict=True)
    ]
    return "".join([*padded, last]).rstrip()


def _day(row: Row) -> str:
    return row.due.isoformat() if row.due else "–"


def _lix(row: Row) -> str:
    return "/".join(f"{one.lix:.0f}" for one in row.readings.values()) or "–"


def chosen(rows: Sequence[Row], args: argparse.Namespace, day: datetime.date) -> list[Row]:
    """Return the rows that the arguments ask for."""
    kept = [row for row in rows if not args.kind or row.kind == args.kind]
    if args.need:
        return [row for row in kept if args.need in report.needs(row, day)]
    return kept if args.all else [row for row in kept if report.needs(row, day)]


def parsed() -> argparse.Namespace:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description="Vis hva som trenger tilsyn i innholdet.")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="se på et annet tre med samme oppsett")
    parser.add_argument("--kind", metavar="MAPPE", help="bare en datamappe, for eksempel stories, eller sider")
    parser.add_argument("--need", metavar="BEHOV", help="bare det som trenger dette; se ordene i oversikten")
    parser.add_argument("--all", action="store_true", help="ta med det som ikke trenger noe")
    parser.add_argument("--json", action="store_true", help="skriv alle tallene som JSON, og ikke noe annet")
    return parser.parse_args()


def main() -> int:
    """Print the figures; return 1 only if there is nothing to look at."""
    args = parsed()
    if not (root := root_of(args.root)):
        return 1
    library, today = registry.library(root), datetime.date.today()
    rows = figures.rows(library)
    if args.json:
        print(schema.as_text(report.as_data(rows)), end="")
        return 0
    if library.broken:
        print(f"Oppføringer med feil, som ikke er med her: {len(library.broken)}. Se dem: python3 scripts/check.py")
    print("\n".join([*summary(rows, today), *table(chosen(rows, args, today), today)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
