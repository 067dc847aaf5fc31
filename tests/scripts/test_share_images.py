"""The pictures that are shown when a page is shared."""

from typing import get_args

from PIL import Image

from macros.content.base import Theme
from macros.machine.pages import IMAGE_SIZE, IMAGES
from scripts import share_images
from tests.conftest import ROOT

FOLDER = ROOT / "overrides" / IMAGES


def test_there_is_a_picture_of_its_own_for_every_theme_and_one_for_the_rest() -> None:
    files = {file.stem: file for file in FOLDER.iterdir()}
    assert set(files) == {*get_args(Theme), "tillit"}
    assert len({file.read_bytes() for file in files.values()}) == len(files)
    for file in files.values():
        with Image.open(file) as image:
            assert (image.size, image.format) == (IMAGE_SIZE, "PNG")
        assert file.stat().st_size < 40_000


def test_the_pictures_have_the_colours_of_the_design() -> None:
    header = share_images.colours()["header"]
    for file in FOLDER.iterdir():
        with Image.open(file) as image:
            assert "#{:02x}{:02x}{:02x}".format(*image.convert("RGB").getpixel((2, 2))) == header
