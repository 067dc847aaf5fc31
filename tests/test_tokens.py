"""The design tokens: every colour can be read on every surface it meets, in light and in dark.

Contrast as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

import re
from itertools import product

import pytest

from tests.conftest import ROOT

CSS = (ROOT / "overrides" / "assets" / "tokens.css").read_text(encoding="utf-8")
SURFACES = ("paper", "surface")
TEXT = ("ink", "ink-soft", "link", "fjord")
BADGES = ("good", "mixed", "bad", "open")
CONTROLS = ("line-strong", "fjord")


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--tip-([a-z-]+): (#[0-9a-f]{6})", css))


LIGHT = colours(CSS.split("@media")[0])
SCHEMES = {"light": LIGHT, "dark": LIGHT | colours(CSS.split("@media")[1])}


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "surface"), list(product(TEXT, SURFACES)))
def test_running_text_has_a_contrast_of_seven(scheme: str, text: str, surface: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(tokens[text], tokens[surface]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("badge", "surface"), list(product(BADGES, SURFACES)))
def test_badges_have_a_contrast_of_four_and_a_half(scheme: str, badge: str, surface: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(tokens[badge], tokens[surface]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_header_and_marked_words_can_be_read(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(tokens["header-ink"], tokens["header"]) >= 7
    assert contrast(tokens["ink"], tokens["mark"]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("control", "surface"), list(product(CONTROLS, SURFACES)))
def test_borders_that_carry_meaning_have_a_contrast_of_three(scheme: str, control: str, surface: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(tokens[control], tokens[surface]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("surface", [*SURFACES, "header"])
def test_one_half_of_the_focus_ring_shows_on_every_surface(scheme: str, surface: str) -> None:
    tokens = SCHEMES[scheme]
    assert max(contrast(tokens[half], tokens[surface]) for half in ("focus-inner", "focus-outer")) >= 3
    assert contrast(tokens["focus-inner"], tokens["focus-outer"]) >= 3


def test_colours_stand_in_the_token_file_only() -> None:
    for file in (ROOT / "overrides").rglob("*.css"):
        if file.name not in ("tokens.css", "print.css"):
            assert not re.search(r"#[0-9a-f]{3,8}\b(?!\s*[{,])", file.read_text(encoding="utf-8")), file.name
