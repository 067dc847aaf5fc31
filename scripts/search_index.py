"""Make the search index of a built site from the sections of its pages, with what a search in Norwegian must know."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.content.library import Library
from macros.search import analysis, lexicon
from scripts.page_reader import Section

ADDRESS = "search/search_index.json"
Entry = dict[str, Any]


def entries_of(sections: Iterable[Section], address: str, title: str, meta: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield what the search is to know of a page; a section without a heading is called what the page is."""
    if (meta.get("search") or {}).get("exclude"):
        return
    for section in sections:
        if not section.excluded:
            yield {
                "location": f"{address}#{section.id}" if section.id else address,
                "title": ("".join(section.title) or str(meta.get("title", title))).strip(),
                "text": "".join(section.text).strip(),
            }


def write(
    folder: Path, settings: Mapping[str, Any], entries: list[Entry], pages: Mapping[str, str], library: Library
) -> None:
    """Write the index into a built site, as data and as a script.

    `settings` is what the engine's own search would write beside the entries, and `pages` tells which file under
    `docs/` each address comes from.
    """
    told = analysis.told(entries, pages, library)
    norwegian = analysis.data(told, library)
    # The lexicon is not asked for again, and writing needs room.
    lexicon.read.cache_clear()
    index = {"config": {**settings, "norwegian": norwegian}, "docs": told}
    text = json.dumps(index, separators=(",", ":"), default=str)
    del entries, index, told
    file = folder / ADDRESS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    # The search page reads the index as a script, as the offline copy does: so it works in the same way in both.
    with file.with_suffix(".js").open("w", encoding="utf-8") as script:
        script.write("var __index = ")
        script.write(text)
