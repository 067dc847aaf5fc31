"""What a reader does: reads without a network, searches, ticks, and leaves no trace."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

STORED = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: indexedDB.databases ? (await indexedDB.databases()).map(d => d.name) : [],
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": []}


@pytest.fixture
def context(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 1280, "height": 900})


def search(page: Page, words: str) -> list[str]:
    """Search in the page's own box and return the titles of the hits."""
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(words)
    page.wait_for_function("document.querySelectorAll('.md-search-result__item').length > 0")
    return page.locator(".md-search-result__item h1").all_inner_texts()


def requests_of(context: BrowserContext) -> list[str]:
    seen: list[str] = []
    context.on("request", lambda request: seen.append(request.url))
    return seen


def test_every_page_of_the_offline_copy_opens_from_disk_without_asking_the_network(
    context: BrowserContext, offline: Path
) -> None:
    seen, errors = requests_of(context), []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    files = sorted(offline.rglob("*.html"))
    for file in files:
        page.goto(file.as_uri())
        assert page.locator("h1").count() == 1
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--tip-paper')"), "the style is there"
    assert len(files) > 100
    assert [url for url in seen if not url.startswith(("file:", "data:", "blob:"))] == []
    assert errors == []


def test_search_works_from_disk(context: BrowserContext, offline: Path) -> None:
    seen = requests_of(context)
    page = context.new_page()
    page.goto((offline / "index.html").as_uri())
    hits = search(page, "drøfting")
    assert any("drøfting" in hit.lower() for hit in hits)
    page.locator(".md-search-result__link").first.click()
    page.wait_for_load_state()
    assert page.url.startswith("file:") and page.locator("h1").count() == 1
    assert [url for url in seen if not url.startswith(("file:", "data:", "blob:"))] == []


def test_search_works_online(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    assert any("psykologisk trygghet" in hit.lower() for hit in search(page, "psykologisk trygghet"))


def test_links_lead_on_inside_the_offline_copy(context: BrowserContext, offline: Path) -> None:
    page = context.new_page()
    page.goto((offline / "index.html").as_uri())
    page.get_by_role("link", name="Sjekklister").first.click()
    page.locator(".tip-card__title a").first.click()
    assert page.locator("[data-component=checklist]").count() == 1
    page.locator(".tip-twin a").click()
    assert page.locator("html").get_attribute("lang") == "nn"


def test_visiting_every_page_asks_no_other_host_and_stores_nothing(
    context: BrowserContext, site: Path, address: str
) -> None:
    seen = requests_of(context)
    page = context.new_page()
    for file in sorted(site.rglob("*.html")):
        page.goto(address + file.relative_to(site).as_posix())
    assert page.evaluate(STORED) == NOTHING
    assert context.cookies() == []
    assert [url for url in seen if not url.startswith((address, "data:", "blob:"))] == []


def test_an_item_can_be_ticked_by_keyboard_and_its_label_is_its_text(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + "sjekklister/kom-i-gang/")
    box = page.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()
    assert page.get_by_role("checkbox", name=page.locator(".tip-checklist__text").first.inner_text()).is_checked()
    assert page.evaluate(STORED) == NOTHING


def test_without_javascript_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "sjekklister/kom-i-gang/")
    assert page.get_by_role("checkbox").count() == page.locator(".tip-checklist__item").count() > 0
    assert page.locator(".tip-checklist__parts dd").first.is_visible()
    context.close()
