"""Trees of any size: they are in order, always the same, and made of what the real stories say."""

from pathlib import Path

import pytest
import yaml

from scripts import check, rivals, scratch, unchanged
from tests.conftest import ROOT

REAL = len(list((ROOT / scratch.STORIES).glob("*.yaml")))
MADE = 12


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scratch.make(ROOT, tmp_path_factory.mktemp("scratch") / "tree", REAL + MADE)


def test_a_grown_tree_has_as_many_stories_as_asked_for_each_with_its_page(grown: Path) -> None:
    stories = {file.stem for file in (grown / scratch.STORIES).glob("*.yaml")}
    assert len(stories) == REAL + MADE
    assert stories <= {file.stem for file in (grown / scratch.PAGES).glob("*.md")}


def test_the_checker_finds_nothing_wrong_with_a_grown_tree(grown: Path) -> None:
    assert check.report(check.problems(grown), grown) == "Alt innhold er i orden."


def test_the_same_number_gives_the_same_tree(grown: Path, tmp_path: Path) -> None:
    again = scratch.make(ROOT, tmp_path / "tree", REAL + MADE)
    assert unchanged.inputs(again, {}) == unchanged.inputs(grown, {})


def test_a_made_story_says_what_real_ones_say_and_is_none_of_them(grown: Path) -> None:
    real = scratch.real_stories(ROOT)
    texts = {text for story in real for text in story["actions"]}
    made = [yaml.safe_load(file.read_text("utf-8")) for file in sorted((grown / scratch.STORIES).glob("prove*.yaml"))]
    assert len(made) == MADE
    assert all(set(story["actions"]) <= texts for story in made)
    assert not {story["title"] for story in made} & {story["title"] for story in real}


def test_fewer_stories_than_there_are_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="historier fra før"):
        scratch.make(ROOT, tmp_path / "tree", 3)


def test_plain_pages_put_the_stories_in_parts_that_a_menu_can_show(tmp_path: Path) -> None:
    sources = ["index", *(f"historier/h{number:03}" for number in range(rivals.GROUP + 1))]
    for source in sources:
        page, built = tmp_path / f"docs/{source}.md", tmp_path / "site" / (source.removesuffix("index") or ".")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("", encoding="utf-8")
        built.mkdir(parents=True, exist_ok=True)
        (built / "index.md").write_text(f"# {source}\n", encoding="utf-8")
    rivals.plain_pages(tmp_path, tmp_path / "site", tmp_path / "pages")
    found = [file.relative_to(tmp_path / "pages").as_posix() for file in sorted((tmp_path / "pages").rglob("*.md"))]
    assert found[0] == "historier/001/h000.md"
    assert found[-2:] == ["historier/002/h100.md", "index.md"]
    assert (tmp_path / "pages/index.md").read_text(encoding="utf-8") == "# index\n"
