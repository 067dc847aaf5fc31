"""Mistakes editors make, case by case: what each message must name; the numbers are those of the open list of cases."""

import pytest

from scripts import check
from tests.conftest import MakeTree
from tests.scripts.test_check import CHECKLIST, GOOD, LIST, SOURCE, lines
from tests.scripts.test_check_hostile import HEAD

TITLE = "title: {nb: Klare mål, nn: Klare mål}"
WHY = "{nb: Fordi det gir retning., nn: Fordi det gjev retning.}"
URL = "url: https://example.org/rapport"
SOURCE_FILE = "docs/data/sources/rapport.yaml"
BOMB = "a: &a [x,x,x]\nb: &b [*a,*a,*a]\n"

# Number → what is put in place of what in the checklist, and what the message must name besides the file.
IN_CHECKLIST: dict[str, tuple[str, str, list[str]]] = {
    "A03": (TITLE, "title:Mål", ["1: title", "mellomrom etter kolon"]),
    "A04": (TITLE, 'title: "Klare mål', ["1: title", "anførselstegn"]),
    "A05": (TITLE, "title: “Mål: få og tydelige”", ["1:", "“", '"']),
    "A06": (ITEM := "  - id: velg-mal", "  - **Fet** tekst\n  - id: velg-mal", ["9:", "*", "anførselstegn"]),
    "A07": (ITEM, "  - [ ] Du setter mål\n  - id: velg-mal", ["9:", "[ ]", "fjern"]),
    "A09": (TITLE, "title: %-andelen økte", ["1: title", "%", "anførselstegn"]),
    "A10": (TITLE, "title: &Tillit", ["1: title", "&", "anførselstegn"]),
    "A11": (TITLE, "title: !Viktig å vite", ["1: title", "!", "anførselstegn"]),
    "A12": (TITLE, "title: `kode`", ["1: title", "`"]),
    "A14": (TITLE, f"<<<<<<< HEAD\n{TITLE}\n=======\n{TITLE}\n>>>>>>> gren", ["1:", "<<<<<<<", "konflikt"]),
    "A16": (CHECKLIST, "# utkast\n# mer\n", ["1:", "tom"]),
    "A18": (TITLE, f"{TITLE}\n---\n{TITLE}", ["2:", "---", "én fil for hver"]),
    "A19": (ITEM, "\u00a0\u00a0- id: velg-mal", ["9:", "harde mellomrom"]),
    "A24": (TITLE, "title: Første linje\nandre linje", ["2:", "|"]),
    "A25": (TITLE, "title: Tiltak  #3", ["1:", "#", "kapper", "anførselstegn"]),
    "B07": (TITLE, "title: {nb: 12:30, nn: 1230}", ["1: title.nn", "tekst", '"1230"']),
    "B08": ('"2026-11-25"', "2026-02-30", ["16: reviewed", "2026-02-30", "finnes ikke"]),
    "B09": ('"2026-11-25"', "23.11.2026", ["16: reviewed", "åååå-mm-dd", "2026-11-23"]),
    "B11": (TITLE, "title: {nb: ~, nn: Mål}", ["1: title.nb", "mangler tekst"]),
    "B12": (TITLE, "title: {nb: 2026, nn: Mål}", ["1: title.nb", "tekst", '"2026"']),
    "B18": ('"2026-11-25"', "2026-11-23 10:00:00", ["16: reviewed", "bare dato"]),
    "C01": (TITLE, f"{TITLE}\n{TITLE}", ["2: title", "linje 1", "linje 2"]),
    "C02": (ITEM, f"{ITEM}\n    id: en-annen", ["10: items[0].id", "linje 9", "linje 10"]),
    "C06": (f"{TITLE}\n", "", ["title", "mangler"]),
    "C07": ("roles: [leder]", "roles: leder", ["7: roles", "liste", "- "]),
    "C10": ("roles: [leder]", "roles: []", ["7: roles", "minst 1"]),
    "C11": (ITEM, f"  - Bare tekst\n{ITEM}", ["9: items[0]", "gruppe av felt"]),
    "C12": ("reviewed:", "text: Utenfor\nreviewed:", ["16: text", "ukjent felt", "rykk det inn", "items"]),
    "D20": (
        "{nb: Klare mål,",
        "{nb: Verksemda lagar eigne kanalar der dei ikkje berre veit kva som skjer,",
        ["1: title.nb", "language", "nynorsk", "«Verksemda»"],
    ),
    "C14": (TITLE, f"<<: {{a: b}}\n{TITLE}", ["1: <<", "<<"]),
    "C15": (TITLE, f"id: ansvar\n{TITLE}", ["1: id", "ukjent felt", "«ansvar»", "klare-mal", "filnavnet er id-en"]),
    "C16": (ITEM, "  - id: Mål og Ansvar", ["9: items[0].id", "a–z", "«mal-og-ansvar»"]),
    "D01": ("[ledelse]", "[leddelse]", ["6: themes[0]", "leddelse", "mente du «ledelse»"]),
    "D03": ('"2026-11-25"', "2062-11-23", ["16: reviewed", "2062", "fram i tid"]),
    "D05": ("{nb: Klare mål,", '{nb: "   ",', ["1: title.nb", "tekst"]),
    "D06": ("{nb: Klare mål,", f"{{nb: {'Veldig lang tittel ' * 8},", ["1: title", "tegn", "grensen"]),
    "D08": ("Klare mål,", "Klare ma\u030al,", ["1: title", "NFC"]),
    "E01": ("Klare mål,", "Hei <script>alert(1)</script>,", ["1: title.nb", "HTML"]),
    "E07": (WHY, "{nb: '[klikk](java&#115;cript:alert(1))', nn: Nei}", ["11: items[0].why.nb", "lenke"]),
    "F09": (
        TITLE,
        'title: !!python/object/apply:os.system ["id"]',
        ["1: title", "!!python", "ikke tillatt", "anførselstegn"],
    ),
    "F10": (TITLE, "title: !include /etc/passwd", ["1: title", "!", "anførselstegn"]),
    "G01": (TITLE, BOMB, ["1: a", "alias"]),
    "G02": (TITLE, "a: &a [*a]", ["1: a", "alias"]),
    "G03": (TITLE, "a: " + "[" * 10_000 + "]" * 10_000, ["1:", "nivåer"]),
    "G04": (TITLE, "title: " + "x" * 5_000_000, ["1: fil", "5000 kB", "grensen er 100 kB"]),
    "G06": ("Klare mål,", "x" * 50_000 + ",", ["1: title", "50000 tegn", "grensen"]),
}


@pytest.mark.parametrize("case", IN_CHECKLIST)
def test_a_mistake_in_a_checklist_is_told_with_all_that_helps(case: str, tree: MakeTree) -> None:
    before, after, named = IN_CHECKLIST[case]
    assert before in CHECKLIST
    found = [line for line in lines(tree(GOOD | {LIST: CHECKLIST.replace(before, after, 1)})) if line.startswith(LIST)]
    assert any(all(word in line for word in named) for line in found), found


ADDRESSES = {
    "E05": "javascript:alert(1)",
    "E06": '"JaVa\\tScript:alert(1)"',
    "E13": "www.dfo.no",
    "E14": "//evil.example/x",
    "E16": "https://dfo.no/mitt dokument.pdf",
    "E19": "file:///C:/Users/ola/plan.docx",
    "G07": "https://" + "a." * 40_000 + "!",
}


@pytest.mark.parametrize("case", ADDRESSES)
def test_an_address_no_reader_can_follow_is_told(case: str, tree: MakeTree) -> None:
    text = SOURCE.replace(URL, f"url: {ADDRESSES[case]}")
    found = [line for line in lines(tree(GOOD | {SOURCE_FILE: text})) if line.startswith(SOURCE_FILE)]
    assert any(line.startswith(f"{SOURCE_FILE}:3: url") and "https://" in line for line in found), found


# Number → what stands on a page, and what the message must name besides the file and the line.
ON_A_PAGE = {
    "E20": ("[Mål](../finnes-ikke.md)", ["finnes-ikke.md"]),
    "E21": ("[Mål](sjekklister/klare-mal.md#finnes-ikke)", ["#finnes-ikke"]),
    "F02": ('{{ cycler.__init__.__globals__.os.popen("id").read() }}', ["bare makroer", "checklist, "]),
    "F03": ('{{ cheklist("klare-mal") }}', ["cheklist", "«checklist»"]),
    "F04": ('{{ checklist("finnes-ikke") }}', ["finnes-ikke"]),
    "F07": ('{{ checklist("klare-mal")', ["}}"]),
    "F08": ("{% for i in range(10**12) %}x{% endfor %}", ["for"]),
    "F16": ('<form action="https://evil.example"><input name=p></form>', ["<form"]),
}


@pytest.mark.parametrize("case", ON_A_PAGE)
def test_a_mistake_on_a_page_is_told_with_all_that_helps(case: str, tree: MakeTree) -> None:
    text, named = ON_A_PAGE[case]
    found = lines(tree(GOOD | {"docs/side.md": f"{HEAD}{text}\n"}))
    assert any(line.startswith("docs/side.md:7:") and all(word in line for word in named) for line in found), found


@pytest.mark.parametrize("title", ["'x\" onmouseover=\"alert(1)'", '"Forskning & utvikling: 5 < 10"'])
def test_signs_that_only_look_dangerous_are_let_through(title: str, tree: MakeTree) -> None:
    text = CHECKLIST.replace("{nb: Klare mål, nn: Klare mål}", f"{{nb: {title}, nn: {title}}}")
    assert lines(tree(GOOD | {LIST: text})) == []


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_let_through(tree: MakeTree) -> None:
    root = tree(GOOD)
    (root / LIST).write_bytes(b"\xef\xbb\xbf" + CHECKLIST.replace("\n", "\r\n").encode())
    assert check.problems(root) == []
