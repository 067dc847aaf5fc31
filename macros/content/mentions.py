"""Which pages of prose mention an entry: what a page calls with a macro, by the id it calls."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

CALL = re.compile(r"\{\{\s*(\w+)\(([^)]*)\)\s*\}\}")
QUOTED = re.compile(r'"([^"]*)"')
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


class Mention(NamedTuple):
    """A page, as a path under `docs/`, and its title."""

    page: str
    title: str


def mentions(docs: Path, macro: str) -> Mapping[str, list[Mention]]:
    """Return the pages with prose of their own that call `macro`, by each id they call it with."""
    stamps = tuple((file, file.stat().st_mtime_ns) for file in sorted(docs.rglob("*.md")))
    return _mentions(docs, macro, stamps)


@lru_cache(maxsize=32)
def _mentions(docs: Path, macro: str, stamps: tuple[tuple[Path, int], ...]) -> Mapping[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for file, _ in stamps:
        text = file.read_text(encoding="utf-8", errors="replace")
        title = TITLE.search(text)
        if not title:
            continue
        mention = Mention(file.relative_to(docs).as_posix(), title[1])
        for name, arguments in CALL.findall(text):
            for id in QUOTED.findall(arguments) if name == macro else ():
                if mention not in found[id]:
                    found[id].append(mention)
    return found
