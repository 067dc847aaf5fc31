"""The idea log: who waits for an answer and how long, and lists that come from and go to a spreadsheet."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.test_accessibility import violations
from tests.browser.test_exports import other_parser
from tests.browser.test_plan import EVIL, add, card, table, taken, titles, write
from tests.browser.test_use import NOTHING, STORED
from tests.browser.test_work import opened, remember, said

LOG = "idelogg/"
COUNT = "[data-part=count]"


@pytest.fixture(params=[1280, 320])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    return opened(context, address + LOG)


def days_ago(count: int) -> str:
    return (datetime.date.today() - datetime.timedelta(days=count)).isoformat()


def brought(page: Page, content: str | bytes, to: Path) -> None:
    file = to / "ideer.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    page.locator("[data-part=csv-file]").set_input_files(file)


def faults(page: Page) -> list[str]:
    page.locator("[data-part=faults] li").first.wait_for()
    return page.locator("[data-part=faults] li").all_inner_texts()


def test_an_idea_is_received_today_and_the_one_that_has_waited_longest_stands_first(page: Page) -> None:
    add(page, "Ny")
    add(page, "Gammel", received=days_ago(40))
    add(page, "Midt imellom", received=days_ago(10))
    assert titles(page) == ["Gammel", "Midt imellom", "Ny"]
    assert card(page, "Gammel").locator("[data-part=warnings]").inner_text() == "Har ventet 40 dager på svar."
    assert "10 dager uten svar" in card(page, "Midt imellom").inner_text()
    assert page.locator(COUNT).inner_text() == "Viser 3 av 3 ideer. Venter på svar: 3, for lenge: 1."
    assert [row[4] for row in table(page)] == ["40", "10", "0"]


def test_an_answer_stops_the_count_and_gets_a_date(page: Page) -> None:
    add(page, "Idé", received=days_ago(12))
    write(page, "Idé", "answer", "Ja, vi prøver det i mai.")
    assert card(page, "Idé").locator("[data-field=answered]").input_value() == datetime.date.today().isoformat()
    assert "fikk svar etter 12 dager" in card(page, "Idé").inner_text()
    write(page, "Idé", "answer", "")
    assert card(page, "Idé").locator("[data-field=answered]").input_value() == ""
    write(page, "Idé", "answered", days_ago(2))
    assert "fikk svar etter 10 dager" in card(page, "Idé").inner_text()


def test_the_unit_decides_how_long_an_idea_may_wait(page: Page) -> None:
    add(page, "Idé", received=days_ago(12))
    patience = page.locator("[data-part=answer-days]")
    assert patience.input_value() == "30" and "for lenge: 0" in page.locator(COUNT).inner_text()
    patience.fill("7")
    patience.press("Tab")
    assert "for lenge: 1" in page.locator(COUNT).inner_text()
    patience.fill("0")
    patience.press("Tab")
    assert "fra 1 til 365" in page.locator(".tip-work [role=alert]").inner_text()
    assert "for lenge: 1" in page.locator(COUNT).inner_text()


def test_the_log_can_be_narrowed_to_those_who_wait(page: Page) -> None:
    add(page, "Venter")
    add(page, "Sen", received=days_ago(99))
    add(page, "Besvart", answer="Nei, fordi det er gjort.")
    shown = page.locator("[data-part=show]")
    shown.select_option("waiting")
    assert titles(page) == ["Sen", "Venter"]
    shown.select_option("late")
    assert titles(page) == ["Sen"]
    shown.select_option("answered")
    assert titles(page) == ["Besvart"]


def test_a_log_saved_to_csv_and_brought_back_is_the_same(
    context: BrowserContext, page: Page, address: str, tmp_path: Path
) -> None:
    add(page, '=Formel; med "tegn"', received=days_ago(40), status="considered")
    add(page, "Besvart", answer="Ja.\nVi prøver.", status="tried")
    file = taken(page, "Lagre til Excel", tmp_path / "logg.csv")
    rows = other_parser(file.read_bytes().decode())
    assert rows[0] == ["Idé", "Mottatt", "Status", "Svar", "Besvart", "Dager uten svar"]
    assert rows[1][2] == "Til vurdering" and rows[1][5] == "40"
    other = opened(context, address + "nn/idelogg/")
    other.locator("[data-part=csv-file]").set_input_files(file)
    other.locator(".tip-record__card").first.wait_for()
    assert said(other) == "Henta inn. Nye: 2, endra: 0."
    again = other_parser(taken(other, "Lagre til Excel", tmp_path / "nynorsk.csv").read_bytes().decode())
    assert [row[:2] + row[3:] for row in again[1:]] == [row[:2] + row[3:] for row in rows[1:]]


def test_ideas_that_are_here_already_are_changed_and_not_doubled(page: Page, tmp_path: Path) -> None:
    add(page, "Samme", received="2026-11-01")
    brought(page, "Idé;Mottatt;Svar\nSamme;1.11.2026;Ja\nNy;2026-11-02;\n;;\n", tmp_path)
    page.wait_for_function("document.querySelectorAll('.tip-record__card').length === 2")
    assert said(page) == "Hentet inn. Nye: 1, endret: 1."
    assert next(row[3] for row in table(page) if row[0] == "Samme").startswith("Ja")


def test_an_import_leaves_alone_what_the_file_says_nothing_of_and_can_be_undone(page: Page, tmp_path: Path) -> None:
    add(page, "Kaffe", received="2026-11-01", status="done", answer="Ja, fra mandag.")
    brought(page, "Idé;Mottatt\nKaffe;1.11.2026\nTe;2.11.2026\n", tmp_path)
    page.wait_for_function("document.querySelectorAll('.tip-record__card').length === 2")
    assert "Ja, fra mandag." in next(row[3] for row in table(page) if row[0] == "Kaffe")
    brought(page, "Idé;Mottatt;Svar\nKaffe;1.11.2026;Nei\n", tmp_path)
    page.wait_for_function("document.querySelector('.tip-record__table').textContent.includes('Nei')")
    page.get_by_role("button", name="Angre").click()
    assert "Ja, fra mandag." in next(row[3] for row in table(page) if row[0] == "Kaffe")
    assert "før du hentet" in said(page)


def test_every_fault_in_a_file_is_told_with_its_row_and_nothing_is_taken_in(page: Page, tmp_path: Path) -> None:
    add(page, "Her fra før")
    rows = ["Idé,Mottatt,Status", "God,1.2.2026,Mottatt", ",2.2.2026,", "To,i går,Vet ikke", f"{'x' * 1001},,"]
    brought(page, "\n".join(rows), tmp_path)
    assert faults(page) == [
        "Rad 3: Ideen mangler.",
        "Rad 4: «i går» er ikke en dato. Skriv den som 25.11.2026.",
        "Rad 4: «Vet ikke» er ikke en status. Bruk en av dem som står i lista over status.",
        f"Rad 5: Teksten som begynner med «{'x' * 60}», er lengre enn 1000 tegn. Kort den ned.",
    ]
    assert titles(page) == ["Her fra før"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "Fant ingen kolonne"),
        ("Navn;Alder\nA;3\n", "Fant ingen kolonne"),
        ("x" * 2_000_001, "Filen er for stor"),
        ("Idé\n" + "\n".join(f"Idé {number}" for number in range(501)), "ikke plass til flere enn 500"),
        (b"\x00\xff\xfe\x81", "Fant ingen kolonne"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(content: str | bytes, words: str, page: Page, tmp_path: Path) -> None:
    brought(page, content, tmp_path)
    assert words in faults(page)[0] and titles(page) == []


def test_a_hostile_csv_is_text_and_nothing_else(page: Page, tmp_path: Path) -> None:
    brought(page, f"Idé;__proto__;constructor;Svar\n{EVIL};x;y;{EVIL}\n", tmp_path)
    page.locator(".tip-record__card").first.wait_for()
    assert titles(page) == [EVIL] and page.evaluate("window.stolen") is None
    assert page.evaluate("({}).x === undefined && Object.keys(Object.prototype).length === 0")


def test_the_log_is_kept_only_when_the_reader_asks(page: Page) -> None:
    add(page, "Idé")
    assert page.evaluate(STORED) == NOTHING
    remember(page)
    page.reload()
    assert titles(page) == ["Idé"]


def test_the_log_works_from_disk(browser: Browser, offline: Path, tmp_path: Path) -> None:
    context = browser.new_context(accept_downloads=True)
    page = opened(context, (offline / "idelogg.html").as_uri())
    add(page, "Uten nett")
    file = taken(page, "Lagre til Excel", tmp_path / "logg.csv")
    page.reload()
    page.locator("[data-part=csv-file]").set_input_files(file)
    page.locator(".tip-record__card").first.wait_for()
    assert titles(page) == ["Uten nett"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state_of_the_log(
    width: int, scheme: str, browser: Browser, address: str, tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened(context, address + LOG)
    add(page, "Sen", received=days_ago(99))
    add(page, "Besvart", answer="Ja")
    brought(page, "Idé;Mottatt\nx;i går\n", tmp_path)
    assert len(faults(page)) == 1
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
