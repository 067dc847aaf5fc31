"""The feed and the map: ids that stay, days that the content itself carries, and twins that point at each other."""

import datetime
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest

from macros import registry
from macros.content.library import Library
from macros.machine import changes, feed, sitemap
from macros.machine.pages import PageFacts, WrittenPage, facts
from macros.machine.site import Site
from tests.conftest import MakeTree

SITE = Site("https://eksempel.no/bok/", "Håndboka & vi", "En håndbok.", "Utgiveren", {})
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
UPDATE = """language: nn
title: "Nytt & under 5 < 6"
description: Dette kan de bruke til å kome i gang med arbeidet.
day: "2026-03-01"
page: plan.md#rader
"""
PAGE = "---\nlanguage: nb\nreviewed: {day}\n---\n# Siden\n"
TERM = """title: {{nb: Tillit, nn: Tillit}}
definition: {{nb: "At du tror andre vil deg vel og gjør det de sier.", nn: "At du trur andre vil deg vel og gjer det dei seier."}}
synonyms: []
reviewed: "{day}"
"""


@pytest.fixture
def small(tree: MakeTree) -> Path:
    return tree(
        {
            "docs/data/updates/nytt.yaml": UPDATE,
            "docs/data/terms/tillit.yaml": TERM.format(day="2026-05-02"),
            "docs/gammel.md": PAGE.format(day="2026-02-01"),
            "docs/endret.md": PAGE.format(day="2026-04-09"),
            "docs/plan.md": "---\nlanguage: nb\n---\n# Plan\n",
            "docs/nn/plan.md": "---\nlanguage: nn\n---\n# Plan\n",
            "docs/ordliste.md": "---\nlanguage: nb\nreviewed: 2026-01-01\n---\n# Ord\n\n{{ terms() }}\n",
            "docs/udatert.md": "---\nlanguage: nb\n---\n# Uten dato\n",
        }
    )


def pages(root: Path) -> tuple[Library, list[PageFacts]]:
    library = registry.library(root)
    assert library.problems == []
    found = sorted(file.relative_to(library.docs).as_posix() for file in library.docs.rglob("*.md"))
    written = [
        WrittenPage(
            name,
            (library.docs / name).read_text(encoding="utf-8"),
            "nn" if name.startswith("nn/") else "nb",
            f"Tittel på {name}",
            "Det siden gir.",
            name.removeprefix("nn/") == "plan.md",
        )
        for name in found
    ]
    return library, [facts(library, one) for one in written]


def entries(root: Path) -> dict[str, Tree.Element]:
    parsed = Tree.fromstring(feed.as_feed(SITE, *pages(root)))
    return {one.findtext(f"{ATOM}id", ""): one for one in parsed.iter(f"{ATOM}entry")}


def test_the_day_of_a_page_is_the_newest_its_content_carries(small: Path) -> None:
    days = {page.source: page.changed for page in pages(small)[1]}
    assert days == {
        "gammel.md": datetime.date(2026, 2, 1),
        "endret.md": datetime.date(2026, 4, 9),
        "plan.md": datetime.date(2026, 3, 1),
        "nn/plan.md": None,
        "ordliste.md": datetime.date(2026, 5, 2),
        "udatert.md": None,
    }


def test_the_day_of_the_page_of_an_entry_is_that_of_the_entry() -> None:
    library = registry.library()
    text = '{{ checklist("selvledelse") }}\n'
    found = changes.day_of_page(library, "sjekklister/selvledelse.md", text)
    assert found == library.entries["checklists"]["selvledelse"].last_review


def test_the_feed_has_the_news_and_what_changed_after_the_first_of_it(small: Path) -> None:
    assert set(entries(small)) == {
        "tag:eksempel.no,2026:updates/nytt",
        "tag:eksempel.no,2026:page/endret",
        "tag:eksempel.no,2026:page/ordliste",
    }


def test_an_id_in_the_feed_stays_when_what_it_names_is_changed(small: Path) -> None:
    before = entries(small)
    (small / "docs/endret.md").write_text(PAGE.format(day="2026-07-01"), encoding="utf-8")
    (small / "docs/data/updates/nytt.yaml").write_text(UPDATE.replace("Nytt &", "Rettet &"), encoding="utf-8")
    after = entries(small)
    assert before.keys() == after.keys()
    changed = after["tag:eksempel.no,2026:page/endret"]
    assert changed.findtext(f"{ATOM}updated") == "2026-07-01T00:00:00Z"


def test_the_feed_has_all_that_atom_demands(small: Path) -> None:
    whole = Tree.fromstring(feed.as_feed(SITE, *pages(small)))
    assert whole.tag == f"{ATOM}feed"
    for part in (whole, *whole.iter(f"{ATOM}entry")):
        assert all(part.findtext(f"{ATOM}{name}", "").strip() for name in ("id", "title", "updated"))
        assert "{http://www.w3.org/XML/1998/namespace}lang" in part.attrib
    assert whole.findtext(f"{ATOM}author/{ATOM}name") == "Utgiveren"
    links = {link.get("rel"): link.get("href") for link in whole.findall(f"{ATOM}link")}
    assert links == {"self": "https://eksempel.no/bok/feed.xml", "alternate": "https://eksempel.no/bok/"}
    assert whole.findtext(f"{ATOM}updated") == "2026-05-02T00:00:00Z"
    days = [entry.findtext(f"{ATOM}updated", "") for entry in whole.iter(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)


def test_what_news_says_is_escaped_and_leads_to_its_place(small: Path) -> None:
    news = entries(small)["tag:eksempel.no,2026:updates/nytt"]
    link = news.find(f"{ATOM}link")
    assert news.findtext(f"{ATOM}title") == "Nytt & under 5 < 6"
    assert link is not None and link.get("href") == "https://eksempel.no/bok/plan/#rader"


def test_the_map_has_every_page_with_its_day_and_no_day_that_is_made_up(small: Path) -> None:
    parsed = Tree.fromstring(sitemap.as_sitemap(SITE, pages(small)[1]))
    days = {url.findtext(f"{MAP}loc", ""): url.findtext(f"{MAP}lastmod") for url in parsed}
    assert len(days) == 6
    assert days["https://eksempel.no/bok/endret/"] == "2026-04-09"
    assert days["https://eksempel.no/bok/udatert/"] is None


def test_twins_in_the_map_point_at_each_other_and_at_themselves(small: Path) -> None:
    parsed = Tree.fromstring(sitemap.as_sitemap(SITE, pages(small)[1]))
    links = {
        url.findtext(f"{MAP}loc", ""): {link.get("hreflang"): link.get("href") for link in url.iter(LINK)}
        for url in parsed
    }
    both = {
        "nb": "https://eksempel.no/bok/plan/",
        "nn": "https://eksempel.no/bok/nn/plan/",
        "x-default": "https://eksempel.no/bok/plan/",
    }
    assert {address: found for address, found in links.items() if found} == {both["nb"]: both, both["nn"]: both}


def test_news_that_tells_of_a_change_stands_alone_that_day(small: Path) -> None:
    (small / "docs/plan.md").write_text(PAGE.format(day="2026-03-01"), encoding="utf-8")
    assert "tag:eksempel.no,2026:page/plan" not in entries(small)
