"""Pictures: what is refused and what is said, and how a sound one is shown with its words and its licence."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from macros import registry
from macros.components.story import KIND, story
from macros.content import markup
from macros.content.place import Place
from scripts import check
from tests.conftest import ROOT, MakeTree
from tests.scripts.test_check import SOURCE

STORY = "docs/data/stories/ringsaker-kms-heltidsvedtak.yaml"
IMAGE = """image:
  file: {file}
  alt: {alt}
  caption: Slik så det ut.
  maker: Kari Tegner
  licence: CC BY-SA 4.0
  origin: https://example.org/bildet
"""
PAGE, MACRO = f"docs/historier/{Path(STORY).stem}.md", f'{{{{ story("{Path(STORY).stem}") }}}}\n'
END = 'sources: [rapport]\nreviewed: "2026-11-25"\n'
ALT = "Fire lapper på en tavle, med hver sin farge"


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    """Return the bytes of a small picture."""
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **options)
    return out.getvalue()


def turned() -> bytes:
    """Return a picture that the camera was held sideways for."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture("JPEG", exif=exif)


def placed() -> bytes:
    """Return a picture that tells where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (59.0, 54.0, 0.0)
    return picture("JPEG", exif=exif)


def moving() -> bytes:
    """Return a picture that moves."""
    return picture("WEBP", save_all=True, append_images=[Image.new("RGB", (40, 30), "red")])


@pytest.fixture
def with_picture(tree: MakeTree) -> Callable[..., Path]:
    """Return a function that makes a tree with one story that names a picture, and the picture."""

    def make(raw: bytes | None, name: str = "tavle.png", named: str = "", alt: str = ALT) -> Path:
        head, _, rest = (ROOT / STORY).read_text(encoding="utf-8").partition("challenge:")
        told, _, _ = rest.partition("illustrates:")
        text = f"{head}{IMAGE.format(file=named or name, alt=alt)}challenge:{told}{END}"
        root = tree({STORY: text, PAGE: MACRO, "docs/data/sources/rapport.yaml": SOURCE})
        (root / "docs" / "bilder").mkdir()
        if raw is not None:
            (root / "docs" / "bilder" / name).write_bytes(raw)
        return root

    return make


def told(root: Path) -> list[str]:
    """Return all that is said of a tree."""
    return [problem.located(root) for problem in check.problems(root)]


FILES = {
    "a picture that is not there": (None, "tavle.png", ["image.file", "docs/bilder/tavle.png"]),
    "HTML with the name of a picture": (b"<html><script>alert(1)</script></html>", "tavle.png", ["innholdet", "png"]),
    "another kind than its name says": (picture("JPEG"), "tavle.png", ["innholdet", "png"]),
    "half a picture": (picture(size=(400, 400))[:300], "tavle.png", ["innholdet", "lagre det på nytt"]),
    "an empty file": (b"", "tavle.webp", ["innholdet", "webp"]),
    "a drawing that can hold a script": (b"<svg><script/></svg>", "tavle.svg", ["script", ".png"]),
    "too many bytes": (picture() + b"\0" * 8_000_000, "tavle.png", ["størrelse 8000 kB", "grensen er 400 kB"]),
    "too many points": (picture(size=(6000, 10)), "tavle.png", ["størrelse 6000 × 10", "grensen er 2400"]),
    "a bomb": (picture("PNG", (60000, 4), optimize=True), "tavle.png", ["60000 × 4"]),
    "a picture that moves": (moving(), "tavle.webp", ["beveger seg"]),
    "a picture that tells where it was taken": (placed(), "tavle.jpg", ["hvor det er tatt", "stedsdata"]),
    "a name with capitals": (picture("JPEG"), "IMG_1234.jpg", ["IMG_1234", "små bokstaver"]),
}


@pytest.mark.parametrize("case", FILES)
def test_a_picture_that_cannot_be_shown_is_refused_with_what_to_do(
    case: str, with_picture: Callable[..., Path]
) -> None:
    raw, name, parts = FILES[case]
    found = told(with_picture(raw, name))
    assert any(all(part in line for part in parts) for line in found), found
    assert all("bilde" in line or "image" in line or "navnet" in line for line in found), found


def test_what_is_wrong_with_a_picture_is_told_in_the_preview_of_the_story(with_picture: Callable[..., Path]) -> None:
    root = with_picture(b"tekst")
    (found,) = check.near(root, [root / PAGE])
    assert found.located(root).startswith("docs/bilder/tavle.png:1: fil – innholdet er ikke et helt bilde")


@pytest.mark.parametrize("alt", ["IMG_1234 (kopi)", "tavle-med-lapper.jpg", "Skjermbilde 2026-11-25"])
def test_the_name_of_a_file_does_not_tell_what_a_picture_shows(alt: str, with_picture: Callable[..., Path]) -> None:
    (line,) = told(with_picture(picture(), alt=alt))
    assert "image.alt" in line
    assert "er et filnavn" in line


def test_a_picture_no_entry_shows_is_refused_for_no_one_has_told_its_licence(tree: MakeTree) -> None:
    root = tree({})
    (root / "docs" / "bilder").mkdir()
    (root / "docs" / "bilder" / "tavle.png").write_bytes(picture())
    (line,) = told(root)
    assert line.startswith("docs/bilder/tavle.png:1: fil – ingen oppføring viser bildet")


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(with_picture: Callable[..., Path]) -> None:
    assert any("mente du «tavle.png»" in line for line in told(with_picture(picture(), named="tavla.png")))


SOUND = {"tavle.png": picture(), "tavle.jpg": picture("JPEG"), "tavle.webp": picture("WEBP"), "snudd.jpg": turned()}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_picture_is_shown_with_its_size_its_words_and_its_licence(
    name: str, with_picture: Callable[..., Path]
) -> None:
    root = with_picture(SOUND[name], name)
    assert told(root) == []
    library = registry.library(root)
    id = Path(STORY).stem
    html = story(library, Place(KIND.page(id), "nb", True, registry.kinds()), id)
    width, height = (30, 40) if name == "snudd.jpg" else (40, 30)
    assert f'<img src="../../bilder/{name}" alt="{ALT}" width="{width}" height="{height}"' in html
    assert "Kari Tegner" in html
    assert 'href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license"' in html
    assert not list(markup.faults(html))
    assert not markup.file_fault(f"bilder/{name}")
