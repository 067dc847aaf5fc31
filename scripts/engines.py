"""The engines that can write the pages: how each is started, and which packages it needs.

Only the standard library is used here: this is asked before anything is installed.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

FLAG = "--engine"


@dataclass(frozen=True)
class Engine:
    """One engine: a key of `environment.LOCKS`, and what gives the command that writes the pages of a tree.

    The command takes the tree it is run in, and a folder under that for the pages. `follows_links` tells whether it
    stops at a link that leads nowhere.
    """

    purpose: str
    command: Callable[[Path, Path], list[str]]
    follows_links: bool


def mkdocs(_root: Path, folder: Path) -> list[str]:
    """Return the command that writes the pages with MkDocs."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]


def zensical(root: Path, folder: Path) -> list[str]:
    """Return the command that writes the pages with Zensical."""
    return [sys.executable, str(root / "scripts" / "zensical_build.py"), str(folder)]


ENGINES: Mapping[str, Engine] = {
    "mkdocs": Engine("build", mkdocs, follows_links=True),
    "zensical": Engine("zensical", zensical, follows_links=False),
}
USUAL = "mkdocs"


def purpose(words: list[str]) -> str:
    """Return which packages a command line asks for; one that names no engine we know is for the usual one."""
    named = [word.removeprefix(f"{FLAG}=") for word in words if word.startswith(f"{FLAG}=")]
    named += [after for word, after in pairwise(words) if word == FLAG]
    return ENGINES.get(named[-1] if named else USUAL, ENGINES[USUAL]).purpose
