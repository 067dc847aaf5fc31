"""«Rediger denne siden»: the file that is led to is the one that holds what the reader reads."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros import registry
from macros.content import origins
from macros.content.origins import Origin
from tests.conftest import ROOT, copy_project

LIBRARY = registry.library()
DOCS = ROOT / "docs"
STORY = next(iter(LIBRARY.entries["stories"]))
LIST = next(iter(LIBRARY.entries["checklists"]))
PLACE = "https://kode.example.org/tillit"
FEW = [f"historier/{STORY}.md", f"sjekklister/{LIST}.md", f"nn/sjekklister/{LIST}.md", "index.md", "ordliste.md"]


def found(page: str, source: str = "") -> origins.Origins:
    text = source or (DOCS / page).read_text(encoding="utf-8")
    return origins.of(LIBRARY, page, text, "nb")


def test_the_page_of_an_entry_comes_from_the_entry_alone() -> None:
    assert [one.path for one in found(f"historier/{STORY}.md").files] == [f"data/stories/{STORY}.yaml"]
    assert [one.path for one in found(f"nn/sjekklister/{LIST}.md").files] == [f"data/checklists/{LIST}.yaml"]


def test_a_page_of_prose_comes_from_itself_and_then_from_the_entries_it_shows() -> None:
    source = f'---\nlanguage: nb\n---\n# Tema\n\n{{{{ checklist("{LIST}") }}}}\n'
    title = LIBRARY.entries["checklists"][LIST].name("nb")
    files = found("ledelse/index.md", source).files
    assert files == [Origin("ledelse/index.md", ""), Origin(f"data/checklists/{LIST}.yaml", title)]


def test_prose_around_an_entry_on_its_own_page_is_told_of_last() -> None:
    source = f'{{{{ story("{STORY}") }}}}\n\nMer om saken.\n'
    files = [one.path for one in found(f"historier/{STORY}.md", source).files]
    assert files == [f"data/stories/{STORY}.yaml", f"historier/{STORY}.md"]


def test_a_register_names_the_folder_of_its_entries() -> None:
    assert found("ordliste.md").folders == ["data/terms"]
    assert found("index.md").folders == []


def test_every_page_comes_from_files_that_are_there() -> None:
    for page in DOCS.rglob("*.md"):
        came_from = found(page.relative_to(DOCS).as_posix())
        assert came_from.files
        assert all((DOCS / one.path).is_file() for one in came_from.files), page
        assert all((DOCS / folder).is_dir() for folder in came_from.folders), page


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of a few pages, built for a publisher who has said where the files lie."""
    root = copy_project(tmp_path_factory.mktemp("edited"))
    for page in (root / "docs").rglob("*.md"):
        if page.relative_to(root / "docs").as_posix() not in FEW:
            page.unlink()
    env = os.environ | {"TIP_REPO_URL": PLACE, "TIP_EDIT_URI": "edit/main/docs/", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    result = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "site"


def edits(site: Path, page: str) -> list[str]:
    return re.findall(r'<a href="([^"]+)" rel="edit', (site / page / "index.html").read_text(encoding="utf-8"))


def test_the_links_lead_to_the_place_the_publisher_has_named(edited: Path) -> None:
    assert edits(edited, "ordliste") == [f"{PLACE}/edit/main/docs/ordliste.md"]
    assert edits(edited, f"historier/{STORY}") == [f"{PLACE}/edit/main/docs/data/stories/{STORY}.yaml"]
    both = [edits(edited, f"{folder}sjekklister/{LIST}") for folder in ("", "nn/")]
    assert both == [[f"{PLACE}/edit/main/docs/data/checklists/{LIST}.yaml"]] * 2


def test_the_link_is_in_the_written_standard_of_the_page(edited: Path) -> None:
    assert "Rediger denne sida" in (edited / f"nn/sjekklister/{LIST}/index.html").read_text(encoding="utf-8")
    assert "Rediger denne siden" in (edited / f"sjekklister/{LIST}/index.html").read_text(encoding="utf-8")


def test_no_page_has_the_link_when_no_place_is_named(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert "Rediger denne" not in page.read_text(encoding="utf-8").replace("«Rediger denne siden»", ""), page
