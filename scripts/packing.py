"""Pack a built site into a zip that is the same, byte for byte, however often and wherever it is made."""

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

# The earliest time a zip can hold: files carry no time of their own, so the content alone decides the bytes.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
MODE = 0o644 << 16
UNIX = 3
# Windows has no files of these names, whatever they end with, and few programs there take longer paths than 260
# characters, counted from the disk: what is ours must leave room for where it is put.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
LONGEST = 180


class UnsafeNameError(Exception):
    """A file has a name that not every system can unpack; the message names it and says why."""


def pack(folder: Path, zip_file: Path, top: str) -> None:
    """Write every file of `folder` into `zip_file` under one top folder, in the order of their names.

    Raise UnsafeNameError, and write nothing, if a name could not be unpacked on every system.
    """
    files = {f"{top}/{file.relative_to(folder).as_posix()}": file for file in folder.rglob("*") if file.is_file()}
    if found := list(unsafe(files)):
        raise UnsafeNameError("Disse filene kan ikke pakkes ut overalt:\n" + "\n".join(found))
    with zipfile.ZipFile(zip_file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, file in sorted(files.items(), key=lambda pair: pair[1]):
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = MODE
            info.create_system = UNIX
            archive.writestr(info, file.read_bytes())


def unsafe(names: Iterable[str]) -> Iterator[str]:
    """Yield, for each path in a zip that some system could not unpack, or not beside the others, what is wrong."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        parts = name.split("/")
        if len(name) >= LONGEST:
            yield f"{name} – stien har {len(name)} tegn, og den kan ha {LONGEST - 1}"
        if not all(PLAIN.fullmatch(part) and not part.endswith(".") for part in parts):
            yield f"{name} – bruk bare a–z, 0–9, bindestrek, understrek og punktum, og ikke punktum først eller sist"
        if any(RESERVED.fullmatch(part) for part in parts):
            yield f"{name} – navnet er opptatt i Windows"
        if (other := seen.setdefault(name.lower(), name)) != name:
            yield f"{name} – skiller seg fra {other} bare i store og små bokstaver"


def checksums(files: list[Path]) -> str:
    """Return the SHA-256 of each file in the form that `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
