"""Asked: words and questions that a page answers though it may say it otherwise, as the editors list them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.content import yaml_reader
from macros.content.problems import Problem, nearest
from macros.content.yaml_reader import Document

FOLDER = Path("data") / "search" / "asked"
LONGEST = 90
Asked = Mapping[str, Sequence[str]]


def read(docs: Path) -> Asked:
    """Return what is asked, by page as a path under `docs/`; files that cannot be used are left out."""
    return {
        page: items
        for _, document in _files(docs)
        if isinstance(document.data, dict)
        for page, items in document.data.items()
    }


def problems(docs: Path) -> Iterator[Problem]:
    """Yield what an editor must mend in the files."""
    pages = {page.relative_to(docs).as_posix() for page in docs.rglob("*.md")}
    first: dict[str, str] = {}
    for file, document in _files(docs):
        for line, field, what, fix in document.faults:
            yield Problem(file, line, field, what, fix)
        if not document.faults and not isinstance(document.data, dict):
            yield Problem(file, 1, "fil", "filen er ikke en liste over sider", "skriv siden, og en liste under den")
        for page, items in document.data.items() if isinstance(document.data, dict) else ():
            line = document.lines.get((page,), 1)
            if page not in pages:
                fix = nearest(page, pages) or "rett stien, eller ta siden ut av lista"
                yield Problem(file, line, page, f"fant ikke siden docs/{page}", fix)
            if first.setdefault(page, file.name) != file.name:
                yield Problem(file, line, page, f"siden står også i {first[page]}", "samle alt om siden i én fil")
            for at, what, fix in _faults(items):
                yield Problem(file, document.lines.get((page, at), line), page, what, fix)


def _files(docs: Path) -> Iterator[tuple[Path, Document]]:
    for file in sorted((docs / FOLDER).glob("*.yaml")):
        yield file, yaml_reader.read(file.read_bytes())


def _faults(items: Any) -> Iterator[tuple[int, str, str]]:
    """Yield the place, the fault and the remedy of each item that cannot be used."""
    if not isinstance(items, list) or not items:
        yield 0, "under siden står det ingen liste", "skriv ett ord eller spørsmål på hver linje, med «- » foran"
        return
    often = Counter(str(item).lower() for item in items)
    for at, item in enumerate(items):
        if not isinstance(item, str) or not any(letter.isalpha() for letter in item):
            yield at, f"«{item}» er ikke et ord", "skriv det med bokstaver"
        elif len(item) > LONGEST:
            yield at, f"spørsmålet er på {len(item)} tegn", f"kort det ned til {LONGEST}"
        elif often[item.lower()] > 1:
            yield at, f"«{item}» står to ganger", "slett det ene"
