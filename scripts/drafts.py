"""Make drafts of nynorsk from bokmål, list them, and write those an editor approves into their entry."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros import registry
from macros.components.source import Source
from macros.components.story import Story
from macros.components.term import Term
from macros.content import yaml_reader
from macros.content.base import SLUG
from macros.content.kinds import Kind
from macros.content.library import DRAFTS, Library
from macros.content.problems import nearest
from macros.language import apertium, drafts, masking
from macros.language.drafts import DraftError, Found, Translate
from macros.language.masking import MaskError, Vocabulary
from macros.language.spelling import MissingToolError


def make(docs: Path, kind: Kind, id: str, fields: list[str], translate: Translate) -> str:
    """Make drafts of the texts of an entry that have no nynorsk, or of the fields named; return what was done."""
    texts, file = texts_of(docs, kind, id), drafts.file_of(docs, kind.folder, id)
    wanted = named(fields, texts) or [name for name, found in texts.items() if not found.nn]
    kept = drafts.read(file)
    vocabulary = not_translated(registry.library(docs.parent))
    made = drafts.make(texts, kept, wanted, lambda parts: masking.translated(parts, vocabulary, translate))
    drafts.save(file, made, kind.name)
    if not made:
        return f"Alle tekstene i {kind.folder}/{id} har nynorsk. Skriv et felt etter id-en for å få et nytt utkast."
    return f"{len(made)} utkast ligger i {file.relative_to(docs.parent).as_posix()}. De vises ikke før du godkjenner."


def approve(docs: Path, kind: Kind, id: str, fields: list[str]) -> str:
    """Write the drafts of an entry, or of the fields named, into it; return what was done."""
    file, entry = drafts.file_of(docs, kind.folder, id), entry_file(docs, kind, id)
    texts_of(docs, kind, id)
    every = drafts.read(file)
    wanted = named(fields, {one.field: one for one in every}) or [one.field for one in every]
    chosen = [one for one in every if one.field in wanted]
    if not chosen:
        raise DraftError(f"{kind.folder}/{id} har ingen utkast. Lag dem med: python3 scripts/drafts.py make")
    entry.write_text(drafts.approve(entry.read_text(encoding="utf-8"), chosen), encoding="utf-8")
    drafts.save(file, [one for one in every if one.field not in wanted], kind.name)
    told = ", ".join(one.field for one in chosen)
    return f"Skrevet inn i {entry.relative_to(docs.parent).as_posix()}: {told}."


def listed(docs: Path) -> Iterator[str]:
    """Yield a line for each draft there is: the entry, the field, and whether it still holds."""
    for file in sorted((docs / "data" / DRAFTS).glob("*/*.yaml")):
        kind = next((kind for kind in registry.kinds() if kind.folder == file.parent.name), None)
        try:
            texts = texts_of(docs, kind, file.stem) if kind else {}
            lines = [f"{one.field} – {drafts.state(one, texts)}" for one in drafts.read(file)]
        except DraftError as error:
            lines = [str(error)]
        yield from (f"{file.parent.name}/{file.stem}: {line}" for line in lines)


def not_translated(library: Library) -> Vocabulary:
    """Return the names that stand as they are, and the words of the glossary with their nynorsk."""
    names = [source.publisher for source in library.all("sources", Source).values()]
    names += [story.organisation for story in library.all("stories", Story).values()]
    terms = {term.title.nb.lower(): term.title.nn for term in library.all("terms", Term).values()}
    return Vocabulary(sorted({name for name in names if name[0].isupper()}), terms)


def named(fields: list[str], known: Mapping[str, object]) -> list[str]:
    """Return the fields named; raise DraftError with the nearest if one is not there."""
    for field in fields:
        if field not in known:
            raise DraftError(f"fant ikke feltet «{field}». {nearest(field, known) or 'Velg blant ' + ', '.join(known)}")
    return fields


def entry_file(docs: Path, kind: Kind, id: str) -> Path:
    """Return the file of an entry; raise DraftError with the nearest id if there is none."""
    file = docs / "data" / kind.folder / f"{id}.yaml"
    if not SLUG.fullmatch(id) or not file.is_file():
        ids = [other.stem for other in (docs / "data" / kind.folder).glob("*.yaml")]
        raise DraftError(f"fant ikke «{id}» i docs/data/{kind.folder}/. {nearest(id, ids) or 'Rett id-en.'}")
    return file


def texts_of(docs: Path, kind: Kind, id: str) -> Mapping[str, Found]:
    """Return the texts of an entry by name; raise DraftError if its file cannot be read as YAML."""
    document = yaml_reader.read(entry_file(docs, kind, id).read_bytes())
    if document.faults:
        raise DraftError(f"{kind.folder}/{id} kan ikke leses. Kjør python3 scripts/check.py og rett feilene først.")
    return drafts.texts_of(document.data)


def parsed(kinds: Mapping[str, Kind]) -> argparse.Namespace:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description="Lag, vis og godkjenn utkast til nynorsk.")
    parser.add_argument("command", metavar="HVA", choices=["make", "approve", "list"], help="make, approve eller list")
    parser.add_argument("kind", nargs="?", metavar="TYPE", help=", ".join(kinds))
    parser.add_argument("id", nargs="?", metavar="ID", help="id-en til oppføringen")
    parser.add_argument("fields", nargs="*", metavar="FELT", help="bare disse feltene, for eksempel items/velg-mal/why")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="arbeid i et annet tre med samme oppsett")
    return parser.parse_args()


def main(translate: Translate = apertium.translate) -> int:
    """Do what the arguments ask for; return 1, and change nothing, if it cannot be done."""
    kinds = {kind.name: kind for kind in registry.kinds()}
    args = parsed(kinds)
    docs = Path(args.root).resolve() / "docs"
    try:
        if args.command == "list":
            print("\n".join(listed(docs)) or "Det er ingen utkast.")
            return 0
        if args.kind not in kinds or not args.id:
            print(f"Skriv type og id. {nearest(args.kind or '', kinds)} Typene er {', '.join(kinds)}.")
            return 1
        kind = kinds[args.kind]
        done = make(docs, kind, args.id, args.fields, translate) if args.command == "make" else ""
        print(done or approve(docs, kind, args.id, args.fields) + " Les over, og kjør: python3 scripts/check.py")
    except (DraftError, MaskError, MissingToolError) as error:
        print(str(error)[0].upper() + str(error)[1:])
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
