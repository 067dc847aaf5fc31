"""The search worker: its parts as one classic script, and its address in a page."""

import re
from collections.abc import Iterable

PARTS = "assets/search/"
ADDRESS = "assets/search/worker.js"
# The theme's own worker, whose name holds a checksum.
THEMES_OWN = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]{8}\.min\.js")
COMMENT = re.compile(r"^ *(?:/\*\*.*?\*/|//[^\n]*)\n", re.DOTALL | re.MULTILINE)


def joined(parts: Iterable[str]) -> str:
    """Return scripts as one that leaves nothing behind in the global scope, without their comments."""
    text = "".join(COMMENT.sub("", part) for part in parts)
    return f'(function () {{\n"use strict";\n{text}}})();\n'


def point(html: str, where: str) -> str:
    """Return a page that starts our worker and not the theme's; raise ValueError if it does not name that once."""
    pointed, times = THEMES_OWN.subn(ADDRESS, html)
    if times != 1:
        raise ValueError(f"{where}: fant temaets søk {times} ganger, og ventet én. Er temaet byttet?")
    return pointed
