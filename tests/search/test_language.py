"""What the search knows of Norwegian before it is built into a site."""

import re
from pathlib import Path

import pytest

from macros import registry
from macros.search import analysis, forms, nynorsk, synonyms, worker
from macros.search.compounds import Splitter
from macros.search.forms import Forms
from macros.search.lexicon import FILE, ending_of, inflected, read
from macros.search.words import words
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
    assert len(lines) == len(set(lines)) > len(synonyms.own())


def test_every_line_of_synonyms_is_well_formed() -> None:
    for line in synonyms.own():
        left, *right = line.split(">")
        assert len(right) <= 1 and all(part.strip() for part in re.split("[,>]", line)), line
        assert right or "," in left, f"{line}: ett ord alene finner ingen andre"


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
