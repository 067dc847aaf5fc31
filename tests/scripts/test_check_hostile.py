"""`check.py` on pages and files made to do harm: each is refused with file and line, and none gives a traceback."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros import registry
from macros.content import yaml_reader
from macros.content.loader import load
from scripts import check
from tests.conftest import ROOT, MakeTree
from tests.scripts.test_check import GOOD, LIST, lines

HEAD = f"---\nlanguage: nb\ndescription: {'En side som prøver angrep. ' * 2}\n---\n# Side\n\n"

ATTACKS = [
    "{{ checklist|attr('x') }}",
    '{{ checklist("klare-mal")|safe }}',
    '{{ checklist("klare-mal").__class__ }}',
    '{{ checklist("klare-mal" ~ "x") }}',
    '{{ checklist(*["klare-mal"]) }}',
    '{{ checklist(**{"id": "klare-mal"}) }}',
    '{{ checklist("klare-mal") if 1 }}',
    "{{ self.__init__ }}",
    "{{ [].__class__ }}",
    "{% raw %}{{<script>alert(1)</script>}}{% endraw %}",
    "<{# #}script>alert(1)<{# #}/script>",
    '{%- set x = checklist("klare-mal") -%}',
    '{{- checklist("klare-mal") -}}',
    "{% import 'x' as y %}",
    "{{ (" * 400,
    "{{ checklist(" + "9" * 5000 + ") }}",
    '{{ source("rapport", "](javascript:alert(1))") }}',
    "```\n{{ 7*7 }}\n```",
    "`{{ 7*7 }}`",
    "    ```\n\n<script>alert(1)</script>",
    "```\nkode\n~~~\n<script>alert(1)</script>",
    "``` {onclick=x}\nkode\n```",
    "\\`<b>\\`",
    "a ` b\n` <script>alert(1)</script> `",
    "``<b>` x",
    "# Hei { onclick=alert(1) }",
    "*x*{: onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html,x)",
    "[x](file:///etc/passwd)",
    "[x](C:\\Users\\x.docx)",
    "[x](//evil.example)",
    "[x](/absolutt/)",
    "[x](../../../etc/passwd)",
    "[x](https://dfo.no@evil.example)",
    "[[x]](javascript:alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<https://>",
    "<https://user@dfo.no/side>",
    "![x](https://evil.example/x.png)",
    '<div markdown="1">x</div>',
    "<!-- x -->",
    "<!--tip:0123456789abcdef-->",
    "&lt;a&gt; \u202e snudd",
    "null\u200bbredde",
    "linje\u2028skift",
    "fyll\u3164tegn",
    "side\x0cskift",
    "a\u030a",
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: repr(attack)[:40])
def test_an_attack_in_a_page_is_refused_at_its_line(attack: str, tree: MakeTree) -> None:
    found = lines(tree(GOOD | {"docs/side.md": HEAD + attack + "\n"}))
    assert found
    assert all(int(line.split(":")[1]) >= 7 or "for lang" in line for line in found), found
    assert all(line.startswith("docs/side.md:") and line.isprintable() for line in found)


@pytest.mark.parametrize(
    "inert",
    ["<https://dfo.no/side>", '--8<-- "../mkdocs.yml"', "[^1] og [TOC]", "5 < 10 & 3 > 2", "Skriv `{: .x }` her"],
)
def test_what_the_generator_does_not_read_as_code_is_let_through(inert: str, tree: MakeTree) -> None:
    assert lines(tree(GOOD | {"docs/side.md": f"{HEAD}{inert}\n"})) == []


TOPS = {
    "template: home.html\nhide: toc\n\n# Side\n": "leses som oppsett",
    "---\r\nlanguage: nb\r\ntemplate: evil.html\r\n---\r\n# Side\r\n": "template",
    "---\nlanguage: nb\n...\n\n---\n# Side\n": "slutter ikke der den skal",
    "---\nlanguage: nb\ntemplate: home.html\n---\n# Side\n": "bare forsiden",
    "---\nlanguage: nb\nrender_macros: false\n---\n# Side\n": "render_macros",
    "---\nlanguage: nb\nhooks: [x.py]\n---\n# Side\n": "hooks",
    "---\nlanguage: nb\nhide: [toc]\n---\n# Side\n": "hide",
    "---\ntitle: A: B\n---\n# Hei\n": "kolon",
    "---\na: &a [*a]\n---\n# Hei\n": "kan ikke begynne med &",
}


@pytest.mark.parametrize("page", TOPS, ids=repr)
def test_the_top_of_a_page_cannot_set_more_than_it_may(page: str, tree: MakeTree) -> None:
    root = tree(GOOD)
    (root / "docs/side.md").write_bytes(page.encode())
    assert any(TOPS[page] in line for line in lines(root))


FILES = {
    "docs/x.html": "filtypen «.html»",
    "docs/x.js": "filtypen «.js»",
    "docs/bilde.svg": "filtypen «.svg»",
    "docs/main.py": "filtypen «.py»",
    "docs/.htaccess": "filtypen «.htaccess»",
    "docs/assets/search/worker.js": "filtypen «.js»",
    "docs/sitemap.xml": "filtypen «.xml»",
    "docs/vedlegg/plan.xlsm": "makroer er ikke tillatt",
    "docs/con.md": "Windows",
    "docs/a:b.md": "Windows",
    "docs/slutt .md": "Windows",
    "docs/søk.md": "navnet «søk»",
    "docs/linje\n::error::x.md": "navnet",
    "docs/assets/x.md": "er opptatt",
    "docs/nn/sjekklister/klare-mal/index.md": "samme adresse",
}


@pytest.mark.parametrize("name", FILES, ids=repr)
def test_a_file_that_is_no_page_or_has_a_name_that_cannot_be_published_is_refused(name: str, tree: MakeTree) -> None:
    found = lines(tree(GOOD | {name: HEAD}))
    assert any(FILES[name] in line for line in found), found
    assert all(line.isprintable() for line in found)


@pytest.mark.parametrize("name", ["docs/side.md", "docs/data/stories/x.yaml", "docs/mappe", LIST])
def test_a_link_out_of_the_tree_is_refused_and_never_read(
    name: str, tree: MakeTree, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("ute") / "hemmelig"
    secret.write_text("passord: !hemmelig\n", encoding="utf-8")
    root = tree(GOOD)
    (root / name).unlink(missing_ok=True)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(secret)
    found = lines(root)
    assert [line.split(" – ")[0] for line in found] == [f"{name}:1: fil"]
    assert "passord" not in found[0]


def test_a_folder_named_as_a_page_is_told(tree: MakeTree) -> None:
    root = tree(GOOD)
    (root / "docs/side.md").mkdir()
    assert "mappe med punktum" in lines(root)[0]


def mutate(text: str, random: random.Random) -> bytes:
    """Return a text that has been cut, spliced, nested, or had some of its bytes or keys changed."""
    raw = bytearray(text.encode())
    a, b = sorted(random.randrange(len(raw)) for _ in range(2))
    kind = random.randrange(6)
    if kind == 0:
        return bytes(raw[:a])
    if kind == 1:
        return bytes(raw[b:] + raw[:a] + raw[a : a + 200])
    if kind == 2:
        for _ in range(5):
            raw[random.randrange(len(raw))] = random.randrange(256)
        return bytes(raw)
    if kind == 3:
        return bytes(raw[:a] + b"[{" * 30 + raw[a:])
    if kind == 4:
        return bytes(
            raw[:a]
            + random.choice([b"{{ ", b"{% ", b"`", b"\r", b"\x0c", b"---\n", b"9" * 5000, b"](", b"<"])
            + raw[a:]
        )
    return bytes(raw).replace(b": ", random.choice([b":", b": [", b": ~ #", b": 1", b":\n  "]), random.randrange(4))


PAGES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))]
CHECKER = check.page_checker(ROOT, registry.library())
FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(st.sampled_from(PAGES), st.randoms(use_true_random=False))
def test_no_mutation_of_a_page_gives_a_traceback(tmp_path: Path, page: str, random: random.Random) -> None:
    (tmp_path / "docs").mkdir(exist_ok=True)
    file = tmp_path / "docs" / "side.md"
    file.write_bytes(mutate(page, random))
    checker = check.PageChecker(file.parent, CHECKER.library, CHECKER.block, CHECKER.inline)
    assert all(problem.located(tmp_path).isprintable() for problem in checker.check(file))


@FUZZ
@given(st.sampled_from(registry.kinds()), st.data(), st.randoms(use_true_random=False))
def test_no_mutation_of_an_entry_gives_a_traceback(
    tmp_path: Path, kind: object, data: st.DataObject, random: random.Random
) -> None:
    folder, model = getattr(kind, "folder"), getattr(kind, "model")  # noqa: B009 - typed as object
    file = data.draw(st.sampled_from(sorted((ROOT / "docs" / "data" / folder).glob("*.yaml"))))
    mutated = tmp_path / "x.yaml"
    mutated.write_bytes(mutate(file.read_text(encoding="utf-8"), random))
    loaded = load(mutated, model)
    assert loaded.entry or loaded.problems
    assert all(problem.located(tmp_path).isprintable() for problem in loaded.problems)


def test_a_number_of_five_thousand_figures_stays_text() -> None:
    assert yaml_reader.read(b"a: " + b"9" * 5000).data == {"a": "9" * 5000}
