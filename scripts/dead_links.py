"""Find the links of a built site that lead nowhere in it: no such file, or no such place in the file."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINK = re.compile(r"""<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)\"""")
ID = re.compile(r"""<[^>]*?\sid="([^"]*)\"""")
# A script reads it: the state of a tool, and no place on the page.
STATE = "="
# Its links are counted from the top of a host, for it is shown at any depth.
MISSING = "404.html"


def dead(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each page, as its path in the folder, with a link on it that leads nowhere."""

    @cache
    def places(file: Path) -> frozenset[str]:
        return frozenset(unescape(id) for id in ID.findall(file.read_text(encoding="utf-8")))

    for file in sorted(folder.rglob("*.html")):
        name = file.relative_to(folder).as_posix()
        links = [] if name == MISSING else LINK.findall(file.read_text(encoding="utf-8"))
        for link in dict.fromkeys(links):
            parts = urlsplit(unescape(link))
            if parts.scheme or parts.netloc:
                continue
            target, place = leads_to(folder, name, parts.path), unquote(parts.fragment)
            if not target.is_file() or (place and STATE not in place and place not in places(target)):
                yield name, unescape(link)


def leads_to(folder: Path, name: str, path: str) -> Path:
    """Return the file that a path in a link on a page leads to; a folder is shown by its `index.html`."""
    found = (
        folder / posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else folder / name
    )
    return found / "index.html" if found.is_dir() else found
