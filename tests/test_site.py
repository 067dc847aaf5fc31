"""The built site and its offline copy, page by page: nothing missing, nothing dead, nothing from elsewhere."""

import json
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from macros import registry
from tests import html
from tests.conftest import ROOT, UNAPPROVED, build, copy_project, plant_draft
from tests.html import Page

LIBRARY = registry.library()


@pytest.fixture(scope="module")
def online_pages(site: Path) -> dict[str, Page]:
    return html.read_all(site)


@pytest.fixture(scope="module")
def offline_pages(offline: Path) -> dict[str, Page]:
    return html.read_all(offline)


@pytest.fixture(scope="module", params=["site", "offline", "zensical_site", "zensical_offline"])
def built(request: pytest.FixtureRequest) -> tuple[Path, dict[str, Page]]:
    folder = request.getfixturevalue(request.param)
    return folder, html.read_all(folder)


def test_a_draft_nobody_has_approved_is_in_nothing_that_is_built(site: Path, offline: Path) -> None:
    every = [file for folder in (site, offline) for file in folder.rglob("*") if file.is_file()]
    assert [file for file in every if UNAPPROVED.encode() in file.read_bytes()] == []
    assert [file for file in every if "drafts" in file.relative_to(file.parents[1]).parts] == []
    rows = json.loads((site / "api" / "v1" / "status.json").read_text(encoding="utf-8"))["rows"]
    assert [row["id"] for row in rows if "draft" in row["needs"]] == ["selvledelse"]


def target(folder: Path, page: str, link: str) -> tuple[str, str]:
    """Return the file a relative link leads to, as a path in the folder, and its fragment."""
    parts = urlsplit(link)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if (folder / path).is_dir():
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path, unquote(parts.fragment)


def test_every_link_and_anchor_leads_somewhere(built: tuple[Path, dict[str, Page]]) -> None:
    folder, pages = built
    dead = []
    for name, page in pages.items():
        for link in page.links:
            if urlsplit(link).scheme or name == "404.html":
                continue
            path, fragment = target(folder, name, link)
            # A fragment with «=» is a state that a script reads, and no place on the page.
            if not (folder / path).is_file() or (fragment and "=" not in fragment and fragment not in pages[path].ids):
                dead.append(f"{name}: {link}")
    assert dead == []


def test_no_page_loads_anything_from_another_host(built: tuple[Path, dict[str, Page]]) -> None:
    folder, pages = built
    for name, page in pages.items():
        for resource in page.resources:
            assert not urlsplit(resource).netloc, f"{name}: {resource}"
            assert name == "404.html" or (folder / target(folder, name, resource)[0]).exists(), f"{name}: {resource}"
    for file in folder.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", file.read_text(encoding="utf-8")), file.name


def test_a_page_loads_the_files_of_the_components_it_shows_and_no_others(built: tuple[Path, dict[str, Page]]) -> None:
    components = ROOT / "overrides" / "components"
    roots = {
        folder: set(re.findall(r'data-component="([a-z-]+)"', "".join(t.read_text() for t in folder.glob("*.html"))))
        for folder in components.iterdir()
    }
    for name, page in built[1].items():
        shown = set(re.findall(r'data-component="([a-z-]+)"', (built[0] / name).read_text(encoding="utf-8")))
        loaded = {resource.partition("components/")[2] for resource in page.resources if "components/" in resource}
        wanted = {file for folder in roots if roots[folder] & shown for file in folder.glob("*.css")}
        scripts = {file for folder in roots if folder.name.replace("_", "-") in shown for file in folder.glob("*.js")}
        wanted |= {
            file for own in [*scripts, *wanted] for file in [own, *used_by(own)] if file.is_relative_to(components)
        }
        assert loaded == {file.relative_to(components).as_posix() for file in wanted}, name


def used_by(file: Path) -> list[Path]:
    """Return the scripts or stylesheets that one says it uses, and those that they use."""
    said = re.match(r"(?:// |/\* )uses: (.+?)(?: \*/)?\n", file.read_text(encoding="utf-8"))
    places = [ROOT / "overrides" / "components", ROOT / "overrides" / "assets" / "work"]
    names = said[1].split() if said else []
    own = [next(found for place in places for found in place.rglob(f"{name}{file.suffix}")) for name in names]
    return [each for found in own for each in [*used_by(found), found]]


def test_a_script_comes_after_what_it_uses(online_pages: dict[str, Page]) -> None:
    for name, page in online_pages.items():
        order = [re.sub(r"^(\.\./)+", "", resource) for resource in page.resources]
        for script in (ROOT / "overrides" / "components").rglob("*.js"):
            path = script.relative_to(ROOT / "overrides").as_posix()
            if path in order:
                used = [file.relative_to(ROOT / "overrides").as_posix() for file in used_by(script)]
                assert all(order.index(need) < order.index(path) for need in used), name


def test_every_page_has_one_title_one_main_heading_and_no_skipped_level(built: tuple[Path, dict[str, Page]]) -> None:
    for name, page in built[1].items():
        assert page.title.strip(), name
        assert page.headings.count(1) == 1, name
        assert page.headings[0] == 1, name
        for before, after in zip(page.headings, page.headings[1:], strict=False):
            assert after <= before + 1, f"{name}: h{before} → h{after}"


def test_no_two_pages_share_a_title(built: tuple[Path, dict[str, Page]]) -> None:
    titles: dict[tuple[str, str], str] = {}
    for name, page in built[1].items():
        key = (page.language, page.title)
        assert key not in titles, f"{name} og {titles.get(key)}"
        titles[key] = name


def test_ids_differ_within_a_page(built: tuple[Path, dict[str, Page]]) -> None:
    for name, page in built[1].items():
        assert len(page.ids) == len(set(page.ids)), [*[id for id in page.ids if page.ids.count(id) > 1][:3], name]


def test_every_entry_appears_on_the_page_it_belongs_to(online_pages: dict[str, Page]) -> None:
    everywhere = {component for page in online_pages.values() for component in page.components}
    for kind in LIBRARY.kinds:
        for id in LIBRARY.entries[kind.folder]:
            assert (kind.name, id) in everywhere, f"{kind.folder}/{id} vises ikke"
            for source in kind.own_pages(id) or ([kind.page(id)] if kind.pages == "shared" else []):
                page = online_pages[source.removesuffix(".md") + "/index.html"]
                assert (kind.name, id) in page.components, f"{kind.folder}/{id} på {source}"


def test_checklist_items_carry_their_id_as_element_id(online_pages: dict[str, Page]) -> None:
    for id, checklist in LIBRARY.entries["checklists"].items():
        for prefix in ("", "nn/"):
            ids = online_pages[f"{prefix}sjekklister/{id}/index.html"].ids
            assert {item.id for item in getattr(checklist, "items")} <= set(ids)  # noqa: B009 - typed as Entry


def test_the_search_leads_to_the_item_itself_with_its_text(site: Path) -> None:
    found = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    texts = {entry["location"]: entry["text"] for entry in found}
    for id, checklist in LIBRARY.entries["checklists"].items():
        for item in getattr(checklist, "items"):  # noqa: B009 - typed as Entry
            assert len(texts[f"sjekklister/{id}/#{item.id}"]) > 100
            assert "tip-" not in texts[f"sjekklister/{id}/#{item.id}"]


def test_the_day_a_page_was_last_checked_is_on_the_page_and_not_in_the_search(site: Path) -> None:
    assert "Sist gjennomgått" in (site / "ledelse" / "index.html").read_text(encoding="utf-8")
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert not any("Sist gjennomgått 2" in document["text"] for document in index["docs"])


def test_a_page_is_marked_with_the_written_standard_it_is_in(online_pages: dict[str, Page]) -> None:
    for id, story in LIBRARY.entries["stories"].items():
        language = getattr(story, "language")  # noqa: B009 - typed as Entry
        assert online_pages[f"historier/{id}/index.html"].language == language
    for name, page in online_pages.items():
        assert page.language in ("nb", "nn")
        assert not name.startswith("nn/") or page.language == "nn"


def test_every_page_of_the_offline_copy_says_when_it_was_built(offline_pages: dict[str, Page]) -> None:
    for name, page in offline_pages.items():
        assert re.search(
            r"(Du leser en kopi uten nett, bygget|Du les ein kopi utan nett, bygd) 25\. november 2026", page.text
        ), name


def test_no_trace_of_the_template_language_or_a_placeholder_is_left(built: tuple[Path, dict[str, Page]]) -> None:
    for file in built[0].rglob("*.html"):
        # The guidance for editors shows macro calls as code.
        text = re.sub(r"<(code|pre)\b.*?</\1>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "tip:" not in text and "Macro Rendering Error" not in text and "{{" not in text, file


def test_the_menu_stays_small(online_pages: dict[str, Page]) -> None:
    story = next(page for name, page in online_pages.items() if re.fullmatch(r"historier/[^/]+/index\.html", name))
    others = [link for link in story.links if re.fullmatch(r"\.\./[a-z0-9-]+/", link)]
    assert len(set(others)) < 10


def test_stories_and_checklists_have_a_way_back_to_their_list(online_pages: dict[str, Page]) -> None:
    for name, page in online_pages.items():
        if match := re.fullmatch(r"(?:nn/)?(historier|sjekklister|roller)/[^/]+/index\.html", name):
            up = "../" if not name.startswith("nn/") else "../../../" + match[1] + "/"
            assert up in page.links, name


def test_the_search_index_holds_every_entry_with_a_page(site: Path, offline: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    locations = {document["location"] for document in index["docs"]}
    for kind in LIBRARY.kinds:
        for id in LIBRARY.entries[kind.folder]:
            for page in kind.own_pages(id):
                assert page.removesuffix(".md") + "/" in locations
    checklist = next(iter(LIBRARY.entries["checklists"].items()))
    assert f"sjekklister/{checklist[0]}/#{getattr(checklist[1], 'items')[0].id}" in locations  # noqa: B009
    assert (offline / "search" / "search_index.js").is_file()


def test_the_json_holds_every_entry_and_follows_its_schema(site: Path) -> None:
    top = site / "api" / "v1"
    index = json.loads((top / "index.json").read_text(encoding="utf-8"))
    for kind in LIBRARY.kinds:
        listed = json.loads((top / index["kinds"][kind.folder]["index"]).read_text(encoding="utf-8"))
        assert {entry["id"] for entry in listed} == set(LIBRARY.entries[kind.folder])
        schema = json.loads((top / index["kinds"][kind.folder]["schema"]).read_text(encoding="utf-8"))
        for entry in listed:
            data = json.loads((top / kind.folder / entry["href"]).read_text(encoding="utf-8"))
            assert set(schema["required"]) <= set(data) <= set(schema["properties"])


def test_two_builds_in_two_folders_are_the_same_byte_for_byte(project: Path, tmp_path: Path) -> None:
    again = copy_project(tmp_path)
    plant_draft(again)
    result = build(again)
    assert result.returncode == 0, result.stderr
    for folder in ("site", "dist"):
        first, second = (
            {
                file.relative_to(root / folder): file.read_bytes()
                for file in (root / folder).rglob("*")
                if file.is_file()
            }
            for root in (project, again)
        )
        assert first.keys() == second.keys()
        assert [str(name) for name in first if first[name] != second[name]] == []


def test_a_broken_entry_stops_the_build_and_leaves_what_was_there(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    for folder in ("site", "dist"):
        (root / folder).mkdir()
        (root / folder / "fra-sist.txt").write_text("står", encoding="utf-8")
    broken = root / "docs" / "data" / "stories" / "mandal-tillitsprosjektet.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("outcome:", "utfall:"), encoding="utf-8")
    result = build(root)
    assert result.returncode != 0
    assert "mandal-tillitsprosjektet.yaml:" in result.stderr and "«utfall» er et ukjent felt" in result.stderr
    for folder in ("site", "dist"):
        assert [file.name for file in (root / folder).iterdir()] == ["fra-sist.txt"]
    assert not list(root.glob(".bygg-*"))


def test_what_is_shipped_matches_its_checksums(project: Path) -> None:
    import hashlib

    lines = (project / "dist" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    stated = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = {file.name: file for file in (project / "dist").iterdir() if file.name != "SHA256SUMS"}
    assert stated == {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items()}
    assert set(files) == {"tillit-i-praksis.zip", "sbom-innhold.cdx.json", "sbom-bygg.cdx.json"}


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 scripts/build.py" in readme and "python3 scripts/test.py" in readme
