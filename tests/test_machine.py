"""What the built site says to machines, and what it keeps to itself in the copy without a network."""

import json
import re
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as Tree

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from lxml import html as lxml_html

from scripts import configuration, packing
from tests import html
from tests.conftest import ROOT
from tests.html import Page

SITE = configuration.site(ROOT)
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
MARKDOWN_LINK = re.compile(r"(?<!\\)\]\((\S+?)\)")


class Head:
    """What stands in the head of one built page for machines."""

    def __init__(self, file: Path) -> None:
        root = lxml_html.document_fromstring(file.read_bytes(), parser=lxml_html.HTMLParser(encoding="utf-8"))
        self.language = root.get("lang")
        self.shared = {str(tag.get("property")): str(tag.get("content")) for tag in root.xpath("//meta[@property]")}
        links = root.xpath("//head/link[@rel='alternate']")
        self.twins = {str(link.get("hreflang")): str(link.get("href")) for link in links if link.get("hreflang")}
        self.forms = {str(link.get("type")): str(link.get("href")) for link in links if link.get("type")}
        self.canonical = [str(link.get("href")) for link in root.xpath("//head/link[@rel='canonical']")]
        scripts = root.xpath("//script[@type='application/ld+json']")
        self.linked: list[Any] = [json.loads(script.text) for script in scripts]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return {name: page for name, page in html.read_all(site).items() if name != "404.html"}


@pytest.fixture(scope="module")
def heads(site: Path, pages: dict[str, Page]) -> dict[str, Head]:
    return {name: Head(site / name) for name in pages}


def address(name: str) -> str:
    """Return the whole address of a built page."""
    return SITE.absolute(name.removesuffix("index.html"))


def test_every_page_can_be_shared_with_its_own_title_text_and_picture(site: Path, heads: dict[str, Head]) -> None:
    for name, head in heads.items():
        shared = head.shared
        assert shared["og:url"] == address(name) == head.canonical[0], name
        assert shared["og:title"].strip() and "<" not in shared["og:title"], name
        assert len(shared["og:description"]) >= 30 and shared["og:image:alt"].strip(), name
        assert shared["og:locale"] == {"nb": "nb_NO", "nn": "nn_NO"}[str(head.language)], name
        assert (site / shared["og:image"].removeprefix(SITE.url)).is_file(), name


def test_a_page_of_a_theme_is_shared_with_the_picture_of_the_theme(heads: dict[str, Head]) -> None:
    pictures = {
        name: Path(heads[f"{name}/index.html"].shared["og:image"]).stem
        for name in ("ledelse", "partssamarbeid", "innovasjon", "kompetanse", "om", "nn/partssamarbeid/moteplasser")
        if f"{name}/index.html" in heads
    }
    assert pictures.items() >= {
        ("ledelse", "ledelse"),
        ("partssamarbeid", "partssamarbeid"),
        ("innovasjon", "innovasjon"),
        ("kompetanse", "kompetanse"),
        ("om", "tillit"),
    }


def test_twins_name_each_other_in_the_page_as_in_the_map(site: Path, heads: dict[str, Head]) -> None:
    in_map = {
        url.findtext(f"{MAP}loc", ""): {str(link.get("hreflang")): str(link.get("href")) for link in url.iter(LINK)}
        for url in Tree.parse(site / "sitemap.xml").getroot()
    }
    paired = {name for name in heads if f"nn/{name}" in heads or name.startswith("nn/")}
    assert len(paired) > 20
    for name, head in heads.items():
        assert head.twins == in_map[address(name)], name
        assert bool(head.twins) == (name in paired), name
        if head.twins:
            assert head.twins[str(head.language)] == address(name), name
            other = head.twins["nb" if head.language == "nn" else "nn"].removeprefix(SITE.url) + "index.html"
            assert heads[other].twins == head.twins, name


def test_the_map_has_every_page_and_no_other(site: Path, pages: dict[str, Page]) -> None:
    locations = [url.findtext(f"{MAP}loc") for url in Tree.parse(site / "sitemap.xml").getroot()]
    assert sorted(map(str, locations)) == sorted(address(name) for name in pages)
    assert not (site / "sitemap.xml.gz").exists()


def test_every_page_says_what_it_is_about_once_and_points_at_what_is_there(
    pages: dict[str, Page], heads: dict[str, Head]
) -> None:
    for name, head in heads.items():
        assert len(head.linked) == 1, name
        for found in re.findall(r'"(?:item|url|@id)": "([^"]+)"', json.dumps(head.linked[0], ensure_ascii=False)):
            if not found.startswith(SITE.url) or found.endswith(("#site", "#howto", "#ordliste")):
                continue
            there, _, anchor = found.removeprefix(SITE.url).partition("#")
            assert f"{there}index.html" in pages, f"{name}: {found}"
            assert not anchor or anchor in pages[f"{there}index.html"].ids, f"{name}: {found}"


def test_every_page_leads_to_the_feed_and_to_itself_as_markdown(site: Path, heads: dict[str, Head]) -> None:
    for name, head in heads.items():
        folder = (site / name).parent
        assert (folder / head.forms["application/atom+xml"]).resolve() == (site / "feed.xml").resolve(), name
        assert (folder / head.forms["text/markdown"]).resolve() == (folder / "index.md").resolve(), name


def test_every_page_is_there_as_markdown_with_whole_links_that_lead_somewhere(
    site: Path, pages: dict[str, Page]
) -> None:
    dead = []
    for name, page in pages.items():
        text = (site / name).with_suffix(".md").read_text(encoding="utf-8")
        first = text.partition("\n")[0]
        assert first.startswith("# ") and len(first) > 4, name
        assert f"<{address(name)}>" in text.splitlines()[-1], name
        prose = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
        assert not re.search(r"</?(?:div|p|section|span|li|svg|button)\b", prose), name
        for link in MARKDOWN_LINK.findall(prose):
            parts = urlsplit(link)
            assert parts.scheme in ("https", "http", "mailto"), f"{name}: {link}"
            if link.startswith(SITE.url) and not leads(site, pages, link):
                dead.append(f"{name}: {link}")
        assert page.language in ("nb", "nn")
    assert dead == []


def leads(site: Path, pages: dict[str, Page], link: str) -> bool:
    path, _, anchor = link.removeprefix(SITE.url).partition("#")
    if path and not path.endswith("/"):
        return (site / unquote(path)).is_file()
    page = pages.get(f"{path}index.html")
    return page is not None and (not anchor or "=" in anchor or unquote(anchor) in page.ids)


def test_the_text_of_a_checklist_is_whole_in_markdown(site: Path) -> None:
    text = (site / "nn/sjekklister/selvledelse/index.md").read_text(encoding="utf-8")
    data = json.loads((site / "api/v1/checklists/selvledelse.json").read_text(encoding="utf-8"))
    for item in data["items"]:
        assert item["text"]["nn"] in text and item["done_when"]["nn"] in text


def test_the_guide_for_language_models_names_every_page_once_and_only_what_is_there(
    site: Path, pages: dict[str, Page]
) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith(f"# {SITE.name}\n\n> {SITE.description}\n\n")
    named = [link.removeprefix(SITE.url) for link in MARKDOWN_LINK.findall(text)]
    assert sorted(named) == sorted(name.replace("index.html", "index.md") for name in pages)
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert len(headings) == len(set(headings)) and headings[-1] == "Optional"


def test_every_entry_of_the_feed_leads_to_a_place_that_is_there(site: Path, pages: dict[str, Page]) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    entries = list(Tree.parse(site / "feed.xml").getroot().iter(f"{atom}entry"))
    links = [str(link.get("href")) for entry in entries for link in entry.iter(f"{atom}link")]
    assert len(links) == len(entries) > 5
    assert [link for link in links if not leads(site, pages, link)] == []


def test_the_copy_without_a_network_has_the_data_and_nothing_that_points_at_a_host(offline: Path) -> None:
    for name in ("api/v1/tillit-i-praksis.json", "api/v1/csv/stories.csv", "api/v1/index.json"):
        assert (offline / name).is_file()
    for name in ("feed.xml", "sitemap.xml", "sitemap.xml.gz", "llms.txt", "assets/share", "404.html"):
        assert not (offline / name).exists(), name
    assert list(offline.rglob("*.md")) == []
    for file in offline.rglob("*.html"):
        head = Head(file)
        assert (head.linked, head.twins, head.forms) == ([], {}, {}), file
        assert not [name for name in head.shared if name.startswith("og:")], file


def test_the_page_about_the_data_leads_to_every_file_of_it(site: Path, offline: Path) -> None:
    for folder, page in ((site, "om/data/index.html"), (offline, "om/data.html")):
        links = {((folder / page).parent / link).resolve() for link in html.read(folder / page).links if "api/" in link}
        index = json.loads((folder / "api/v1/index.json").read_text(encoding="utf-8"))
        wanted = ["index.json", index["whole"]]
        wanted += [kind[key] for kind in index["kinds"].values() for key in ("index", "csv", "schema")]
        assert links == {(folder / "api/v1" / name).resolve() for name in wanted}


@pytest.mark.parametrize("name", ["sbom-innhold.cdx.json", "sbom-bygg.cdx.json"])
def test_the_lists_of_parts_follow_cyclonedx_1_6(project: Path, name: str) -> None:
    text = (project / "dist" / name).read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert json.loads(text)["metadata"]["timestamp"] == "2026-11-25T00:00:00Z"


def test_every_script_and_style_that_is_shipped_is_ours_or_in_the_list(project: Path, offline: Path) -> None:
    data = json.loads((project / "dist" / "sbom-innhold.cdx.json").read_text(encoding="utf-8"))
    listed = {file["name"] for thing in data["components"] for file in thing["components"] if file["type"] == "file"}
    ours = {file.relative_to(ROOT / "overrides").as_posix() for file in (ROOT / "overrides").rglob("*")}
    vendored = {name for name in ours if name.startswith("assets/vendor/") and name.endswith((".js", ".css"))}
    made = {"assets/schemes.css", "assets/search/worker.js", "search/search_index.js"}
    shipped = {file.relative_to(offline).as_posix() for end in ("*.js", "*.css") for file in offline.rglob(end)}
    assert shipped - listed - (ours - vendored) - made == set()
    assert vendored <= listed <= {file.relative_to(offline).as_posix() for file in offline.rglob("*")}


def test_the_zip_unpacks_on_every_system(project: Path, tmp_path: Path) -> None:
    file = project / "dist" / "tillit-i-praksis.zip"
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        assert list(packing.unsafe(info.filename for info in infos)) == []
        assert len({info.filename.lower() for info in infos}) == len(infos)
        for info in infos:
            assert info.filename.startswith("tillit-i-praksis/") and info.date_time == (1980, 1, 1, 0, 0, 0)
            assert stat.S_IMODE(info.external_attr >> 16) == 0o644 and not stat.S_ISLNK(info.external_attr >> 16)
        archive.extractall(tmp_path / "python")
    if unzip := shutil.which("unzip"):
        command = [unzip, "-q", str(file), "-d", str(tmp_path / "unzip")]
        assert subprocess.run(command, capture_output=True).returncode == 0
        first, second = (
            {
                found.relative_to(tmp_path / way): found.read_bytes()
                for found in (tmp_path / way).rglob("*.*")
                if found.is_file()
            }
            for way in ("python", "unzip")
        )
        assert first == second
