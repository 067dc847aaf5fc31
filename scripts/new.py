"""Make a new entry of content: a commented YAML file, and its page."""

import argparse
import datetime
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros import registry
from macros.content import skeleton
from macros.content.base import SLUG
from macros.content.kinds import Kind
from macros.content.problems import nearest


def make(root: Path, kind: Kind, id: str, today: datetime.date) -> list[Path]:
    """Write the files of an entry that are not there yet; return those written. What exists is left as it is."""
    files = {root / "docs" / "data" / kind.folder / f"{id}.yaml": skeleton.entry_text(kind, today)}
    files |= {root / "docs" / page: skeleton.page_text(kind, id) for page in kind.own_pages(id)}
    made = [file for file in files if not file.exists()]
    for file in made:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(files[file], encoding="utf-8")
    return made


def main() -> int:
    """Make the entry the arguments ask for; return 1, and write nothing, if they cannot be used."""
    kinds = {kind.name: kind for kind in registry.kinds()}
    parser = argparse.ArgumentParser(description="Lag en ny oppføring med side.")
    parser.add_argument("kind", metavar="TYPE", help=", ".join(kinds))
    parser.add_argument("id", metavar="ID", help="små bokstaver a–z, tall og bindestrek, for eksempel klare-mal")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="skriv i et annet tre med samme oppsett")
    args = parser.parse_args()
    if args.kind not in kinds:
        print(f"«{args.kind}» er ikke en type. {nearest(args.kind, kinds)} Typene er {', '.join(kinds)}.")
        return 1
    if not SLUG.fullmatch(args.id):
        print(f"«{args.id}» kan ikke være en id. Bruk små bokstaver a–z, tall og bindestrek.")
        return 1
    root = Path(args.root).resolve()
    made = make(root, kinds[args.kind], args.id, datetime.date.today())
    for file in made:
        print(f"Laget {file.relative_to(root)}")
    print(
        "Fyll inn YAML-filen og kjør: python3 scripts/check.py" if made else "Alt finnes fra før. Ingenting er endret."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
