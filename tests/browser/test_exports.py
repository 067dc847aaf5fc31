"""What the reader takes along: csv, calendar files and documents, read by other programs than ours."""

import csv
import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import icalendar
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

PLACE = "plan/"
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
CELLS = st.one_of(
    ANY_TEXT, st.sampled_from(["=1+1", "+47", "-5", "@a", "\t=x", "'=x", "''@", '"', ";", "a\r\nb", "＝1"])
)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5)
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 30))
lenient = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NO_CONTROLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(address + PLACE)
    yield page
    context.close()


def other_parser(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


@lenient
@given(rows=ROWS)
@example(rows=[["=HYPERLINK(1)", "'=x"], ["", ""]])
def test_a_table_written_as_csv_is_read_back_as_it_was(page: Page, rows: list[list[str]]) -> None:
    assert page.evaluate("rows => tip.csv.read(tip.csv.write(rows))", rows) == rows


@lenient
@given(rows=ROWS)
def test_another_program_reads_the_csv_and_finds_no_cell_that_it_would_take_for_a_formula(
    page: Page, rows: list[list[str]]
) -> None:
    text = page.evaluate("rows => tip.csv.write(rows)", rows)
    assert text.startswith("\ufeff")
    read = other_parser(text)
    assert [[cell.lstrip("'") for cell in row] for row in read] == [[cell.lstrip("'") for cell in row] for row in rows]
    assert not [cell for row in read for cell in row if cell[:1] in tuple("=+-@\t\r\n＝＋－＠") and cell]


@pytest.mark.parametrize("between", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_from_other_programs_is_read_whatever_separates_cells_and_lines(between: str, end: str, page: Page) -> None:
    text = end.join([between.join(["Idé", "Svar"]), between.join(['"Én; to, ""tre"""', "x"]), ""])
    assert page.evaluate("text => tip.csv.read(text)", text) == [["Idé", "Svar"], ['Én; to, "tre"', "x"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252"])
def test_csv_is_read_in_the_encodings_excel_saves(encoding: str, page: Page) -> None:
    held = list("Idé på år".encode(encoding))
    assert page.evaluate("held => tip.csv.read(tip.csv.decode(new Uint8Array(held).buffer))", held) == [["Idé på år"]]


def written(page: Page, events: list[dict[str, str]]) -> str:
    return str(page.evaluate("events => tip.ics.write(events)", events))


def event(title: str = "Møte", text: str = "", day: str = "2027-02-01") -> dict[str, str]:
    return {"uid": "a@b", "day": day, "title": title, "text": text, "changed": "2026-11-25T17:00:00.123Z"}


@lenient
@given(title=NO_CONTROLS, text=NO_CONTROLS, day=DAYS)
@example(title="Komma, semikolon; \\ og \\n", text="😀" * 60, day=datetime.date(2028, 2, 29))
def test_a_calendar_file_is_read_back_by_another_program(page: Page, title: str, text: str, day: datetime.date) -> None:
    made = written(page, [event(title, text, day.isoformat())])
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    assert made.endswith("\r\n") and "\n" not in made.replace("\r\n", "")
    calendar = icalendar.Calendar.from_ical(made)
    read = calendar.walk("VEVENT")[0]
    assert not read.errors and not calendar.errors
    assert (str(read["SUMMARY"]), str(read["DESCRIPTION"])) == (title, text)
    assert read["DTSTART"].dt == day
    assert read["DTEND"].dt == day + datetime.timedelta(days=1)
    assert read["DTSTAMP"].dt == datetime.datetime(2026, 11, 25, 17, tzinfo=datetime.UTC)


def test_no_text_can_break_out_of_its_line_in_a_calendar_file(page: Page) -> None:
    evil = "x\r\nEND:VEVENT\nBEGIN:VALARM\rATTACH:http://ond.example"
    calendar = icalendar.Calendar.from_ical(written(page, [event(evil, evil), event()]))
    assert len(calendar.walk("VEVENT")) == 2 and not calendar.walk("VALARM")
    assert "ATTACH" not in calendar.walk("VEVENT")[0]


def test_every_second_tuesday_is_one_and_no_fixed_public_holiday(page: Page) -> None:
    for year in range(2026, 2040):
        for month in range(1, 13):
            day = datetime.date.fromisoformat(page.evaluate("([y, m]) => tip.days.secondTuesday(y, m)", [year, month]))
            assert (day.year, day.month, day.weekday()) == (year, month, 1) and 8 <= day.day <= 14


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25.11.2026", "2026-11-25"),
        ("1.2.2027", "2027-02-01"),
        (" 2027-02-01 ", "2027-02-01"),
        ("1. 2. 2027", "2027-02-01"),
        ("31.2.2027", None),
        ("2/1/2027", None),
        ("i går", None),
    ],
)
def test_days_are_read_as_norwegians_write_them(text: str, day: str | None, page: Page) -> None:
    assert page.evaluate("text => tip.days.read(text)", text) == day


def document(page: Page, to: Path, sheet: dict[str, Any]) -> Any:
    held = page.evaluate(
        "async sheet => Array.from(new Uint8Array(await (await tip.word.write(sheet)).arrayBuffer()))", sheet
    )
    to.write_bytes(bytes(held))
    return docx.Document(str(to))


@pytest.mark.parametrize("language", ["nb-NO", "nn-NO"])
def test_a_document_has_a_heading_a_language_and_a_table_with_a_header_row(
    language: str, page: Page, tmp_path: Path
) -> None:
    rows = [["1", "Første <b>linje</b>\nAndre & tredje"], ["2", "\x01\ufffe"]]
    sheet = {"title": "Plan", "about": "Enhet, i dag", "language": language, "head": ["Nr.", "Hva"], "rows": rows}
    made = document(page, tmp_path / "plan.docx", {**sheet, "widths": [10, 90]})
    assert made.paragraphs[0].style.name.lower() == "heading 1" and made.paragraphs[0].text == "Plan"
    assert made.core_properties.title == "Plan"
    table = made.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [sheet["head"], rows[0], ["2", ""]]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert made.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == language


def test_the_library_that_writes_documents_is_loaded_only_when_someone_asks(browser: Browser, address: str) -> None:
    context = browser.new_context(accept_downloads=True)
    fresh = context.new_page()
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.on("dialog", lambda dialog: dialog.accept())
    fresh.goto(address + PLACE)
    fresh.locator("[data-part=new]").fill("Én rad")
    fresh.keyboard.press("Enter")
    assert not any("docx" in url for url in asked)
    with fresh.expect_download():
        fresh.get_by_role("button", name="Lagre som Word").click()
    assert [url for url in asked if "docx" in url] == [address + "assets/vendor/docx/docx.js"]
    context.close()
