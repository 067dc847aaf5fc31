"""Tell whether a build would give what is there already: nothing that it depends on has changed, nor what it made.

Everything a build can read is counted by its content: every file of the project but those that only tests and editors
use, the settings in the environment, the packages installed and the version of Python. Of what was made, the name, size
and time of each file are enough to see that someone has touched it.
"""

import hashlib
import importlib.metadata
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

NOTE = Path(".cache") / "build.json"
MADE = ("site", "dist")
# At the top of the project: what is made there, and what no build reads. Names that begin with a dot are passed over.
NOT_READ = (*MADE, "tests")
# Besides those of our own, which all begin in the same way.
OUTER = ("SOURCE_DATE_EPOCH",)
OWN = "TIP_"


def inputs(root: Path, env: Mapping[str, str], *choices: str) -> str:
    """Return a digest of all that a build of a tree depends on.

    `env` is the environment the build runs in, and `choices` what was chosen on the command line.
    """
    told = [f"{name}={env[name]}" for name in sorted(env) if name in OUTER or name.startswith(OWN)]
    packages = sorted(f"{each.name}=={each.version}" for each in importlib.metadata.distributions())
    parts = [sys.version, *choices, *told, *packages, *_contents(root)]
    return _digest(parts)


def outputs(root: Path) -> str:
    """Return a digest of the names, sizes and times of all that a build has made in a tree."""
    files = (file for name in MADE for file in [root / name, *sorted((root / name).rglob("*"))])
    return _digest(_stamp(file, root) for file in files)


def is_same(root: Path, found: str) -> bool:
    """Tell whether the last build that went well had these inputs, and what it made lies untouched."""
    try:
        noted = json.loads((root / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    whole = all((root / name).is_dir() for name in MADE)
    return whole and noted == {"inputs": found, "outputs": outputs(root)}


def note(root: Path, found: str) -> None:
    """Remember that a build has gone well; `found` is its inputs as they were before it began."""
    (root / NOTE).parent.mkdir(exist_ok=True)
    (root / NOTE).write_text(json.dumps({"inputs": found, "outputs": outputs(root)}), encoding="utf-8")


def _contents(root: Path) -> Iterator[str]:
    """Yield the path and the content of every file that a build can read."""
    for file in _files(root):
        where = file.relative_to(root).as_posix()
        yield f"{where} -> {file.readlink()}" if file.is_symlink() else where
        yield hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "-"


def _files(root: Path) -> Iterator[Path]:
    tops = sorted(top for top in root.iterdir() if not top.name.startswith(".") and top.name not in NOT_READ)
    for top in tops:
        for file in [top, *sorted(top.rglob("*"))]:
            if "__pycache__" not in file.parts and (file.is_symlink() or not file.is_dir()):
                yield file


def _stamp(file: Path, root: Path) -> str:
    if not file.is_file():
        return file.relative_to(root).as_posix()
    stat = file.stat()
    return f"{file.relative_to(root).as_posix()} {stat.st_size} {stat.st_mtime_ns}"


def _digest(parts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        # With its length, so that no two lists of parts run together into the same.
        whole.update(f"{len(part)}:{part}".encode(errors="surrogateescape"))
    return whole.hexdigest()
