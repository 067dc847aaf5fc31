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


Mentions = Mapping[str, Mapping[str, list[Mention]]]


def mentions(docs: Path) -> Mentions:
    """Return the pages with prose of their own that call a macro, by its name and by each id they call it with."""
    stamps = tuple((file, file.stat().st_mtime_ns) for file in sorted(docs.rglob("*.md")))
    return _mentions(docs, stamps)


@lru_cache(maxsize=2)
def _mentions(docs: Path, stamps: tuple[tuple[Path, int], ...]) -> Mentions:
    found: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for file, _ in stamps:
        text = file.read_text(encoding="utf-8", errors="replace")
        title = TITLE.search(text)
        if not title:
            continue
        mention = Mention(file.relative_to(docs).as_posix(), title[1])
        for name, arguments in CALL.findall(text):
            for id in QUOTED.findall(arguments):
                if mention not in found[name][id]:
                    found[name][id].append(mention)
    return found
