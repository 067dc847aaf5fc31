"""The running text of the site, piece by piece: where it stands and which written standard it is in."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args

from macros.content import yaml_reader
from macros.content.base import Content, Entry, Language, Prose, Text
from macros.content.library import Library
from macros.content.loader import line_of
from macros.content.references import find_mark
from macros.content.yaml_messages import field_name

PAGES = "sider"
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
LANGUAGE = re.compile(r"^language: (nb|nn)\s*$", re.MULTILINE)
DESCRIPTION = re.compile(r"^description: (.+)$", re.MULTILINE)
# `term("id", "ordet")` shows its word in the sentence; no other call shows words the page itself holds.
TERM = re.compile(r'\{\{\s*term\("[^"]*",\s*"([^"]*)"[^}]*\}\}')
CALL = re.compile(r"\{\{.*?\}\}")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
CODE = re.compile(r"^\s*(```|~~~).*?^\s*\1\s*$", re.DOTALL | re.MULTILINE)
CALLOUT = re.compile(r'^\s*(?:!!!|\?\?\?\+?) \w+(?: "([^"]*)")?$')
# An underscore inside a word is part of it, and so is every sign inside code.
EMPHASIS = re.compile(r"`([^`]+)`|[*`]{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)")
MARKS = re.compile(r"^\s*(?:#{1,6} |[-*+] |\d+\. |> )+|\s+#+$")


class Passage(NamedTuple):
    """A piece of running text.

    `kind` is the data folder it lies in, or «sider»; `page` the page it is read on, as a path under `docs/`; then the
    file, line and field it stands in, the written standard it is in, and the text.
    """

    kind: str
    page: str
    file: Path
    line: int
    field: str
    language: Language
    text: str


def passages(library: Library) -> Iterator[Passage]:
    """Yield all running text of a tree: that of its entries, and that of its pages."""
    for kind in library.kinds:
        for id in library.entries[kind.folder]:
            yield from _of_entry(library, kind.folder, id)
    for file in sorted(library.docs.rglob("*.md")):
        yield from _of_page(library.docs, file)


def front_matter(file: Path) -> dict[str, Any]:
    """Return what stands between the lines at the top of a page; nothing where there are none, or it cannot be read."""
    found = FRONT_MATTER.match(file.read_text(encoding="utf-8-sig", errors="replace"))
    data = yaml_reader.read(found[1].encode()).data if found else None
    return data if isinstance(data, dict) else {}


def title(file: Path) -> str:
    """Return the heading of a page, or an empty text if it has none of its own."""
    found = TITLE.search(file.read_text(encoding="utf-8-sig", errors="replace"))
    return next(plain(found[1]), "") if found else ""


def _of_entry(library: Library, folder: str, id: str) -> Iterator[Passage]:
    """Yield the text of one entry; what is quoted from others in languages of their own is not ours."""
    entry, kind = library.entries[folder][id], library.kind(folder)
    file, document = library.read_from[folder, id]
    own = _own_language(entry)
    for location, language, text in _texts(entry, (), own):
        page = f"{folder}/{id}" if kind.pages == "placed" else kind.page(id, language)
        name = field_name(location)
        yield Passage(folder, page, file, line_of(document, location), name, language, text)


def _own_language(entry: Entry) -> Language | None:
    """Return the written standard an entry is in as a whole, if it is in one."""
    field = type(entry).model_fields.get("language")
    if field is None or get_args(field.annotation) != get_args(Language):
        return None
    return cast(Language, vars(entry)["language"])


Located = tuple[tuple[int | str, ...], Language, str]


@cache
def _fields(model: type[Content]) -> list[tuple[str, bool]]:
    """Return the fields of a model, and whether each is marked as running text: looked up once for all its entries."""
    fields = model.model_fields.items()
    return [(name, find_mark([*field.metadata, field.annotation], Prose) is not None) for name, field in fields]


def _texts(content: Content, location: tuple[int | str, ...], own: Language | None) -> Iterator[Located]:
    for name, is_prose in _fields(type(content)):
        yield from _inside(getattr(content, name), (*location, name), own, own is not None and is_prose)


def _inside(value: Any, location: tuple[int | str, ...], own: Language | None, is_prose: bool) -> Iterator[Located]:
    if isinstance(value, Text):
        yield (*location, "nb"), "nb", value.nb
        yield (*location, "nn"), "nn", value.nn
    elif isinstance(value, Content):
        yield from _texts(value, location, own)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _inside(part, (*location, index), own, is_prose)
    elif is_prose and own and isinstance(value, str):
        yield location, own, value


def _of_page(docs: Path, file: Path) -> Iterator[Passage]:
    """Yield the lines of a page that hold text; a page without a language is one that only shows an entry."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    front = FRONT_MATTER.match(text)
    found = LANGUAGE.search(front[1]) if front else None
    if not front or not found:
        return
    language: Language = "nn" if found[1] == "nn" else "nb"
    page, above = file.relative_to(docs).as_posix(), front[0].count("\n")
    if said := DESCRIPTION.search(front[1]):
        yield Passage(PAGES, page, file, front[1][: said.start()].count("\n") + 2, "description", language, said[1])
    body = CODE.sub(lambda block: "\n" * block[0].count("\n"), text[front.end() :])
    for number, line in enumerate(body.splitlines(), above + 1):
        for part in plain(line):
            yield Passage(PAGES, page, file, number, "tekst", language, part)


def plain(line: str) -> Iterator[str]:
    """Yield the text of one line of Markdown without its marks: one piece, or the cells of a row."""
    if callout := CALLOUT.match(line):
        line = callout[1] or ""
    words = LINK.sub(r"\1", CALL.sub("", TERM.sub(r"\1", line)))
    cells = words.strip().strip("|").split("|") if words.lstrip().startswith("|") else [words]
    for cell in cells:
        bare = EMPHASIS.sub(lambda found: found[1] or "", MARKS.sub("", cell)).strip()
        if re.search(r"\w", bare):
            yield re.sub(r"\s+([.,;:!?])", r"\1", bare)
