"""The real content: whole, sourced, in both written standards, and enough of it."""

import re
from collections.abc import Iterator

import pytest

from macros import registry
from macros.components.checklist import Checklist
from macros.components.source import Source
from macros.components.story import Story
from macros.components.term import Term
from macros.content.base import Content, Text
from scripts import check
from tests.conftest import ROOT

LIBRARY = registry.library()
CHECKLISTS = LIBRARY.all("checklists", Checklist)
STORIES = LIBRARY.all("stories", Story)
SOURCES = LIBRARY.all("sources", Source)
TERMS = LIBRARY.all("terms", Term)

MIRRORS = re.compile(
    r"docplayer|9pdf|5dok|docslib|slideshare|episerver|enonic|fdocument|vdocuments|pdfslide|dokumen\.tips|yumpu"
    r"|//(prep|beta|test|stage)\.|\.stage\."
)
# Words that belong to one written standard only.
ONLY_BOKMAL = re.compile(r"\b(ikke|jeg|hva|hvordan|hvorfor|hvem|noen|noe|bare|mer|fra|hjem|begynner|kommer)\b", re.I)
ONLY_NYNORSK = re.compile(r"\b(ikkje|eg|kva|korleis|kvifor|kven|nokon|noko|berre|meir|frå|vera|dei)\b", re.I)
# Fields of a story whose values are chosen from a list or are names.
FIXED = ("field", "organisation", "evidence", "outcome", "sector")
QUOTED = re.compile(r"«[^»]*»")


def texts(content: Content) -> Iterator[Text]:
    for name in type(content).model_fields:
        value = getattr(content, name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Text):
                yield part
            elif isinstance(part, Content):
                yield from texts(part)


def prose(content: Content) -> Iterator[str]:
    for name in type(content).model_fields:
        value = getattr(content, name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Content):
                yield from prose(part)
            elif isinstance(part, str) and " " in part and name not in FIXED:
                yield part


def test_the_real_content_has_no_problems() -> None:
    assert [problem.located(ROOT) for problem in check.problems(ROOT)] == []


def test_there_is_as_much_content_as_promised() -> None:
    assert len(CHECKLISTS) >= 12
    assert sum(len(checklist.items) for checklist in CHECKLISTS.values()) >= 80
    assert len(STORIES) >= 65
    assert len(TERMS) >= 40


def test_every_theme_has_checklists_and_stories() -> None:
    for theme in ("ledelse", "partssamarbeid", "innovasjon", "kompetanse"):
        assert sum(theme in checklist.themes for checklist in CHECKLISTS.values()) >= 2, theme
        assert sum(theme in story.themes for story in STORIES.values()) >= 8, theme


def test_item_ids_differ_across_all_checklists() -> None:
    ids = [item.id for checklist in CHECKLISTS.values() for item in checklist.items]
    assert len(ids) == len(set(ids)), sorted({id for id in ids if ids.count(id) > 1})


@pytest.mark.parametrize("id", SOURCES)
def test_a_source_is_used_and_has_no_address_of_a_mirror(id: str) -> None:
    assert not MIRRORS.search(SOURCES[id].url or "")
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md"))
    assert LIBRARY.pointing_at("sources", id) or f'"{id}"' in pages


@pytest.mark.parametrize("id", [*CHECKLISTS, *TERMS])
def test_both_written_standards_are_there_and_neither_is_the_other(id: str) -> None:
    entry: Content = CHECKLISTS.get(id) or TERMS[id]
    for text in texts(entry):
        assert not ONLY_NYNORSK.search(QUOTED.sub("", text.nb)), text.nb
        assert not ONLY_BOKMAL.search(QUOTED.sub("", text.nn)), text.nn
    whole = [(text.nb, text.nn) for text in texts(entry)]
    assert sum(nb != nn for nb, nn in whole) >= len(whole) / 2


@pytest.mark.parametrize("id", STORIES)
def test_a_story_keeps_to_its_written_standard(id: str) -> None:
    other = ONLY_BOKMAL if STORIES[id].language == "nn" else ONLY_NYNORSK
    for text in prose(STORIES[id]):
        assert not other.search(QUOTED.sub("", text)), text


def test_a_quarter_of_the_story_words_are_nynorsk() -> None:
    words = {"nb": 0, "nn": 0}
    for story in STORIES.values():
        words[story.language] += sum(len(text.split()) for text in prose(story))
    assert words["nn"] / sum(words.values()) >= 0.25


@pytest.mark.parametrize("id", CHECKLISTS)
def test_a_checklist_that_names_a_paragraph_says_when_it_was_checked(id: str) -> None:
    names_law = any("§" in text.nb for item in CHECKLISTS[id].items for text in texts(item))
    assert not names_law or CHECKLISTS[id].legal_checked
