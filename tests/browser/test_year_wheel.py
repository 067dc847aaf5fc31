"""The wheel of the year: it turns to the month the reader chooses, and its steps go to the calendar and the plan."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros import registry
from macros.components.year_wheel import YearWheel
from macros.content.words import word
from tests.browser.test_accessibility import violations
from tests.browser.test_plan import taken, titles
from tests.browser.test_use import NOTHING, STORED
from tests.browser.test_work import opened, remember, said

WHEEL = "arshjul/"
STEPS = registry.library().get("year-wheels", "tillitsaret", YearWheel).steps
THIS_YEAR = datetime.date.today().year


@pytest.fixture(params=[1280, 320])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    return opened(context, address + WHEEL)


def whens(page: Page) -> list[str]:
    return page.locator("[data-part=when]").all_inner_texts()


def expected(month: int, year: int) -> list[str]:
    spots = [month - 1 + step.month - 1 for step in STEPS]
    return [f"{word(f'month.{spot % 12 + 1}', 'nb')} {year + spot // 12}" for spot in spots]


def start(page: Page, month: int, year: int) -> None:
    page.locator("[data-part=month]").select_option(str(month))
    page.locator("[data-part=year]").select_option(str(year))


def test_without_script_the_year_starts_in_january_and_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + WHEEL)
    assert whens(page) == [word(f"month.{step.month}", "nb") for step in STEPS]
    assert page.locator("h2").all_inner_texts()[: len(STEPS)] == [step.title.nb for step in STEPS]
    assert not page.get_by_role("button", name="Legg i planen").first.is_visible()
    context.close()


@pytest.mark.parametrize("month", range(1, 13))
def test_the_wheel_and_the_list_turn_to_the_month_the_reader_chooses(month: int, page: Page) -> None:
    start(page, month, THIS_YEAR + 2)
    assert whens(page) == expected(month, THIS_YEAR + 2)
    months = page.locator(".tip-year__month").all_text_contents()
    assert months == [word(f"month.short.{(month - 1 + offset) % 12 + 1}", "nb") for offset in range(12)]


def test_a_step_in_july_says_so(page: Page) -> None:
    start(page, 1, THIS_YEAR + 1)
    assert not page.get_by_text("havner i juli").first.is_visible()
    start(page, 7, THIS_YEAR + 1)
    shown = [note.is_visible() for note in page.locator("[data-part=july]").all()]
    assert shown == [step.month == 1 for step in STEPS]


def test_the_steps_go_to_the_calendar_as_one_event_each(page: Page, tmp_path: Path) -> None:
    start(page, 8, THIS_YEAR + 1)
    file = taken(page, "Lagre til kalender", tmp_path / "hjul.ics")
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [step.title.nb for step in STEPS]
    days = [event["DTSTART"].dt for event in events]
    assert [f"{word(f'month.{day.month}', 'nb')} {day.year}" for day in days] == expected(8, THIS_YEAR + 1)
    assert len({str(event["UID"]) for event in events}) == len(STEPS) and not [e for e in events if e.walk("VALARM")]


def test_the_steps_go_to_the_plan_once_and_lead_back(context: BrowserContext, page: Page) -> None:
    remember(page)
    page.get_by_role("button", name="Legg i planen").nth(2).click()
    assert said(page) == "Lagt i planen: 1."
    page.get_by_role("button", name="Legg alle stegene").click()
    assert said(page) == f"Lagt i planen: {len(STEPS) - 1}."
    page.get_by_role("button", name="Legg alle stegene").click()
    assert said(page) == "Det ligger i planen fra før."
    page.get_by_role("link", name="Åpne planen").click()
    page.wait_for_url("**/plan/")
    assert sorted(titles(page)) == sorted(step.title.nb for step in STEPS)
    page.get_by_role("link", name="Gå dit den kommer fra").first.click()
    page.wait_for_url(f"**/arshjul/#{STEPS[2].id}")


def test_the_month_is_remembered_only_when_the_reader_asks(page: Page) -> None:
    start(page, 9, THIS_YEAR + 1)
    assert page.evaluate(STORED) == NOTHING
    remember(page)
    page.reload()
    assert page.locator("[data-part=month]").input_value() == "9"
    page.locator(".tip-twin a").click()
    page.wait_for_url("**/nn/arshjul/")
    assert page.locator("[data-part=month]").input_value() == "9"


def test_the_wheel_works_from_disk(browser: Browser, offline: Path, tmp_path: Path) -> None:
    context = browser.new_context(accept_downloads=True)
    page = opened(context, (offline / "arshjul.html").as_uri())
    start(page, 3, THIS_YEAR + 1)
    assert whens(page) == expected(3, THIS_YEAR + 1)
    taken(page, "Lagre til kalender", tmp_path / "hjul.ics")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", [WHEEL, "nn/arshjul/"])
def test_axe_finds_nothing_in_any_state_of_the_wheel(
    place: str, width: int, scheme: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened(context, address + place)
    start(page, 7, THIS_YEAR + 1)
    page.get_by_role("button", name="Legg i planen").first.click()
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
