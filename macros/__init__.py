"""Entry point that the site generator loads: makes the project importable and registers the macros."""

import sys
from pathlib import Path

# A generator may execute this file without putting the project on the import path.
PROJECT_DIR = Path(__file__).resolve().parent.parent
if str(PROJECT_DIR) not in sys.path:
    sys.path.insert(0, str(PROJECT_DIR))

from macros.registry import define_env  # noqa: E402 - the import path has to be mended first

__all__ = ["define_env"]
