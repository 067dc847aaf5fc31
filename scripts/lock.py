"""Make the lock files anew from pyproject.toml: every package at one version, with hashes and no addresses.

For developers only; needs uv (pip install uv). Both locks hold for every system and Python from 3.11.2 on.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11.2"
ONLY_HASHES = ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
COMPILE = ["uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", OLDEST_PYTHON]


def main() -> int:
    """Write requirements.txt, then requirements-test.txt with the same versions; return uv's verdict."""
    build = subprocess.call([*COMPILE, *ONLY_HASHES, "-o", "requirements.txt"], cwd=ROOT)
    test = ["--extra", "test", "-c", "requirements.txt", "-o", "requirements-test.txt"]
    return build or subprocess.call([*COMPILE, *ONLY_HASHES, *test], cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
