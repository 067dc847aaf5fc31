"""Apertium: a machine that drafts nynorsk from bokmål, where it is installed; it is run, and nothing of it is kept."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from macros.language.spelling import MissingToolError

MODE = "nob-nno_e"
LIMIT = 300
# A paragraph of its own between the texts, of a word no language has.
BETWEEN = "\n\nZqxskillzq.\n\n"
HELP = "Fant ikke Apertium. På Debian og Ubuntu: sudo apt install apertium apertium-nno-nob"


def translate(texts: Sequence[str]) -> list[str]:
    """Return texts in bokmål as nynorsk; raise MissingToolError if the program or its languages are not installed.

    They go through in one run, for starting the program takes longer than translating; if it has not kept them apart,
    they go one by one.
    """
    parts = _run(BETWEEN.join(texts)).split(BETWEEN.strip())
    return [part.strip() for part in (parts if len(parts) == len(texts) else [_run(text) for text in texts])]


def _run(text: str) -> str:
    program = shutil.which("apertium")
    if not program:
        raise MissingToolError(HELP)
    env = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [program, "-u", MODE], input=text, capture_output=True, encoding="utf-8", timeout=LIMIT, env=env
    )
    if done.returncode or not done.stdout:
        raise MissingToolError(HELP)
    return done.stdout
