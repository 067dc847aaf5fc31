"""axe with every rule on, on every page, at three widths, light and dark."""

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT

AXE = (ROOT / "tests" / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
# No rule that axe has on is off, and the sizes of targets are asked for by name.
OPTIONS = "{ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }"
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page, the theme's part of it included."""
    page.evaluate(AXE)
    found = page.evaluate("async () => (await axe.run(document, OPTIONS)).violations".replace("OPTIONS", OPTIONS))
    return [
        f"{violation['id']}: {node['target']} {node['html'][:120]}"
        for violation in found
        for node in violation["nodes"]
    ]


def addresses(site: Path) -> list[str]:
    """Return the address of every page of the site."""
    return sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html"))


@pytest.mark.parametrize(("width", "scheme"), list(itertools.product(WIDTHS, SCHEMES)))
def test_axe_finds_nothing_on_any_page(width: int, scheme: str, browser: Browser, site: Path, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    # The search index is large and changes nothing that axe sees before the search is opened.
    context.route("**/search_index.json", lambda route: route.abort())
    page = context.new_page()
    faults = {}
    for name in addresses(site):
        page.goto(address + name)
        if found := violations(page):
            faults[name] = found
    context.close()
    assert faults == {}


@pytest.mark.parametrize(
    "name", ["", "sjekklister/kom-i-gang/", "historier/", "historier/mandal-tillitsprosjektet/", "kilder/", "ordliste/"]
)
def test_no_page_scrolls_sideways_at_320_pixels(name: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address + name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_when_the_menu_or_the_search_is_open(
    width: int, scheme: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + "ledelse/")
    menu = page.locator(".tip-menu__button")
    if menu.is_visible():
        menu.click()
        assert violations(page) == []
        page.keyboard.press("Escape")
    opener = page.locator(".tip-search-open")
    if opener.is_visible():
        opener.click()
    page.locator(".md-search__input").click()
    page.keyboard.type("tillit")
    page.wait_for_function("document.querySelectorAll('.md-search-result__item').length > 0")
    page.wait_for_timeout(500)
    assert violations(page) == []
    context.close()
