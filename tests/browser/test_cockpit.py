"""What an editor does with the cockpit: sees what needs something, chooses one thing, and sees what is late today."""

from collections import Counter

import pytest
from playwright.sync_api import Browser, Page, expect

NAME = "bidra/status/"
TODAY, LATER = "2026-11-26T12:00:00", "2031-03-01T12:00:00"


def opened(browser: Browser, address: str, day: str, width: int = 320, **options: object) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 800}, **options).new_page()  # type: ignore[arg-type] # passed on as they are
    page.clock.set_fixed_time(day)
    page.goto(f"{address}{NAME}")
    return page


def test_a_line_of_the_summary_shows_the_rows_it_counts_and_no_others(browser: Browser, address: str) -> None:
    page = opened(browser, address, TODAY)
    line = page.get_by_role("link", name="Har lange setninger:")
    count = int((line.text_content() or "").rpartition(" ")[2])
    line.press("Enter")
    expect(page.locator("tr[data-entry]:visible")).to_have_count(count)
    expect(page.get_by_role("status")).to_contain_text(f"Viser {count} av ")
    page.get_by_role("button", name="Vis alle").press("Enter")
    expect(page.locator("tr[data-entry]:visible")).to_have_count(0)


@pytest.mark.parametrize(("day", "some"), [(TODAY, False), (LATER, True)])
def test_what_is_late_is_counted_by_the_readers_own_day(day: str, some: bool, browser: Browser, address: str) -> None:
    page = opened(browser, address, day)
    late = page.locator("tr[data-due] [data-part=late]:not([hidden])")
    assert (late.count() > 100) == some and (late.count() > 0) == some
    line = page.get_by_role("link", name="Skulle vært gjennomgått:")
    expect(line).to_have_count(1 if some else 0)
    if some:
        expect(line).to_have_text(f"Skulle vært gjennomgått: {late.count()}")
        line.click()
        expect(page.locator("tr[data-entry]:visible")).to_have_count(late.count())


def test_a_table_that_is_opened_stays_open_when_the_reader_goes_to_another_heading(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address, TODAY, 1280)
    page.get_by_text("Tabell: Sjekklister").click()
    page.locator(".md-sidebar--secondary").get_by_role("link", name="Historier").click()
    assert page.url.endswith("#stories")
    expect(page.locator("tr[data-kind=checklists]").first).to_be_visible()


def test_a_shared_address_opens_with_its_choice_made(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{NAME}#need=unused")
    expect(page.locator("tr[data-entry]:visible").first).to_be_visible()
    assert all("Er ikke brukt noe sted" in row for row in page.locator("tr[data-entry]:visible").all_inner_texts())


def test_without_a_script_every_figure_is_there_to_unfold(browser: Browser, address: str) -> None:
    page = opened(browser, address, LATER, java_script_enabled=False)
    page.get_by_text("Tabell: Sjekklister").click()
    rows = page.locator("tr[data-kind=checklists]")
    expect(rows.first).to_be_visible()
    expect(rows.first).to_contain_text("Igjen: ")
    expect(page.locator("form.tip-facets")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_open_tables_fit_the_screen(width: int, browser: Browser, address: str) -> None:
    page = opened(browser, address, LATER, width)
    page.get_by_role("link", name="Har lange setninger:").click()
    expect(page.locator("tr[data-entry]:visible").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_table_drawn_as_cards_is_a_table_to_those_who_hear_it(browser: Browser, address: str) -> None:
    page = opened(browser, address, TODAY)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    roles = Counter(
        node["role"]["value"] for node in session.send("Accessibility.getFullAXTree")["nodes"] if "role" in node
    )
    wanted = {"table": "table", "row": "tr", "cell": "td", "rowheader": "tbody th", "columnheader": "thead th"}
    there = {
        role: page.locator(f".tip-cockpit__table{'' if tag == 'table' else ' ' + tag}").count()
        for role, tag in wanted.items()
    }
    assert {role: roles[role] for role in wanted} == there and there["cell"] > 100
