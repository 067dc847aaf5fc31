"""A built page as Markdown: what is read stays, what is only for the hand or the eye goes, and links are whole."""

import pytest
from lxml import html

from macros.machine import markdown

HERE = "https://eksempel.no/bok/sjekklister/kom-i-gang/"


def written(inside: str) -> str:
    return markdown.of(html.fragment_fromstring(inside, create_parent="article"), HERE)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<h1>Tittel</h1><p>Første.</p><p>Andre.</p>", "# Tittel\n\nFørste.\n\nAndre."),
        ("<p>Et <strong>viktig </strong>ord og <em>et til</em>.</p>", "Et **viktig** ord og *et til*."),
        ('<p><a href="../../ordliste/#tillit">tillit</a></p>', "[tillit](https://eksempel.no/bok/ordliste/#tillit)"),
        ('<p><a href="#punkt">punktet</a></p>', f"[punktet]({HERE}#punkt)"),
        ('<p><a href="https://lovdata.no/a b">lov</a></p>', "[lov](https://lovdata.no/a%20b)"),
        ("<ul><li>én</li><li>to<ul><li>under</li></ul></li></ul>", "- én\n- to\n\n  - under"),
        ("<ol><li><p>én</p><p>mer</p></li><li>to</li></ol>", "1. én\n\n   mer\n2. to"),
        ("<ul><li><h2>Kort</h2><p>Tekst.</p></li></ul>", "## Kort\n\nTekst."),
        ("<dl><div><dt>Når</dt><dd>Nå</dd></div><dt>Hvem</dt><dd>Du</dd></dl>", "- Når: Nå\n- Hvem: Du"),
        ("<blockquote><p>Si dette.</p></blockquote>", "> Si dette."),
        ("<pre>a\n  b\n</pre>", "```\na\n  b\n```"),
        ("<p>Kjør <code>new.py *</code></p>", "Kjør `new.py *`"),
        ("<details><summary>Mer</summary><p>Her.</p></details>", "**Mer**\n\nHer."),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1 | 2</td><td><p>x</p><p>y</p></td></tr></table>",
            "| A | B |\n| --- | --- |\n| 1 \\| 2 | x y |",
        ),
        ('<p><img src="bilde.png" alt="En tegning"></p>', f"![En tegning]({HERE}bilde.png)"),
    ],
)
def test_an_element_becomes_what_markdown_has_for_it(given: str, expected: str) -> None:
    assert written(given) == f"{expected}\n"


@pytest.mark.parametrize(
    "left_out",
    [
        "<button>Skriv ut</button>",
        "<p hidden>Bare for skript</p>",
        "<div data-search-exclude>Legg i planen</div>",
        "<nav>Brødsmuler</nav>",
        '<label>Navn <input type="text"></label>',
        "<script>let kode</script>",
        "<!-- merknad -->",
    ],
)
def test_what_a_reader_of_markdown_cannot_use_is_left_out(left_out: str) -> None:
    assert written(f"<p>Før</p>{left_out}<p>Etter</p>") == "Før\n\nEtter\n"


@pytest.mark.parametrize("words", ["- ikke en liste", "# ikke en overskrift", "1. ikke et tall", "> ikke et sitat"])
def test_words_that_look_like_marks_stay_words(words: str) -> None:
    from markdown import markdown as read

    shown = html.fromstring(read(written(f"<p>{words.replace('>', '&gt;')}</p>")))
    assert (shown.tag, shown.text_content()) == ("p", words)


def test_stars_brackets_and_underscores_in_words_are_only_words() -> None:
    from markdown import markdown as read

    words = "2 * 3 * 4, [ikke lenke](her), _ikke kursiv_, a_b_c og &lt;b&gt;"
    shown = html.fromstring(read(written(f"<p>{words}</p>")))
    assert shown.text_content() == "2 * 3 * 4, [ikke lenke](her), _ikke kursiv_, a_b_c og <b>"
    assert len(shown) == 0
