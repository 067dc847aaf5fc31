"""The gallery has an example of every macro, and every example renders soundly."""

import re
from collections import Counter

import pytest

from macros import registry
from macros.content.place import Place
from macros.content.problems import ContentError
from macros.views import gallery

LIBRARY = registry.library()
OWN = {name: macro for name, macro in registry.macros().items() if name != "gallery"}
EXAMPLES = [(component, example) for component in gallery.names() for example in gallery.examples(component)]
# What fills a page of its own is looked at there; a tool also needs the panel over the work, which a page has once.
ON_A_PAGE_OF_ITS_OWN = {
    "data_files",
    "evidence",
    "plan",
    "idea_log",
    "search_page",
    "year_wheel",
    "run_sheet",
    "conversation",
    "survey",
    "fields",
    "cockpit",
}


def page(component: str) -> str:
    place = Place(f"bidra/galleri/{component}.md", "nb", True, registry.kinds())
    return str(registry.macros()["gallery"](LIBRARY, place, component))


def test_every_macro_has_an_example() -> None:
    shown = {example.macro for _, example in EXAMPLES}
    assert {*OWN, *registry.inline_macros()} - shown == ON_A_PAGE_OF_ITS_OWN


@pytest.mark.parametrize("component", gallery.names())
def test_a_gallery_page_has_every_example_and_no_id_twice(component: str) -> None:
    made = page(component)
    for example in gallery.examples(component):
        assert f">{example.name}</h2>" in made
    ids = Counter(re.findall(r'\sid="([^"]+)"', made))
    assert [id for id, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("component", gallery.names())
def test_what_points_at_an_id_in_an_example_still_does(component: str) -> None:
    made = page(component)
    ids = set(re.findall(r'\sid="([^"]+)"', made))
    pointed = re.findall(r'\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"', made)
    assert {id for value in pointed for id in value.split()} <= ids
    assert set(re.findall(r'\shref="#([^"]+)"', made)) <= ids


def test_a_changed_entry_is_changed_in_the_example_only() -> None:
    component, example = next((name, one) for name, one in EXAMPLES if one.change)
    assert example.change
    title = str(example.change.fields["title"]["nb"])
    assert title in page(component)
    assert LIBRARY.entry(example.change.folder, example.change.id).name("nb") != title


def test_an_unknown_component_is_answered_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="mente du «checklist»"):
        page("cheklist")
