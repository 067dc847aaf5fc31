"""Measure the site beside stock Material on the same pages in one run, and print the table.

Both are built from the same content. Stock is the theme as it comes: no files of ours, no settings but the language.
Counts only; nothing here is timed.
"""

import argparse
import functools
import http.server
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import environment

if __name__ == "__main__":
    environment.enter("test")

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from scripts import browser

ROOT = environment.ROOT
AXE = ROOT / "tests" / "vendor" / "axe-core" / "axe.min.js"
PAGES = ("", "ledelse/", "sjekklister/kom-i-gang/", "historier/", "historier/mandal-tillitsprosjektet/", "ordliste/")
WIDTHS = (320, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
STOPS = 60
IN_VIEW = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  return at !== document.body && (box.right <= 0 || box.left >= innerWidth || box.width === 0);
}"""


@dataclass
class Counts:
    """What one site was counted to."""

    sideways: int = 0
    hidden_stops: int = 0
    axe: int = 0
    requests: int = 0
    kilobytes: int = 0
    stored: int = 0


ROWS = (
    ("Brudd axe finner", "axe"),
    ("Tastaturstopp utenfor skjermen", "hidden_stops"),
    ("Sider som må rulles sidelengs på 320 piksler", "sideways"),
    ("Filer hentet", "requests"),
    ("Kilobyte hentet", "kilobytes"),
    ("Lagret i nettleseren", "stored"),
)


def stock_settings(custom: Path) -> dict[str, Any]:
    """Return the settings of a site with the theme as it comes and our content.

    `custom` holds nothing but a template that hands the home page over to the theme.
    """
    return {
        "site_name": "Tillit i praksis",
        "docs_dir": str(ROOT / "docs"),
        "exclude_docs": "/data/\n",
        "theme": {"name": "material", "language": "nb", "custom_dir": str(custom)},
        "hooks": [str(ROOT / "scripts" / "mkdocs_hooks.py")],
        "plugins": [
            {"search": {"lang": "no"}},
            {"macros": {"module_name": str(ROOT / "macros")}},
            {"offline": {"enabled": False}},
        ],
        "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables"],
    }


def build_stock(folder: Path) -> Path:
    """Build the stock site under a folder and return where it is; raise RuntimeError if the generator will not."""
    settings, site, custom = folder / "mkdocs.yml", folder / "site", folder / "custom"
    custom.mkdir()
    (custom / "home.html").write_text('{% extends "main.html" %}', encoding="utf-8")
    settings.write_text(yaml.safe_dump(stock_settings(custom), allow_unicode=True), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings), "-d", str(site)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if result.returncode:
        raise RuntimeError(result.stderr.strip()[-800:])
    return site


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine and yield its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def count(chromium: Browser, address: str) -> Counts:
    """Return the counts of one site over all pages, widths and schemes; weight and storage at one width."""
    counts = Counts()
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for name in PAGES:
                look(context.new_page(), address + name, counts, weigh=(width, scheme) == (1280, "light"))
            context.close()
    return counts


def look(page: Page, address: str, counts: Counts, *, weigh: bool) -> None:
    """Add what one page gives at one width and scheme."""
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(address, wait_until="networkidle")
    if weigh:
        counts.requests += len(sizes)
        counts.kilobytes += sum(sizes) // 1024
        counts.stored += int(page.evaluate("localStorage.length + sessionStorage.length"))
    counts.sideways += int(page.evaluate("innerWidth === 320 && document.documentElement.scrollWidth > 320"))
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        counts.hidden_stops += int(page.evaluate(IN_VIEW))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    counts.axe += sum(len(violation["nodes"]) for violation in found)
    page.close()


def table(ours: Counts, stock: Counts) -> str:
    """Return the counts as a Markdown table."""
    head = ["| Hva vi talte | Vårt nettsted | Temaet slik det kommer |", "|---|---|---|"]
    return "\n".join([*head, *(f"| {name} | {getattr(ours, key)} | {getattr(stock, key)} |" for name, key in ROWS)])


def main() -> int:
    """Measure both sites and print the table."""
    parser = argparse.ArgumentParser(description="Mål nettstedet ved siden av temaet slik det kommer.")
    parser.add_argument("--json", action="store_true", help="skriv tallene som JSON")
    args = parser.parse_args()
    browser.ensure()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stock_site = build_stock(Path(folder))
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=browser.flags())
        with served(ROOT / "site") as ours, served(stock_site) as stock:
            found = {"ours": count(chromium, ours), "stock": count(chromium, stock)}
    wanted = {name: {key: getattr(counts, key) for _, key in ROWS} for name, counts in found.items()}
    print(json.dumps(wanted) if args.json else table(found["ours"], found["stock"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
