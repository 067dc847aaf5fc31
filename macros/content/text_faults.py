"""Find what is wrong in the text of a YAML file before a parser sees it: a parser would say it worse, or not at all."""

import re
import unicodedata

from macros.content.yaml_messages import Fault, field_of

# The faults stand at the beginning of a line; looking no further keeps a hostile line from costing time.
LONGEST_START = 300

# The signs that nearly all lines are made of, none of which hides anything: looking no further saves most of the time.
PLAIN = re.compile("[ -~æøåÆØÅéèêóòôàäöüÉÄÖÜ«»–—…§]*")

# What all the faults below have in them, one or another; most lines have none, and need not be tried seven times.
SUSPECT = re.compile("[\t\u00a0\u2007\u202f“”„#*&!%`@]|<{7}|>{7}|={7}|\\[")

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
    (
        re.compile(r"^\s*(?:- )?[\w-]+:\s+[^\s\"'#|>\[{][^\"']*\s(?=#[^\s#])"),
        "kommentar",
        "tegnet # kapper teksten: alt etter det blir borte",
        'sett hele teksten i anførselstegn: "…"',
    ),
]

START_FAULTS: dict[str, str] = {
    "*": "alias",
    "&": "anker for alias",
    "!": "tagg, ikke tillatt her",
    "%": "direktiv",
    "`": "kode",
    "@": "reservert",
}
VALUE_START = re.compile(r"^\s*(?:- )*(?:[^\s:#\"'|>]+:\s+)?([*&!%`@])(?=\S)")
BLOCK_START = re.compile(r"^(\s*)(?:- )*[^#\"']*?[:-]\s+[|>][+-]?\d?\s*$")
HIDDEN = frozenset(["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
ALLOWED_HIDDEN = frozenset("\t\u00ad")
# Signs that count as letters or marks and yet show nothing: fillers, joiners and selectors of variants.
BLANKS = re.compile(r"[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text; only the line ends that editors make count, so that no other sign hides as one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def find(text: str) -> list[Fault]:
    """Return the faults that are better told from the text than from what a YAML parser says of it."""
    faults: list[Fault] = []
    block = -1
    for number, line in enumerate(lines_of(text), start=1):
        indent = len(line) - len(line.lstrip(" "))
        inside = block >= 0 and (indent > block or not line.strip())
        if not inside:
            block = indent if len(line) <= LONGEST_START and BLOCK_START.match(line) else -1
        faults += hidden(number, line) or ([] if inside else _line_faults(number, line[:LONGEST_START]))
    return faults


def _line_faults(number: int, line: str) -> list[Fault]:
    if not SUSPECT.search(line):
        return []
    for pattern, field, what, fix in TEXT_FAULTS:
        if match := pattern.search(line):
            return [Fault(number, field, what.format(found=match[0].strip()[:7]), fix)]
    if match := VALUE_START.match(line):
        start = line[match.start(1) :].split(maxsplit=1)[0][:30] if match[1] == "!" else match[1]
        what = f"en tekst kan ikke begynne med {start} (YAML leser det som {START_FAULTS[match[1]]})"
        return [Fault(number, field_of(line), what, 'sett teksten i anførselstegn: "…"')]
    return []


def hidden(number: int, line: str) -> list[Fault]:
    """Return the first sign of a line that no reader sees, or that is written in two parts."""
    if PLAIN.fullmatch(line):
        return []
    for column, sign in enumerate(line, start=1):
        if (unicodedata.category(sign) in HIDDEN and sign not in ALLOWED_HIDDEN) or BLANKS.match(sign):
            what = f"usynlig tegn (U+{ord(sign):04X}) i kolonne {column}"
            return [Fault(number, field_of(line), what, "slett tegnet; skriv teksten på nytt hvis du ikke ser det")]
    if not unicodedata.is_normalized("NFC", line):
        pairs = zip(line, unicodedata.normalize("NFC", line), strict=False)
        column = next((at for at, (written, whole) in enumerate(pairs, 1) if written != whole), len(line))
        what = f"tegnet i kolonne {column} er satt sammen av to (som å av a og ring) og er ikke i NFC"
        return [Fault(number, field_of(line), what, "skriv bokstaven på nytt på tastaturet")]
    return []
