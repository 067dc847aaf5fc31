"""Weigh pages as a browser gets them from nginx, ours beside stock Material's, and ask Lighthouse when it is there.

Each page is a first visit: nothing is kept from the one before. Both sites are sent by the same server with ready-made
Brotli; stock, which no strict policy lets through, is sent with a policy that allows what it has. Lighthouse is a
program for developers that you fetch yourself: `TIP_LIGHTHOUSE` says where it lies.
"""

import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("test")

from playwright.sync_api import Browser, sync_playwright

from scripts import bench_stock, browser, configuration, server
from scripts.environment import ROOT
from scripts.hosting import compress, headers
from scripts.hosting.assemble import Publication, assemble

PAGES = {
    "Forside": "",
    "Tema": "ledelse/",
    "Historie": "historier/mandal-tillitsprosjektet/",
    "Sjekkliste": "sjekklister/kom-i-gang/",
    "Kjøreplan": "kjoreplaner/tillitssamtale-90/",
    "Undersøkelse": "undersokelser/tillitspuls/",
    "Samtaleverktøy": "samtaleverktoy/trygghet-i-teamet/",
    "Plan": "plan/",
    "Idélogg": "idelogg/",
    "Årshjul": "arshjul/",
    "Veiviser": "partssamarbeid/ma-dette-droftes/",
    "Historiefinner": "historier/",
    "Søk": "sok/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
# On a busy machine it may lose the start of a page, and says so.
TRIES = 3
LOOSE = "default-src 'self' data: 'unsafe-inline'"
NEVER = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Weight:
    """What a first visit to a page brought."""

    requests: int
    bytes: int
    """What was sent, compressed; the headers, which HTTP/2 sends once and then refers to, are left out."""


def weigh(chromium: Browser, address: str) -> Weight:
    """Return what a browser that has nothing from before fetches for a page."""
    context = chromium.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    return Weight(len(sizes), sum(sizes))


def lighthouse(program: str, address: str) -> dict[str, Any]:
    """Return the report of Lighthouse on a page, as for a phone; raise RuntimeError if it gave none."""
    flags = " ".join(["--headless=new", *browser.flags()])
    command = [program, address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    env = os.environ | {"CHROME_PATH": browser.find() or ""}
    for _ in range(TRIES):
        result = subprocess.run(command, env=env, capture_output=True)
        if not result.returncode:
            return dict(json.loads(result.stdout))
    raise RuntimeError(result.stderr.decode(errors="replace")[-800:])


def verdict(report: dict[str, Any]) -> str:
    """Return scores and times as one line, and the audits that cost a point."""
    scores = "/".join(f"{100 * (report['categories'][name]['score'] or 0):.0f}" for name in CATEGORIES)
    times = " ".join(str(report["audits"][name].get("displayValue", "?")).replace("\xa0", " ") for name in TIMES)
    return f"{scores}  {times}  {', '.join(sorted(lost(report)))}"


def lost(report: dict[str, Any]) -> set[str]:
    """Return the audits that count and were not passed in full."""
    counted = {ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]}
    scores = {name: report["audits"][name]["score"] for name in counted}
    return {name for name, score in scores.items() if score is not None and score < 1}


def as_hosted(site: Path, to: Path) -> None:
    """Make of our site what a server publishes."""
    assemble(site, to, Publication(configuration.site(ROOT).url, "", NEVER))


def as_it_comes(site: Path, to: Path) -> None:
    """Put a site on a server as it is, compressed, under the same path as ours."""
    base = urlsplit(configuration.site(ROOT).url).path
    shutil.copytree(site, to / "public" / base.strip("/"))
    compress.beside(to / "public")
    (to / "nginx.conf").write_text(headers.nginx(LOOSE, headers.Place(server.HOST, base)), encoding="utf-8")


def compare(program: str, judge: str) -> None:
    """Print, page by page, what each site weighs and what Lighthouse says of it."""
    with tempfile.TemporaryDirectory(prefix="tillit-vekt-") as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=browser.flags())
        scratch = Path(folder)
        for name in ("stock", "vårt", "temaet"):
            (scratch / name / "hosted").mkdir(parents=True)
        as_hosted(ROOT / "site", scratch / "vårt" / "hosted")
        as_it_comes(bench_stock.build_stock(scratch / "stock"), scratch / "temaet" / "hosted")
        for name in ("vårt", "temaet"):
            with server.running(program, scratch / name / "hosted", scratch / name) as address:
                tell(name, address, chromium, judge)


def tell(name: str, address: str, chromium: Browser, judge: str) -> None:
    """Print what is found of each page of one site."""
    for kind, path in PAGES.items():
        weight = weigh(chromium, address + path)
        said = verdict(lighthouse(judge, address + path)) if judge else ""
        print(f"{name:7} {kind:14} {weight.requests:3} filer {weight.bytes / 1000:6.1f} kB  {said}", flush=True)


def main() -> int:
    """Compare; return 1 if there is no nginx or no built site."""
    argparse.ArgumentParser(description="Vei sidene slik nettleseren får dem fra nginx.").parse_args()
    program = server.find()
    if not program or not (ROOT / "site").is_dir():
        print("Trenger nginx (se docs/om/drift.md) og et bygd nettsted: python3 scripts/build.py", file=sys.stderr)
        return 1
    compare(program, os.environ.get("TIP_LIGHTHOUSE", ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
