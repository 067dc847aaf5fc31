"""Check a picture file: that it is what its name says, that it is not too large, and that it tells no one's address."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import ExifTags, Image, ImageOps

KINDS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
MAX_BYTES = 400_000
MAX_SIDE = 2400
SAVE_AGAIN = "åpne det i et bildeprogram og lagre det på nytt"
# What is said of a kind of file that many would try, and that is not shown.
REFUSED = {
    ".svg": ("svg kan ha script, og er ikke tillatt", "lagre tegningen som .png"),
    ".gif": ("gif er ikke tillatt", "lagre bildet som .png, uten bevegelse"),
    ".heic": ("heic vises ikke i alle nettlesere", "lagre bildet som .jpg"),
    ".jpeg": ("endelsen .jpeg er ikke tillatt", "kall filen .jpg"),
}
# Where a picture was taken stands in its own fields, or in a text that programs put in it.
TELLS_PLACE = b"GPSLatitude"

Fault = tuple[str, str]


def fault(file: Path) -> Fault | None:
    """Return what is wrong with a picture, and what to do; None if it can be shown."""
    if file.suffix not in KINDS:
        what = f"filtypen «{file.suffix or file.name}» kan ikke vises som bilde"
        return REFUSED.get(file.suffix.lower(), (what, "lagre bildet som .jpg, .png eller .webp"))
    if (size := file.stat().st_size) > MAX_BYTES:
        what = f"bildet har størrelse {size // 1000} kB, og grensen er {MAX_BYTES // 1000} kB"
        return what, "gjør det mindre, eller lagre det med lavere kvalitet"
    try:
        with _opened(file) as picture:
            return _of_picture(picture, file.read_bytes())
    # Pillow raises SyntaxError for some broken files.
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return f"innholdet er ikke et helt bilde av slaget {file.suffix.removeprefix('.')}", SAVE_AGAIN


def size(file: Path) -> tuple[int, int]:
    """Return the width and height of a picture in pixels, turned as a browser shows it."""
    with _opened(file) as picture:
        return ImageOps.exif_transpose(picture).size


@contextmanager
def _opened(file: Path) -> Iterator[Image.Image]:
    """Open a picture as the kind its name says, and as no other."""
    with warnings.catch_warnings():
        # Of a picture with too many points: its size is told in our own words.
        warnings.simplefilter("ignore")
        with Image.open(file, formats=[KINDS[file.suffix]]) as picture:
            yield picture


def _of_picture(picture: Image.Image, raw: bytes) -> Fault | None:
    width, height = picture.size
    if max(width, height) > MAX_SIDE:
        what = f"bildet har størrelse {width} × {height} punkter, og grensen er {MAX_SIDE}"
        return what, f"gjør det mindre, så den lengste siden er på høyst {MAX_SIDE}"
    if getattr(picture, "is_animated", False):
        return "bildet beveger seg", "lagre ett stillbilde"
    if picture.getexif().get_ifd(ExifTags.IFD.GPSInfo) or TELLS_PLACE in raw:
        return "bildet forteller hvor det er tatt", "lagre en kopi uten stedsdata"
    picture.load()
    return None
