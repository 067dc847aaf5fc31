"""Drafts of nynorsk: what a machine may touch, what goes into an entry and when, and what never does."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros import registry
from macros.content import yaml_reader
from macros.language import apertium, drafts, entry_text, masking
from macros.language.masking import MaskError, Vocabulary
from scripts import drafts as command
from tests.conftest import MakeTree

WORDS = Vocabulary(["Nav", "Aalborg kommune"], {"selvledelse": "sjølvleiing"})
TERM = """# yaml-language-server: $schema=../schemas/term.schema.json
title:
  nb: Tillit # et ord
  nn:
definition:
  nb: >-
    Å våge å stole på noen
    som kan skuffe deg.
synonyms: [tiltro] # behold
reviewed: "2026-11-25"
"""
NAME = "docs/data/terms/tillit.yaml"
DRAFT = "docs/data/drafts/terms/tillit.yaml"


def pretend(texts: Sequence[str]) -> list[str]:
    """Translate as a machine would, but the same everywhere."""
    return [text.replace("Å våge", "Å våge seg til") for text in texts]


def run(root: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["drafts.py", *words, "--root", str(root)])
    return command.main(pretend)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ('Les {{ term("pilot") }} her.', ['{{ term("pilot") }}']),
        ("Se [siden](https://example.org/a).", ["(https://example.org/a)"]),
        ("Vi i Nav og Aalborg kommune vet det.", ["Nav", "Aalborg kommune"]),
        ("Her sier Stein Amundsen at det virker.", ["Stein Amundsen"]),
        ("Råd fra DFØ.", ["DFØ"]),
        ("Selvledelse er noe annet enn selvledelsen.", ["Sjølvleiing"]),
        ("Kjør `scripts/check.py` nå.", ["`scripts/check.py`"]),
        ("Lederen vet det.", []),
    ],
)
def test_names_macros_links_and_terms_are_kept_from_the_machine(text: str, hidden: list[str]) -> None:
    masked = masking.mask(text, WORDS)
    assert list(masked.kept) == hidden
    assert not any(word in masked.text for word in hidden)


@given(st.text(alphabet="aB Nv.{}()[]`/:\n", max_size=60))
def test_what_is_masked_comes_back_as_it_was(text: str) -> None:
    masked = masking.mask(text, Vocabulary(["Nav"], {}))
    assert masking.unmask(masked.text, masked.kept) == text


@pytest.mark.parametrize("made", ["Zqx1zq", "Zqx1zq Zqx2zq Zqx2zq", "Zqx1zq Zqx3zq", ""])
def test_a_text_that_lost_a_name_on_the_way_is_refused(made: str) -> None:
    with pytest.raises(MaskError):
        masking.unmask(made, ["Nav", "DFØ"])


@pytest.mark.parametrize(
    "text",
    [
        "Kort",
        "Med: kolon og # tegn",
        '"Sitert" tekst',
        "- En\n- To\n\nTre",
        "ord " * 60 + "slutt",
        "ja",
        "Nei",
        "12",
        "to  rom",
    ],
)
@pytest.mark.parametrize(
    "file",
    [
        "a:\n  nb: x\n  nn:\nb: 1\n",
        "a:\n  nb: x\n  nn: gammel # merknad\nb: 1\n",
        "a:\n  nb: >-\n    x\n    y\n\nb: 1\n",
        "a:\n  nb: x\n  nn: |-\n    flere\n    linjer\n# merknad\nb: 1\n",
        "a: {nb: x, nn: y}\nb: 1\n",
        "a: {nb: x}\nb: 1\n",
        "a:\n  nb: x",
    ],
)
def test_a_text_is_written_in_and_all_else_stays(file: str, text: str) -> None:
    made = entry_text.written(file, ["a"], text)
    before, after = yaml_reader.read(file.encode()).data, yaml_reader.read(made.encode()).data
    assert after["a"]["nn"] == text and after["a"]["nb"] == before["a"]["nb"]
    assert after.get("b") == before.get("b")
    assert ("# merknad" in made) == ("# merknad" in file)


def test_a_draft_lies_beside_the_entry_and_the_entry_is_left_as_it_is(
    tree: MakeTree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree({NAME: TERM})
    assert run(root, monkeypatch, "make", "term", "tillit") == 0
    assert (
        "2 utkast ligger i docs/data/drafts/terms/tillit.yaml. De vises ikke før du godkjenner."
        in capsys.readouterr().out
    )
    assert (root / NAME).read_text(encoding="utf-8") == TERM
    made = yaml.safe_load((root / DRAFT).read_text(encoding="utf-8"))
    assert made["status"] == "utkast"
    assert [(one["field"], one["nn"]) for one in made["texts"]] == [
        ("title", "Tillit"),
        ("definition", "Å våge seg til å stole på noen som kan skuffe deg."),
    ]


def test_a_draft_is_never_content_and_never_a_problem(tree: MakeTree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({NAME: TERM})
    before = [problem.located(root) for problem in registry.library(root).problems]
    run(root, monkeypatch, "make", "term", "tillit")
    library = registry.library(root)
    assert [problem.located(root) for problem in library.problems] == before
    assert library.entries["terms"] == {}


def test_what_an_editor_has_mended_is_what_is_written_in(
    tree: MakeTree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree({NAME: TERM})
    run(root, monkeypatch, "make", "term", "tillit")
    draft = root / DRAFT
    draft.write_text(draft.read_text(encoding="utf-8").replace("stole på noen", "lite på nokon"), encoding="utf-8")
    run(root, monkeypatch, "make", "term", "tillit")
    assert run(root, monkeypatch, "approve", "term", "tillit") == 0
    text = (root / NAME).read_text(encoding="utf-8")
    assert "nn: Å våge seg til å lite på nokon som kan skuffe deg." in text
    assert "nb: Tillit # et ord" in text and "# behold" in text
    assert registry.library(root).problems == []
    assert not draft.exists()
    run(root, monkeypatch, "list")
    assert "Det er ingen utkast." in capsys.readouterr().out


def test_a_draft_is_overtaken_when_the_bokmal_changes_and_cannot_be_approved(
    tree: MakeTree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree({NAME: TERM})
    run(root, monkeypatch, "make", "term", "tillit")
    changed = TERM.replace("skuffe deg", "svikte deg")
    (root / NAME).write_text(changed, encoding="utf-8")
    run(root, monkeypatch, "list")
    said = capsys.readouterr().out
    assert "terms/tillit: title – venter" in said and "terms/tillit: definition – utdatert" in said
    assert run(root, monkeypatch, "approve", "term", "tillit") == 1
    assert "Bokmålen er endret i definition. Lag utkastet på nytt" in capsys.readouterr().out
    assert (root / NAME).read_text(encoding="utf-8") == changed
    run(root, monkeypatch, "make", "term", "tillit")
    assert run(root, monkeypatch, "approve", "term", "tillit") == 0
    assert "svikte deg" in (root / NAME).read_text(encoding="utf-8").partition("nn: Å")[2]


def test_one_field_can_be_approved_and_the_rest_wait(tree: MakeTree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({NAME: TERM})
    run(root, monkeypatch, "make", "term", "tillit")
    assert run(root, monkeypatch, "approve", "term", "tillit", "title") == 0
    assert [one.field for one in drafts.read(root / DRAFT)] == ["definition"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("make", "term", "tilit"), "Fant ikke «tilit» i docs/data/terms/. mente du «tillit»?"),
        (("make", "trem", "tillit"), "Skriv type og id. mente du «term»?"),
        (("make", "term", "tillit", "titel"), "Fant ikke feltet «titel». mente du «title»?"),
        (("approve", "term", "tillit"), "Terms/tillit har ingen utkast."),
        (("make", "term", "../terms/tillit"), "Fant ikke «../terms/tillit» i docs/data/terms/."),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    words: tuple[str, ...],
    said: str,
    tree: MakeTree,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = tree({NAME: TERM})
    assert run(root, monkeypatch, *words) == 1
    assert said in capsys.readouterr().out
    assert [file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()] == [NAME]


def test_an_entry_that_cannot_be_read_gets_no_drafts(
    tree: MakeTree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree({NAME: "title: {nb: Tillit\n", DRAFT: "status: noe annet\n"})
    for words in (("make", "term", "tillit"), ("approve", "term", "tillit")):
        assert run(root, monkeypatch, *words) == 1
        assert "Kjør python3 scripts/check.py og rett feilene først." in capsys.readouterr().out
    assert run(root, monkeypatch, "list") == 0
    assert capsys.readouterr().out.startswith("terms/tillit: terms/tillit kan ikke leses.")


def test_without_apertium_the_command_says_how_to_get_it(
    tree: MakeTree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree({NAME: TERM})
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("sys.argv", ["drafts.py", "make", "term", "tillit", "--root", str(root)])
    assert command.main() == 1
    assert "apt install apertium apertium-nno-nob" in capsys.readouterr().out
    assert not (root / DRAFT).exists()


@pytest.mark.skipif(not shutil.which("apertium"), reason="Apertium is not installed")
def test_the_machine_gives_nynorsk_back_text_by_text_with_names_whole() -> None:
    made = masking.translated(["Jeg vet ikke hva Nav mener.", "- Hva\n- Hvem"], WORDS, apertium.translate)
    assert made == ["Eg veit ikkje kva Nav meiner.", "- Kva\n- Kven"]
