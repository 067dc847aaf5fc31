"""The reading of a built page: it finds what the theme's own search finds, and the headings a reader sees."""

import re
from pathlib import Path

import pytest
from material.plugins.search.plugin import Parser

from scripts import page_reader

Sections = list[tuple[str | None, str, str]]


def ours(html: str) -> Sections:
    found = page_reader.read(html).sections
    return [(one.id, "".join(one.title).strip(), "".join(one.text).strip()) for one in found if not one.excluded]


def the_themes(html: str) -> Sections:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [
        (one.id, "".join(one.title).strip(), "".join(one.text).strip()) for one in parser.data if not one.is_excluded()
    ]


def test_every_page_is_divided_as_the_theme_divides_it(site: Path) -> None:
    pages = sorted(site.rglob("index.html"))
    articles = [re.search(r"<article.*</article>", page.read_text(encoding="utf-8"), re.DOTALL) for page in pages]
    assert len(pages) > 200
    for page, article in zip(pages, articles, strict=True):
        assert article, page
        assert ours(article[0]) == the_themes(article[0]), page


@pytest.mark.parametrize(
    "html",
    [
        "<p>Først</p><h2 id='a'>En &amp; to</h2><p>x &lt; y</p>",
        '<h1 id="a">Tittel</h1><p>En\nlinje</p>\n\n<ul><li></li><li> b </li></ul>',
        '<h1 id="a">T</h1><div data-search-exclude><p>bort</p></div><p>inn</p>',
        '<h1 id="a">T</h1><div><h2 id="b" data-search-exclude>U</h2><p>bort</p></div><p>inn</p>',
        '<h1 id="a">T</h1><section><h2 id="b">U</h2><p>u</p></section><p>t igjen</p>',
        '<h1 id="a">T</h1><pre><code>a\n  b\n</code></pre><style>p {}</style><script>"<p>"</script><p>etter</p>',
        '<h1 id="a">T</h1><p>a<br>b<img src="x" alt="y">c</p><!-- en <p> merknad --><p>d</p>',
        '<h2 id="a">T</h2><p title="a > b">c</p>',
    ],
)
def test_odd_pages_are_divided_as_the_theme_divides_them(html: str) -> None:
    assert ours(html) == the_themes(html)


def test_headings_and_ids_are_those_of_the_page() -> None:
    html = '<h1 id="a">En &amp; <em>to</em></h1><h2>Uten</h2><div id="x"><h3 id="b">Tre</h3></div><h4 id="c">Fire</h4>'
    found = page_reader.read(html)
    assert [(one["level"], one["id"], one["name"]) for one in found.headings] == [
        (1, "a", "En &amp; to"),
        (3, "b", "Tre"),
    ]
    assert found.ids == {"a", "b", "c", "x"}
