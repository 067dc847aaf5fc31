"""Set up what the tests need, a browser and a web server included, and run every test."""

import argparse
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("test")

from scripts import browser, server


def main() -> int:
    """Run the tests and return pytest's verdict; `--fast` leaves out those that need a browser."""
    parser = argparse.ArgumentParser(description="Kjør alle testene.")
    parser.add_argument("--fast", action="store_true", help="uten nettleser")
    args, rest = parser.parse_known_args()
    if not args.fast:
        try:
            browser.ensure()
        except RuntimeError as error:
            print(error, file=sys.stderr)
            return 1
        server.ensure()
    chosen = ["-m", "not browser"] if args.fast else []
    if not any(each.startswith(("-n", "--numprocesses")) for each in rest):
        # Side by side, each process taking the next test when it is done with its own.
        chosen += ["-n", "auto", "--dist", "worksteal"]
    return subprocess.call([sys.executable, "-m", "pytest", *chosen, *rest], cwd=environment.ROOT)


if __name__ == "__main__":
    sys.exit(main())
