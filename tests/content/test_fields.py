"""The pages about fields: one for every kind, with everything that a writer must know of every field."""

import re

import pytest

from macros import registry
from macros.content import fields
from macros.content.kinds import Kind
from macros.content.place import Place
from macros.content.problems import ContentError
from tests.conftest import ROOT

LIBRARY = registry.library()
KINDS = registry.kinds()
FOLDER = ROOT / "docs" / "bidra" / "felter"


def page(kind: str = "") -> str:
    place = Place(f"bidra/felter/{kind or 'index'}.md", "nb", True, KINDS)
    return str(registry.macros()["fields"](LIBRARY, place, *([kind] if kind else [])))


def part(made: str, id: str) -> str:
    found = re.search(rf'<h3 id="{id}">.*?</section>', made, re.DOTALL)
    assert found, id
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


def test_every_kind_has_its_page_and_there_are_no_others() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == {"index", *(kind.name for kind in KINDS)}
    for kind in KINDS:
        assert f'{{{{ fields("{kind.name}") }}}}' in (FOLDER / f"{kind.name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_there_with_its_meaning_and_whether_it_must_be_filled_in(kind: Kind) -> None:
    made = page(kind.name)
    for one in fields.of(kind.model):
        shown = part(made, f"gruppe-{kind.model.__name__.lower()}-{one.name}")
        assert f"{one.title}: {one.name} " in shown
        assert ("Må fylles ut Ja" in shown) == one.required
        assert all(f"{choice} : {meaning}" in shown for choice, meaning in one.choices.items()), shown


def test_limits_and_groups_and_references_are_told() -> None:
    made = page("run-sheet")
    assert "Minst 3 i lista. Høyst 14 i lista." in part(made, "gruppe-runsheet-blocks")
    assert 'href="#gruppe-block"' in made and 'id="gruppe-block"' in made
    assert "Minst 1. Høyst 180." in part(made, "gruppe-span-low")
    assert "fil/punkt, der filen ligger i docs/data/checklists/" in part(made, "gruppe-runsheet-advice")
    assert "Fra 40 til 280 tegn." in part(made, "gruppe-runsheet-description")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_required_field_that_is_not_a_group_has_an_example_from_the_real_content(kind: Kind) -> None:
    made = page(kind.name)
    for one in fields.of(kind.model):
        if one.required and one.form != "group":
            assert f"Eksempel {one.name}:" in part(made, f"gruppe-{kind.model.__name__.lower()}-{one.name}")


def test_the_list_of_kinds_leads_to_every_page() -> None:
    made = page()
    for kind in KINDS:
        assert f'href="{kind.name}/"' in made


def test_an_unknown_kind_is_answered_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="mente du «story»"):
        page("storry")
