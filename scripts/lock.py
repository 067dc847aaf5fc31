"""Make the lock files anew from pyproject.toml: every package at one version, with hashes and no addresses.

For developers only; needs uv (pip install uv). The locks hold for every system and Python from 3.11.2 on.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.environment import LOCKS, ROOT

OLDEST_PYTHON = "3.11.2"
ONLY_HASHES = ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
COMPILE = ["uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", OLDEST_PYTHON]


def compiled(lock: str, *extras: str, limits: Sequence[str] = ()) -> int:
    """Write one lock with the extras it needs and the versions of others; return uv's verdict."""
    asked = [word for extra in extras for word in ("--extra", extra)]
    limited = [word for limit in limits for word in ("-c", limit)]
    return subprocess.call([*COMPILE, *ONLY_HASHES, *asked, *limited, "-o", lock], cwd=ROOT)


def main() -> int:
    """Write every lock, each with the versions of those before it; return the first bad verdict."""
    build, zensical, pdf, test = (LOCKS[purpose] for purpose in ("build", "zensical", "pdf", "test"))
    return (
        compiled(build, "mkdocs")
        or compiled(zensical, "zensical", limits=[build])
        or compiled(pdf, "pdf", limits=[build, zensical])
        or compiled(test, "mkdocs", "zensical", "pdf", "test", limits=[build, zensical, pdf])
    )


if __name__ == "__main__":
    sys.exit(main())
