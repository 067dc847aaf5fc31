"""What is read of a page: all its words in order, and nothing that only works on a screen."""

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.documents.pdf import blocks, inline, looks, reader
from macros.documents.pdf.blocks import Heading, Link, Node, Spoken, children, text_of
from tests.conftest import ROOT

VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
# What there is to see on a screen and not on paper, told again here so that neither list changes alone.
CONTROLS = [
    "script",
    "style",
    "template",
    "nav",
    "button",
    "select",
    "textarea",
    "dialog",
    "progress",
    "datalist",
    "output",
    "svg",
]
ON_SCREEN = [
    "tip-pdf",
    "tip-twin",
    "tip-controls",
    "tip-jump",
    "tip-story__plan",
    "tip-sheet__plan",
    "tip-sheet__take",
    "tip-guide__bar",
    "tip-guide__again",
    "tip-register__used",
]
WHOLE = '<html lang="nb"><body><article class="md-content__inner">{}</article></body></html>'


class _Seen(HTMLParser):
    """Gathers the text of the content of a page, passing over what is not for paper."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.is_inside, self.text = False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        names = values.get("class", "").split()
        if "md-content__inner" in names:
            self.is_inside, self.open = True, []
        if tag in VOID or not self.is_inside:
            return
        is_hidden = "hidden" in values or values.get("aria-hidden") == "true"
        passed = is_hidden or tag in CONTROLS or not set(names).isdisjoint(ON_SCREEN)
        self.open.append(passed or (bool(self.open) and self.open[-1]))

    def handle_endtag(self, tag: str) -> None:
        if self.is_inside and tag not in VOID and self.open:
            self.open.pop()
            self.is_inside = bool(self.open)

    def handle_data(self, data: str) -> None:
        if self.is_inside and not (self.open and self.open[-1]):
            self.text += data


def seen(html: str) -> str:
    found = _Seen()
    found.feed(html)
    return found.text


def letters(text: str) -> str:
    return "".join(text.split())


def every(nodes: Any) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every(children(node))


def test_no_page_loses_a_word_or_moves_one(site: Path) -> None:
    pages = sorted(site.rglob("index.html"))
    assert len(pages) > 200
    for file in pages:
        html = file.read_text(encoding="utf-8")
        page = reader.read(html, f"{file.parent.relative_to(site).as_posix()}/")
        assert letters("".join(map(text_of, page.blocks))) == letters(seen(html)), file


INLINE = ("strong", "em", "code", "a", "span", "small", "mark", "sup")
BLOCK = ("div", "section", "p", "ul", "blockquote", "details", "figure", "dl", "h3")


def wrapped(tag: str, inner: str) -> str:
    if tag == "ul":
        return f"<ul><li>{inner}</li></ul>"
    if tag == "dl":
        return f"<dl><div><dt>ord</dt><dd>{inner}</dd></div></dl>"
    return f'<a href="x/">{inner}</a>' if tag == "a" else f"<{tag}>{inner}</{tag}>"


WORDS = st.text("ab æø<&«» \n\t", max_size=8).map(escape)
LINES = st.recursive(
    WORDS,
    lambda inner: st.builds(wrapped, st.sampled_from(INLINE), st.lists(inner, max_size=4).map("".join)),
    max_leaves=8,
)
# A paragraph and a heading hold only lines; everything else holds anything.
PARAGRAPHS = st.builds(wrapped, st.sampled_from(("p", "h3", "h4")), LINES)
TREES = st.recursive(
    st.one_of(LINES, PARAGRAPHS),
    lambda inner: st.builds(
        wrapped,
        st.sampled_from([tag for tag in BLOCK if tag not in ("p", "h3")] + ["span"]),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(TREES)
def test_whatever_stands_in_whatever_no_letter_is_lost(inner: str) -> None:
    html = WHOLE.format(f"<h1>T</h1>{inner}")
    page = reader.read(html, "x/")
    assert letters("".join(map(text_of, page.blocks))) == letters(seen(html))


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_a_line_has_the_spaces_a_browser_shows(inner: str) -> None:
    page = reader.read(WHOLE.format(f"<h1>T</h1><p>{inner}</p>"), "x/")
    shown = " ".join(re.split(r"[ \t\n\r\f]+", seen(WHOLE.format(f"<p>{inner}</p>")))).strip(" ")
    assert "".join(map(text_of, page.blocks)) == "T" + shown


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_no_link_and_nothing_set_off_begins_or_ends_with_a_space(inner: str) -> None:
    page = reader.read(WHOLE.format(f"<h1>T</h1><p>{inner}</p>"), "x/")
    for node in every(page.blocks):
        if isinstance(node, Link):
            assert not text_of(node).startswith(" ")


def one(inner: str) -> tuple[blocks.Block, ...]:
    return reader.read(WHOLE.format(f"<h1>T</h1>{inner}"), "a/b/").blocks[1:]


def test_a_box_before_a_heading_is_a_box_of_that_heading() -> None:
    (heading,) = one('<ol><li><input type="checkbox" id="x"> <h2><label for="x">Gjør det</label></h2></li></ol>')
    assert heading == Heading(2, (blocks.Words("Gjør det"),), box=True)


def test_a_list_with_headings_is_a_row_of_parts_and_one_without_is_a_list() -> None:
    assert [type(block).__name__ for block in one("<ul><li><h2>A</h2><p>a</p></li><li><h2>B</h2></li></ul>")] == [
        "Heading",
        "Paragraph",
        "Heading",
    ]
    (listing,) = one('<ol start="3"><li>a</li><li><p>b</p></li></ol>')
    assert isinstance(listing, blocks.Listing) and listing.start == 3 and len(listing.items) == 2


def test_a_card_that_leads_to_another_page_is_no_heading_here() -> None:
    found = one('<ul class="tip-cards"><li class="tip-card"><h3><a href="../c/">C</a></h3><p>c</p></li></ul>')
    assert not any(isinstance(node, Heading) for node in every(found))


def test_the_answers_of_a_question_are_told_with_their_words_and_the_ends_only_once() -> None:
    (choice,) = one(
        '<fieldset><legend>Hva?</legend><span aria-hidden="true">uenig</span>'
        '<label><input type="radio"> <span>1<span> uenig</span></span></label><label><input type="radio"> 2</label></fieldset>'
    )
    assert isinstance(choice, blocks.Choice)
    assert ["".join(map(text_of, option)).strip() for option in choice.options] == ["1 uenig", "2"]
    assert all(option[0] == blocks.Mark("box") for option in choice.options)


def test_a_drawing_is_told_in_words_and_stands_alone() -> None:
    (drawing,) = one(
        '<svg viewBox="0 0 9 9" role="img"><title>Navn</title><desc>Det er slik.</desc><text x="1">æ &lt;</text></svg>'
    )
    assert isinstance(drawing, blocks.Drawing)
    assert drawing.description == "Navn. Det er slik."
    assert 'viewBox="0 0 9 9"' in drawing.svg and "æ &lt;" in drawing.svg and "<title" not in drawing.svg


def test_a_drawing_that_says_nothing_is_left_out() -> None:
    assert one('<svg viewBox="0 0 9 9" aria-hidden="true"><title>Navn</title></svg><svg></svg>') == ()


@pytest.mark.parametrize(
    ("href", "to"),
    [
        ("../c/", "/a/c/"),
        ("../c/#d", "/a/c/#d"),
        ("#d", "/a/b/#d"),
        (".", "/a/b/"),
        ("../..", "/"),
        ("../../x.docx", "/x.docx"),
        ("https://a.example/b?c#d", "https://a.example/b?c#d"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_leads_where_it_did_on_the_page(href: str, to: str) -> None:
    assert inline.whole_address(href, "a/b/") == to


def test_another_language_is_noted_in_a_line_and_around_blocks() -> None:
    found = one('<p>Les <span lang="nn">korleis</span></p><div lang="sv"><p>Hej</p></div>')
    assert any(isinstance(node, Spoken) and node.language == "nn" for node in every(found))
    assert any(isinstance(node, blocks.Group) and node.language == "sv" for node in found)


def test_a_table_has_its_header_and_room_for_each_column() -> None:
    (table,) = one(
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>x</td><td>"
        + "lang " * 40
        + "</td></tr></table>"
    )
    assert isinstance(table, blocks.Table)
    assert len(table.head) == 1 and len(table.rows) == 1 and table.head[0][0].header
    assert table.widths[0] < table.widths[1]


@pytest.mark.parametrize("html", ["<p>x</p>", WHOLE.format("<p>uten tittel</p>")])
def test_a_page_without_content_or_title_is_told_by_its_address(html: str) -> None:
    with pytest.raises(reader.ReadingError, match=r"^x/ – "):
        reader.read(html, "x/")


def test_every_class_that_means_something_on_paper_is_one_the_site_has(site: Path) -> None:
    files = [*(ROOT / "overrides" / "components").rglob("*.html"), *site.rglob("index.html")]
    pages = "".join(file.read_text(encoding="utf-8") for file in files)
    meant = {*looks.LEFT_OUT_CLASSES, *looks.LOOKS, *looks.STYLES, *looks.CARDS, looks.SIGNPOST, looks.LINE}
    assert {name for name in meant if not re.search(rf'[ "]{name}[ "]', pages)} == set()
