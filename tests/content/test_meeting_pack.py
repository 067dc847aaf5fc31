"""The meeting packs: a document for each run sheet in both languages, that Word and a screen reader can use."""

import itertools
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from macros import registry
from macros.components.run_sheet import RunSheet, schedule
from macros.content.base import Language
from macros.documents import writer
from macros.documents.meeting_pack import MeetingPack

LIBRARY = registry.library()
SHEETS = LIBRARY.all("run-sheets", RunSheet)
LANGUAGES: tuple[Language, Language] = ("nb", "nn")


def made(id: str, language: Language, to: Path) -> Any:
    writer.save(MeetingPack(SHEETS[id], language).write(), to / f"{id}.docx")
    return docx.Document(str(to / f"{id}.docx"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", list(SHEETS))
def test_a_pack_has_every_sheet_as_a_heading_and_every_block_below_the_first(
    id: str, language: Language, tmp_path: Path
) -> None:
    document, sheet = made(id, language, tmp_path), SHEETS[id]
    first = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert len(first) == (6 if sheet.cards else 5)
    assert all(text.startswith(sheet.title.written(language)) for text in first)
    second = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    for slot in schedule(sheet):
        assert any(slot.clock in text and slot.block.title.written(language) in text for text in second)
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert all(writer.plain(block.say.written(language).split("\n")[0])[:40] in words for block in sheet.blocks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", list(SHEETS))
def test_a_pack_says_its_language_and_its_tables_have_header_rows(id: str, language: Language, tmp_path: Path) -> None:
    document = made(id, language, tmp_path)
    languages = {found.get(qn("w:val")) for found in document.styles.element.iter(qn("w:lang"))}
    assert languages == {writer.LANGUAGES[language]}
    assert document.core_properties.title == SHEETS[id].title.written(language)
    tables = [table for table in document.tables if len(table.columns) > 2]
    assert len(tables) == 5
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in tables)
    assert all(cell.text.strip() for table in tables for cell in table.rows[0].cells)


def test_a_pack_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    id = next(iter(SHEETS))
    made(id, "nb", tmp_path)
    first = (tmp_path / f"{id}.docx").read_bytes()
    made(id, "nb", tmp_path)
    assert (tmp_path / f"{id}.docx").read_bytes() == first


@pytest.mark.parametrize("id", list(SHEETS))
def test_the_schedule_on_the_page_adds_up(id: str) -> None:
    slots = schedule(SHEETS[id])
    for before, after in itertools.pairwise(slots):
        assert after.starts == before.starts + before.minutes
    assert all(slot.least <= slot.minutes for slot in slots)


def test_markdown_becomes_words_and_lists() -> None:
    document = writer.new("x", "nb", SHEETS[next(iter(SHEETS))].reviewed)
    writer.block(document, "Første **sterke** [lenke](https://x.example).\n\n- én\n- to\n  som går over to linjer")
    texts = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    assert texts == [
        ("Normal", "Første sterke lenke."),
        ("List Bullet", "én"),
        ("List Bullet", "to som går over to linjer"),
    ]
