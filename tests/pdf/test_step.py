"""The step that makes the PDFs: the same bytes each time, links that lead to them, and words for what stops it."""

import datetime
import re
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import Any

import page as validator
import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from macros.content import pdf_link
from macros.content.place import Place
from macros.documents.pdf import book, reader
from macros.documents.pdf.editions import Edition
from macros.documents.pdf.typesetting import Press, TypesettingError
from scripts import audit, build, pdf, sbom, server, unchanged
from scripts.engines import USUAL
from scripts.hosting.assemble import Publication, assemble
from tests.conftest import MOMENT, ROOT, WithPdf
from tests.html import read
from tests.pdf.conftest import EDITIONS, SITE, content, shop
from tests.pdf.tags import Document
from tests.pdf.test_reader import TREES

WHOLE = '<html lang="nb"><body><article class="md-content__inner"><h1>Tittel</h1>{}</article></body></html>'


def page(inner: str, address: str = "x/") -> reader.Page:
    return reader.read(WHOLE.format(inner), address)


def data(*pages: reader.Page, url: str = SITE.url) -> dict[str, Any]:
    whole = book.Book("Tittel", "nb", "Om.", [book.Chapter(one, min(depth, 1)) for depth, one in enumerate(pages)])
    return book.as_data(whole, replace(SITE, url=url), MOMENT.date())


def test_it_is_the_same_bytes_each_time_and_wherever_it_is_made(with_pdf: WithPdf, tmp_path: Path) -> None:
    chosen = [edition for edition in EDITIONS if edition.home in ("reformen/index.md", "sjekklister/kom-i-gang.md")]
    (tmp_path / "annet").symlink_to(with_pdf.online)
    press = Press(tmp_path / "annet", MOMENT)
    for edition in chosen:
        workshop = shop(tmp_path / "annet")
        again = press.pdf(book.as_data(pdf.book(edition, workshop), SITE, MOMENT.date()))
        assert again == content(with_pdf, edition)


def test_another_moment_is_told_in_the_document(with_pdf: WithPdf) -> None:
    press = Press(with_pdf.online, MOMENT + datetime.timedelta(days=1))
    assert press.pdf(data(page("<p>a</p>"))) != Press(with_pdf.online, MOMENT).pdf(data(page("<p>a</p>")))


@pytest.mark.parametrize("directory_urls", [True, False], ids=["online", "offline"])
def test_every_page_that_tells_of_one_links_to_it_right_below_its_title(
    with_pdf: WithPdf, directory_urls: bool
) -> None:
    folder = with_pdf.online if directory_urls else with_pdf.offline
    for edition in EDITIONS:
        for told_on in edition.told_on:
            address = Place(told_on, "nb", directory_urls, ()).address(told_on)
            file = folder / (f"{address}index.html" if directory_urls else address)
            html = file.read_text(encoding="utf-8")
            found = re.search(r'</h1>\s*<p class="tip-pdf"[^>]*><a href="([^"]+)" download>([^<]+)</a></p>', html)
            assert found, told_on
            target = file.parent / found[1]
            assert target.resolve() == (folder / edition.file(directory_urls)).resolve()
            assert found[2].endswith(f"({pdf_link.readable(target.stat().st_size)})")
            assert html.count("tip-pdf") == 1


def test_no_other_page_tells_of_one_and_a_plain_build_has_none(with_pdf: WithPdf, site: Path) -> None:
    told_on = sum(len(edition.told_on) for edition in EDITIONS)
    linking = [
        path for path in with_pdf.online.rglob("*.html") if any(link.endswith(".pdf") for link in read(path).links)
    ]
    assert len(linking) == told_on
    assert not list(site.rglob("*.pdf")) and not any("tip-pdf" in file.read_text() for file in site.rglob("*.html"))


def test_the_audit_knows_the_files_and_the_links(with_pdf: WithPdf) -> None:
    assert list(audit.faults(with_pdf.online)) == [] and list(audit.faults(with_pdf.offline)) == []


def test_the_lists_of_parts_tell_of_the_letters_only_where_there_are_pdfs(with_pdf: WithPdf, project: Path) -> None:
    archive = project / "dist" / build.ZIP_NAME
    with_, without = (
        sbom.shipped(ROOT, folder, archive, MOMENT, USUAL)["components"]
        for folder in (with_pdf.offline, project / "site")
    )
    assert {part["name"] for part in with_} - {part["name"] for part in without} == {"Libertinus Serif"}
    packages = {part["name"] for part in sbom.built_with(ROOT, MOMENT, USUAL, with_pdf=True)["components"]}
    assert {"typst", "pikepdf", "mkdocs"} <= packages


def test_text_that_looks_like_commands_is_only_text(with_pdf: WithPdf) -> None:
    sly = '#panic("x") $x$ *a* _b_ `c` <d> @e [f] \\ // g #read("/etc/passwd")'
    found = page(f"<p>{sly.replace('<', '&lt;')}</p><ul><li>{'= h'}</li></ul>")
    made = data(found)
    assert sly in str(made["chapters"]).replace("\\\\", "\\")
    assert Press(with_pdf.online, MOMENT).pdf(made).startswith(b"%PDF-1.7")


def test_a_link_leads_into_the_document_to_the_site_or_nowhere() -> None:
    first = page('<p><a href="../y/#z">A</a> <a href="../w/">B</a> <a href="https://a.example/">C</a></p>')
    second = page('<p id="z">D</p>', "y/")

    def targets(url: str) -> list[dict[str, str]]:
        written: list[dict[str, str]] = []
        for block in data(first, second, url=url)["chapters"][0]["blocks"]:
            written += [part["to"] for part in block["parts"] if part["is"] == "link"]
        return written

    inside, outside = {"place": "/y/#z"}, {"address": "https://a.example/"}
    assert targets("https://s.example/") == [inside, {"address": "https://s.example/w/"}, outside]
    assert targets("") == [inside, {}, outside]


def test_a_sign_no_letter_has_is_told_with_the_page_it_stands_on(with_pdf: WithPdf) -> None:
    press = Press(with_pdf.online, MOMENT)
    with pytest.raises(TypesettingError, match=r"^skriften har ikke alle tegnene i «\U00013000» – skriv det"):
        press.pdf(data(page("<p>a \U00013000</p>")))


def test_a_picture_that_is_not_there_is_told_by_its_name(with_pdf: WithPdf) -> None:
    press = Press(with_pdf.online, MOMENT)
    with pytest.raises(TypesettingError, match=r"^Typst sier «file not found .*borte\.png"):
        press.pdf(data(page('<p><img src="../borte.png" alt="Noe"></p>')))


def test_a_picture_is_shown_with_what_it_says(tmp_path: Path) -> None:
    Image.new("RGB", (4, 3)).save(tmp_path / "bilde.png")
    made = Document(
        Press(tmp_path, MOMENT).pdf(data(page('<figure><img src="../bilde.png" alt="Fire folk"></figure>')))
    )
    assert [tag.alternative for tag in made.named("/Figure")] == ["Fire folk"]


def test_a_page_that_cannot_be_made_stops_the_build_with_its_name_and_no_traceback(
    tmp_path: Path, with_pdf: WithPdf
) -> None:
    home = EDITIONS[0].home
    file = tmp_path / home.removesuffix(".md") / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(WHOLE.format("<p>\U00013000</p>"), encoding="utf-8")
    with pytest.raises(build.BuildError, match=f"^{re.escape(home)} lot seg ikke gjøre om til PDF: skriften har ikke"):
        build.add_pdf(ROOT, tmp_path, tmp_path)


def test_a_build_with_pdf_is_another_than_one_without(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert unchanged.inputs(tmp_path, {}) != unchanged.inputs(tmp_path, {}, "pdf")


@pytest.mark.parametrize(
    ("size", "written"), [(1, "1 kB"), (91_429, "91 kB"), (999_600, "1,0 MB"), (2_713_641, "2,7 MB")]
)
def test_a_size_is_written_as_it_is_read(size: int, written: str) -> None:
    assert pdf_link.readable(size) == written


def test_a_page_without_a_title_has_no_place_for_the_link() -> None:
    with pytest.raises(ValueError, match="tittel"):
        pdf_link.put("<p>x</p>", "<p>y</p>")


def test_a_server_sends_it_as_pdf_whole_and_with_the_policy_of_the_site(tmp_path: Path, with_pdf: WithPdf) -> None:
    program = server.find()
    if not program:
        pytest.skip("fant ikke nginx med libnginx-mod-http-brotli-static")
    site, hosted, scratch = (tmp_path / name for name in ("site", "hosted", "nginx"))
    for folder in (site, hosted, scratch):
        folder.mkdir()
    (site / "index.html").write_text('<meta charset="utf-8"><title>a</title>' * 20, encoding="utf-8")
    sent = content(with_pdf, EDITIONS[0])
    (site / "a.pdf").write_bytes(sent)
    assemble(site, hosted, Publication("https://example.org/", "", MOMENT), quality=2)
    with server.running(program, hosted, scratch) as address, urllib.request.urlopen(f"{address}a.pdf") as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Content-Security-Policy"]
        assert answer.read() == sent


EVERYTHING = """<p>Se <code>kode</code>, <sup>1</sup>, <sub>2</sub>, <em>a</em><br>b <img src="../bilde.png" alt="Et bilde"></p>
<pre>en
  to</pre><blockquote><p>Sagt</p></blockquote><table><tr><td>uten</td><td>hode</td></tr></table>
<table><caption>Navn</caption><thead><tr><th colspan="2">A</th></tr></thead><tr><th scope="row">b</th><td></td></tr></table>
<ul><li>a<ul><li>b<ol start="4"><li>c</li></ol></li></ul></li></ul><dl><dt>ord</dt><dd><ul><li>x</li></ul></dd></dl>
<dl><dt>et ord som er så langt at det ikke står ved siden av</dt><dd>y</dd></dl>
<ul class="tip-talk__cards"><li><h5>Kort</h5><p>tekst</p></li></ul><details><summary>Mer</summary><p>skjult</p></details>
<fieldset><legend>Hva?</legend><label><input type="radio"> 1</label></fieldset><p><input type="text"></p>
<section class="tip-callout tip-callout--watch" lang="sv"><h2>Pass på</h2><p>d</p></section>"""


def test_every_kind_of_block_is_pdf_ua_and_no_level_is_passed_over_inside_any_of_them(tmp_path: Path) -> None:
    Image.new("RGB", (4, 3)).save(tmp_path / "bilde.png")
    content = Press(tmp_path, MOMENT).pdf(data(page(EVERYTHING), page(EVERYTHING, "y/")))
    report = validator.validate_pdf_bytes(content, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert Document(content).headings() == [1, 2, 2, 2, 3, 3]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TREES)
def test_whatever_stands_in_whatever_it_can_be_made(tmp_path: Path, inner: str) -> None:
    content = Press(tmp_path, MOMENT).pdf(data(page(f"<p>x</p>{inner}")))
    assert validator.validate_pdf_bytes(content, profile="ua1").is_compliant


def test_a_list_that_names_a_page_that_is_not_there_is_told_of_and_no_traceback(tmp_path: Path) -> None:
    gone = Edition("theme", "borte/index.md", ("borte/index.md",), ("borte",))
    with pytest.raises(reader.ReadingError, match=re.escape("editions.yaml nevner borte.md")):
        pdf.book(gone, shop(tmp_path))
    with pytest.raises(pdf.PdfError, match=re.escape("borte/index.md kan ikke lenke til PDF-en: editions.yaml nevner")):
        (tmp_path / "borte").mkdir()
        pdf.put({gone: b""}, tmp_path, directory_urls=True)
    (tmp_path / "borte" / "index.html").write_text("<p>Uten tittel</p>", encoding="utf-8")
    with pytest.raises(pdf.PdfError, match="har ingen tittel"):
        pdf.put({gone: b""}, tmp_path, directory_urls=True)
