"""Give every script, stylesheet and icon a name that holds a checksum of it, and point whoever names it there."""

import hashlib
import posixpath
import re
from collections.abc import Mapping
from graphlib import TopologicalSorter
from pathlib import Path

FOLDERS = ("assets", "components")
SUFFIXES = (".css", ".js", ".svg")
READ = (*SUFFIXES, ".html")
# What stands in quotes or in brackets and ends as a file that gets a new name.
REFERENCE = re.compile(r"""(?<=["'(])[^"'()<>\s]+\.(?:css|js|svg)(?=["')])""")
LENGTH = 10


def rename(site: Path, base: str) -> list[str]:
    """Rename the files in a site and rewrite what names them; return the new paths, from the top of the site.

    `base` is the path the site is published under, for the pages that name files from the top of a host. Raises
    `graphlib.CycleError` if files name each other in a ring: then no checksum could stand in both.
    """
    named: dict[str, str] = {}
    texts = {path: (site / path).read_text(encoding="utf-8") for path in files(site)}
    graph = {path: references(text, path, base) & texts.keys() for path, text in texts.items()}
    for path in TopologicalSorter(graph).static_order():
        text = pointed(texts[path], path, base, named)
        named[path] = with_checksum(path, text)
        (site / path).unlink()
        (site / named[path]).write_text(text, encoding="utf-8", newline="\n")
    for page in site.rglob("*.html"):
        html, path = page.read_text(encoding="utf-8"), page.relative_to(site).as_posix()
        page.write_text(pointed(html, path, base, named), encoding="utf-8", newline="\n")
    return sorted(named.values())


def files(site: Path) -> list[str]:
    """Return the paths of the files that get new names."""
    found = (file for folder in FOLDERS for file in (site / folder).rglob("*"))
    return sorted(file.relative_to(site).as_posix() for file in found if file.suffix in SUFFIXES)


def references(text: str, path: str, base: str) -> set[str]:
    """Return what a file names, as paths from the top of the site."""
    return {resolved(found[0], path, base) for found in REFERENCE.finditer(text)}


def pointed(text: str, path: str, base: str, named: Mapping[str, str]) -> str:
    """Return a text with the new names of the files it names; what it names besides is left as it is."""

    def new(found: re.Match[str]) -> str:
        target = named.get(resolved(found[0], path, base), "")
        return posixpath.join(posixpath.dirname(found[0]), posixpath.basename(target)) if target else found[0]

    return REFERENCE.sub(new, text)


def resolved(reference: str, path: str, base: str) -> str:
    """Return the path from the top of the site that a reference in a file leads to."""
    if reference.startswith(base):
        return posixpath.normpath(reference.removeprefix(base))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), reference))


def with_checksum(path: str, text: str) -> str:
    """Return a path whose name holds the start of the SHA-256 of a text."""
    stem, suffix = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:LENGTH]}{suffix}"
