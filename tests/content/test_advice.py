"""Advice: what may stand, but that an editor should look at once more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import check
from tests.conftest import ROOT

MakeTree = Callable[[dict[str, str]], Path]

PAGE = """---
language: nb
description: En side som bare er til for å prøve rådene, og som ingen leser.
---
# Prøve

{text}
"""
SOURCE = """title: En kilde
publisher: Noen
url: {url}
kind: fagside
confidence: bekreftet
"""


def told(root: Path) -> str:
    return "\n".join(each.located(root) for each in check.advised(root))


def test_the_real_content_needs_no_advice() -> None:
    assert told(ROOT) == ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (" ".join(["ord"] * 36) + ".", (":7: tekst", "36 ord", "del den")),
        ("Ring 912 34 567 om du lurer.", (":7: tekst", "«912 34 567»", "telefonnummer")),
        ("Skriv til ola@gmail.com når du vil.", (":7: tekst", "ola@gmail.com", "e-post")),
        ("[Les mer](a.md) om dette.", (":7: lenke", "«Les mer»", "formålet")),
        (
            "Se <https://dfo.no/lang/adresse>.",
            (":7: lenke", "https://dfo.no/lang/adresse", "uten lenketekst", "skriv [teksten]"),
        ),
        ("Du kan [klikke](a.md), eller [klikk her](a.md).", (":7: lenke", "«klikk her»", "formålet")),
    ],
)
def test_a_page_is_advised_with_the_line_what_to_look_at_and_what_to_do(
    tree: MakeTree, text: str, parts: tuple[str, ...]
) -> None:
    found = told(tree({"docs/a.md": PAGE.format(text=text)}))
    assert all(part in found for part in parts), found


@pytest.mark.parametrize(
    "text", ["Paragraf 9-2 og NOU 2004: 5.", "Vedtaket ble gjort 12. 10. 2024.", "[Feltene](a.md)"]
)
def test_what_only_looks_like_it_is_left_alone(tree: MakeTree, text: str) -> None:
    assert told(tree({"docs/a.md": PAGE.format(text=text)})) == ""


@pytest.mark.parametrize(
    ("url", "part"),
    [("http://dfo.no/side", "uten s i https"), ("https://dfo.sharepoint.com/sites/x", "krever innlogging")],
)
def test_an_address_readers_may_not_reach_is_advised_until_someone_has_opened_it(
    tree: MakeTree, url: str, part: str
) -> None:
    file = "docs/data/sources/en-kilde.yaml"
    assert part in told(tree({file: SOURCE.format(url=url)}))
    assert told(tree({file: SOURCE.format(url=url) + 'checked: "2026-11-25"\n'})) == ""


def test_advice_stops_nothing_and_github_shows_it_as_a_warning(tree: MakeTree) -> None:
    root = tree({"docs/a.md": PAGE.format(text="[Les mer](a.md) om dette.")})
    assert check.problems(root) == []
    report = check.advice_report(check.advised(root), root, "github")
    assert "::warning file=docs/a.md,line=7" in report
    assert check.advice_report([], root) == ""


def test_the_same_point_twice_in_a_list_is_advised(tree: MakeTree) -> None:
    text = (ROOT / "docs/data/checklists/kom-i-gang.yaml").read_text(encoding="utf-8")
    first = text.index("  - id: ")
    second = text.index("  - id: ", first + 1)
    item = text[first:second].replace("  - id: ", "  - id: igjen-", 1)
    root = tree({"docs/data/checklists/kom-i-gang.yaml": text[:second] + item + text[second:]})
    assert "sier ordrett det samme som punkt 1" in told(root)


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("Lederen min er åpen og gir meg gode tilbakemeldinger.", "spørre om to ting («og»)"),
        ("Jeg kan si fra til leder eller tillitsvalgt.", "spørre om to ting («eller»)"),
        ("Navnet på lederen din.", "spør etter en personopplysning"),
    ],
)
def test_a_statement_in_a_survey_that_is_hard_to_answer_is_advised(tree: MakeTree, statement: str, part: str) -> None:
    file = "docs/data/surveys/ideklima.yaml"
    text = (ROOT / file).read_text(encoding="utf-8")
    first = text.index("text:", text.index("items:"))
    end = text.index("nn:", first)
    root = tree({file: f"{text[:first]}text:\n      nb: {statement}\n      {text[end:]}"})
    assert part in told(root)
