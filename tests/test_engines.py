"""Both engines write the same site: what differs is the theme around the content, and is what the page on running says."""

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scripts import engines
from scripts.engines import ENGINES
from scripts.page_reader import VOID
from tests import html
from tests.conftest import ROOT, copy_project

# What is the theme's own in a built site: everything else is the same file with either engine.
THEMES = ("assets/javascripts/", "assets/stylesheets/")


class _Components(HTMLParser):
    """Keeps the source of every component root of a page, as it stands in the file."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lines = [0]
        for line in text.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.text = text
        self.open: list[tuple[str, tuple[str, str] | None, int]] = []
        self.found: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.feed(text)

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        values = dict(attrs)
        name = (values["data-component"] or "", values.get("data-id") or "") if "data-component" in values else None
        self.open.append((tag, name, self.place()))

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            begun, name, start = self.open.pop()
            if begun == tag:
                if name:
                    self.found[name].append(self.text[start : self.place()])
                return


@pytest.fixture(scope="module", params=["site", "offline"])
def both(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    return request.getfixturevalue(request.param), request.getfixturevalue(f"zensical_{request.param}")


def pages(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))


def article(file: Path) -> str:
    """Return what a page says, from its heading on, without the empty lines a template leaves."""
    content = re.search(r"<h1.*</article>", file.read_text(encoding="utf-8"), re.DOTALL)
    assert content, file
    return "\n".join(line for line in content[0].splitlines() if line.strip())


def test_every_component_is_the_same_to_the_letter(both: tuple[Path, Path]) -> None:
    count = 0
    for name in pages(both[0]):
        ours, other = (_Components((folder / name).read_text(encoding="utf-8")).found for folder in both)
        assert ours == other, name
        count += sum(len(sources) for sources in ours.values())
    assert count > 1000


def test_every_page_says_the_same_to_the_letter(both: tuple[Path, Path]) -> None:
    ours, other = both
    assert pages(ours) == pages(other)
    assert [name for name in pages(ours) if article(ours / name) != article(other / name)] == []


def test_every_page_is_called_the_same_and_is_in_the_same_written_standard(both: tuple[Path, Path]) -> None:
    ours, other = (html.read_all(folder) for folder in both)
    told = [{name: (page.title, page.language, page.headings) for name, page in each.items()} for each in (ours, other)]
    assert told[0] == told[1]


def test_machines_are_told_the_same(site: Path, zensical_site: Path) -> None:
    told = re.compile(
        r"<(?:meta (?:name=\"description\"|property=)|link rel=\"alternate\"|script type=\"application/ld)[^>]*>"
    )
    for name in pages(site):
        ours, other = ((folder / name).read_text(encoding="utf-8") for folder in (site, zensical_site))
        plain = [found.replace("&#x2f;", "/").replace('href="./', 'href="') for found in told.findall(other)]
        assert plain == told.findall(ours), name


def test_the_files_that_differ_are_pages_and_the_theme(both: tuple[Path, Path]) -> None:
    ours, other = (
        {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()} for folder in both
    )
    assert [name for name in ours.keys() ^ other.keys() if not name.startswith(THEMES)] == []
    same = [
        name for name in ours.keys() & other.keys() if not name.endswith(".html") and not name.startswith("search/")
    ]
    assert len(same) > 50
    assert [name for name in same if ours[name].read_bytes() != other[name].read_bytes()] == []


def test_the_search_knows_the_same(site: Path, zensical_site: Path) -> None:
    ours, other = (
        json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))
        for folder in (site, zensical_site)
    )
    assert ours["docs"] == other["docs"]
    assert ours["config"]["norwegian"] == other["config"]["norwegian"]


def test_the_page_on_running_tells_what_differs(zensical_site: Path) -> None:
    text = " ".join((ROOT / "docs/om/drift.md").read_text(encoding="utf-8").split())
    told = text[text.index("--engine zensical") :]
    page = (zensical_site / "ledelse/index.html").read_text(encoding="utf-8")
    for said, holds in {
        "en lenke til søkesiden": 'href="../sok/"' in page and 'data-md-component="search"' not in page,
        "ingen skript fra temaet": not list((zensical_site / "assets").glob("javascripts/*")),
        "hopplenken kommer du til toppen av innholdet": 'href="#__skip"' in page,
    }.items():
        assert said in told and holds, said


def test_a_command_line_asks_for_the_packages_of_the_engine_it_names() -> None:
    assert engines.purpose(["build.py"]) == "build"
    assert engines.purpose(["build.py", "--engine", "zensical"]) == "zensical"
    assert engines.purpose(["build.py", "--engine=zensical", "--force"]) == "zensical"
    assert engines.purpose(["build.py", "--engine", "zensical", "--engine", "mkdocs"]) == "build"
    assert engines.purpose(["build.py", "--engine"]) == "build"
    assert engines.purpose(["build.py", "--engine", "hugo"]) == "build"


@pytest.mark.parametrize("engine", ENGINES)
def test_either_engine_stops_at_a_dead_link_and_says_where_it_is(engine: str, tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    page = root / "docs" / "om" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[Borte](finnes-ikke.md)\n", encoding="utf-8")
    command = ENGINES[engine].command(root, root / "ny")
    result = subprocess.run(command, cwd=root, env=os.environ | {"NO_COLOR": "1"}, capture_output=True, text=True)
    assert result.returncode != 0
    assert "om/index.md" in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert sys.executable == command[0]
