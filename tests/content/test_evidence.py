"""How well advice is supported follows the rules the page states, for every piece of advice there is."""

from collections.abc import Sequence
from typing import get_args

import pytest

from macros import registry
from macros.components.checklist import Checklist
from macros.components.source import Source, SourceKind
from macros.components.story import Story
from macros.content.place import Place
from macros.views.evidence import KNOWLEDGE, Advice, Case, Support, evidence

LIBRARY = registry.library()
CHECKLISTS = LIBRARY.all("checklists", Checklist)
STORIES = LIBRARY.all("stories", Story)
SOURCES = LIBRARY.all("sources", Source)
GOOD = next(story for story in STORIES.values() if story.strength == "god")
WEAK = next(story for story in STORIES.values() if story.strength == "svak")
ITEM = next(iter(CHECKLISTS.values())).items[0]
PAGE = evidence(LIBRARY, Place("kunnskapsgrunnlag.md", "nb", True, registry.kinds()))


def advice(kinds: Sequence[SourceKind], cases: Sequence[tuple[str, Story]]) -> Advice:
    sources = {kind: next(source for source in SOURCES.values() if source.kind == kind) for kind in kinds}
    return Advice(ITEM, ["ledelse"], sources, [Case("sak", story, relation) for relation, story in cases])


@pytest.mark.parametrize(
    ("kinds", "cases", "support"),
    [
        (["fagside"], [], "lite"),
        (["lov", "avtale", "debatt"], [], "lite"),
        (["fagside"], [("nyanserer", GOOD)], "lite"),
        (["fagside"], [("støtter", WEAK)], "noe"),
        (["forskning"], [], "noe"),
        (["rapport"], [("støtter", WEAK)], "noe"),
        (["undersøkelse"], [("støtter", GOOD)], "godt"),
        (["forskning"], [("støtter", GOOD), ("nyanserer", GOOD)], "godt"),
        (["forskning"], [("støtter", GOOD), ("nyanserer", GOOD), ("nyanserer", WEAK)], "delt"),
        (["forskning"], [("støtter", GOOD), ("motsier", WEAK)], "delt"),
    ],
)
def test_support_follows_the_stated_rules(
    kinds: Sequence[SourceKind], cases: Sequence[tuple[str, Story]], support: Support
) -> None:
    assert advice(kinds, cases).support == support


def test_a_story_counts_as_experience_whatever_the_sources_are() -> None:
    assert advice(["lov"], []).knowledge == ["regel"]
    assert advice(["lov"], [("nyanserer", WEAK)]).knowledge == ["erfaring", "regel"]


def test_every_kind_of_source_is_a_kind_of_knowledge() -> None:
    assert set(KNOWLEDGE) == set(get_args(SourceKind))


@pytest.mark.parametrize("id", CHECKLISTS)
def test_the_page_shows_every_piece_of_advice_with_its_sources_and_cases(id: str) -> None:
    for item in CHECKLISTS[id].items:
        start = PAGE.index(f'href="../sjekklister/{id}/#{item.id}"')
        entry = PAGE[start : PAGE.index("</li>", start)]
        for ref in item.sources:
            assert f'href="../kilder/#{ref}"' in entry
        for link in LIBRARY.pointing_at("checklists", f"{id}/{item.id}"):
            if link.folder != "stories":
                continue
            assert f'href="../historier/{link.id}/"' in entry


def test_the_drawing_and_the_list_say_the_same_counts() -> None:
    total = sum(len(entry.items) for entry in CHECKLISTS.values())
    words = [line for line in PAGE.splitlines() if "<strong>" in line and f"av {total} råd" in line]
    drawn = [line for line in PAGE.splitlines() if 'class="tip-evidence__count"' in line]
    counts = [line.split(">")[1].split("<")[0] for line in drawn]
    assert len(counts) == 5
    assert all(f"{count} av {total} råd" in line for count, line in zip(counts, words, strict=True))


def test_the_page_exists_in_nynorsk_words_too() -> None:
    shown = evidence(LIBRARY, Place("nn/kunnskapsgrunnlag.md", "nn", True, registry.kinds()))
    assert "Lite underbygd" in shown
    assert "Lite belagt" not in shown
