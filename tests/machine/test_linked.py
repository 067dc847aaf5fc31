"""What the pages say they are about (JSON-LD): in form, on every page, and safe to stand in a page."""

import json
import re
from typing import Any

import pytest

from macros import registry
from macros.machine import linked
from macros.machine.pages import WrittenPage, facts
from macros.machine.site import Site
from scripts import configuration
from tests.conftest import ROOT, MakeTree

LIBRARY = registry.library()
SITE = configuration.site(ROOT)
DOCS = ROOT / "docs"
PAGES = sorted(file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md"))

# What schema.org and those who read it need of each type; «@id» beside what others point at.
NEEDED = {
    "WebSite": {"name", "url"},
    "WebPage": {"@id", "name", "url", "description", "inLanguage", "isPartOf"},
    "Article": {"@id", "headline", "url", "description", "inLanguage", "author", "publisher", "image", "license"},
    "Organization": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"name", "itemListElement", "numberOfItems"},
    "HowTo": {"@id", "name", "description", "step", "inLanguage"},
    "HowToStep": {"position", "name", "text", "url"},
    "HowToTool": {"name"},
    "Course": {"name", "description", "provider", "url"},
    "LearningResource": {"name", "description", "provider", "url"},
    "DefinedTermSet": {"@id", "name", "hasDefinedTerm"},
    "DefinedTerm": {"@id", "name", "description", "inDefinedTermSet", "termCode"},
    "ListItem": {"position"},
}


def malformed(node: Any, where: str = "$") -> list[str]:
    """Return what is wrong in form with a node and all that is inside it."""
    if isinstance(node, list):
        return [fault for number, one in enumerate(node) for fault in malformed(one, f"{where}[{number}]")]
    if not isinstance(node, dict):
        return [f"{where}: empty"] if node in ("", None) else []
    kind = node.get("@type")
    lacking = NEEDED.get(kind, {"a known type"} if where != "$" else set()) - set(node)
    lacking |= {"item or name"} if kind == "ListItem" and not {"item", "name"} & set(node) else set()
    steps = node.get("itemListElement") or node.get("step") or []
    ordered = [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    found = [f"{where}: {kind} lacks {sorted(lacking)}"] if lacking else []
    found += [] if ordered else [f"{where}: positions"]
    return found + [fault for key, value in node.items() for fault in malformed(value, f"{where}.{key}")]


def told(page: str) -> dict[str, Any]:
    text = (DOCS / page).read_text(encoding="utf-8")
    language = "nn" if page.startswith("nn/") or re.search(r"^language: nn", text, re.MULTILINE) else "nb"
    written = WrittenPage(page, text, language, "Tittelen", "Det siden gir.", (DOCS / "nn" / page).exists())
    return json.loads(linked.as_text(linked.of_page(SITE, LIBRARY, facts(LIBRARY, written))))


def types(graph: dict[str, Any]) -> list[str]:
    return [node["@type"] for node in graph["@graph"]]


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_says_of_itself_is_in_form(page: str) -> None:
    graph = told(page)
    assert graph["@context"] == "https://schema.org"
    assert malformed(graph) == []
    whole, crumbs, *_ = graph["@graph"]
    assert whole["url"].startswith(SITE.url)
    last = crumbs["itemListElement"][-1]
    assert last["item"] == whole["url"]
    assert all(step["item"].startswith(SITE.url) for step in crumbs["itemListElement"])


def test_the_checker_of_form_finds_what_is_missing() -> None:
    graph = told("sjekklister/selvledelse.md")
    how_to = graph["@graph"][2]
    how_to["step"][1]["position"] = 7
    del how_to["step"][0]["text"]
    how_to["name"] = ""
    assert {fault.rpartition(": ")[2] for fault in malformed(graph)} == {
        "positions",
        "HowToStep lacks ['text']",
        "empty",
    }


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("ledelse/index.md", ["Article", "BreadcrumbList"]),
        ("historier/bodo-heltidskommune.md", ["Article", "BreadcrumbList"]),
        ("historier/index.md", ["WebPage", "BreadcrumbList"]),
        ("sjekklister/selvledelse.md", ["WebPage", "BreadcrumbList", "HowTo"]),
        ("nn/sjekklister/selvledelse.md", ["WebPage", "BreadcrumbList", "HowTo"]),
        ("kurs.md", ["WebPage", "BreadcrumbList", "ItemList"]),
        ("ordliste.md", ["WebPage", "BreadcrumbList", "DefinedTermSet"]),
        ("plan.md", ["WebPage", "BreadcrumbList"]),
    ],
)
def test_a_page_says_what_kind_of_thing_it_holds(page: str, expected: list[str]) -> None:
    assert types(told(page)) == expected


def test_every_run_sheet_tells_how_long_it_takes_and_is_in_the_language_of_its_page() -> None:
    for id, sheet in LIBRARY.entries["run-sheets"].items():
        for language, page in (("nb", f"kjoreplaner/{id}.md"), ("nn", f"nn/kjoreplaner/{id}.md")):
            how_to = told(page)["@graph"][2]
            assert re.fullmatch(r"PT[1-9]\d*M", how_to["totalTime"])
            assert (how_to["name"], how_to["inLanguage"]) == (sheet.name(language), language)


def test_only_what_someone_takes_part_in_is_called_a_course() -> None:
    forms = {id: entry.form for id, entry in LIBRARY.entries["courses"].items()}
    items = [step["item"] for step in told("kurs.md")["@graph"][2]["itemListElement"]]
    assert len(items) == len(forms)
    for item in items:
        taught = forms[item["@id"].partition("#")[2]] in ("nettkurs", "samling", "studium")
        assert (item["@type"] == "Course") == taught


def test_nothing_in_the_content_can_end_the_script_element_it_stands_in() -> None:
    attack = 'Slutt </script><script>alert("x")</script> <!-- & ]]>'
    written = WrittenPage("ledelse/angrep.md", "", "nb", attack, attack, False)
    text = linked.as_text(linked.of_page(SITE, LIBRARY, facts(LIBRARY, written)))
    assert not set("<>&") & set(text)
    assert json.loads(text)["@graph"][0]["headline"] == attack


def test_a_page_whose_content_has_no_day_does_not_say_when_it_changed(tree: MakeTree) -> None:
    library = registry.library(tree({"docs/om.md": "# Om\n"}))
    site = Site("https://eksempel.no/", "Håndboka", "En håndbok.", "Utgiveren", {})
    page = facts(library, WrittenPage("om.md", "# Om\n", "nb", "Om", "Om håndboka.", False))
    assert "dateModified" not in linked.of_page(site, library, page)["@graph"][0]
