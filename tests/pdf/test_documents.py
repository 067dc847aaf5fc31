"""What is made: each document is PDF/UA-1 by another program's word, and its tags say what the page says."""

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

import page as validator
import pikepdf
import pytest

from macros.documents.pdf.editions import TOOLS, Edition
from tests.conftest import WithPdf
from tests.pdf.conftest import EDITIONS, LIBRARY, SITE, content
from tests.pdf.tags import Document

Documents = Mapping[Edition, Document]
Told = Mapping[Edition, Any]
UA = "{http://www.aiim.org/pdfua/ns/id/}part"


def name(edition: Edition) -> str:
    return edition.file(True)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "is" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def words(value: Any) -> str:
    return "".join(node["text"] for node in nodes(value) if node["is"] == "words")


def test_there_is_one_for_each_tool_in_both_languages_one_for_each_theme_and_the_handbook() -> None:
    tools = [edition for edition in EDITIONS if edition.scope == "tool"]
    assert len(tools) == 2 * sum(len(LIBRARY.entries[folder]) for folder in TOOLS)
    assert [edition.sections for edition in EDITIONS if edition.scope == "theme"] == [
        (theme,) for theme in ("reformen", "ledelse", "partssamarbeid", "innovasjon", "kompetanse")
    ]
    assert [edition.scope for edition in EDITIONS].count("handbook") == 1
    assert len({name(edition) for edition in EDITIONS}) == len({e.file(False) for e in EDITIONS}) == len(EDITIONS)


@pytest.mark.parametrize("edition", EDITIONS, ids=name)
def test_a_validator_of_its_own_finds_it_to_be_pdf_ua(edition: Edition, with_pdf: WithPdf) -> None:
    report = validator.validate_pdf_bytes(content(with_pdf, edition), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant and report.rules.total > 100


@pytest.mark.parametrize("edition", EDITIONS, ids=name)
def test_it_says_what_it_is_in_which_language_and_who_publishes_it(
    edition: Edition, documents: Documents, told: Told
) -> None:
    document, data = documents[edition], told[edition]
    assert document.root.MarkInfo.Marked and document.root.ViewerPreferences.DisplayDocTitle
    assert str(document.root.Lang) == f"{data['language']}-NO"
    assert data["language"] == ("nn" if edition.home.startswith("nn/") else data["chapters"][0]["language"])
    with document.pdf.open_metadata() as about:
        assert about[UA] == "1"
        assert about["dc:title"] == data["title"] and about["dc:creator"] == [SITE.publisher]
        assert about["dc:description"] == data["description"] != ""


@pytest.mark.parametrize("edition", EDITIONS, ids=name)
def test_every_heading_is_a_bookmark_and_no_level_is_passed_over(
    edition: Edition, documents: Documents, told: Told
) -> None:
    document = documents[edition]
    headings = [node for node in nodes(told[edition]) if node["is"] == "heading"]
    own = [told[edition]["words"]["contents"]] if told[edition]["front"] else []
    assert document.bookmarks()[len(own) :] == [words(heading) for heading in headings]
    levels = document.headings()
    assert levels[len(own) :] == [heading["level"] for heading in headings]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("edition", EDITIONS, ids=name)
def test_nothing_is_painted_outside_the_tags_and_it_is_read_in_the_order_it_stands(
    edition: Edition, documents: Documents
) -> None:
    document = documents[edition]
    assert document.loose() == []
    assert document.read() == document.painted()
    for one in document.pdf.pages:
        assert one.obj.get("/Tabs") == "/S" or "/Annots" not in one.obj


@pytest.mark.parametrize("edition", EDITIONS, ids=name)
def test_tables_have_headers_drawings_have_words_and_links_are_tagged(
    edition: Edition, documents: Documents, told: Told
) -> None:
    document, found = documents[edition], list(nodes(told[edition]))
    drawings = [node["description"] for node in found if node["is"] in ("drawing", "picture")]
    assert [tag.alternative for tag in document.named("/Figure")] == drawings and all(drawings)
    headers = [cell for node in found if node["is"] == "table" for row in node["head"] for cell in row]
    assert [tag.scope for tag in document.named("/TH")] == ["/Column"] * len(headers)
    assert len(document.named("/Table")) == sum(node["is"] == "table" for node in found)
    annotations = [one for each in document.pdf.pages for one in each.obj.get("/Annots", [])]
    assert sum(tag.annotations for tag in document.named("/Link")) == len(annotations)
    assert all(str(one.Subtype) == "/Link" and str(one.Contents) for one in annotations)


@pytest.mark.parametrize("edition", EDITIONS, ids=name)
def test_letters_are_in_the_file_and_can_be_read_out(edition: Edition, documents: Documents) -> None:
    fonts = [
        one
        for one in documents[edition].pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
    ]
    whole = [font for font in fonts if font.get("/Subtype") == "/Type0"]
    assert whole and all("/ToUnicode" in font for font in whole)
    for font in whole:
        assert "/FontFile3" in font.DescendantFonts[0].FontDescriptor
        assert re.search("LibertinusSerif|DejaVuSansMono", str(font.BaseFont)), "tell of it in third-party.yaml"


@pytest.mark.parametrize("edition", EDITIONS, ids=name)
def test_what_is_in_another_language_is_tagged_so(edition: Edition, documents: Documents, told: Told) -> None:
    data = told[edition]
    meant = {node["language"] for node in nodes(data) if node.get("language")} | {
        chapter["language"] for chapter in data["chapters"]
    }
    found = {language.removesuffix("-NO") for language in documents[edition].languages()}
    assert meant - {data["language"]} <= found <= meant | {data["language"]}


def test_nynorsk_chapters_of_the_handbook_are_tagged_as_nynorsk(documents: Documents, told: Told) -> None:
    handbook = next(edition for edition in EDITIONS if edition.scope == "handbook")
    nynorsk = [chapter for chapter in told[handbook]["chapters"] if chapter["language"] == "nn"]
    assert len(nynorsk) > 20
    tagged = [tag for tag in documents[handbook].tags if tag.language == "nn-NO"]
    assert len(tagged) > 10 * len(nynorsk)


def test_the_handbook_leads_from_part_to_part_inside_itself(documents: Documents, told: Told) -> None:
    handbook = next(edition for edition in EDITIONS if edition.scope == "handbook")
    links = [node["to"] for node in nodes(told[handbook]) if node["is"] == "link"]
    inside = [to["place"] for to in links if "place" in to]
    assert len(inside) > 1000
    assert {place.split("#")[0] for place in inside} <= {chapter["place"] for chapter in told[handbook]["chapters"]}
    assert any("#" in place for place in inside)
    assert all("place" in to or "address" in to for to in links)
    assert len(documents[handbook].pdf.pages) > 300


def test_the_handbook_has_every_theme_tool_and_story(told: Told) -> None:
    handbook = next(edition for edition in EDITIONS if edition.scope == "handbook")
    places = [chapter["place"] for chapter in told[handbook]["chapters"]]
    for kind in LIBRARY.kinds:
        if kind.folder in (*TOOLS, "stories"):
            assert {f"/{kind.page(id).removesuffix('.md')}/" for id in LIBRARY.entries[kind.folder]} <= set(places)
    assert len(places) == len(set(places))
