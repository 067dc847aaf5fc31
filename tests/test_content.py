"""The real content: whole, sourced, in both written standards, and enough of it."""

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


def texts(content: Content) -> Iterator[Text]:
    for name in type(content).model_fields:
        value = getattr(content, name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Text):
                yield part
            elif isinstance(part, Content):
                yield from texts(part)


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
def test_a_source_is_used(id: str) -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md"))
    assert LIBRARY.pointing_at("sources", id) or f'"{id}"' in pages


@pytest.mark.parametrize("id", [*CHECKLISTS, *TERMS])
def test_neither_written_standard_is_a_copy_of_the_other(id: str) -> None:
    entry: Content = CHECKLISTS.get(id) or TERMS[id]
    whole = [(text.nb, text.nn) for text in texts(entry)]
    assert sum(nb != nn for nb, nn in whole) >= len(whole) / 2


@pytest.mark.parametrize("id", CHECKLISTS)
def test_a_checklist_that_names_a_paragraph_says_when_it_was_checked(id: str) -> None:
    names_law = any("§" in text.nb for item in CHECKLISTS[id].items for text in texts(item))
    assert not names_law or CHECKLISTS[id].legal_checked
