"""What the search knows of Norwegian before it is built into a site."""

import re
from pathlib import Path

import pytest

from macros import registry
from macros.search import about, analysis, asked, forms, nynorsk, synonyms, worker
from macros.search.compounds import Splitter
from macros.search.forms import Forms
from macros.search.lexicon import FILE, ending_of, inflected, read
from macros.search.words import words
from macros.views import search_page
from tests.conftest import ROOT

PARTS = sorted((ROOT / "overrides" / "assets" / "search").glob("*.js"))
TABLE = Forms(read(), Splitter(read(), set()))


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("lederne", "leder"),
        ("leiarane", "leder"),
        ("bøkene", "bok"),
        ("opplæringa", "opplæring"),
        ("medarbeidarane", "medarbeider"),
        ("sjukefråværet", "sykefravær"),
        ("verksemdsleiaren", "virksomhetsleder"),
        ("forhandlet", "forhandle"),
        ("tillitsvalde", "tillitsvalgt"),
    ],
)
def test_a_form_leads_to_its_dictionary_word_in_bokmal(form: str, word: str) -> None:
    assert TABLE.word_of(form) == word


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("medarbeidersamtale", ("medarbeider", "samtale")),
        ("arbeidsmiljø", ("arbeid", "s", "miljø")),
        ("kompetanseplan", ("kompetanse", "plan")),
        ("kontroll", ()),
        ("forhandling", ()),
        ("samtale", ()),
    ],
)
def test_a_compound_is_split_and_other_words_are_not(word: str, parts: tuple[str, ...]) -> None:
    assert Splitter(read(), {"plan"}).split(word) == parts


def test_an_ending_makes_the_form_it_was_read_from() -> None:
    for word, form in (("bok", "bøkene"), ("leder", "lederne"), ("liten", "små"), ("hus", "hus")):
        assert inflected(word, ending_of(word, form)) == form


def test_a_word_with_hyphens_is_found_whole_and_in_parts() -> None:
    assert words("E-læring og kompetanse-") == ["elæring", "e", "læring", "og", "kompetanse"]


def test_the_glossary_gives_synonyms_without_being_copied() -> None:
    lines = synonyms.all_lines(registry.library())
    assert any(line.startswith("tidstyv, ") for line in lines)
    assert len(lines) == len(set(lines)) > len(synonyms.own(ROOT / "docs"))


def test_the_data_are_the_same_for_the_same_pages() -> None:
    documents = [{"title": "Lederne", "text": "<p>Medarbeidersamtalene i kommunen</p>", "location": ""}]
    first, second = (analysis.data(documents, registry.library()) for _ in range(2))
    assert first == second
    assert "medarbeider+samtale" in first["compounds"].split()


def test_the_lexicon_names_its_source_and_licence() -> None:
    assert all(word in FILE.read_text(encoding="utf-8")[:400] for word in ("Bokmålsordboka", "CC BY 4.0", "Språkrådet"))
    assert "Bokmålsordboka" in (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")


def test_the_browser_undoes_the_same_endings() -> None:
    script = (ROOT / "overrides" / "assets" / "search" / "forms.js").read_text(encoding="utf-8")
    assert f'"{forms.WRITTEN}"' in script


def test_every_rule_for_nynorsk_is_used_and_stays_put() -> None:
    for pattern, _ in nynorsk.rules():
        re.compile(pattern)
    assert nynorsk.bokmal("ledelse") == "ledelse"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_the_worker_is_one_classic_script_that_asks_for_nothing(part: Path) -> None:
    text = part.read_text(encoding="utf-8")
    assert not re.search(r"\b(import|importScripts|fetch|XMLHttpRequest|WebAssembly|eval)\b\(?", text)
    assert len(text.splitlines()) <= 170


def test_a_page_is_pointed_to_our_worker_or_the_build_stops() -> None:
    page = '{"search": "../assets/javascripts/workers/search.0123abcd.min.js"}'
    assert worker.point(page, "a.md") == '{"search": "../assets/search/worker.js"}'
    for wrong in ("{}", page * 2):
        with pytest.raises(ValueError, match=r"a\.md"):
            worker.point(wrong, "a.md")


def asked_problems(docs: Path, text: str, page: str = "ledelse/index.md") -> list[str]:
    (docs / page).parent.mkdir(parents=True)
    (docs / page).write_text("# Ledelse\n", encoding="utf-8")
    (docs / asked.FOLDER).mkdir(parents=True)
    (docs / asked.FOLDER / "ledelse.yaml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in asked.problems(docs)]


def test_what_is_asked_is_listed_for_pages_that_are_there_each_word_once() -> None:
    assert list(asked.problems(ROOT / "docs")) == []
    listed = asked.read(ROOT / "docs")
    assert len(listed) > 150
    assert not any(page.startswith("nn/") for page in listed)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ledelse/indeks.md:\n  - sjef\n", "fant ikke siden docs/ledelse/indeks.md – mente du «ledelse/index.md»?"),
        ("ledelse/index.md:\n  - sjef\n  - Sjef\n", ":3: ledelse/index.md – «Sjef» står to ganger"),
        ("ledelse/index.md: sjef\n", "under siden står det ingen liste"),
        ("ledelse/index.md:\n  - 42\n", "«42» er ikke et ord"),
        (f"ledelse/index.md:\n  - {'a' * 91}\n", "spørsmålet er på 91 tegn – kort det ned til 90"),
        ("- ledelse/index.md\n", "filen er ikke en liste over sider"),
        ("ledelse/index.md:\n\t- sjef\n", "tabulator"),
    ],
)
def test_a_list_of_what_is_asked_that_cannot_be_used_is_told_in_words(tmp_path: Path, text: str, told: str) -> None:
    assert told in "\n".join(asked_problems(tmp_path, text))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sjef, leder\nsjef, leder\n", ":2: synonym – linjen står også på linje 1"),
        ("sjef\n", "står alene"),
        ("sjef > leder > ledelse\n", "kan ikke leses"),
        ("sjef,, leder\n", "kan ikke leses"),
        ("sjef >\n", "kan ikke leses"),
    ],
)
def test_a_line_of_synonyms_that_cannot_be_used_is_told_in_words(tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / synonyms.FILE).parent.mkdir(parents=True)
    (tmp_path / synonyms.FILE).write_text(line, encoding="utf-8")
    assert told in "\n".join(str(problem) for problem in synonyms.problems(tmp_path))


def test_every_page_is_of_a_kind_that_the_search_page_can_show() -> None:
    library = registry.library()
    offered = {kind for kinds in search_page.KINDS.values() for kind in kinds}
    docs = ROOT / "docs"
    found = {page: about.of_page(library, page.relative_to(docs).as_posix()) for page in docs.rglob("*.md")}
    assert {each.kind for each in found.values()} <= offered
    assert found[docs / "roller" / "leder.md"].roles == ["leder"]
    assert list(found[docs / "nn" / "sjekklister" / "kom-i-gang.md"].themes)
    assert found[docs / "ledelse" / "selvledelse.md"].themes == ("ledelse",)


def test_a_list_of_synonyms_that_is_not_text_or_is_too_long_is_told_in_words(tmp_path: Path) -> None:
    file = tmp_path / synonyms.FILE
    file.parent.mkdir(parents=True)
    for raw, told in (
        (b"sjef, leder\nb\xe5t, skip\n", ":2: fil – filen er ikke lagret som UTF-8"),
        (b"a, b\n" * 30_000, "kB"),
    ):
        file.write_bytes(raw)
        assert told in "\n".join(str(problem) for problem in synonyms.problems(tmp_path))
