"""`new.py` run bare: it asks, says at once what is wrong with an answer, and writes nothing without a yes."""

import datetime
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from macros import registry
from macros.content import fields, ids, skeleton
from macros.content.kinds import Kind
from scripts.interview import Interview, Stopped, is_asked
from tests.conftest import ROOT, MakeTree

KINDS = {kind.name: kind for kind in registry.kinds()}
SOURCE = """\
title: Rapport om tillit
publisher: DFØ
date: "2024"
kind: rapport
confidence: bekreftet
checked: "2026-11-23"
"""
TREE = {"docs/data/sources/rapport.yaml": SOURCE}
INGRESS = "Kommunen lot alle sende inn forslag, og hver leder svarte innen to uker."
# What the editor types for a story, one line a question: kind, title, id, and then the fields.
STORY = ["2", "Ærlige svar på åtte forslag", "", "1", INGRESS, "Åfjord", "1", "2", "1", "2"]
STORY += ["1, innovasjon", "ansatte, ledere", "2", "1", "rapport", "ja"]


def talk(root: Path, typed: Sequence[str]) -> tuple[Interview, list[str]]:
    said: list[str] = []
    waiting = iter(typed)

    def read(question: str) -> str:
        said.append(question)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return Interview(registry.library(root), read, said.append), said


def run(root: Path, typed: str, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "new.py"), *args, "--root", str(root)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False)


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_the_answers_end_up_in_the_file_and_the_page_is_made(tree: MakeTree) -> None:
    root = tree(TREE)
    result = run(root, "\n".join(STORY) + "\n")
    assert (result.returncode, result.stderr) == (0, "")
    assert "docs/data/stories/aerlige-svar-pa-atte-forslag.yaml" in result.stdout.partition("Skal jeg lage det?")[0]
    made = yaml.safe_load((root / "docs/data/stories/aerlige-svar-pa-atte-forslag.yaml").read_text(encoding="utf-8"))
    assert made["title"] == "Ærlige svar på åtte forslag"
    assert (made["country"], made["sector"], made["themes"]) == ("Norge", "kommune", ["ledelse", "innovasjon"])
    assert (made["parties"], made["sources"], made["challenge"]) == (["ansatte", "ledere"], ["rapport"], None)
    assert (root / "docs/historier/aerlige-svar-pa-atte-forslag.md").is_file()


@pytest.mark.parametrize("ending", [["nei"], [""], []], ids=["no", "nothing", "end of input"])
def test_without_a_yes_nothing_is_written(ending: list[str], tree: MakeTree) -> None:
    root = tree(TREE)
    result = run(root, "\n".join([*STORY[:-1], *ending]))
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.endswith("Avbrutt. Ingenting er laget.\n")
    assert files(root) == [*TREE]


@pytest.mark.parametrize("count", range(len(STORY)))
def test_stopping_after_any_number_of_answers_is_harmless(count: int, tree: MakeTree) -> None:
    interview, _ = talk(tree(TREE), STORY[:count])
    with pytest.raises(Stopped):
        asked = interview.entry([*KINDS.values()])
        if not interview.agrees([], asked, []):
            raise Stopped


def test_stopping_by_the_keyboard_is_harmless(tree: MakeTree) -> None:
    def read(question: str) -> str:
        raise KeyboardInterrupt

    with pytest.raises(Stopped):
        Interview(registry.library(tree(TREE)), read, print).entry([*KINDS.values()])


WRONG: dict[str, tuple[int, str, str]] = {
    "a kind that is not there": (0, "99", "«99» står ikke på lista. Skriv et tall fra 1 til"),
    "an id with a space": (2, "Min id", "  «Min id» kan ikke være en id. Bruk små bokstaver a–z, tall og bindestrek."),
    "a text that is too short": (4, "Kort.", "  teksten er på 5 tegn, og må ha minst 50 – skriv litt mer"),
    "a text with markup": (4, INGRESS + "<b>", "  teksten har HTML (<b>) – skriv ren tekst"),
    "a choice that is misspelt": (7, "komune", "  «komune» er ikke en mulig verdi – mente du «kommune»? – velg stat"),
    "a number that stands for nothing": (10, "7", "  «7» er ikke en mulig verdi – velg ledelse"),
    "a source that is not there": (14, "raport", "  fant ikke «raport» i docs/data/sources/ – mente du «rapport»?"),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_answer_that_cannot_be_used_is_told_in_the_words_of_the_checker_and_asked_for_again(
    case: str, tree: MakeTree
) -> None:
    place, wrong, told = WRONG[case]
    interview, said = talk(tree(TREE), [*STORY[:place], wrong, *STORY[place:]])
    asked = interview.entry([*KINDS.values()])
    assert any(line.strip("\n").startswith(told) for line in said), said
    assert len(asked.answers) == 13


def test_a_choice_may_be_written_in_any_case_or_begun(tree: MakeTree) -> None:
    typed = [*STORY[:6], "norge", "fylk", "HELSE og", "én v", *STORY[10:]]
    answers = talk(tree(TREE), typed)[0].entry([*KINDS.values()]).answers
    assert [answers[name] for name in ("country", "sector", "field", "scale")] == [
        *("Norge", "fylkeskommune", "helse og omsorg", "én virksomhet")
    ]


def test_words_that_are_no_source_find_the_sources_they_stand_in(tree: MakeTree) -> None:
    interview, said = talk(tree(TREE), [*STORY[:14], "Tillit rapport", *STORY[14:]])
    interview.entry([*KINDS.values()])
    assert "    rapport: Rapport om tillit" in said


def test_an_id_that_is_taken_is_not_used_again(tree: MakeTree) -> None:
    root = tree(TREE)
    interview, said = talk(root, ["Rapport", "rapport", "ny-rapport", "", "", "", "", ""])
    assert interview.entry([KINDS["source"]]).id == "ny-rapport"
    assert any("«rapport» finnes fra før i docs/data/sources/" in line for line in said)


def test_a_kind_alone_is_asked_about_and_a_text_is_asked_for_in_both_standards(tree: MakeTree) -> None:
    root = tree(TREE)
    result = run(root, "Tillit\nTillit\n\n\nja\n", "term")
    assert result.returncode == 0, result.stdout
    made = yaml.safe_load((root / "docs/data/terms/tillit.yaml").read_text(encoding="utf-8"))
    assert (made["title"], made["synonyms"]) == ({"nb": "Tillit", "nn": "Tillit"}, [])


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_only_fields_that_must_be_filled_in_are_asked_for(kind: Kind) -> None:
    asked = [one for one in fields.of(kind.model) if is_asked(one)]
    assert "title" in [one.name for one in asked]
    assert all(kind.model.model_fields[one.name].is_required() for one in asked)
    assert len(asked) <= 14


@pytest.mark.parametrize(
    "title", ['Han sa: "nei" #1', "nei", "2026", "- [ ] ja", "'fritt'", "a: b", "&x *y !z", "12:30", "{x}", "~"]
)
def test_any_title_is_written_so_that_it_reads_as_it_was_typed(title: str, tree: MakeTree) -> None:
    text = skeleton.entry_text(KINDS["source"], datetime.date(2026, 11, 26), {"title": title, "publisher": title})
    root = tree({"docs/data/sources/x.yaml": text})
    _, document = registry.library(root).read_from["sources", "x"]
    assert (document.data["title"], document.data["publisher"], document.faults) == (title, title, [])


IDS: dict[str, str] = {
    "Ærlig øvelse på Å": "aerlig-ovelse-pa-a",
    "  «Hei», 2024! ": "hei-2024",
    "Décor": "decor",
    "…": "",
    "et " * 40: "-".join(["et"] * 17),
    "x" * 80: "x" * 50,
}


@pytest.mark.parametrize("title", IDS)
def test_an_id_is_proposed_from_the_title(title: str) -> None:
    assert ids.proposed(title) == IDS[title]
