"""The plan: rows from the reader and from the handbook, what must be looked at again, order, files and paper."""

import json
from collections.abc import Iterator
from pathlib import Path

import docx
import icalendar
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from macros.content.workspace import WorkFile
from tests.browser.test_accessibility import violations
from tests.browser.test_exports import other_parser
from tests.browser.test_finder import MOVES
from tests.browser.test_use import NOTHING, STORED
from tests.browser.test_work import opened, remember, said, unfold
from tests.conftest import ROOT

PLAN = "plan/"
SAMPLE = ROOT / "tests" / "samples" / "work" / "v2.json"
EVIL = "<img src=x onerror=window.stolen=1>"


@pytest.fixture(params=[1280, 320])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    return opened(context, address + PLAN)


def add(page: Page, text: str, **fields: str) -> None:
    page.locator("[data-part=new]").fill(text)
    page.locator("[data-part=new]").press("Enter")
    for name, value in fields.items():
        write(page, text, name, value)
    move_on(page)


def move_on(page: Page) -> None:
    """Leave what is being written in; the page puts its rows in order in the next turn of its events."""
    page.locator("h1").click()
    page.evaluate("() => new Promise(done => setTimeout(done))")


def card(page: Page, text: str) -> Locator:
    return page.locator(".tip-record__card", has=page.get_by_role("heading", name=text, exact=True))


def write(page: Page, text: str, name: str, value: str) -> None:
    field = card(page, text).locator(f"[data-field={name}]")
    if not field.is_visible():
        card(page, text).locator("summary").click()
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)


def titles(page: Page) -> list[str]:
    return page.locator(".tip-record__title").all_inner_texts()


def warnings(page: Page, text: str) -> str:
    return card(page, text).locator("[data-part=warnings]").inner_text()


def table(page: Page) -> list[list[str]]:
    rows = page.locator(".tip-record__table tbody tr")
    return [row.locator("td").all_inner_texts() for row in rows.all()]


def taken(page: Page, button: str, to: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    download.value.save_as(to)
    return to


FULL = {
    "who": "Enhetsleder",
    "due": "2090-02-01",
    "forum": "Partsmøtet",
    "discussed": "2090-01-15",
    "level": "drøfting",
}


def test_writing_in_a_row_leaves_the_other_rows_of_the_table_alone(page: Page) -> None:
    for text in ("Først", "Så", "Sist"):
        add(page, text)
    page.evaluate(MOVES, "[data-part=table] tbody")
    write(page, "Så", "who", "HR")
    assert table(page)[1][2] == "HR"
    changes = page.evaluate("moved.map(each => each.addedNodes.length - each.removedNodes.length)")
    assert sorted(changes) == [-1, 1]


def test_a_row_is_added_filled_in_and_stands_in_the_table(page: Page) -> None:
    add(page, "Avklar oppgavene", **FULL, why="Fordi vi spør for ofte", status="doing", review="2090-05-01")
    facts = card(page, "Avklar oppgavene").locator("[data-part=facts]").inner_text()
    assert facts == "Enhetsleder · frist 01.02.2090 · Partsmøtet, 15.01.2090 · Drøfting · I gang"
    assert table(page) == [
        [
            *("1", "Avklar oppgavene\nFordi vi spør for ofte", "Enhetsleder", "01.02.2090"),
            *("Partsmøtet, 15.01.2090", "Drøfting", "I gang", "01.05.2090"),
        ]
    ]
    assert page.locator("[data-part=count]").inner_text() == "Viser 1 av 1 rader."


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"due": ""}, "Mangler frist."),
        ({"who": ""}, "Mangler hvem som har ansvaret."),
        ({"discussed": "2090-02-02"}, "avgjort før det er drøftet"),
        ({"discussed": "2090-02-02", "level": "forhandling"}, "avgjort før det er drøftet"),
        ({"discussed": "2090-02-02", "level": "informasjon"}, ""),
        ({"discussed": ""}, "møtet eller datoen for det mangler"),
        ({"forum": " "}, "møtet eller datoen for det mangler"),
        ({"forum": "", "discussed": "", "level": "medvirkning"}, ""),
        ({"status": "done"}, "ikke tatt opp i møtet ennå"),
        ({"due": "2020-02-01", "discussed": "2020-01-01"}, "Fristen er gått ut."),
        ({"due": "2020-02-01", "discussed": "2020-01-01", "status": "done"}, ""),
        ({"review": "2090-01-31"}, "før fristen"),
        ({"due": "", "who": "", "forum": "", "status": "dropped"}, ""),
    ],
)
def test_a_row_says_what_must_be_looked_at_again(fields: dict[str, str], words: str, page: Page) -> None:
    add(page, "Raden", **(FULL | fields))
    found = warnings(page, "Raden")
    assert words in found if words else found == ""


def test_rows_are_sorted_and_narrowed_and_the_readers_own_order_is_kept(page: Page) -> None:
    add(page, "Én", **(FULL | {"due": "2090-03-01", "who": "Åse"}))
    add(page, "To", **(FULL | {"due": "", "who": "Bo", "status": "done", "discussed": "2020-01-01"}))
    add(page, "Tre", **(FULL | {"due": "2090-01-20", "who": "HR", "level": "informasjon"}))
    sort, show = page.locator("[data-part=sort]"), page.locator("[data-part=show]")
    assert titles(page) == ["Én", "To", "Tre"]
    sort.select_option("due")
    assert titles(page) == ["Tre", "Én", "To"]
    assert page.get_by_role("button", name="Flytt opp").count() == 0
    sort.select_option("who")
    assert titles(page) == ["To", "Tre", "Én"]
    show.select_option("left")
    assert titles(page) == ["Tre", "Én"] and [row[1] for row in table(page)] == ["Tre", "Én"]
    show.select_option("warned")
    assert titles(page) == ["To"]
    show.select_option("parties")
    assert titles(page) == ["To", "Én"]
    show.select_option("done")
    card(page, "To").get_by_role("button", name="Slett").click()
    page.locator("[data-part=sort]").focus()
    assert "Ingenting passer" in page.locator("[data-part=none]").inner_text()
    show.select_option("all")
    sort.select_option("own")
    assert titles(page) == ["Én", "Tre"]


def test_rows_are_moved_by_keyboard_the_focus_follows_and_the_place_is_said(page: Page) -> None:
    for text in ("Én", "To", "Tre"):
        add(page, text)
    up = card(page, "Tre").get_by_role("button", name="Flytt opp")
    up.focus()
    page.keyboard.press("Enter")
    assert titles(page) == ["Én", "Tre", "To"] and said(page) == "Flyttet til plass 2 av 3."
    page.keyboard.press("Enter")
    assert titles(page) == ["Tre", "Én", "To"]
    page.keyboard.press("Enter")
    assert titles(page) == ["Tre", "Én", "To"] and up.evaluate("button => button === document.activeElement")


def test_what_is_being_written_in_stays_where_it_is_until_the_reader_moves_on(page: Page) -> None:
    add(page, "Sent", due="2090-09-01")
    add(page, "Tidlig", due="2090-01-01")
    page.locator("[data-part=sort]").select_option("due")
    write(page, "Tidlig", "due", "2091-01-01")
    assert titles(page) == ["Tidlig", "Sent"]
    move_on(page)
    assert titles(page) == ["Sent", "Tidlig"]


def test_a_row_that_is_deleted_can_be_brought_back(page: Page) -> None:
    add(page, "Behold", **FULL)
    card(page, "Behold").get_by_role("button", name="Slett").click()
    assert titles(page) == [] and "Planen er tom" in page.locator("[data-part=empty]").inner_text()
    page.get_by_role("button", name="Angre").click()
    assert titles(page) == ["Behold"] and "Enhetsleder" in card(page, "Behold").inner_text()


def test_advice_from_a_checklist_comes_once_and_links_back(context: BrowserContext, address: str) -> None:
    page = opened(context, address + "sjekklister/kom-i-gang/")
    remember(page)
    first = page.locator(".tip-checklist__item").first
    first.get_by_role("button", name="Legg i planen").click()
    assert said(page) == "Lagt i planen: 1." and first.get_by_text("Ligger i planen").is_visible()
    first.get_by_role("button", name="Legg i planen").click()
    assert said(page) == "Det ligger i planen fra før."
    text = first.locator(".tip-checklist__text").inner_text()
    page.get_by_role("link", name="Åpne planen").click()
    page.wait_for_url("**/plan/")
    assert titles(page) == [text]
    page.get_by_role("link", name="Gå dit den kommer fra").click()
    page.wait_for_url("**/sjekklister/kom-i-gang/#oppstart-beskriv-problemet")


def test_a_reader_who_remembers_nothing_is_told_that_the_plan_will_be_lost(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address + "sjekklister/kom-i-gang/")
    page.get_by_role("button", name="Legg i planen").first.click()
    assert "ellers blir planen borte" in said(page)
    page.get_by_role("button", name="Angre").click()
    assert said(page) == "Tatt ut av planen." and not page.get_by_text("Ligger i planen").first.is_visible()
    assert page.evaluate(STORED) == NOTHING


def test_a_lesson_from_a_story_is_proposed_and_added_only_by_the_reader(context: BrowserContext, address: str) -> None:
    page = opened(context, address + "historier/mandal-tillitsprosjektet/")
    lesson = page.locator("#lardom-1").inner_text()
    page.get_by_role("link", name="Legg i planen").first.click()
    page.wait_for_url("**/plan/")
    field = page.locator("[data-part=new]")
    assert field.input_value() == lesson and titles(page) == []
    assert page.evaluate("document.activeElement.dataset.part") == "new"
    page.keyboard.press("Enter")
    assert titles(page) == [lesson]
    assert (
        page.get_by_role("link", name="Gå dit den kommer fra").get_attribute("href")
        == "../historier/mandal-tillitsprosjektet/"
    )


@pytest.mark.parametrize(
    "fragment",
    [
        "fra=javascript:alert(1)&hva=x",
        "fra=stories/../../x&hva=x",
        "fra=https://ond.example&hva=x",
        "hva=",
        "fra=stories/x",
    ],
)
def test_an_address_that_proposes_something_else_is_left_alone(fragment: str, page: Page) -> None:
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    page.wait_for_timeout(100)
    assert page.locator("[data-part=new]").input_value() == "" and titles(page) == []


def test_a_proposal_is_text_and_no_longer_than_a_row(page: Page) -> None:
    page.evaluate("text => { location.hash = 'fra=&hva=' + encodeURIComponent(text); }", EVIL + "x" * 900)
    page.wait_for_function("document.querySelector('[data-part=new]').value !== ''")
    assert len(page.locator("[data-part=new]").input_value()) == 400
    page.keyboard.press("Enter")
    assert titles(page)[0].startswith(EVIL) and page.evaluate("window.stolen") is None


def test_the_plan_is_taken_along_as_csv_calendar_and_document(page: Page, tmp_path: Path) -> None:
    add(page, "Møte om teamene", **FULL, review="2090-05-01")
    add(page, "=SUM(A1)", due="2090-03-01", status="done")
    rows = other_parser(taken(page, "Lagre til Excel", tmp_path / "plan.csv").read_bytes().decode())
    assert rows[0] == [
        "Hva",
        "Hvorfor",
        "Hvem",
        "Frist",
        "Forum",
        "Tas opp",
        "Medbestemmelse",
        "Status",
        "Ses på igjen",
    ]
    assert rows[1][0] == "Møte om teamene" and rows[1][3:7] == ["2090-02-01", "Partsmøtet", "2090-01-15", "Drøfting"]
    assert rows[2][0] == "'=SUM(A1)"
    calendar = icalendar.Calendar.from_ical(taken(page, "Lagre til kalender", tmp_path / "plan.ics").read_bytes())
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == [
        "Frist: Møte om teamene",
        "Virket det? Møte om teamene",
    ]
    held = docx.Document(str(taken(page, "Lagre som Word", tmp_path / "plan.docx"))).tables[0]
    assert [cell.text for cell in held.rows[1].cells][:3] == ["1", "Møte om teamene", "Enhetsleder"]


def test_nothing_is_taken_along_from_an_empty_plan_and_the_reader_is_told(page: Page) -> None:
    for button in ("Lagre som Word", "Lagre til Excel", "Lagre til kalender", "Kopier tabellen"):
        page.get_by_role("button", name=button).click()
        assert "ingenting å ta med" in page.locator(".tip-work [role=alert]").inner_text()
    add(page, "Uten dato")
    page.get_by_role("button", name="Lagre til kalender").click()
    assert "Ingen rader har en dato" in page.locator(".tip-work [role=alert]").inner_text()


def test_the_table_is_copied_as_a_table_and_as_plain_lines(page: Page) -> None:
    add(page, EVIL, who="HR\tog flere")
    page.evaluate(
        """() => document.addEventListener('copy', event => {
          window.copied = [event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain')];
        })"""
    )
    page.get_by_role("button", name="Kopier tabellen").click()
    html, plain = page.evaluate("window.copied")
    assert html.startswith('<table lang="nb-NO" border="1"') and "&lt;img" in html and "<img" not in html
    assert "class=" not in html and "data-" not in html and '<th scope="col">Hvem</th>' in html
    assert plain.splitlines()[0].split("\t")[:3] == ["Nr.", "Hva og hvorfor", "Hvem"]
    assert plain.splitlines()[1].split("\t")[2] == "HR og flere"
    assert "kopiert" in said(page)


def test_a_file_brings_its_plan_and_nothing_in_it_is_run(page: Page, tmp_path: Path) -> None:
    hostile = json.loads(SAMPLE.read_text(encoding="utf-8"))
    row = hostile["workspaces"][0]["plan"]["m1-aaaaaa"]
    row.update(dict.fromkeys(("what", "why", "who", "forum"), EVIL))
    file = tmp_path / "farlig.json"
    file.write_text(json.dumps(hostile), encoding="utf-8")
    unfold(page)
    page.locator("[data-part=file]").set_input_files(file)
    page.wait_for_function("document.querySelector('[data-part=status]').textContent.includes('Åpnet 1')")
    assert titles(page) == [EVIL] and EVIL in table(page)[0][1]
    page.get_by_role("button", name="Kopier tabellen").click()
    assert page.evaluate("window.stolen") is None and page.locator("img[src=x]").count() == 0


def test_the_plan_is_in_the_readers_file_and_follows_the_schema(page: Page, tmp_path: Path) -> None:
    add(page, "Til fil", **FULL)
    unfold(page)
    file = taken(page, "Lagre til fil", tmp_path / "arbeid.json")
    held = WorkFile.model_validate_json(file.read_text(encoding="utf-8"))
    assert [row.what for row in held.workspaces[0].plan.values()] == ["Til fil"]


def test_two_tabs_see_each_others_rows(context: BrowserContext, address: str) -> None:
    one = opened(context, address + PLAN)
    remember(one)
    other = opened(context, address + "nn/plan/")
    add(one, "Fra den ene")
    other.wait_for_function("document.querySelectorAll('.tip-record__card').length === 1")
    add(other, "Fra den andre")
    one.wait_for_function("document.querySelectorAll('.tip-record__card').length === 2")
    card(one, "Fra den ene").get_by_role("button", name="Slett").click()
    other.wait_for_function("document.querySelectorAll('.tip-record__card').length === 1")
    one.reload()
    assert titles(one) == ["Fra den andre"]


def test_five_hundred_rows_are_as_many_as_there_is_room_for(page: Page) -> None:
    page.evaluate("tip.entries.addAll('plan', Array.from({ length: 500 }, (_, n) => ({ what: 'Rad ' + n })))")
    assert page.locator(".tip-record__card").count() == 500
    page.locator("[data-part=new]").fill("Én for mye")
    page.locator("[data-part=new]").press("Enter")
    assert "ikke plass til flere enn 500" in page.locator(".tip-work [role=alert]").inner_text()
    assert page.locator("[data-part=new]").input_value() == "Én for mye"


def test_on_paper_there_is_the_table_and_without_script_one_to_fill_in_by_hand(browser: Browser, address: str) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(address + PLAN)
    assert page.locator(".tip-record__table tbody tr").count() == 8
    assert page.get_by_text("fylle den ut for hånd").is_visible() and not page.locator("[data-part=tools]").is_visible()
    plain.close()
    full = browser.new_context()
    page = opened(full, address + PLAN)
    add(page, "På papiret", **FULL)
    page.emulate_media(media="print")
    assert page.locator(".tip-record__table").is_visible() and not page.locator(".tip-record__cards").is_visible()
    assert not page.get_by_text("Slik bruker dere planen").first.is_visible()
    full.close()


def test_the_plan_works_from_disk(browser: Browser, offline: Path, tmp_path: Path) -> None:
    context = browser.new_context(accept_downloads=True)
    page = opened(context, (offline / "sjekklister" / "kom-i-gang.html").as_uri())
    remember(page)
    page.get_by_role("button", name="Legg i planen").first.click()
    page.get_by_role("link", name="Åpne planen").click()
    page.wait_for_url("**/plan.html")
    assert len(titles(page)) == 1
    taken(page, "Lagre som Word", tmp_path / "plan.docx")
    assert docx.Document(str(tmp_path / "plan.docx")).tables
    page.get_by_role("button", name="Kopier tabellen").click()
    assert "kopiert" in said(page)
    page.get_by_role("link", name="Gå dit den kommer fra").click()
    page.wait_for_url("**/sjekklister/kom-i-gang.html#oppstart-beskriv-problemet")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", [PLAN, "nn/plan/"])
def test_axe_finds_nothing_in_any_state_of_the_plan(
    place: str, width: int, scheme: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened(context, address + place)
    add(page, "Et langt tiltak om " + "medbestemmelsesordning" * 3, **(FULL | {"discussed": "2090-03-01"}))
    add(page, "Et tiltak uten noe")
    page.locator("[data-part=new]").fill("Til")
    page.get_by_role("button", name="Flytt opp").last.click()
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    page.locator("[data-part=show]").select_option("done")
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
