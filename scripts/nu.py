"""Run the Nu HTML Checker over the built site and tell what it finds beyond a named list of known findings.

The checker (validator.nu) is a Java program the one who runs this fetches: it is for development and not part of any
build.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


@dataclass(frozen=True)
class Known:
    """A finding we know of: what its message and its place hold, and why it stands."""

    message: str
    extract: str
    why: str


KNOWN = (
    Known(
        "only allowed when the input type is",
        'class="md-toggle"',
        "Temaets skjulte brytere for meny og søk har autocomplete på en avkrysningsboks. Leseren møter dem aldri.",
    ),
    Known(
        "must not be used on any “label” element",
        'class="md-overlay"',
        "Zensicals tema skjuler flaten bak menyen for hjelpemidler. Den er ikke i bruk her.",
    ),
)


def unexpected(messages: Iterable[dict[str, Any]]) -> list[str]:
    """Return the errors of the checker's JSON that are not on the named list, one line each: file, line, message."""
    found = []
    for message in messages:
        text, extract = str(message.get("message", "")), str(message.get("extract", ""))
        known = any(one.message in text and one.extract in extract for one in KNOWN)
        if message.get("type") == "error" and not known:
            found.append(f"{message.get('url', '')}:{message.get('lastLine', 0)}: {text}")
    return found


def run(jar: Path, site: Path) -> list[dict[str, Any]]:
    """Return what the checker says of every page; raise RuntimeError with its own words if it could not run."""
    command = ["java", "-Xss4m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return list(json.loads(result.stderr)["messages"])
    except (ValueError, KeyError) as error:
        raise RuntimeError(result.stderr.strip()[:400] or "kontrolløren svarte ikke") from error


def main() -> int:
    """Check the built site; return 1 if anything is found that is not on the list."""
    parser = argparse.ArgumentParser(description="Kontroller at HTML-en i site/ er gyldig.")
    parser.add_argument("jar", help="stien til vnu.jar fra validator.nu; Java må være installert")
    parser.add_argument("--site", default="site", metavar="MAPPE", help="det bygde nettstedet (vanligvis site)")
    args = parser.parse_args()
    if not Path(args.jar).is_file() or not Path(args.site).is_dir():
        print("Fant ikke kontrolløren eller nettstedet. Bygg først med «python3 scripts/build.py».")
        return 1
    try:
        found = unexpected(run(Path(args.jar), Path(args.site)))
    except (RuntimeError, OSError) as error:
        print(f"Kontrolløren kunne ikke kjøres: {error}")
        return 1
    print("\n".join([*found, f"{len(found)} feil utenom {len(KNOWN)} kjente funn."]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
