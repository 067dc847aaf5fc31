"""The page of a story: what it rests on is listed, also when only a part of it says so."""

from dataclasses import replace

from macros import registry
from macros.components.story import Story, story
from macros.content.place import Place

LIBRARY = registry.library()


def test_a_source_that_only_a_result_names_is_listed_with_the_others() -> None:
    id, entry = next((id, one) for id, one in LIBRARY.all("stories", Story).items() if one.results)
    own, other = entry.sources[0], next(id for id in LIBRARY.entries["sources"] if id not in entry.sources)
    result = entry.results[0].model_copy(update={"sources": [other]})
    changed = entry.model_copy(update={"sources": [own], "results": [result], "views": []})
    library = replace(LIBRARY, entries={**LIBRARY.entries, "stories": {id: changed}})
    html = story(library, Place(f"historier/{id}.md", "nb", True, registry.kinds()), id)
    assert f"../../kilder/#{other}" in html.partition("tip-sources")[2]
