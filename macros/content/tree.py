"""Check the files under `docs/` themselves: what may lie there, what it may be called, and that nothing leads out."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.content.base import IMAGES
from macros.content.problems import Problem

DATA = "data"
# Names of devices on Windows, where a file called so cannot be unpacked or opened.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
# Where the theme, our own files and the JSON are published: a page there could stand in for one of them.
TAKEN = ("api", "assets", "components", "search", IMAGES)
NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
LONGEST_NAME = 80
NOT_A_PAGE = "flytt den ut av docs/; her kan det bare ligge sider (.md), data i docs/data/ og bilder i docs/bilder/"
MACRO_FILES = (".docm", ".dotm", ".pptm", ".xlsm", ".xltm")


def unsafe(docs: Path) -> list[Problem]:
    """Return the problem of everything that must not even be opened: links to other places, and folders named as pages.

    A link can lead out of the tree, and what it leads to could be shown in a message.
    """
    return [problem for path in sorted(docs.rglob("*")) if (problem := _unsafe(path))]


def problems(docs: Path) -> Iterator[Problem]:
    """Yield the problem of every file that is no page, and of every page whose name or place cannot be published.

    Files under `docs/data/` are checked where they are read.
    """
    for file in sorted(docs.rglob("*")):
        parts = file.relative_to(docs).parts
        if file.is_file() and parts[0] != DATA:
            # What a picture holds is checked with the entries that show it.
            fault = _name(parts) if _is_image(parts) else _kind(file) or _name(parts) or _place(file, parts)
            if fault:
                yield Problem(file, 1, "fil", *fault)


def _unsafe(path: Path) -> Problem | None:
    if path.is_symlink():
        what = "er en lenke til et annet sted på disken, og slikt blir ikke lest"
        return Problem(path, 1, "fil", what, "slett lenken, og legg inn filen selv")
    if path.is_dir() and "." in path.name:
        return Problem(path, 1, "fil", "er en mappe med punktum i navnet", "gi mappen et navn uten punktum")
    if not path.is_dir() and not path.is_file():
        return Problem(path, 1, "fil", "er ikke en vanlig fil", "slett den")
    return None


def _is_image(parts: tuple[str, ...]) -> bool:
    return len(parts) == 2 and parts[0] == IMAGES and not parts[1].endswith(".md")


def _kind(file: Path) -> tuple[str, str] | None:
    suffix = file.suffix.lower()
    if suffix in MACRO_FILES:
        return f"{suffix} er en fil med makroer, og makroer er ikke tillatt", NOT_A_PAGE
    if file.suffix != ".md":
        return f"filtypen «{file.suffix or file.name}» er ikke tillatt", NOT_A_PAGE
    return None


def _name(parts: tuple[str, ...]) -> tuple[str, str] | None:
    for name in (*parts[:-1], Path(parts[-1]).stem):
        if DEVICES.fullmatch(name.split(".")[0].strip()):
            return f"navnet «{name}» kan ikke brukes på Windows", "gi den et annet navn"
        if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
            what = f"navnet «{name}» kan ikke brukes i en adresse eller på Windows"
            return what, f"bruk små bokstaver a–z, tall og bindestrek, og høyst {LONGEST_NAME} tegn"
    return None


def _place(file: Path, parts: tuple[str, ...]) -> tuple[str, str] | None:
    top = parts[0].removesuffix(".md")
    if top in TAKEN:
        return f"adressen «{top}/» er opptatt av nettstedets egne filer", "legg siden i en annen mappe"
    twin = file.with_suffix("") / "index.md"
    if twin.is_file():
        what = f"siden får samme adresse som {file.stem}/index.md"
        return what, "behold den ene og slett den andre"
    return None
