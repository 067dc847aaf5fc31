"""Reading YAML: what is data, where it stands, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.content import text_faults, yaml_reader

FAULTS = {
    "a: 1\nb: 2\na: 3\n": (3, "a", "«a» står to ganger, på linje 1 og linje 3"),
    "items:\n  - text: En\n    text: To\n": (
        3,
        "items[0].text (punkt 1)",
        "«text» står to ganger, på linje 2 og linje 3",
    ),
    "a: 1\n---\nb: 2\n": (2, "fil", "filen har to dokumenter skilt med «---»"),
    "title: &Tillit\n": (1, "title", "en tekst kan ikke begynne med & (YAML leser det som anker for alias)"),
    "title: !Viktig\n": (
        1,
        "title",
        "en tekst kan ikke begynne med !Viktig (YAML leser det som tagg, ikke tillatt her)",
    ),
    "title: %-andel\n": (1, "title", "en tekst kan ikke begynne med % (YAML leser det som direktiv)"),
    "items:\n  - **Fet** tekst\n": (2, "fil", "en tekst kan ikke begynne med * (YAML leser det som alias)"),
    "items:\n  - [ ] Du setter mål\n": (2, "liste", "linjen begynner med «[ ]»"),
    "a: 1\n<<<<<<< HEAD\nb: 2\n": (2, "fil", "filen har en uløst konflikt (<<<<<<<)"),
    "items:\n\t- a\n": (2, "innrykk", "linjen er rykket inn med tabulator"),
    "items:\n\u00a0\u00a0- a\n": (
        2,
        "innrykk",
        "innrykket er harde mellomrom, trolig kopiert fra Word eller en nettside",
    ),
    "title: “Mål: få”\n": (1, "anførselstegn", "teksten er satt i “ ” fra et tekstbehandlingsprogram"),
    'id: a\ntitle: "Uten slutt\nmer: tekst\n': (2, "title", "et anførselstegn som starter her, blir aldri lukket"),
    "id:maal\ntitle: Mål\n": (1, "id", "«id:maal» mangler mellomrom etter kolon"),
    "description: Første linje\nandre linje\n": (2, "fil", "linjen hører ikke til noe felt"),
    "# utkast\n# mer\n": (1, "fil", "filen er tom: den har bare kommentarer"),
    "": (1, "fil", "filen er tom"),
    "title: Mål\u202e snudd\n": (1, "title", "usynlig tegn (U+202E) i kolonne 11"),
    "a: " + "[" * 40 + "]" * 40: (1, "fil", "innholdet er nøstet dypere enn 10 nivåer"),
    "base: {<<: 1}\n": (1, "<<", "«<<» er ikke et felt"),
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: repr(text)[:30])
def test_a_fault_is_told_with_its_line_its_field_and_what_is_wrong(text: str) -> None:
    fault = yaml_reader.read(text.encode()).faults[0]
    assert fault[:3] == FAULTS[text]
    assert fault.fix


def test_plain_values_follow_yaml_1_2_so_that_no_and_clock_times_stay_text() -> None:
    text = "a: no\nb: on\nc: 12:30\nd: 0150\ne: 1_000\nf: ja\ng: 2026-02-30\nh: .nan\n"
    assert yaml_reader.read(text.encode()).data == {
        "a": "no",
        "b": "on",
        "c": "12:30",
        "d": "0150",
        "e": "1_000",
        "f": "ja",
        "g": "2026-02-30",
        "h": ".nan",
    }


def test_numbers_truth_and_nothing_are_read_as_such() -> None:
    text = "a: 90\nb: -1.5\nc: true\nd: ~\ne:\nf: '90'\n"
    assert yaml_reader.read(text.encode()).data == {"a": 90, "b": -1.5, "c": True, "d": None, "e": None, "f": "90"}


def test_every_value_knows_its_line() -> None:
    lines = yaml_reader.read(b"a: 1\nitems:\n  - x: 1\n    y: 2\n  - x: 3\n").lines
    assert lines[("a",)] == 1
    assert lines[("items", 0, "y")] == 4
    assert lines[("items", 1)] == 5


def test_a_byte_order_mark_is_accepted() -> None:
    assert yaml_reader.read("\ufeffid: a\n".encode()).data == {"id": "a"}


def test_a_file_in_another_encoding_is_refused_with_the_line() -> None:
    assert yaml_reader.read("id: a\ntitle: Mål\n".encode("latin-1")).faults[0].line == 2


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    assert yaml_reader.read(b"a: b\n" * 30_000).faults[0].what == "filen er på 150 kB, og grensen er 100 kB"


def test_markup_inside_a_block_of_text_is_not_taken_for_yaml() -> None:
    text = "why: |-\n  **Fet** tekst\n  - [ ] boks\n  =======\nhow: slutt\n"
    assert yaml_reader.read(text.encode()).faults == []


def test_ten_thousand_levels_neither_crash_nor_hang() -> None:
    assert yaml_reader.read(b"[" * 30_000).faults


@pytest.mark.parametrize(
    "line", ["- " * 45_000, " " * 90_000 + "x", "\u00a0" * 40_000, "a: " + "- " * 40_000, ": " * 45_000]
)
def test_a_hostile_line_is_read_without_hanging(line: str) -> None:
    document = yaml_reader.read(line.encode())
    assert document.faults or document.data is not None


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="ab:-#|>[]{}&*!%'\"\n \t,<=")))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    document = yaml_reader.read(text.encode("utf-8", "surrogatepass"))
    assert document.faults or document.data is not None


PLAIN = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30).filter(
    lambda text: not text_faults.find(text)
)


@settings(deadline=None)
@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), PLAIN, min_size=1))
def test_quoted_text_comes_back_as_it_was_written(data: dict[str, str]) -> None:
    def quoted(value: str) -> str:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    text = "".join(f"{key}: {quoted(value)}\n" for key, value in data.items())
    assert yaml_reader.read(text.encode()).data == data
