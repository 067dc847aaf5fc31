"""What is said to an editor when a YAML file cannot be read."""

import re
import unicodedata
from typing import NamedTuple

import yaml


class Fault(NamedTuple):
    """One fault in the text of a file: the line (from 1), the field, what is wrong and what to do."""

    line: int
    field: str
    what: str
    fix: str


TEXT_FAULTS: list[tuple[re.Pattern[str], str, str, str]] = [
    (
        re.compile(r"^(?:<{7}|>{7}|={7})(?: |$)"),
        "fil",
        "filen har en uløst konflikt ({found})",
        "velg én av versjonene og slett linjene med <<<<<<<, ======= og >>>>>>>",
    ),
    (
        re.compile(r"^ *\t"),
        "innrykk",
        "linjen er rykket inn med tabulator",
        "bruk mellomrom, to for hvert nivå",
    ),
    (
        re.compile(r"^\s*[\u00a0\u2007\u202f]+\s*"),
        "innrykk",
        "innrykket er harde mellomrom, trolig kopiert fra Word eller en nettside",
        "slett dem og skriv vanlige mellomrom",
    ),
    (
        re.compile(r"^\s*- \[[ xX]?\]"),
        "liste",
        "linjen begynner med «[ ]»",
        "fjern «[ ]» og skriv bare teksten; boksen lages av seg selv",
    ),
    (
        re.compile(r"^\s*(?:- )?[^\s:#\"'>|][^:#\"']*:\s+[“”„]"),
        "anførselstegn",
        "teksten er satt i “ ” fra et tekstbehandlingsprogram",
        'bruk rette anførselstegn: "…"',
    ),
]

START_FAULTS: dict[str, str] = {"*": "alias", "&": "anker", "!": "tagg", "%": "direktiv", "`": "kode", "@": "reservert"}
VALUE_START = re.compile(r"^\s*(?:- )*(?:[^\s:#\"'|>]+:\s+)?([*&!%`@])(?=\S)")
BLOCK_START = re.compile(r"^(\s*)(?:- )*[^#\"']*?[:-]\s+[|>][+-]?\d?\s*$")
HIDDEN = frozenset(["Cc", "Cf", "Cs", "Co", "Cn"])
ALLOWED_HIDDEN = frozenset("\n\r\t\u00ad\ufeff")

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
]


def faults_in_text(text: str) -> list[Fault]:
    """Return the faults that are better told from the text than from what a YAML parser says of it."""
    faults: list[Fault] = []
    block = -1
    for number, line in enumerate(text.splitlines(), start=1):
        indent = len(line) - len(line.lstrip(" "))
        inside = block >= 0 and (indent > block or not line.strip())
        if not inside:
            block = indent if BLOCK_START.match(line) else -1
        faults += _hidden(number, line) or ([] if inside else _line_faults(number, line))
    return faults


def _line_faults(number: int, line: str) -> list[Fault]:
    for pattern, field, what, fix in TEXT_FAULTS:
        if match := pattern.search(line):
            return [Fault(number, field, what.format(found=match[0].strip()[:7]), fix)]
    if match := VALUE_START.match(line):
        what = f"en tekst kan ikke begynne med {match[1]} (YAML leser det som {START_FAULTS[match[1]]})"
        return [Fault(number, _field_of(line), what, 'sett teksten i anførselstegn: "…"')]
    return []


def _hidden(number: int, line: str) -> list[Fault]:
    for column, sign in enumerate(line, start=1):
        if sign not in ALLOWED_HIDDEN and unicodedata.category(sign) in HIDDEN:
            what = f"usynlig tegn (U+{ord(sign):04X}) i kolonne {column}"
            return [Fault(number, _field_of(line), what, "slett tegnet; skriv teksten på nytt hvis du ikke ser det")]
    return []


def _field_of(line: str) -> str:
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
    field = _field_of(lines[line - 1]) if line <= len(lines) else "fil"
    if glued := re.search(r"^\s*(?:- )?([a-z_]+):(\S[^:]*)$", lines[line - 2] if 2 <= line <= len(lines) + 1 else ""):
        what = f"«{glued[1]}:{glued[2]}» mangler mellomrom etter kolon"
        return Fault(line - 1, glued[1], what, f"skriv «{glued[1]}: {glued[2]}»")
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
