"""Pack a built site into a zip that is the same, byte for byte, however often and wherever it is made."""

import hashlib
import zipfile
from pathlib import Path

# The earliest time a zip can hold: files carry no time of their own, so the content alone decides the bytes.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
MODE = 0o644 << 16
UNIX = 3


def pack(folder: Path, zip_file: Path, top: str) -> None:
    """Write every file of `folder` into `zip_file` under one top folder, in the order of their names."""
    with zipfile.ZipFile(zip_file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(f"{top}/{file.relative_to(folder).as_posix()}", FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = MODE
            info.create_system = UNIX
            archive.writestr(info, file.read_bytes())


def checksums(files: list[Path]) -> str:
    """Return the SHA-256 of each file in the form that `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
