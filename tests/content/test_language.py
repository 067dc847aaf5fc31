"""The written standards and the readability of the texts: what is told, what is let through, what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import registry
from macros.content import prose, standards
from macros.content.readability import measure
from scripts import check, language
from tests.conftest import ROOT, MakeTree

PASSAGES = list(prose.passages(registry.library()))


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        ("Vi veit ikke kva som skjer.", "nn", [("ikke", "ikkje")]),
        ("Vi vet ikkje hva som skjer.", "nb", [("ikkje", "ikke")]),
        ("Hva gjer de?", "nn", [("Hva", "kva")]),
        ("Det er viktig og mulig.", "nn", [("mulig", "")]),
        ("Det er farleg.", "nb", [("farleg", "")]),
        ("Ho sa: «Jeg vet ikke.»", "nn", []),
        ("Ho arbeidde i Statens Leder AS.", "nn", []),
        ("Det er billig og frivillig.", "nn", []),
        ("Sjå på lista med dei tilsette.", "nn", []),
        ("Se på lista med de ansatte.", "nb", []),
    ],
)
def test_a_word_of_the_other_standard_is_told_with_what_to_write(
    text: str, written: str, told: list[tuple[str, str]]
) -> None:
    assert list(standards.foreign(text, written)) == told  # type: ignore[arg-type] # the table holds plain text


def test_a_leftover_is_told_with_its_line_in_data_and_on_pages(tree: MakeTree) -> None:
    root = tree(
        {
            "docs/side.md": "---\nlanguage: nn\ndescription: Ei side som fortel noko om det som er nyttig å vite.\n---\n"
            "# Tittel\n\nDette er bra.\n\n| Kva | Kven |\n|---|---|\n| Noe | alle |\n",
            "docs/data/pathways/leder.yaml": "language: nb\ntitle: For deg\n"
            "description: Det du trenger for å komme i gang, steg for steg, med god tid.\nkind: rolle\norder: 1\n"
            "steps:\n  - text: Les dette\n    page: side.md\n    why: Du får vite korleis det gjøres.\n    minutes: 5\n"
            "  - text: Les igjen\n    page: side.md\n    why: Det hjelper.\n    minutes: 5\nreviewed: 2026-11-25\n",
            "docs/roller/leder.md": '{{ pathway("leder") }}\n',
        }
    )
    lines = [problem.located(root) for problem in check.problems(root)]
    assert (
        "docs/side.md:11: tekst – «Noe» er bokmål, men teksten er på nynorsk – skriv «noko», eller sett sitat i «»"
        in (lines)
    )
    assert any(
        line.startswith("docs/data/pathways/leder.yaml:9: ") and "«korleis» er nynorsk" in line for line in lines
    )


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ('Les {{ term("pilot", "piloten") }} først {{ source("x") }}.', ["Les piloten først."]),
        ("- **Si:** «Ja» og [les mer](a.md#b).", ["Si: «Ja» og les mer."]),
        ("| En | *to* |", ["En", "to"]),
        ("| `public/_headers` | er `_slik_`. |", ["public/_headers", "er _slik_."]),
        ("|---|---|", []),
        ('!!! note "Husk dette"', ["Husk dette"]),
        ("## En overskrift", ["En overskrift"]),
        ("{{ checklists() }}", []),
    ],
)
def test_the_marks_of_a_line_are_taken_away_and_its_words_kept(line: str, texts: list[str]) -> None:
    assert list(prose.plain(line)) == texts


def test_every_passage_stands_on_the_line_it_names() -> None:
    files = {passage.file for passage in PASSAGES}
    lines = {file: file.read_text(encoding="utf-8").splitlines() for file in files}
    for passage in PASSAGES:
        first = passage.text.split()[0].strip("«».,:*")
        near = " ".join(lines[passage.file][passage.line - 1 : passage.line + 2])
        assert first in near, (passage.file.name, passage.line, passage.text[:60])


def test_all_kinds_with_text_and_the_pages_are_counted() -> None:
    counts = language.words_by_kind(PASSAGES)
    silent = {kind.folder for kind in registry.kinds()} - set(counts)
    assert silent == {"sources"}
    assert prose.PAGES in counts


def test_a_quarter_or_more_of_pages_and_stories_is_nynorsk() -> None:
    assert language.share(language.words_by_kind(PASSAGES), language.CHOSEN) >= language.LEAST


def test_lix_is_counted_as_its_author_counts_it() -> None:
    found = measure(["Katten satt på matten. Kommunestyret vedtok økonomiplanen kl. 8 i går."])
    assert (found.words, found.sentences, found.long_words, found.longest) == (11, 2, 2, 7)
    assert found.lix == pytest.approx(11 / 2 + 100 * 2 / 11)


def test_nothing_counts_as_nothing() -> None:
    assert (measure([]).lix, measure(["", " – "]).per_sentence) == (0, 0)


@given(st.lists(st.text(alphabet="ab .!?\n", max_size=60), max_size=6))
def test_pieces_counted_together_have_the_words_they_have_apart(texts: list[str]) -> None:
    together, apart = measure(texts), [measure([text]) for text in texts]
    assert together.words == sum(one.words for one in apart)
    assert together.sentences == sum(one.sentences for one in apart)
    assert together.longest == max((one.longest for one in apart), default=0)


def test_no_page_is_heavier_than_its_readers_should_bear() -> None:
    heavy = {page: found.lix for page, found in language.by_page(PASSAGES).items() if found.lix > 50}
    assert heavy == {}


def test_the_report_names_every_kind_and_the_heaviest_pages(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(language.shares_table(language.words_by_kind(PASSAGES)))
    assert any(row.startswith("stories") for row in rows)
    table = list(language.pages_table(language.by_page(PASSAGES), 5))
    assert len(table) == 7
    assert float(table[1].split()[0]) >= float(table[5].split()[0])


def test_a_folder_without_content_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["language.py", "--root", str(ROOT / "tests" / "vendor")])
    assert language.main() == 1
    assert "Fant ingen mappe som heter docs" in capsys.readouterr().out
