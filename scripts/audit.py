"""Go through a built site and list what is not on the list of what a page may hold, wherever it came from."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment
from scripts.environment import ROOT

if __name__ == "__main__":
    environment.enter("build")

from macros.content import markup
from macros.search import worker

# Files that browsers read as pages or pictures with tags in them.
TAGGED = (".html", ".svg")
SHOWN = 30


def faults(site: Path, root: Path = ROOT) -> Iterator[str]:
    """Yield what a site built from a tree holds that is not on the list, as `fil:linje: hva`, file by file."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_dir():
            continue
        if file.is_symlink() or (wrong := markup.file_fault(path)):
            yield f"{path}:1: {'filen er en lenke' if file.is_symlink() else wrong}"
        elif file.suffix in TAGGED:
            for line, what in markup.faults(file.read_text(encoding="utf-8")):
                yield f"{path}:{line}: {what}"
        elif wrong := replaced(file, root / "overrides" / path):
            yield f"{path}:1: {wrong}"


def replaced(file: Path, own: Path) -> str:
    """Say that a script or a stylesheet is another than the one of ours that has its name; empty if it is ours.

    The worker of the search is put together from several files, and is none of them.
    """
    is_other = own.is_file() and not file.match(worker.ADDRESS) and own.read_bytes() != file.read_bytes()
    return "filen er en annen enn den som ligger i overrides/" if is_other else ""


def report(found: list[str]) -> str:
    """Return the faults one a line, the first of them when they are many."""
    more = [f"… og {len(found) - SHOWN} til"] if len(found) > SHOWN else []
    return "\n".join([*found[:SHOWN], *more])


def main() -> int:
    """Go through a site; return 1 if anything is not on the list."""
    parser = argparse.ArgumentParser(description="Gå gjennom et bygd nettsted og vis det som ikke er tillatt der.")
    parser.add_argument("site", nargs="?", default="site", metavar="MAPPE", help="det bygde nettstedet")
    site = Path(parser.parse_args().site)
    if not site.is_dir():
        print(f"Fant ikke mappen {site}. Bygg først med: python3 scripts/build.py")
        return 1
    found = list(faults(site))
    print(report(found) or "Alt på sidene står på listen over det som er tillatt.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
