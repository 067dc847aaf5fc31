"""What is said to an editor when a YAML file cannot be read."""

import itertools
import re
from typing import NamedTuple

import yaml


class Fault(NamedTuple):
    """One fault in the text of a file: the line (from 1), the field, what is wrong and what to do."""

    line: int
    field: str
    what: str
    fix: str


# Faults that the parser sees late: the editor must look where the thing began.
TOLD_WHERE_IT_BEGINS = ("end of stream", "could not find expected ':'")

PARSER_FAULTS: list[tuple[str, str, str]] = [
    (
        "found unexpected end of stream",
        "et anførselstegn som starter her, blir aldri lukket",
        "sett inn det samme anførselstegnet der teksten slutter",
    ),
    (
        "mapping values are not allowed",
        "det står et kolon inne i teksten",
        'sett hele teksten i "…", eller flytt kolonet',
    ),
    (
        "could not find expected ':'",
        "linjen hører ikke til noe felt",
        "skriv «felt: tekst», eller bruk «felt: |-» og rykk inn linjene under for en tekst over flere linjer",
    ),
    (
        "did not find expected key",
        "innrykket eller et anførselstegn stemmer ikke med linjene over",
        'la feltene på samme nivå begynne like langt inn, og sett tekst med " eller \' i "…"',
    ),
    (
        "did not find expected '-' indicator",
        "et punkt i listen mangler strek eller har feil innrykk",
        "begynn punktet med «- » like langt inn som de andre",
    ),
    (
        "did not find expected ',' or",
        "en liste eller gruppe i klammer er ikke lukket",
        "sett inn komma mellom delene og ] eller } til slutt",
    ),
    (
        "block sequence entries are not allowed",
        "et listepunkt står på samme linje som feltet",
        "flytt punktet til en ny linje under feltet",
    ),
    (
        "found character that cannot start any token",
        "linjen begynner med et tegn YAML ikke godtar",
        'sett teksten i "…", og bruk mellomrom og ikke tabulator',
    ),
    (
        "unknown escape character",
        "en omvendt skråstrek i anførselstegn leses som kode",
        "skriv to skråstreker (\\\\) eller bruk enkle anførselstegn '…'",
    ),
    (
        "exceeded maximum nesting depth",
        "innholdet er nøstet i for mange nivåer, langt over grensen",
        "flytt det opp; ingen oppføring trenger så mange",
    ),
]


IN_QUOTES = 'sett hele teksten i "…"'
# A value in brackets with more text after them, as a link in Markdown has.
BRACKETS_FIRST = re.compile(r"\s*(?:- )*(?:[\w-]+:\s+)?(?:(\[)[^\]]*\]|(\{)[^}]*\})\s*[^\s,\]}#]")
# A value that opens a quotation mark and does not close it on the same line.
QUOTE_OPENED = re.compile(r"""\s*(?:- )*(?:[\w-]+:\s+)?(?:"(?:[^"\\]|\\.)*|'[^']*)$""")
NEXT_FIELD = re.compile(r"(?:\s*- |\s*#|\s*[a-z_]+:(?:\s|$))")


def _open_quote(lines: list[str]) -> int:
    """Return the line (from 1) where a quotation mark was opened and a new field came before it was closed, or 0."""
    for number, (line, after) in enumerate(itertools.pairwise(lines), 1):
        if QUOTE_OPENED.match(line) and NEXT_FIELD.match(after):
            return number
    return 0


def field_of(line: str) -> str:
    """Return the name of the field a line of YAML holds, or «fil»."""
    match = re.match(r"\s*(?:- )*([A-Za-zæøåÆØÅ_][\w-]*)\s*:", line)
    return match[1] if match else "fil"


def from_parser(error: yaml.YAMLError, text: str) -> Fault:
    """Word what the YAML parser found, without any of its English."""
    problem = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    start: yaml.Mark | None = getattr(error, "context_mark", None)
    mark: yaml.Mark | None = getattr(error, "problem_mark", None) or start
    if start and any(part in problem for part in TOLD_WHERE_IT_BEGINS):
        mark = start
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    field = field_of(lines[line - 1]) if line <= len(lines) else "fil"
    if glued := re.search(r"^\s*(?:- )?([a-z_]+):(\S[^:]*)$", lines[line - 2] if 2 <= line <= len(lines) + 1 else ""):
        what = f"«{glued[1]}:{glued[2]}» mangler mellomrom etter kolon"
        return Fault(line - 1, glued[1], what, f"skriv «{glued[1]}: {glued[2]}»")
    if opened := _open_quote(lines[:line]):
        return Fault(opened, field_of(lines[opened - 1]), PARSER_FAULTS[0][1], PARSER_FAULTS[0][2])
    if line <= len(lines) and (found := BRACKETS_FIRST.match(lines[line - 1])):
        what = f"teksten begynner med {found[1] or found[2]} og leses som en liste eller gruppe"
        return Fault(line, field, what, IN_QUOTES)
    for part, what, fix in PARSER_FAULTS:
        if part in problem:
            return Fault(line, field, what, fix)
    return Fault(
        line, field, "YAML-en lar seg ikke lese her", "se etter innrykk, kolon og anførselstegn på linjen og den over"
    )


def too_large(size: int, limit: int) -> Fault:
    """Say that a file is larger than the limit, in bytes."""
    return Fault(
        1, "fil", f"filen er på {size // 1000} kB, og grensen er {limit // 1000} kB", "del innholdet på flere filer"
    )


def not_utf8(line: int) -> Fault:
    """Say that a file is not UTF-8."""
    return Fault(line, "fil", "filen er ikke lagret som UTF-8", "lagre den på nytt med tegnkoding UTF-8")


def empty(text: str) -> Fault:
    """Say that a file holds no data."""
    what = "filen er tom: den har bare kommentarer" if text.strip() else "filen er tom"
    return Fault(1, "fil", what, "fyll inn feltene, eller slett filen")


def two_documents(line: int) -> Fault:
    """Say that a file holds a second document."""
    return Fault(line, "fil", "filen har to dokumenter skilt med «---»", "bruk én fil for hver oppføring")


def anchor(line: int, is_alias: bool) -> Fault:
    """Say that anchors and aliases are not used."""
    sign = "*" if is_alias else "&"
    return Fault(line, "fil", f"en tekst kan ikke begynne med {sign}", 'sett teksten i anførselstegn: "…"')


def tag(line: int) -> Fault:
    """Say that tags are not used."""
    return Fault(line, "fil", "en tekst kan ikke begynne med !", 'sett teksten i anførselstegn: "…"')


def too_deep(line: int, limit: int) -> Fault:
    """Say that lists and groups are nested too deep."""
    return Fault(
        line, "fil", f"innholdet er nøstet dypere enn {limit} nivåer", "flytt det opp; ingen oppføring trenger så mange"
    )


def odd_key(line: int) -> Fault:
    """Say that a field name is a list or a group."""
    return Fault(
        line, "fil", "et feltnavn kan ikke være en liste eller gruppe", "skriv feltnavnet som ett ord fulgt av kolon"
    )


def merge_key(line: int) -> Fault:
    """Say that merge keys are not used."""
    return Fault(line, "<<", "«<<» er ikke et felt", "skriv feltene rett inn i oppføringen")


def duplicate(path: tuple[str | int, ...], line: int, first: int) -> Fault:
    """Say that a field stands twice."""
    name = field_name(path)
    return Fault(
        line,
        name,
        f"«{path[-1]}» står to ganger, på linje {first} og linje {line}",
        "behold den ene og slett den andre",
    )


def field_name(path: tuple[str | int, ...]) -> str:
    """Write a path as an editor can find it: `items[0].text (punkt 1)`."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    numbers = [str(step + 1) for step in path if isinstance(step, int)]
    return f"{name} (punkt {', '.join(numbers)})" if numbers else name or "fil"
