"""`check.py`: what an editor is told, word for word."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros import registry
from macros.content.kinds import Kind
from macros.content.problems import Problem
from scripts import check
from tests.conftest import ROOT, MakeTree

SOURCE = """\
title: Rapport om tillit
publisher: DFØ
url: https://example.org/rapport
date: "2024"
kind: rapport
confidence: bekreftet
checked: "2026-11-23"
"""
ITEM = """\
  - id: velg-mal
    text: {nb: Velg tre mål, nn: Vel tre mål}
    why: {nb: Fordi det gir retning., nn: Fordi det gjev retning.}
    how: {nb: Skriv dem ned., nn: Skriv dei ned.}
    done_when: {nb: De står på veggen., nn: Dei står på veggen.}
    participation: medvirkning
    sources: [rapport]
"""
CHECKLIST = (
    """\
title: {nb: Klare mål, nn: Klare mål}
description:
  nb: Velg noen få mål sammen, og bruk dem hver uke.
  nn: Vel nokre få mål saman, og bruk dei kvar veke.
use_when: {nb: Når året planlegges., nn: Når året blir planlagt.}
themes: [ledelse]
roles: [leder]
items:
"""
    + ITEM
    + 'reviewed: "2026-11-25"\n'
)
GOOD = {
    "docs/data/sources/rapport.yaml": SOURCE,
    "docs/data/checklists/klare-mal.yaml": CHECKLIST,
    "docs/sjekklister/klare-mal.md": '{{ checklist("klare-mal") }}\n',
    "docs/nn/sjekklister/klare-mal.md": '{{ checklist("klare-mal") }}\n',
}
LIST = "docs/data/checklists/klare-mal.yaml"

# What is put in place of what in the checklist → the whole line the editor sees.
MISTAKES = {
    ("themes: [ledelse]", "themes: [leiing]"): (
        f"{LIST}:6: themes[0] (punkt 1) – «leiing» er ikke en mulig verdi"
        " – velg ledelse, partssamarbeid, innovasjon, kompetanse"
    ),
    ("participation: medvirkning", "participation: medvirking"): (
        f"{LIST}:14: items[0].participation (punkt 1) – «medvirking» er ikke en mulig verdi"
        " – mente du «medvirkning»? – velg informasjon, drøfting, forhandling, medvirkning"
    ),
    ("sources: [rapport]", "sources: [raport]"): (
        f"{LIST}:15: items[0].sources[0] (punkt 1, 1) – fant ikke «raport» i docs/data/sources/ – mente du «rapport»?"
    ),
    ("use_when:", "usewhen:"): (
        f"{LIST}:5: usewhen – «usewhen» er et ukjent felt – mente du «use_when»? – feltene her er legal_checked,"
        " legal_note, title, description, use_when, themes, roles, items, sources, reviewed, review_again"
    ),
    ("{nb: Klare mål, nn: Klare mål}", "{nb: Klare mål}"): f"{LIST}:1: title.nn – mangler – legg til feltet",
    ("{nb: Klare mål, nn: Klare mål}", "2026"): (
        f"{LIST}:1: title – skal være en gruppe av felt, men er «2026» – skriv feltene under hverandre, rykket inn"
    ),
    ("nn: Vel tre mål}", "nn: 2026}"): (
        f"{LIST}:10: items[0].text.nn (punkt 1) – skal være tekst, men «2026» leses som tall eller sant/usant"
        ' – skriv "2026"'
    ),
    ("nn: Vel tre mål}", "nn: ~}"): (
        f"{LIST}:10: items[0].text.nn (punkt 1) – mangler tekst – skriv teksten; feltet må fylles ut"
    ),
    ("Velg tre mål,", "Velg <b>tre</b> mål,"): (
        f"{LIST}:10: items[0].text.nb (punkt 1) – teksten har HTML (<b>tre</b> mål)"
        " – skriv ren tekst; *kursiv*, **fet** og lister med «- » kan brukes"
    ),
    ("Skriv dem ned.", "'[Skriv](javascript:alert)'"): (
        f"{LIST}:12: items[0].how.nb (punkt 1) – teksten har en lenke uten https://"
        " – skriv hele adressen, eller vis til en kilde"
    ),
    ("Skriv dem ned.", "'{{ 7*7 }}'"): (
        f"{LIST}:12: items[0].how.nb (punkt 1) – teksten har makrokode"
        " – fjern krøllparentesene; makroer hører hjemme i sider"
    ),
    ("id: velg-mal", "id: Velg mål"): (
        f"{LIST}:9: items[0].id (punkt 1) – «Velg mål» er ikke en gyldig id"
        " – bruk små bokstaver a–z, tall og bindestrek, for eksempel «velg-mal»"
    ),
    ("roles: [leder]", "roles: leder"): (
        f"{LIST}:7: roles – skal være en liste, men er «leder» – skriv hvert punkt på egen linje med «- » foran"
    ),
    ("roles: [leder]", "roles: []"): f"{LIST}:7: roles – har 0 punkter, og må ha minst 1 – legg til det som mangler",
    ('"2026-11-25"', "25.11.2026"): (
        f"{LIST}:16: reviewed – «25.11.2026» er ikke bare dato på formen åååå-mm-dd – skriv 2026-11-25"
    ),
    ('"2026-11-25"', "2026-02-30"): f"{LIST}:16: reviewed – datoen 2026-02-30 finnes ikke – rett dag eller måned",
    ('"2026-11-25"', "2026-11-25 10:00:00"): (
        f"{LIST}:16: reviewed – «2026-11-25 10:00:00» er ikke bare dato på formen åååå-mm-dd – skriv 2026-11-25"
    ),
    ("{nb: Velg tre mål, nn: Vel tre mål}", "{nb: " + "Velg " * 25 + ", nn: Vel}"): (
        f"{LIST}:10: items[0].text (punkt 1) – teksten på nb er på 124 tegn, og grensen er 120 – kort den ned med 4 tegn"
    ),
    ("themes: [ledelse]", 'themes: [ledelse]\nlegal_checked: "2026-11-23"'): (
        f"{LIST}:7: legal_checked – legal_checked og legal_note hører sammen – legg til den som mangler, eller fjern begge"
    ),
    ("items:\n", "items:\n" + ITEM): (
        f"{LIST}:16: items[1].id (punkt 2) – id-en «velg-mal» er brukt både i punkt 1 og punkt 2 – gi det nyeste punktet en ny id"
    ),
}


def lines(root: Path) -> list[str]:
    return [problem.located(root) for problem in check.problems(root)]


TEXTS = {
    "Se <b>her</b>.": "docs/side.md:7: HTML – her står det HTML (<b>her</b>.) – skriv det med Markdown, eller bruk en makro",
    "<!-- skjult -->": "docs/side.md:7: HTML – her står det HTML (<!-- skjult -->)",
    "### Nivå tre": "docs/side.md:7: overskrift – overskriften hopper fra nivå 1 til nivå 3 – bruk ##",
    "# Nok en tittel": "docs/side.md:7: overskrift – siden har mer enn én overskrift på øverste nivå",
    "| | Danmark |\n|---|---|\n| År | 2011 |": "docs/side.md:7: tabell – kolonne 1 har ikke noe navn – skriv hva",
}


@pytest.mark.parametrize("text", TEXTS)
def test_text_that_tools_cannot_read_is_named_with_its_line(text: str, tree: MakeTree) -> None:
    page = f"---\nlanguage: nb\ndescription: {'En side som prøver tekst. ' * 2}\n---\n# Side\n\n{text}\n"
    found = lines(tree(GOOD | {"docs/side.md": page}))
    assert len(found) == 1
    assert found[0].startswith(TEXTS[text])


def test_code_and_signs_are_not_taken_for_html(tree: MakeTree) -> None:
    text = "Er 3 < 4? Skriv `<b>`.\n\n```\n<b>\n# x\n```\n\n| a | b |\n|---|---|\n| 1 | |"
    page = f"---\nlanguage: nb\ndescription: {'En side som prøver tekst. ' * 2}\n---\n# Side\n\n{text}\n"
    assert lines(tree(GOOD | {"docs/side.md": page})) == []


def test_sound_content_has_no_problems(tree: MakeTree) -> None:
    assert lines(tree(GOOD)) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[1][:30].strip())
def test_a_mistake_is_told_with_file_line_field_what_and_what_to_do(mistake: tuple[str, str], tree: MakeTree) -> None:
    before, after = mistake
    assert before in CHECKLIST
    assert MISTAKES[mistake] in lines(tree(GOOD | {LIST: CHECKLIST.replace(before, after, 1)}))


def test_all_mistakes_are_told_at_once(tree: MakeTree) -> None:
    text = CHECKLIST.replace("[leder]", "[sjef]").replace("[rapport]", "[]").replace("[ledelse]", "[]")
    assert [line.split(" – ")[0] for line in lines(tree(GOOD | {LIST: text})) if line.startswith(LIST)] == [
        f"{LIST}:6: themes",
        f"{LIST}:7: roles[0] (punkt 1)",
        f"{LIST}:15: items[0].sources (punkt 1)",
    ]


PAGES = {
    '{{ checklst("klare-mal") }}': "makro – det finnes ingen makro som heter «checklst» – mente du «checklist»?",
    '{{ checklist("klare-maal") }}': "checklist – fant ikke «klare-maal» i docs/data/checklists/ – mente du «klare-mal»?",
    '{{ stories("leiing") }}': "stories – «leiing» er ikke et tema – velg ledelse, partssamarbeid, innovasjon, kompetanse",
    '{{ source("raport") }}': "source – fant ikke «raport» i docs/data/sources/ – mente du «rapport»?",
    '{{ checklist("klare-mal", 3, 4) }}': "checklist – makroen tar ikke imot disse verdiene",
    '{{ checklist("klare-mal"': "makro – makroen er ikke avsluttet eller er skrevet feil",
    "{{ 7*7 }}": "makro – her står det kode som ikke er en makro",
    "{{ config.site_dir }}": "makro – her står det kode som ikke er en makro",
    '{{ cycler.__init__.__globals__.os.popen("id").read() }}': "makro – her står det kode som ikke er en makro",
    "{% include '../x' %}": "makro – her står det kode som ikke er en makro",
    "{{ checklist(config.site_dir) }}": "checklist – makroen har verdier som ikke er faste",
    'Se {{ checklist("klare-mal") }} her': "checklist – makroen står inne i annen tekst",
}


@pytest.mark.parametrize("call", PAGES)
def test_a_page_may_hold_only_known_macros_with_fixed_values(call: str, tree: MakeTree) -> None:
    page = f"---\nlanguage: nb\ndescription: {'En side som prøver makroer. ' * 2}\n---\n# Side\n\n{call}\n"
    found = lines(tree(GOOD | {"docs/side.md": page}))
    assert any(line.startswith(f"docs/side.md:7: {PAGES[call]}") for line in found), found


def test_front_matter_takes_only_known_keys_and_no_markup(tree: MakeTree) -> None:
    page = "---\nlanguage: nb\ndescription: <script>alert(1)</script> og litt mer tekst for lengden\nhode: x\n---\n# Side\n"
    found = lines(tree(GOOD | {"docs/side.md": page}))
    assert [line.split(" – ")[0] for line in found] == ["docs/side.md:3: description", "docs/side.md:4: hode"]


def test_a_page_must_say_its_written_standard(tree: MakeTree) -> None:
    found = lines(tree(GOOD | {"docs/side.md": "# Side\n"}))
    assert found[0].startswith("docs/side.md:1: language – siden sier ikke hvilken målform den har – skriv «---»")


def test_an_entry_without_its_page_is_told_with_the_command_that_makes_it(tree: MakeTree) -> None:
    files = {name: text for name, text in GOOD.items() if "nn/" not in name}
    assert lines(tree(files)) == [
        f"{LIST}:1: side – oppføringen vises ikke på docs/nn/sjekklister/klare-mal.md"
        ' – lag filen med linjen {{ checklist("klare-mal") }}, eller kjør python3 scripts/new.py checklist klare-mal'
    ]


MISPLACED = {
    "docs/data/checklist/x.yaml": "fil – mappen «checklist» er ikke en mappe for innhold – mente du «checklists»?",
    "docs/data/checklists/x.json": "fil – filen slutter på «.json» – gi filen endelsen .yaml",
    "docs/data/checklists/Klare Mål.yaml": "fil – filnavnet «Klare Mål» kan ikke være en id – bruk små bokstaver",
}


@pytest.mark.parametrize("name", MISPLACED)
def test_a_file_in_the_wrong_place_or_with_a_wrong_name_is_told(name: str, tree: MakeTree) -> None:
    found = lines(tree(GOOD | {name: CHECKLIST}))
    assert any(line.startswith(f"{name}:1: {MISPLACED[name]}") for line in found), found


def test_the_same_id_in_two_files_is_told_with_both_names(tree: MakeTree) -> None:
    found = lines(tree(GOOD | {LIST.replace(".yaml", ".yml"): CHECKLIST}))
    assert (
        f"{LIST}:1: fil – id-en «klare-mal» finnes også i klare-mal.yml – behold den ene filen og slett den andre"
        in found
    )


def test_every_yaml_fault_in_the_open_corpus_is_worded_without_a_traceback_or_english(tree: MakeTree) -> None:
    broken = [
        "a: [1, 2\n",
        "a: {b: 1\n",
        "- a\nb: 1\n",
        "a: 'b\n",
        "a: @b\n",
        "a:\n - b\n  - c\n",
        "? [a]\n: b\n",
        "a: \\\n b: c\n",
    ]
    for text in broken:
        for line in lines(tree(GOOD | {LIST: text})):
            assert " – " in line
            assert not any(word in line for word in ("expected", "found", "while", "mapping", "Traceback")), line


@pytest.mark.parametrize("kind", registry.kinds(), ids=lambda kind: kind.name)
def test_when_every_other_entry_of_a_kind_is_broken_the_rest_is_checked_without_a_traceback(
    kind: Kind, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    files = sorted((tmp_path / "docs" / "data" / kind.folder).iterdir())
    for file in files[::2]:
        file.write_text(file.read_text(encoding="utf-8") + "ukjent: felt\n", encoding="utf-8")
    found = lines(tmp_path)
    assert len(found) == len(files[::2])
    assert all("«ukjent» er et ukjent felt" in line for line in found)


@pytest.mark.parametrize("kind", registry.kinds(), ids=lambda kind: kind.name)
def test_when_the_entries_of_a_kind_are_gone_what_pointed_at_them_is_told_without_a_traceback(
    kind: Kind, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.rmtree(tmp_path / "docs" / "data" / kind.folder)
    for line in lines(tmp_path):
        assert " – " in line and "Traceback" not in line


def run(*args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_the_command_lists_problems_a_count_and_ends_with_one(tree: MakeTree) -> None:
    root = tree(GOOD | {LIST: CHECKLIST.replace("[leder]", "[]")})
    result = run("--root", str(root))
    assert result.returncode == 1
    assert result.stdout.splitlines()[-1].endswith("feil må rettes.")
    assert result.stderr == ""


def test_the_command_ends_with_zero_when_all_is_well(tree: MakeTree) -> None:
    result = run("--root", str(tree(GOOD)))
    assert (result.returncode, result.stdout) == (0, "Alt innhold er i orden.\n")


def test_named_files_limit_what_is_listed(tree: MakeTree) -> None:
    root = tree(GOOD | {LIST: CHECKLIST.replace("[leder]", "[]"), "docs/side.md": "# Side\n"})
    result = run("--root", str(root), str(root / "docs/side.md"))
    assert "docs/side.md:1" in result.stdout
    assert LIST not in result.stdout


def test_problems_come_file_by_file_and_line_by_line(tree: MakeTree) -> None:
    other = CHECKLIST.replace("[leder]", "[sjef]").replace("[ledelse]", "[]")
    files = GOOD | {LIST: other, "docs/side.md": "# Side\n", "docs/data/sources/rapport.yaml": "tittel: x\n" + SOURCE}
    places = [(problem.file, problem.line) for problem in check.problems(tree(files))]
    assert len({file for file, _ in places}) == 3
    assert places == sorted(places)


def test_problems_can_be_shown_beside_their_lines_in_a_pull_request(tree: MakeTree) -> None:
    root = tree(GOOD | {LIST: CHECKLIST.replace("[leder]", "[]")})
    result = run("--root", str(root), "--format", "github")
    told = f"::error file={LIST},line=7,title=roles::har 0 punkter, og må ha minst 1 – legg til det som mangler"
    assert (result.returncode, result.stdout) == (1, f"{told}\n1 feil må rettes.\n")


def test_nothing_an_editor_writes_can_end_or_forge_an_annotation() -> None:
    hostile = Problem(Path("a,b:c%\n.yaml"), 3, "felt,x: y\n::", "100 %\r\n::set-env name=x::y", "skriv «a, b: c»")
    shown = hostile.annotation("")
    assert shown == (
        "::error file=a%2Cb%3Ac%25%0A.yaml,line=3,title=felt%2Cx%3A y%0A%3A%3A"
        "::100 %25%0D%0A::set-env name=x::y – skriv «a, b: c»"
    )
    assert len(shown.splitlines()) == 1


# A line that keeps the rest of a file from being read → the only thing that is said of the file.
STOPPERS = {
    "title: Nytt: mål": "1: title – det står et kolon inne i teksten – sett hele teksten",
    'title: "Klare mål': "1: title – et anførselstegn som starter her, blir aldri lukket – sett inn det samme",
    "title: [Mål](mal.md) og mer": "1: title – teksten begynner med [ og leses som en liste eller gruppe – sett hele",
    "title: {nb} og mer": "1: title – teksten begynner med { og leses som en liste eller gruppe – sett hele",
}


@pytest.mark.parametrize("line", STOPPERS)
def test_a_file_that_cannot_be_read_to_its_end_is_told_of_once_where_it_went_wrong(line: str, tree: MakeTree) -> None:
    text = CHECKLIST.replace("title: {nb: Klare mål, nn: Klare mål}", line, 1)
    found = [told for told in lines(tree(GOOD | {LIST: text})) if told.startswith(LIST)]
    assert len(found) == 1
    assert found[0].startswith(f"{LIST}:{STOPPERS[line]}")


EMPTY = {
    ('reviewed: "2026-11-25"', "reviewed:"): "16: reviewed – mangler dato – skriv for eksempel",
    ("participation: medvirkning", "participation:"): "14: items[0].participation (punkt 1) – mangler verdi – velg",
    ("roles: [leder]", "roles:\n  -"): "8: roles[0] (punkt 1) – mangler verdi – velg",
    (
        "sources: [rapport]",
        "sources:\n      -",
    ): "16: items[0].sources[0] (punkt 1, 1) – mangler tekst – skriv teksten, eller fjern",
}


@pytest.mark.parametrize("change", EMPTY)
def test_what_stands_empty_is_told_as_that(change: tuple[str, str], tree: MakeTree) -> None:
    assert change[0] in CHECKLIST
    found = lines(tree(GOOD | {LIST: CHECKLIST.replace(*change)}))
    assert any(told.startswith(f"{LIST}:{EMPTY[change]}") for told in found), found
