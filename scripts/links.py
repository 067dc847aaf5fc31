"""Ask every web address in the content whether it still leads anywhere, and list what an editor should mend.

Needs a network and is run by hand: a build never depends on other people's servers.
"""

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros.content.problems import Problem
from scripts.answers import Answer, Verdict, ask

ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
# A comment in a data file is not read by anyone.
COMMENT = re.compile(r"^\s*#")

# What each verdict but «works» means, and what to do; a verdict that may be wrong about us fails nobody.
MEANINGS: Mapping[Verdict, tuple[str, str]] = {
    "moved": (
        "har flyttet for godt til {target}",
        "bytt til den nye adressen når du har sett at innholdet er det samme",
    ),
    "missing": (
        "siden finnes ikke (404)",
        "finn den nye adressen hos utgiveren, eller fjern adressen og si det i note",
    ),
    "gone": ("siden er fjernet for godt (410)", "fjern adressen, og si det i note"),
    "insecure": ("forbindelsen er ikke trygg", "se om utgiveren har en annen adresse, eller fjern adressen"),
    "unknown": ("nettstedet finnes ikke", "finn utgiverens nye nettsted, eller fjern adressen"),
    "loop": ("adressen sendes i ring", "åpne den i en nettleser, og bytt til adressen du ender på"),
    "closed": ("nettstedet slipper ikke kontrollen inn ({status})", "åpne adressen i en nettleser"),
    "failing": ("nettstedet svarer med feil ({status})", "prøv igjen en annen dag"),
    "slow": ("nettstedet svarte ikke i tide", "prøv igjen, gjerne med større --timeout"),
    "unreachable": ("nettstedet svarte ikke", "prøv igjen en annen dag"),
}
BROKEN: frozenset[Verdict] = frozenset({"missing", "gone", "insecure", "unknown", "loop"})

Place = tuple[Path, int]


def addresses(root: Path) -> dict[str, list[Place]]:
    """Return every address in the content of a tree, with each file and line it stands on."""
    found: dict[str, list[Place]] = defaultdict(list)
    files = [*(root / "docs").rglob("*.md"), *(root / "docs" / "data").rglob("*.yaml")]
    for file in sorted(files):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if file.suffix == ".md" or not COMMENT.match(line):
                for match in ADDRESS.finditer(line):
                    found[match[0] if file.suffix == ".yaml" else _trimmed(match[0])].append((file, number))
    return dict(found)


def _trimmed(address: str) -> str:
    """Return an address in a sentence without the stop and the bracket that belong to the sentence."""
    while address.endswith(tuple(".,;:!?")) or address.count(")") > address.count("("):
        address = address[:-1]
    return address


def ask_all(wanted: Iterable[str], jobs: int, timeout: float, pause: float) -> dict[str, Answer]:
    """Return the answer of each address.

    `jobs` is how many servers are asked at once; each is asked one thing at a time, with `pause` seconds between.
    `timeout` is in seconds, for each request.
    """
    servers: dict[str, list[str]] = defaultdict(list)
    for address in wanted:
        servers[address.split("/", 3)[2]].append(address)

    def of_server(its: Sequence[str]) -> dict[str, Answer]:
        return {address: _patient(address, timeout, pause) for address in its}

    with ThreadPoolExecutor(jobs) as pool:
        return {address: answer for some in pool.map(of_server, servers.values()) for address, answer in some.items()}


def _patient(address: str, timeout: float, pause: float) -> Answer:
    """Ask an address, and once more if it did not answer in time; wait after each."""
    answer = ask(address, timeout)
    time.sleep(pause)
    if answer.verdict in ("slow", "unreachable"):
        answer = ask(address, timeout)
        time.sleep(pause)
    return answer


def findings(found: Mapping[str, Sequence[Place]], answers: Mapping[str, Answer]) -> list[Problem]:
    """Return one problem for each place an address stands that did not simply work, in order of file and line."""
    problems = []
    for address, answer in answers.items():
        if answer.verdict != "works":
            what, fix = MEANINGS[answer.verdict]
            said = what.format(status=answer.status, target=answer.target)
            problems += [Problem(file, line, "lenke", f"{address}: {said}", fix) for file, line in found[address]]
    return sorted(problems)


def summary(answers: Mapping[str, Answer]) -> str:
    """Return how many addresses there are, how many work, and how many are broken or could not be judged."""
    counts = Counter(answer.verdict for answer in answers.values())
    broken = sum(counts[verdict] for verdict in BROKEN)
    unsure = len(answers) - counts["works"] - counts["moved"] - broken
    return (
        f"{len(answers)} adresser: {counts['works']} virker, {counts['moved']} har flyttet, "
        f"{broken} er brutt, {unsure} kunne ikke avgjøres."
    )


def main() -> int:
    """Ask the addresses; return 1 if any is broken, and 0 when the rest only need a look."""
    parser = argparse.ArgumentParser(description="Kontroller at lenkene i innholdet virker. Krever nett.")
    parser.add_argument("--root", default=".", metavar="MAPPE", help="kontroller et annet tre med samme oppsett")
    parser.add_argument("--timeout", type=float, default=20, metavar="SEKUNDER", help="lengste ventetid på et svar")
    parser.add_argument(
        "--pause", type=float, default=1, metavar="SEKUNDER", help="pause mellom spørsmål til samme sted"
    )
    parser.add_argument("--jobs", type=int, default=8, metavar="ANTALL", help="nettsteder som spørres samtidig")
    args = parser.parse_args()
    root = Path(args.root).resolve()
    if not (root / "docs").is_dir() or args.timeout <= 0 or args.pause < 0 or args.jobs < 1:
        print("Fant ingen mappe som heter docs, eller et av tallene er for lite. Se --help.")
        return 1
    found = addresses(root)
    answers = ask_all(found, args.jobs, args.timeout, args.pause)
    if answers and not any(answer.status for answer in answers.values()):
        print("Ingen av adressene svarte. Sjekk at maskinen er på nett, og prøv igjen.")
        return 1
    print("\n".join([*(problem.located(root) for problem in findings(found, answers)), summary(answers)]))
    return 1 if any(answer.verdict in BROKEN for answer in answers.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
