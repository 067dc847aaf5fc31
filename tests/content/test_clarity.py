"""Advice on the language: what is told, what is let through, and what is done without the tools."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.content.base import Language
from macros.content.prose import Passage
from macros.language import clarity, spelling
from scripts import clarity as command
from tests.conftest import MakeTree

FRONT = "---\nlanguage: nb\ndescription: En side som forteller noe om det som er nyttig å vite for mange.\n---\n"


def passage(text: str, language: Language) -> Passage:
    return Passage("sider", "side.md", Path("side.md"), 1, "tekst", language, text)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Vi må foreta en grundig vurdering av saken.", "nb", ["substantiv"]),
        ("Vi må vurdere saken grundig.", "nb", []),
        ("Dei skal gjennomføre ei vurdering.", "nn", ["substantiv"]),
        ("Dere kan gjennomføre en samling.", "nb", []),
        ("Saken skal drøftes først.", "nb", ["passiv"]),
        ("Saka skal drøftast først.", "nn", ["passiv"]),
        ("Det må finnes en vei inn.", "nb", []),
        ("Det kan lukkast for dykk.", "nn", []),
        ("Dere skal lese dette.", "nb", []),
        ("Vi ser på dette i henhold til planen.", "nb", ["tungt-ord"]),
        ("Planen og mål, samt frister.", "nn", ["tungt-ord"]),
        ("De samtykker i samtalen.", "nb", []),
        (" ".join(["ord"] * 26) + ".", "nb", ["setning"]),
        (" ".join(["ord"] * 25) + ".", "nb", []),
    ],
)
def test_what_makes_a_text_heavy_is_told_and_nothing_else(text: str, language: Language, told: list[str]) -> None:
    assert [one.rule for one in clarity.advice(passage(text, language))] == told


def test_a_heavy_word_is_told_with_what_to_write_in_the_standard_of_the_text() -> None:
    (bokmal,) = clarity.advice(passage("Samt dette.", "nb"))
    assert bokmal.problem.what == "«Samt» er et tungt ord" and bokmal.problem.fix == "skriv og"
    (nynorsk,) = clarity.advice(passage("Vi tek det i samband med møtet.", "nn"))
    assert nynorsk.problem.fix == "skriv når, ved eller om"


def test_every_heavy_word_has_something_better_to_write() -> None:
    for language in spelling.DICTIONARIES:
        look = clarity.patterns(language)
        assert all(word == word.lower() and better.strip() and better != word for word, better in look.better.items())


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Ho møtte Kari Hansen hos DFØ.", ["møtte", "hos"]),
        ("Kontroll. Samtalen varer.", ["Kontroll", "Samtalen", "varer"]),
        ("Se nav.no og https://example.org/feilskriving nå.", []),
        ("KS-området og e-læring.", ["e-læring"]),
    ],
)
def test_names_addresses_and_capitals_are_not_spelt(text: str, spelt: list[str]) -> None:
    found = [word for word in spelling.words(text) if word not in ("Ho", "og", "Se")]
    assert [word for word in found if word in text and len(word) > 2] == spelt


def asked(known: set[str]) -> spelling.Ask:
    def ask(words: Sequence[str], language: Language) -> set[str]:
        return {word for word in words if word not in known}

    return ask


def test_an_unknown_word_is_told_once_in_a_file_and_a_word_of_the_project_is_not() -> None:
    texts = [passage("Vi har en fiel her, og en fiel der.", "nb"), passage("Tillitsreformen er en fiel.", "nb")]
    known = {"har", "her", "der", "fiel", "tillitsreformen"}
    dictionary = asked(known - {"fiel", "tillitsreformen"})
    found = spelling.problems(texts, dictionary, {"tillitsreformen"})
    assert [problem.what for problem in found] == ["«fiel» står ikke i ordlista"]


def test_a_name_that_opens_a_sentence_is_no_mistake() -> None:
    assert spelling.problems([passage("Oslo vokser.", "nb")], asked({"Oslo", "vokser"}), set()) == []


def test_without_hunspell_the_command_says_how_to_get_it_and_does_not_fail(
    tree: MakeTree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree({"docs/side.md": FRONT + "# Tittel\n\nVi gjør det i henhold til planen.\n"})
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("sys.argv", ["clarity.py", "--root", str(root)])
    assert command.main() == 0
    said = capsys.readouterr().out
    assert "docs/side.md:7: tekst – «i henhold til» er et tungt ord – skriv etter (tungt-ord)" in said
    assert "1 råd: tungt-ord 1." in said
    assert "Stavekontrollen er ikke kjørt." in said and "apt install hunspell hunspell-no" in said


def test_passives_are_counted_and_listed_when_they_are_asked_for(
    tree: MakeTree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree({"docs/side.md": FRONT + "# Tittel\n\nSaken skal drøftes.\n"})
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("sys.argv", ["clarity.py", "--root", str(root)])
    command.main()
    whole = capsys.readouterr().out
    assert "«skal drøftes»" not in whole and "1 råd: passiv 1." in whole
    monkeypatch.setattr("sys.argv", ["clarity.py", "--root", str(root), "--rule", "passiv"])
    command.main()
    assert "docs/side.md:7: tekst – «skal drøftes»" in capsys.readouterr().out
