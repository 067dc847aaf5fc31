"""What a page says of its age to a reader of another day than the one it was built on, online and from a copy."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

LATER = "2031-03-01T12:00:00"
OWN, LIST, PROSE = "nn/sjekklister/selvledelse/", "ordliste/", "ledelse/selvledelse/"


def opened(browser: Browser, address: str, day: str, **options: object) -> Page:
    page = browser.new_context(viewport={"width": 320, "height": 700}, **options).new_page()  # type: ignore[arg-type] # passed on as they are
    page.clock.set_fixed_time(day)
    page.goto(address)
    return page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (OWN, "Denne sida skulle vore gjennomgått seinast"),
        (LIST, "Noe på denne siden skulle vært gjennomgått senest"),
        (PROSE, "Denne siden skulle vært gjennomgått senest"),
    ],
)
def test_a_page_whose_day_has_passed_says_so_before_it_is_read(
    name: str, said: str, browser: Browser, address: str
) -> None:
    page = opened(browser, f"{address}{name}", LATER)
    note = page.locator("h1 + [data-part=late]")
    expect(note).to_be_visible()
    expect(note).to_contain_text(said)


@pytest.mark.parametrize("name", [OWN, LIST, PROSE])
def test_a_page_whose_day_has_not_passed_says_the_days_and_nothing_more(
    name: str, browser: Browser, address: str
) -> None:
    page = opened(browser, f"{address}{name}", "2026-11-26T12:00:00")
    expect(page.locator("[data-component=review]")).to_contain_text("november 2026")
    expect(page.locator("[data-part=late]")).to_be_hidden()


def test_without_a_script_the_days_stand_there(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}{OWN}", LATER, java_script_enabled=False)
    expect(page.locator("[data-component=review]")).to_contain_text("Blir gjennomgått igjen seinast")
    expect(page.locator("[data-part=late]")).to_be_hidden()


def test_an_old_copy_on_disk_tells_its_age(browser: Browser, offline: Path) -> None:
    page = opened(browser, (offline / "sjekklister" / "selvledelse.html").as_uri(), LATER)
    expect(page.locator("h1 + [data-part=late]")).to_be_visible()
