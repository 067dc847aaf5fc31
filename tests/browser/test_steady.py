"""Nothing moves while a page comes: what a script will show has its room from the first paint, or is let go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests import html

FIRST_SCRIPT = "**/assets/theme.js"
WATCH = """window.moved = []; new PerformanceObserver(seen => window.moved.push(...seen.getEntries())).observe(
  {type: "layout-shift", buffered: true})"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0 && document.scripts.length > 3"
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
# How far things moved, as the measure of layout shift counts it, and what moved first.
MOVED = """() => [moved.reduce((sum, each) => sum + each.value, 0),
  moved.flatMap(each => each.sources.map(source => source.node && (source.node.className || source.node.nodeName)))]"""
# The clock of the tests stands still for the paints of a page as well, so only the day is another.
LATER = "Date = class extends Date { constructor(...given) { super(...(given.length ? given : ['2031-03-01'])); } }"
BAR = 0.01
SIZES = {"telefon": (360, 740), "skjerm": (1280, 900), "høy": (1280, 2400)}


@pytest.fixture(params=SIZES)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Return a reader's browser that counts what moves on a page."""
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(WATCH)
    yield context
    context.close()


def kinds(site: Path) -> list[str]:
    """Return a page of each kind: the first of those that are made of the same components."""
    found: dict[frozenset[str], str] = {}
    for path, page in html.read_all(site).items():
        if path.endswith("index.html"):
            found.setdefault(frozenset(name for name, _ in page.components), path.removesuffix("index.html"))
    return list(found.values())


def never(_: Route) -> None:
    """Leave what is asked for unanswered."""


def open_slowly(page: Page, address: str) -> tuple[float, list[str]]:
    """Open a page whose scripts come only when all of it has been painted; return how far, and what, moved."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(FIRST_SCRIPT, hold)
    page.goto(address, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.evaluate(FRAMES)
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.unroute(FIRST_SCRIPT)
    page.evaluate(FRAMES)
    far, what = page.evaluate(MOVED)
    return far, what


def test_nothing_moves_when_the_scripts_of_a_page_come(context: BrowserContext, address: str, site: Path) -> None:
    page = context.new_page()
    moved = {name: open_slowly(page, address + name) for name in kinds(site)}
    assert len(moved) > 40
    assert {name: seen for name, seen in moved.items() if seen[0] >= BAR} == {}


def test_a_note_that_a_page_is_old_waits_for_no_file(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script(LATER)
    page.route("**/*.js", never)
    page.goto(f"{address}ledelse/", wait_until="commit")
    page.wait_for_function(PAINTED)
    page.locator("h1 + [data-part=late]").wait_for()


def test_the_watch_sees_what_is_pushed_down(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    open_slowly(page, f"{address}plan/")
    page.evaluate("document.querySelector('article').prepend(Object.assign(document.createElement('hr'), {id: 'ny'}))")
    page.add_style_tag(content="#ny { height: 200px; }")
    page.evaluate(FRAMES)
    far, what = page.evaluate(MOVED)
    assert far > BAR and what


@pytest.mark.parametrize("name", ["plan/", "sjekklister/kom-i-gang/", "arshjul/", "sok/"])
def test_what_waits_for_its_script_is_neither_seen_nor_reached(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page()
    page.route(FIRST_SCRIPT, never)
    page.goto(address + name, wait_until="commit")
    page.wait_for_function(PAINTED)
    waiting = page.locator("[data-waits]")
    assert waiting.count() > 0 and not any(part.is_visible() for part in waiting.all())
    assert all(box is not None and box["height"] > 0 for box in (part.bounding_box() for part in waiting.all()))


@pytest.mark.parametrize(
    ("name", "script", "lost"),
    [
        ("plan/", "**/record.js", "[data-component=record] [data-part=tools]"),
        ("sjekklister/kom-i-gang/", "**/checklist.js", "[data-component=checklist] [data-part=tools]"),
        ("sok/", "**/search_page.js", "[data-component=search-page] [data-part=ask]"),
        ("partssamarbeid/ma-dette-droftes/", "**/guide.js", "[data-component=guide] [data-part=bar]"),
    ],
)
def test_a_script_that_never_comes_leaves_no_gap(
    browser: Browser, address: str, name: str, script: str, lost: str
) -> None:
    page = browser.new_page()
    page.route(script, lambda route: route.abort())
    page.goto(address + name)
    assert page.locator(lost).evaluate("part => part.getClientRects().length") == 0


def test_a_script_that_never_comes_brings_back_what_stands_there_without_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{address}sok/")
    assert page.locator("[data-part=no-script]").is_visible()
    assert not page.locator(".tip-search-open, .md-search__input").first.is_visible()
    page.goto(f"{address}partssamarbeid/ma-dette-droftes/")
    steps = page.locator("[data-step]")
    assert steps.count() > 2 and all(step.is_visible() for step in steps.all())


def test_with_its_script_on_the_way_a_page_says_nothing_to_those_without(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route(FIRST_SCRIPT, never)
    page.goto(f"{address}sok/", wait_until="commit")
    page.wait_for_function(PAINTED)
    assert not page.locator("[data-part=no-script]").is_visible()
    page.goto(f"{address}partssamarbeid/ma-dette-droftes/#ma-dette-droftes", wait_until="commit")
    page.wait_for_function(PAINTED)
    assert page.locator("[data-step]:visible").count() == 1
