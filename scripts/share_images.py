"""Draw the pictures that are shown when a page is shared: one a theme, from the colours of the design.

For developers only; the pictures are kept in the project, so that a build draws nothing.
"""

import math
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment
from scripts.environment import ROOT

if __name__ == "__main__":
    environment.enter("test")

from PIL import Image, ImageDraw, ImageFont

from macros.machine.pages import IMAGE_SIZE, IMAGES

# Drawn twice as large and made smaller, so that edges are smooth.
SCALE = 2
WORDS = "Tillit i praksis"
COLOURS = 32

Draw = ImageDraw.ImageDraw
Point = tuple[float, float]


def colours() -> dict[str, str]:
    """Return the light colours of the design by their name."""
    tokens = (ROOT / "overrides" / "assets" / "tokens.css").read_text(encoding="utf-8").partition("@media")[0]
    return dict(re.findall(r"--tip-([a-z-]+): (#[0-9a-f]{6})", tokens))


COLOUR = colours()


def dot(draw: Draw, at: Point, radius: float, fill: str) -> None:
    """Draw a filled circle; lengths are in pixels of the finished picture."""
    box = [(part + sign * radius) * SCALE for sign in (-1, 1) for part in at]
    draw.ellipse(box, fill=COLOUR[fill])


def line(draw: Draw, points: list[Point], width: float, fill: str) -> None:
    """Draw a line through points, with round joints."""
    draw.line([(x * SCALE, y * SCALE) for x, y in points], fill=COLOUR[fill], width=round(width * SCALE), joint="curve")
    for end in (points[0], points[-1]):
        dot(draw, end, width / 2, fill)


def person(draw: Draw, at: Point, size: float, fill: str) -> None:
    """Draw a head over shoulders."""
    x, y = at
    dot(draw, (x, y), size * 0.34, fill)
    box = [(x - size * 0.6) * SCALE, (y + size * 0.45) * SCALE, (x + size * 0.6) * SCALE, (y + size * 1.75) * SCALE]
    draw.pieslice(box, 180, 360, fill=COLOUR[fill])


def around(centre: Point, radius: float, count: int, turned: float = 0) -> Iterator[Point]:
    """Yield points spread evenly around a circle."""
    for number in range(count):
        angle = 2 * math.pi * number / count + turned
        yield centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


CENTRE = (880.0, 300.0)


def tillit(draw: Draw) -> None:
    """Draw two people under one sun."""
    dot(draw, (1010, 150), 70, "drawing-sun")
    person(draw, (780, 270), 130, "drawing-hill")
    person(draw, (950, 270), 130, "mark")


def ledelse(draw: Draw) -> None:
    """Draw a way that others have walked on, towards a mark."""
    line(draw, [(640, 440), (760, 360), (860, 400), (1010, 210)], 12, "drawing-hill")
    dot(draw, (1010, 210), 62, "drawing-sun")
    for at in ((640, 330), (760, 250), (860, 290)):
        person(draw, at, 66, "mark")


def partssamarbeid(draw: Draw) -> None:
    """Draw people around a table."""
    dot(draw, CENTRE, 120, "drawing-hill")
    for number, at in enumerate(around(CENTRE, 190, 6, math.pi / 6)):
        dot(draw, at, 42, "drawing-sun" if number % 2 else "mark")


def innovasjon(draw: Draw) -> None:
    """Draw ideas that rise from below, one of them lit."""
    for x, y in ((660, 430), (770, 330), (990, 280), (1090, 420)):
        line(draw, [(x, 470), (x, y)], 10, "drawing-hill")
        dot(draw, (x, y), 34, "mark")
    line(draw, [(880, 470), (880, 200)], 10, "drawing-hill")
    dot(draw, (880, 170), 72, "drawing-sun")


def kompetanse(draw: Draw) -> None:
    """Draw steps, and someone on the way up."""
    for number in range(4):
        box = [(640 + 120 * number) * SCALE, (420 - 75 * number) * SCALE, (752 + 120 * number) * SCALE, 480 * SCALE]
        draw.rectangle(box, fill=COLOUR["drawing-hill"])
    person(draw, (936, 130), 80, "mark")
    dot(draw, (1080, 90), 44, "drawing-sun")


DRAWINGS: tuple[Callable[[Draw], None], ...] = (tillit, ledelse, partssamarbeid, innovasjon, kompetanse)


def picture(drawing: Callable[[Draw], None]) -> Image.Image:
    """Return a drawing on the colour of the header, with the name of the site."""
    image = Image.new("RGB", (IMAGE_SIZE[0] * SCALE, IMAGE_SIZE[1] * SCALE), COLOUR["header"])
    draw = ImageDraw.Draw(image)
    drawing(draw)
    font = ImageFont.load_default(86 * SCALE)
    draw.text((80 * SCALE, 470 * SCALE), WORDS, font=font, fill=COLOUR["header-ink"])
    line(draw, [(80, 590), (330, 590)], 10, "drawing-sun")
    small = image.resize(IMAGE_SIZE, Image.Resampling.LANCZOS)
    return small.quantize(COLOURS, dither=Image.Dither.NONE)


def main() -> int:
    """Draw every picture anew."""
    folder = ROOT / "overrides" / IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    for drawing in DRAWINGS:
        picture(drawing).save(folder / f"{drawing.__name__}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
