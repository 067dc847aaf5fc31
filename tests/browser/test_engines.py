"""The site as the other engine writes it, in a browser: the search, the tools and the looks, from a host and from disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import serving
from tests.browser.test_accessibility import violations

SHOWN = ("", "404.html", "ledelse/", "sok/", "plan/", "nn/sjekklister/kom-i-gang/", "historier/", "kjoreplaner/")


@pytest.fixture(scope="module")
def zensical_address(zensical_site: Path) -> Iterator[str]:
    with serving(zensical_site) as address:
        yield address


@pytest.fixture(params=["online", "from disk"])
def start(request: pytest.FixtureRequest, zensical_address: str, zensical_offline: Path) -> str:
    return zensical_address if request.param == "online" else (zensical_offline / "index.html").as_uri()


@pytest.fixture
def faults() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, faults: list[str]) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return page


def test_the_search_is_reached_by_keyboard_and_answers(page: Page, start: str, faults: list[str]) -> None:
    page.goto(start)
    link = page.get_by_role("banner").get_by_role("link", name="Søk")
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Hva leter du etter?").fill("psychological safety")
    page.wait_for_selector(".tip-search-page__hit")
    titles = page.locator("[data-part=hits] [data-part=title]").all_inner_texts()
    assert any("trygghet" in title.lower() for title in titles)
    page.locator(".tip-search-page__hit a").first.click()
    page.wait_for_selector("mark[data-md-highlight]")
    assert faults == []


def test_a_list_is_worked_through_and_the_step_is_in_the_plan(page: Page, start: str, faults: list[str]) -> None:
    page.goto(start)
    page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Sjekklister").click()
    page.locator("main").get_by_role("link", name="Kom i gang").first.click()
    page.get_by_role("checkbox").first.check()
    expect(page.locator("[data-part=progress]")).to_contain_text("1 av")
    page.get_by_role("button", name="Legg i planen").first.click()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert faults == []


def test_the_page_that_is_open_is_marked_in_the_menu(page: Page, zensical_address: str) -> None:
    page.goto(f"{zensical_address}ledelse/")
    marked = page.locator("nav[aria-label=Hovedmeny] [aria-current=page]")
    assert set(marked.all_text_contents()) == {"Ledelse"}


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    browser: Browser, zensical_address: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for name in SHOWN:
        page.goto(zensical_address + name)
        assert violations(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_no_page_asks_for_anything_that_is_not_there(page: Page, zensical_address: str, zensical_site: Path) -> None:
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    for file in sorted(zensical_site.rglob("index.html")):
        page.goto(zensical_address + file.relative_to(zensical_site).as_posix().removesuffix("index.html"))
    assert missing == []
