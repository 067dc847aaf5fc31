"""The cockpit: what it counts, and that page, terminal and JSON say the same of it."""

import datetime
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros import registry
from macros.cockpit import completeness, figures, reading, report
from macros.cockpit.figures import Row
from macros.components.term import Term
from macros.content import readability
from macros.content.place import Place
from macros.content.readability import LONGEST_SENTENCE
from macros.language import drafts
from macros.machine.site import Site
from scripts import check, export, status
from tests.conftest import MakeTree

SITE = Site("https://eksempel.no/", "Håndboka", "En håndbok.", "Utgiveren", {})

DAY = datetime.date.fromisoformat
ITEM = """
  - id: {id}
    text: {{nb: Velg tre mål, nn: Vel tre mål}}
    why: {{nb: Det hjelper folk å velge., nn: Det hjelper folk å velje.}}
    how: {{nb: {how}, nn: {other}}}
    done_when: {{nb: De står på veggen., nn: Dei står på veggen.}}
    participation: medvirkning
    sources: [rapport]"""
CHECKLIST = """
title: {{nb: Klare mål, nn: Klare mål}}
description: {{nb: Med denne lista velger dere noen få mål sammen., nn: Med denne lista vel de nokre få mål saman.}}
use_when: {{nb: Når året begynner., nn: Når året byrjar.}}
themes: [ledelse]
roles: [leder]
items:{items}
reviewed: "2026-11-25"
review_again: "2027-01-15"
"""
SOURCE = "title: Rapport\npublisher: DFØ\ndate: u.d.\nkind: rapport\nconfidence: bekreftet\nchecked: 2025-06-01\n"
STORY = """
language: nb
title: Sjukehuset prøvde noe nytt
description: Sykehuset prøvde noe nytt, og det gikk bra for dem som var med på det.
organisation: Sykehuset
country: Norge
sector: helseforetak
field: sykehus
scale: én virksomhet
themes: [ledelse]
parties: [leger]
challenge: Det var mye å gjøre.
actions: [De valgte mål.]
results: [{text: Det ble bedre., evidence: opplevd}]
outcome: positiv
strength: god
illustrates: [{item: klare-mal/vist}]
sources: [rapport]
reviewed: "2026-11-25"
"""
LONG = " ".join(["ord"] * 26) + "."


@pytest.fixture
def small(tree: MakeTree) -> Path:
    items = ITEM.format(id="vist", how="Spør alle i gruppa om hva de vil.", other="Spør alle i gruppa om hva de vil.")
    items += ITEM.format(id="ensom", how=LONG, other="Kort.")
    return tree(
        {
            "docs/data/checklists/klare-mal.yaml": CHECKLIST.format(items=items),
            "docs/data/sources/rapport.yaml": SOURCE,
            "docs/data/sources/glemt.yaml": SOURCE,
            "docs/data/stories/sak.yaml": STORY,
            "docs/data/stories/uten.yaml": STORY.replace("illustrates: [{item: klare-mal/vist}]\n", ""),
            "docs/side.md": "---\nlanguage: nb\ndescription: En side med litt tekst.\n---\n# En side\n\nTekst.\n",
            "docs/gjemt.md": "---\nlanguage: nb\nsearch: {exclude: true}\n---\n# Gjemt\n",
        }
    )


def rows(root: Path) -> dict[str, Row]:
    return {f"{row.kind}/{row.id}": row for row in figures.rows(registry.library(root))}


def test_each_thing_that_is_missing_is_found_where_it_is_and_nowhere_else(small: Path) -> None:
    found = {name: row.needs for name, row in rows(small).items()}
    assert found == {
        "checklists/klare-mal": ["alike", "long", "storyless"],
        "sources/rapport": [],
        "sources/glemt": ["unused"],
        "stories/sak": [],
        "stories/uten": ["itemless"],
        "sider/side": ["undated"],
    }


def test_a_row_says_which_items_and_which_sentences(small: Path) -> None:
    row = rows(small)["checklists/klare-mal"]
    assert row.lone == {"ensom": "Velg tre mål"}
    assert [(one.words, one.line) for one in row.readings["nb"].long] == [(26, 18)]
    assert row.readings["nn"].long == []
    assert row.file == "docs/data/checklists/klare-mal.yaml"


def test_what_is_late_depends_on_the_day_that_is_asked_for(small: Path) -> None:
    every = rows(small)
    assert [name for name, row in every.items() if row.late(DAY("2026-06-01"))] == []
    assert {name for name, row in every.items() if row.late(DAY("2027-01-16"))} == {
        "checklists/klare-mal",
        "sources/rapport",
        "sources/glemt",
    }
    assert not every["checklists/klare-mal"].late(DAY("2027-01-15"))


def test_the_checker_tells_how_much_is_late_beside_its_report_and_lets_it_through(
    tree: MakeTree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    front = "---\nlanguage: nb\ndescription: En side som forteller noe om det som er nyttig å vite for mange.\n{}---\n"
    old, never = front.format("reviewed: 2020-01-01\n"), front.format("")
    root = tree({"docs/gammel.md": f"{old}# Gammel\n", "docs/udatert.md": f"{never}# Udatert\n"})
    monkeypatch.setattr("sys.argv", ["check.py", "--root", str(root)])
    assert check.main() == 0
    said = capsys.readouterr()
    assert said.out == "Alt innhold er i orden.\n"
    assert said.err == "1 skulle vært gjennomgått. Se dem med: python3 scripts/status.py --need late\n"


def test_what_is_late_is_counted_the_same_with_and_without_the_other_figures(small: Path) -> None:
    library = registry.library(small)
    for day in (DAY("2026-05-31"), DAY("2026-06-02"), DAY("2027-01-16"), DAY("2031-01-01")):
        assert figures.overdue(library, day) == sum(row.late(day) for row in figures.rows(library))


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("status: utkast\ntexts:\n- {{field: title, source: {source}, nb: Klare mål, nn: Klåre mål}}\n", "draft"),
        ("status: utkast\ntexts:\n- {{field: title, source: gammel, nb: Mål, nn: Mål}}\n", "stale"),
        ("noe: annet\n", "stale"),
    ],
)
def test_a_draft_is_told_of_and_never_shown(text: str, need: str, small: Path) -> None:
    file = small / "docs/data/drafts/checklists/klare-mal.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text.format(source=drafts.fingerprint("Klare mål")), encoding="utf-8")
    assert need in rows(small)["checklists/klare-mal"].needs
    assert "Klåre" not in json.dumps(report.as_data(list(rows(small).values())), ensure_ascii=False)


def test_only_fields_that_may_be_left_out_count_as_empty() -> None:
    term = next(iter(registry.library().all("terms", Term).values()))
    bare = term.model_copy(update={"themes": [], "related": [], "sources": []})
    assert completeness.of(bare) == (3, 0, ["Temaer", "Se også", "Kilder"])
    assert completeness.of(bare.model_copy(update={"themes": ["ledelse"]})).filled == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Vi lærte av feil. Én av fem prøvde.", 2),
        ("De leder selv. 212 kommuner var med.", 2),
        ("Vi møtes kl. 8 i dag.", 1),
        ("Dette gjelder bl.a. oss.", 1),
    ],
)
def test_a_new_sentence_begins_with_a_capital_or_a_number(text: str, count: int) -> None:
    assert len(readability.sentences(text)) == count


def test_a_sentence_of_exactly_the_most_words_is_not_too_long(small: Path) -> None:
    passage = next(iter(figures.prose.passages(registry.library(small))))
    just = [passage._replace(language="nb", text=" ".join(["ord"] * LONGEST_SENTENCE))]
    assert reading.by_language(just)["nb"].long == []


def test_page_terminal_and_json_count_the_same(small: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    library = registry.library(small)
    page = registry.macros()["cockpit"](library, Place("bidra/status.md", "nb", True, registry.kinds()))
    monkeypatch.setattr("sys.argv", ["status.py", "--root", str(small), "--json"])
    assert status.main() == 0
    printed = json.loads(capsys.readouterr().out)
    export.write_api(library, SITE, small / "site", directory_urls=True)
    assert json.loads((small / "site/api/v1/status.json").read_text(encoding="utf-8")) == printed
    assert json.loads((small / "site/api/v1/index.json").read_text(encoding="utf-8"))["status"] == "status.json"
    for need, count in printed["needs"].items():
        assert bool(re.search(rf'href="#need={need}">[^<]+: {count}<', page)) == (count > 0), need
    assert page.count("data-entry") == printed["count"] == 6


def test_nothing_published_depends_on_the_day_it_is_made(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "late" not in report.as_data(list(rows(small).values()))["needs"]
    row = rows(small)["sources/glemt"]
    assert "late" in report.needs(row, DAY("2030-01-01")) and "late" not in report.needs(row, None)


def test_the_table_shows_what_is_asked_for(small: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr("sys.argv", ["status.py", "--root", str(small), "--need", "unused"])
    assert status.main() == 0
    said = capsys.readouterr().out
    assert "6 oppføringer og sider." in said and "feil" not in said
    assert [line.split()[0] for line in said.splitlines() if "glemt" in line or "klare-mal" in line] == ["glemt"]


def test_an_entry_with_problems_is_not_passed_over_in_silence(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    (small / "docs/data/sources/glemt.yaml").write_text("title: Uten resten\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["status.py", "--root", str(small)])
    assert status.main() == 0
    said = capsys.readouterr().out
    assert "Oppføringer med feil, som ikke er med her: 1." in said and "5 oppføringer og sider." in said


@pytest.mark.parametrize(
    ("conf", "address"),
    [
        ({}, ""),
        ({"repo_url": None, "edit_uri": None}, ""),
        ({"repo_url": "", "edit_uri": "edit/main/docs/"}, ""),
        (
            {"repo_url": "https://example.org/a/b/", "edit_uri": "edit/main/docs/"},
            "https://example.org/a/b/edit/main/docs/",
        ),
        ({"repo_url": "https://example.org/a", "edit_uri": "https://example.org/x/"}, "https://example.org/x/"),
    ],
)
def test_a_row_links_to_where_its_file_is_edited_when_the_site_has_such_a_place(
    conf: dict[str, Any], address: str, small: Path
) -> None:
    place = replace(Place("bidra/status.md", "nb", True, registry.kinds()), edits=registry.edits(conf))
    page = registry.macros()["cockpit"](registry.library(small), place)
    assert ("data/sources/glemt.yaml</span>" in page) == (not address)
    assert (f'href="{address}data/sources/glemt.yaml"' in page) == bool(address)
