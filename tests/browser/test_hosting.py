"""The site as a server publishes it: every page and every tool works under the strict policy, and breaks it nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts import bench_pages
from tests.browser.conftest import BASE

WATCH = """document.addEventListener('securitypolicyviolation', event =>
  console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""
BOX = "[data-md-component=search-query]"


@pytest.fixture
def faults() -> list[str]:
    """Hold what the browser says has gone wrong on the pages of a test."""
    return []


@pytest.fixture
def page(browser: Browser, published: str, faults: list[str]) -> Iterator[Page]:
    """Return a page that tells `faults` of what is stopped by the policy, goes wrong or is not found."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 else None)
    yield page
    context.close()


def test_no_page_breaks_the_policy_or_asks_for_what_is_not_there(
    page: Page, published: str, site: Path, faults: list[str]
) -> None:
    for file in sorted(site.rglob("index.html")):
        page.goto(published + file.relative_to(site).as_posix().removesuffix("index.html"))
    assert faults == []


def test_the_watch_sees_what_the_policy_stops(page: Page, published: str, faults: list[str]) -> None:
    page.goto(published)
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_timeout(100)
    assert any("style-src" in fault for fault in faults)


def test_the_page_for_what_does_not_exist_has_its_looks_at_any_depth(page: Page, published: str) -> None:
    answer = page.goto(f"{published}a/b/c/finnes-ikke/")
    assert answer is not None and answer.status == 404
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    page.locator(BOX).click()
    page.keyboard.type("tillit")
    page.wait_for_selector(".md-search-result__item")


def test_the_search_works_in_its_box_and_on_its_page(page: Page, published: str, faults: list[str]) -> None:
    page.goto(published)
    page.locator(BOX).click()
    page.keyboard.type("psychological safety")
    page.wait_for_selector(".md-search-result__item")
    page.locator(".md-search-result__item > .md-search-result__link").first.click()
    page.wait_for_selector("mark[data-md-highlight]")
    page.goto(f"{published}sok/")
    page.get_by_label("Hva leter du etter?").fill("drøfting")
    page.wait_for_selector(".tip-search-page__hit")
    assert faults == []


def test_the_plan_is_filled_in_copied_and_taken_along_in_every_form(
    page: Page, published: str, faults: list[str]
) -> None:
    page.goto(f"{published}plan/")
    page.locator("[data-part=new]").fill("=1+1")
    page.locator("[data-part=new]").press("Enter")
    page.locator("[data-field=due]").first.fill("2090-02-01")
    for button in ("Lagre som Word", "Lagre til Excel", "Lagre til kalender"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert Path(download.value.path()).stat().st_size > 100
    page.evaluate("""() => document.addEventListener('copy', event => {
      window.copied = event.clipboardData.getData('text/html');
    })""")
    page.get_by_role("button", name="Kopier tabellen").click()
    assert "style=\"mso-number-format:'\\@'\"" in page.evaluate("window.copied")
    assert faults == []


def test_a_gathering_a_conversation_and_a_survey_work(page: Page, published: str, faults: list[str]) -> None:
    page.goto(f"{published}kjoreplaner/tillitssamtale-90/")
    page.get_by_role("button", name="For møtelederen").click()
    page.goto(f"{published}samtaleverktoy/trygghet-i-teamet/")
    page.get_by_role("button", name="Trekk kort").click()
    page.get_by_role("button", name="Neste kort").click()
    page.goto(f"{published}undersokelser/tillitspuls/")
    for choice in page.locator("[data-part=form] input[value='4']").all():
        choice.check()
    page.get_by_role("button", name="Vis hva jeg kan snakke om").click()
    assert page.locator("[data-part=code]").input_value()
    assert faults == []


def test_without_headers_the_page_itself_has_the_policy(browser: Browser, hosted: Path) -> None:
    html = (hosted / "public" / BASE.strip("/") / "index.html").read_text(encoding="utf-8")
    page = browser.new_context().new_page()
    page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.add_init_script("window.broken = []; " + WATCH.replace("console.error", "window.broken.push"))
    page.goto("http://127.0.0.1/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'ran = 1'}))")
    assert page.evaluate("typeof ran") == "undefined"
    assert any("script-src" in each for each in page.evaluate("window.broken"))


def test_a_first_visit_to_a_story_is_light_with_everything_it_fetches(browser: Browser, published: str) -> None:
    weight = bench_pages.weigh(browser, f"{published}historier/mandal-tillitsprosjektet/")
    assert 0 < weight.bytes <= 60_000, weight
