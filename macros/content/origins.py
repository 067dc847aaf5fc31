"""Which files the content of a page comes from, so that a reader who finds a fault is led to the right one."""

import re
from dataclasses import dataclass

from macros.content.base import Language
from macros.content.library import Library
from macros.content.prose import FRONT_MATTER

CALL = re.compile(r'^\{\{ *(\w+)\("([a-z0-9-]+)"\) *\}\}\s*$', re.MULTILINE)


@dataclass(frozen=True)
class Origin:
    """One file under `docs/`; `title` is that of the entry in it, and empty for the page itself."""

    path: str
    title: str


@dataclass(frozen=True)
class Origins:
    """The files a page is made of, the one to mend first; `folders` hold an entry each of a register on the page."""

    files: list[Origin]
    folders: list[str]


def of(library: Library, page: str, source: str, language: Language) -> Origins:
    """Return where the content of a page comes from; `page` is its path under `docs/`, `source` its Markdown."""
    kinds = {kind.macro: kind for kind in library.kinds}
    entries: list[Origin] = []
    own = False
    for macro, id in CALL.findall(source):
        kind = kinds.get(macro)
        if kind and id in library.entries[kind.folder]:
            file, _ = library.read_from[kind.folder, id]
            title = library.entries[kind.folder][id].name(language)
            entries.append(Origin(file.relative_to(library.docs).as_posix(), title))
            own |= page in kind.own_pages(id)
    prose = CALL.sub("", FRONT_MATTER.sub("", source)).strip()
    written = [Origin(page, "")] if prose or not entries else []
    folders = [f"data/{kind.folder}" for kind in library.kinds if kind.pages == "shared" and kind.page("") == page]
    return Origins([*entries, *written] if own else [*written, *entries], folders)
