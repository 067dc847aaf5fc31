"""Make a new entry of content: a commented YAML file, and its page."""

import argparse
import datetime
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros import registry
from macros.content import skeleton, yaml_writer
from macros.content.base import SLUG
from macros.content.kinds import Kind
from macros.content.problems import nearest
from scripts.interview import Interview, Stopped


def planned(kind: Kind, id: str, today: datetime.date, answers: Mapping[str, Any]) -> dict[Path, str]:
    """Return the files of an entry, as paths from the top of a tree, with what goes into each."""
    data = Path("docs") / "data" / kind.folder / f"{id}.yaml"
    pages = {Path("docs") / page: skeleton.page_text(kind, id) for page in kind.own_pages(id)}
    return {data: skeleton.entry_text(kind, today, answers), **pages}


def make(root: Path, files: Mapping[Path, str]) -> list[Path]:
    """Write the files that are not there yet; return those written. What exists is left as it is."""
    made = [file for file in files if not (root / file).exists()]
    for file in made:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(files[file], encoding="utf-8")
    return made


def fault(kinds: Mapping[str, Kind], kind: str | None, id: str | None) -> str:
    """Say what is wrong with the arguments; an empty text when they can be used."""
    if kind and kind not in kinds:
        return f"«{kind}» er ikke en type. {nearest(kind, kinds)} Typene er {', '.join(kinds)}."
    if id is not None and not SLUG.fullmatch(id):
        return f"«{id}» kan ikke være en id. Bruk små bokstaver a–z, tall og bindestrek."
    return ""


def ask(root: Path, kinds: Sequence[Kind], today: datetime.date) -> dict[Path, str]:
    """Ask the editor for an entry of one of the kinds, and return its files; raise Stopped when there is to be none."""
    interview = Interview(registry.library(root))
    asked = interview.entry(kinds)
    files = planned(asked.kind, asked.id, today, asked.answers)
    lines = [line for name, value in asked.answers.items() for line in yaml_writer.lines(name, value)]
    if not interview.agrees([*files], asked, lines):
        raise Stopped
    return files


def main() -> int:
    """Make the entry the arguments ask for, or ask what to make; return 1, and write nothing, if it cannot be used."""
    kinds = {kind.name: kind for kind in registry.kinds()}
    parser = argparse.ArgumentParser(description="Lag en ny oppføring med side. Uten TYPE og ID blir du spurt.")
    parser.add_argument("kind", nargs="?", metavar="TYPE", help=", ".join(kinds))
    parser.add_argument("id", nargs="?", metavar="ID", help="små bokstaver a–z, tall og bindestrek, som klare-mal")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="skriv i et annet tre med samme oppsett")
    args = parser.parse_args()
    if wrong := fault(kinds, args.kind, args.id):
        print(wrong)
        return 1
    root, today = Path(args.root).resolve(), datetime.date.today()
    try:
        chosen = [kinds[args.kind]] if args.kind else [*kinds.values()]
        files = planned(chosen[0], args.id, today, {}) if args.id else ask(root, chosen, today)
    except Stopped:
        print("\nAvbrutt. Ingenting er laget.")
        return 1
    report(make(root, files))
    return 0


def report(made: Sequence[Path]) -> None:
    """Say what was written, and what to do next."""
    for file in made:
        print(f"Laget {file.as_posix()}")
    print(
        "Fyll inn YAML-filen og kjør: python3 scripts/check.py" if made else "Alt finnes fra før. Ingenting er endret."
    )


if __name__ == "__main__":
    sys.exit(main())
