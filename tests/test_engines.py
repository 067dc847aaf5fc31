"""Both engines write the same site: what differs is the theme around the content, and is what the page on running says."""

import json
import re
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scripts import build, dead_links, engines
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
def test_an_engine_that_stops_says_why_without_a_traceback(engine: str, tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "overrides" / "partials" / "footer.html").write_text("{% include 'finnes-ikke.html' %}", encoding="utf-8")
    with pytest.raises(build.BuildError, match="finnes-ikke") as told:
        build.render(root, root / "ny", engine, offline=False)
    assert "Traceback" not in str(told.value)


def test_a_link_that_leads_nowhere_is_found_on_the_page_it_stands_on(tmp_path: Path) -> None:
    (tmp_path / "om").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="om/">1</a><a href="om/#her">2</a><a href="#øl">3</a><a href="#plan=1">4</a><a href="?h=a">5</a>'
        '<h2 id="øl">Øl</h2><a href="borte/">6</a><img alt="" src="borte.png"><a href="https://example.org/">7</a>',
        encoding="utf-8",
    )
    (tmp_path / "om" / "index.html").write_text(
        '<p id="her"><a href="../">1</a><a href="../#%C3%B8l">2</a><a href="#borte">3</a><a href="..">4</a></p>'
        '<script src="../borte.js"></script>',
        encoding="utf-8",
    )
    (tmp_path / "404.html").write_text('<a href="/hvor/som/helst/">1</a>', encoding="utf-8")
    assert list(dead_links.dead(tmp_path)) == [
        ("index.html", "borte/"),
        ("index.html", "borte.png"),
        ("om/index.html", "#borte"),
        ("om/index.html", "../borte.js"),
    ]


def test_a_build_with_an_engine_that_follows_no_links_stops_at_a_dead_one(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="borte/">Borte</a>', encoding="utf-8")
    with pytest.raises(build.BuildError, match=re.escape("index.html: lenken «borte/» fører ingen steder")):
        build.refuse_unsound(tmp_path, ROOT, "zensical")


def test_options_are_written_whole_for_what_they_need_is_installed_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for short in ("--pd", "--eng=zensical"):
        monkeypatch.setattr("sys.argv", ["build.py", short])
        with pytest.raises(SystemExit):
            build.asked()
        assert short in capsys.readouterr().err
