"""Run sheets: they fit the group and the time, keep the time, and are printed and taken along."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import docx
import icalendar
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros import registry
from macros.components.run_sheet import RunSheet, schedule
from tests.browser.test_accessibility import violations
from tests.browser.test_plan import taken, titles
from tests.browser.test_use import NOTHING, STORED
from tests.browser.test_work import opened

SHEETS = registry.library().all("run-sheets", RunSheet)
ID = "tillitssamtale-90"
SHEET = SHEETS[ID]
PLACE = f"kjoreplaner/{ID}/"
TOTAL = sum(slot.minutes for slot in schedule(SHEET))


@pytest.fixture(params=[1280, 320])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    return opened(context, address + PLACE)


def set_to(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.locator(f"[data-part={name}]").fill(value)


def said(page: Page) -> str:
    return page.locator("[data-part=result]").inner_text()


def clocks(page: Page) -> list[str]:
    return page.locator("[data-part=clock]").all_inner_texts()


def minutes(page: Page) -> list[int]:
    return [int(text.split()[0]) for text in page.locator("[data-part=minutes]").all_inner_texts()]


@pytest.mark.parametrize("id", list(SHEETS))
def test_the_script_reckons_the_same_times_as_the_page_has_without_it(
    id: str, context: BrowserContext, address: str
) -> None:
    page = opened(context, f"{address}kjoreplaner/{id}/")
    assert clocks(page) == [slot.clock for slot in schedule(SHEETS[id])]
    assert minutes(page) == [slot.minutes for slot in schedule(SHEETS[id])]
    assert "#" not in page.url, "an untouched page keeps its address"


def test_without_script_the_whole_schedule_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PLACE)
    assert clocks(page) == [slot.clock for slot in schedule(SHEET)]
    for block in SHEET.blocks:
        assert page.get_by_role("heading", name=block.title.nb, exact=True).is_visible()
    assert (
        not page.locator("[data-part=tools]").is_visible() and not page.locator("[data-part=keep]").first.is_visible()
    )
    assert page.get_by_role("link", name="Last ned som Word").is_visible()
    context.close()


def test_start_people_and_groups_change_the_clock_and_the_groups(page: Page) -> None:
    set_to(page, start="12:30", people="11", group="4")
    assert clocks(page)[0] == "12.30"
    assert "Grupper: 3, med 3–4 i hver." in said(page)
    hours, rest = divmod(12 * 60 + 30 + sum(minutes(page)), 60)
    assert f"Dere er ferdige {hours:02}.{rest:02}, etter {sum(minutes(page))} minutter." in said(page)


def test_too_little_time_is_shared_out_then_cut_with_a_reason_and_then_refused(page: Page) -> None:
    set_to(page, have=str(TOTAL - 5))
    assert sum(minutes(page)) == TOTAL - 5 and "kortere tid enn planen helst skal ha" in said(page)
    assert page.locator("[data-part=cuts] li").count() == 0
    lows = sum(slot.least for slot in schedule(SHEET))
    set_to(page, have=str(lows - 1))
    first = next(block for block in SHEET.blocks if block.cut == 1)
    cuts = page.locator("[data-part=cuts] li").all_inner_texts()
    assert cuts and cuts[0].startswith(f"Kutt «{first.title.nb}».") and sum(minutes(page)) == lows - 1
    before = clocks(page)
    set_to(page, have="10")
    least = sum(slot.least for slot in schedule(SHEET) if slot.block.cut is None)
    assert f"Dette går ikke på 10 minutter. Dere trenger minst {least}" in said(page)
    assert clocks(page) == before, "the last schedule that added up stays"
    set_to(page, have=str(TOTAL + 30))
    assert "30 minutter til overs" in said(page)


def test_a_block_can_be_left_out_and_the_rest_moves_up(page: Page) -> None:
    second = SHEET.blocks[1]
    page.locator(f"#{second.id} [data-part=with]").uncheck()
    assert clocks(page)[1] == "–" and sum(minutes(page)) == TOTAL - schedule(SHEET)[1].minutes
    assert f"uten={second.id}" in page.url


def test_what_is_chosen_stands_in_the_fragment_and_can_be_shared(page: Page, context: BrowserContext) -> None:
    set_to(page, start="13:00", people="15", have="80", date="2027-02-01")
    page.get_by_role("button", name="For deltakerne").click()
    page.get_by_role("button", name="Del som lenke").click()
    link = page.locator("[data-part=address]").input_value()
    assert "?" not in link and page.evaluate(STORED) == NOTHING
    other = opened(context, link)
    assert clocks(other) == clocks(page) and other.locator("[data-part=people]").input_value() == "15"
    assert other.locator("[data-part=date]").input_value() == "2027-02-01"
    assert not other.locator("[data-part=say]").first.is_visible()


@pytest.mark.parametrize(
    "fragment",
    [
        "personer=-4",
        "personer=<b>",
        "start=25:99",
        "minutter=1e9",
        "gruppe=0",
        "uten=..%2F",
        "visning=x",
        "tid=zz-z-z-z",
    ],
)
def test_a_fragment_that_makes_no_sense_changes_nothing(fragment: str, context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}{PLACE}#{fragment}")
    assert clocks(page) == [slot.clock for slot in schedule(SHEET)]
    assert not page.locator("[data-part=timer]").is_visible()


def test_an_address_that_leaves_out_everything_is_told_and_breaks_nothing(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(address + PLACE)
    now = page.evaluate("tip.timer.write(tip.timer.start(Date.now()))")
    page.goto("about:blank")
    page.goto(f"{address}{PLACE}#uten={'.'.join(block.id for block in SHEET.blocks)}&tid={now}")
    assert said(page) == "Ta med minst én post."
    page.locator("[data-part=with]").first.check()
    assert clocks(page)[0] == "09.00" and clocks(page)[1] == "–" and broken == []


def test_participants_see_the_schedule_without_notes_and_the_leader_all_of_it(page: Page) -> None:
    page.get_by_role("button", name="For deltakerne").click()
    assert page.locator(".tip-sheet__what").first.is_visible()
    assert not page.get_by_text("Si dette").first.is_visible() and not page.locator("#ark-utstyr").is_visible()
    page.get_by_role("button", name="For møtelederen").click()
    assert page.get_by_text("Si dette").first.is_visible() and not page.locator("#ark-utgangslapp").is_visible()


def test_the_timer_says_what_is_left_and_whether_the_gathering_keeps_up(page: Page) -> None:
    page.clock.install(time=datetime.datetime(2027, 2, 1, 9, 0))
    page.reload()
    page.get_by_role("button", name="Start tidtakeren").press("Enter")
    first, second = schedule(SHEET)[0], schedule(SHEET)[1]
    left, pace = page.locator("[data-part=left]"), page.locator("[data-part=pace]")
    assert page.locator("[data-part=now]").inner_text() == first.block.title.nb
    assert left.inner_text() == f"{first.minutes} minutter igjen" and pace.inner_text() == "Dere følger planen."
    page.clock.run_for((first.minutes - 1) * 60_000 + 1000)
    assert left.inner_text() == "under ett minutt igjen"
    assert first.block.title.nb in page.locator("[data-part=said]").inner_text()
    page.clock.run_for(5 * 60_000)
    assert "over tiden" in left.inner_text() and "etter planen" in pace.inner_text()
    page.get_by_role("button", name="Ett minutt til").press("Enter")
    assert page.locator("[data-part=said]").inner_text().startswith("Ett minutt lagt til.")
    page.get_by_role("button", name="Neste post").press("Enter")
    assert page.locator("[data-part=now]").inner_text() == second.block.title.nb
    assert left.inner_text() == f"{second.minutes} minutter igjen"
    words = page.locator("[data-part=words]").inner_text()
    assert words.split() and words.split()[0] == second.block.say.nb.split()[0]


def test_changing_the_plan_while_the_timer_runs_neither_stops_it_nor_takes_the_focus(page: Page) -> None:
    page.get_by_role("button", name="Start tidtakeren").click()
    page.get_by_role("button", name="Neste post").click()
    have = page.locator("[data-part=have]")
    have.click()
    page.keyboard.type("60", delay=50)
    assert page.locator("[data-part=timer]").is_visible() and have.input_value() == "60"
    assert page.locator("[data-part=now]").inner_text() == SHEET.blocks[1].title.nb
    page.locator(f"#{SHEET.blocks[0].id} [data-part=with]").uncheck()
    page.get_by_role("button", name="Ett minutt til").click()
    assert page.locator("[data-part=now]").inner_text() == SHEET.blocks[1].title.nb


def test_a_link_to_a_place_on_the_page_keeps_what_is_chosen(page: Page) -> None:
    page.locator(f"#{SHEET.blocks[1].id} [data-part=with]").uncheck()
    page.get_by_role("button", name="For møtelederen").click()
    page.evaluate("location.hash = 'ark-kjoreplan'")
    page.wait_for_timeout(100)
    assert not page.locator(f"#{SHEET.blocks[1].id} [data-part=with]").is_checked()
    assert page.get_by_role("button", name="For møtelederen").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize(
    ("view", "sheet", "there"),
    [("deltakerne", "oppgaver og utstyr", "#ark-utstyr"), ("møtelederen", "utgangslappen", "#ark-utgangslapp")],
)
def test_a_sheet_is_whole_on_paper_whatever_is_shown_on_the_screen(
    view: str, sheet: str, there: str, page: Page
) -> None:
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=f"For {view}").click()
    page.get_by_role("button", name=f"Skriv ut {sheet}").click(force=True)
    page.emulate_media(media="print")
    assert page.locator(there).is_visible()


def test_a_timer_survives_a_reload_with_nothing_stored_and_ends_when_asked(page: Page) -> None:
    page.get_by_role("button", name="Start tidtakeren").click()
    page.get_by_role("button", name="Neste post").click()
    assert page.evaluate(STORED) == NOTHING
    page.reload()
    assert page.locator("[data-part=now]").inner_text() == SHEET.blocks[1].title.nb
    for _ in SHEET.blocks[2:]:
        page.get_by_role("button", name="Neste post").click()
    assert page.get_by_role("button", name="Neste post").is_disabled()
    assert "siste posten" in page.locator("[data-part=next]").inner_text()
    page.get_by_role("button", name="Avslutt tidtakeren").click()
    assert not page.locator("[data-part=timer]").is_visible() and "tid=" not in page.url
    assert page.evaluate("document.activeElement.dataset.do") == "run"


def test_the_gathering_and_its_tasks_go_to_the_calendar(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="til kalender").click()
    assert "Velg dato" in said(page)
    set_to(page, date="2027-02-01", start="13:00")
    file = taken(page, "til kalender", tmp_path / "samling.ics")
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    gathering, *tasks = calendar.walk("VEVENT")
    start = datetime.datetime(2027, 2, 1, 13, 0)
    assert gathering["DTSTART"].dt == start and gathering["DTSTART"].dt.tzinfo is None, "floating local time"
    assert gathering["DTEND"].dt == start + datetime.timedelta(minutes=TOTAL)
    days = [datetime.date(2027, 2, 1) - datetime.timedelta(days=task.days) for task in SHEET.before]
    days += [datetime.date(2027, 2, 1) + datetime.timedelta(days=task.days) for task in SHEET.after]
    assert [task["DTSTART"].dt for task in tasks] == days
    assert not calendar.walk("VALARM") and not [event for event in calendar.walk("VEVENT") if event.errors]


def test_each_sheet_is_printed_by_itself(page: Page) -> None:
    page.evaluate(
        "window.print = () => { window.printed = document.querySelector('[data-component=run-sheet]').dataset.print; }"
    )
    page.emulate_media(media="print")
    seen = {
        "møtelederarket": ("#ark-kjoreplan", "#ark-kort"),
        "deltakerarket": (".tip-sheet__what", ".tip-sheet__saying"),
        "oppgaver og utstyr": ("#ark-utstyr", "#ark-kjoreplan"),
        "kortene": ("#ark-kort", "#ark-utgangslapp"),
        "utgangslappen": ("#ark-utgangslapp", "#ark-kort"),
        "malen for referat": ("#ark-referat", "#ark-kort"),
    }
    for name, (there, gone) in seen.items():
        page.emulate_media(media="screen")
        page.get_by_role("button", name=f"Skriv ut {name}").click()
        page.emulate_media(media="print")
        assert page.locator(there).first.is_visible(), name
        assert not page.locator(gone).first.is_visible(), name
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#ark-kort").is_visible() and page.locator("#ark-referat").is_visible()


def test_the_meeting_pack_is_there_for_both_languages(page: Page, address: str, tmp_path: Path) -> None:
    for place in (PLACE, f"nn/{PLACE}"):
        page.goto(address + place)
        with page.expect_download() as download:
            page.locator("a[download]").click()
        download.value.save_as(tmp_path / "pakke.docx")
        assert docx.Document(str(tmp_path / "pakke.docx")).tables


def test_a_task_afterwards_can_be_put_in_the_plan(page: Page) -> None:
    page.get_by_role("link", name="Legg i planen").first.click()
    page.wait_for_url("**/plan/")
    page.keyboard.press("Enter")
    assert titles(page) == [SHEET.after[0].text.nb.strip()]
    page.get_by_role("link", name="Gå dit den kommer fra").click()
    page.wait_for_url(f"**/{PLACE}")


def test_everything_works_from_disk(browser: Browser, offline: Path, tmp_path: Path) -> None:
    context = browser.new_context(accept_downloads=True)
    page = opened(context, (offline / "kjoreplaner" / f"{ID}.html").as_uri())
    set_to(page, people="9", have="70")
    before = clocks(page)
    page.get_by_role("button", name="Start tidtakeren").click()
    page.reload()
    assert clocks(page) == before and page.locator("[data-part=timer]").is_visible()
    assert (offline / "kjoreplaner" / str(page.locator("a[download]").get_attribute("href"))).is_file()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", [PLACE, f"nn/{PLACE}"])
def test_axe_finds_nothing_in_any_state_of_a_run_sheet(
    place: str, width: int, scheme: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened(context, address + place)
    set_to(page, have="55", people="7")
    page.locator("[data-do=run]").click()
    page.locator("[data-do=link]").click()
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    for view in ("participant", "leader"):
        page.locator(f"button[data-view={view}]").click()
        page.evaluate("window.scrollTo(0, 0)")
        assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
