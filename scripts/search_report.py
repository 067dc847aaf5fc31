"""Tell editors what the search makes of their words: synonyms no page uses, and how it has split compounds."""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("build")

from macros import registry
from macros.search import synonyms
from macros.search.compounds import Splitter
from macros.search.forms import Forms
from macros.search.lexicon import read, rules
from macros.search.words import of_documents, words

ROOT = environment.ROOT


def used_words(index: Mapping[str, Any], table: Forms) -> set[str]:
    """Return the dictionary words of the pages, and the parts of their compounds."""
    found = {table.word_of(word) for word in set(of_documents(index["docs"]))}
    return found | {part for word in found for part in table.parts_of(word)}


def unused(lines: list[str], used: set[str], table: Forms) -> list[str]:
    """Return the lines of synonyms none of whose sayings the pages use."""
    stop = rules()["stop_words"]
    missing = []
    for line in lines:
        sayings = [saying.strip() for saying in line.replace(">", ",").split(",")]
        if not any({table.word_of(word) for word in words(saying) if word not in stop} <= used for saying in sayings):
            missing.append(line)
    return missing


def report(index: Mapping[str, Any]) -> str:
    """Return the report."""
    table = Forms(read(), Splitter(read(), set(of_documents(index["docs"]))))
    missing = unused(synonyms.all_lines(registry.library()), used_words(index, table), table)
    splits = sorted(index["config"]["norwegian"]["compounds"].split())
    return "\n".join(
        [
            f"Synonymer der ingen av ordene står på noen side ({len(missing)}):",
            *(f"  {line}" for line in missing),
            f"Slik er sammensatte ord delt ({len(splits)}). Sett ord som er delt feil, under never_split i rules.yaml:",
            *(f"  {split}" for split in splits),
        ]
    )


def main() -> int:
    """Print the report."""
    argparse.ArgumentParser(description="Vis hva søket gjør med synonymer og sammensatte ord.").parse_args()
    file = ROOT / "site" / "search" / "search_index.json"
    if not file.is_file():
        print("Fant ikke det ferdige nettstedet. Kjør: python3 scripts/build.py", file=sys.stderr)
        return 1
    print(report(json.loads(file.read_text(encoding="utf-8"))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
