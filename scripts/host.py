"""Make of the built site what a server publishes: `dist/hosting/`, with strict headers and names that can be kept."""

import argparse
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment
from scripts.environment import ROOT, say

if __name__ == "__main__":
    environment.enter("build")

from scripts import age, configuration
from scripts.hosting import policy
from scripts.hosting.assemble import Publication, assemble

FOLDER = Path("dist") / "hosting"


def host(root: Path) -> None:
    """Write `dist/hosting/` of a tree whose site is built; raise PolicyError if a page cannot be hosted strictly."""
    to, site = root / FOLDER, configuration.site(root)
    part = to.with_name(".hosting-ny")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    publication = Publication(site.url, configuration.security_contact(root), age.of_content(root))
    try:
        assemble(root / "site", part, publication)
        shutil.rmtree(to, ignore_errors=True)
        part.rename(to)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def main() -> int:
    """Write the folder; return 1 if there is no site, no address of it, or a page that cannot be hosted strictly."""
    argparse.ArgumentParser(description="Lag dist/hosting/ av det bygde nettstedet.").parse_args()
    started = time.monotonic()
    if not (ROOT / "site").is_dir():
        print("Fant ikke site/. Bygg først med: python3 scripts/build.py", file=sys.stderr)
        return 1
    if not configuration.site(ROOT).url:
        print("site_url er tom. Skriv adressen til nettstedet i mkdocs.yml, og bygg på nytt.", file=sys.stderr)
        return 1
    try:
        host(ROOT)
    except policy.PolicyError as error:
        print(error, file=sys.stderr)
        return 1
    say(f"Ferdig på {time.monotonic() - started:.0f} sekunder. Se {FOLDER}/ og siden om drift (docs/om/drift.md).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
