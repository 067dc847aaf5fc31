"""The content security policy of a built site: what its pages may run, from what stands in them."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from scripts.hosting.templates import drawn

# Scripts without one of these types are data, which browsers never run.
RUN = ("", "text/javascript", "application/javascript", "module")
RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
# What browsers pass over in a page and read only in a header.
ONLY_IN_HEADER = ("frame-ancestors",)
CHARSET = re.compile(r'<meta charset="utf-8">')
STYLE = re.compile(r'<style(?: media="(?P<media>[a-z]+)")?>(?P<rules>.*?)</style>', re.DOTALL)
MOVED = "assets/page"


class PolicyError(Exception):
    """A page has what no strict policy lets through; the message says which page, and what."""


class _Reader(HTMLParser):
    """Collects the inline scripts of a page, and what would need a looser policy."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.faults: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the start of a script, and what is not allowed."""
        named = dict(attrs)
        self.faults += [f"{tag} {name}" for name in named if name == "style" or name.startswith("on")]
        if tag == "style":
            self.faults.append(tag)
        self.inside = tag == "script" and "src" not in named and (named.get("type") or "") in RUN
        if self.inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a script."""
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        """Add to the script being read."""
        if self.inside:
            self.scripts[-1] += data


def inline_scripts(html: str, where: str) -> list[str]:
    """Return the scripts that stand in a page; raise PolicyError if it has a style or a handler of its own."""
    reader = _Reader()
    reader.feed(html)
    if reader.faults:
        raise PolicyError(f"{where}: {', '.join(sorted(set(reader.faults)))} kan ikke stå på en side med streng CSP")
    return reader.scripts


def hashes(scripts: Iterable[str]) -> list[str]:
    """Return the scripts as sources of a policy (CSP Level 3), each once, in order."""
    digests = {hashlib.sha256(script.encode()).digest() for script in scripts}
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def of(site: Path) -> str:
    """Return the one policy that holds for every page of a site, as the value of a header."""
    found = {script for page, html in pages(site) for script in inline_scripts(html, page)}
    rules = RULES | {"script-src": " ".join([RULES["script-src"], *hashes(found)])}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def in_page(policy: str) -> str:
    """Return a policy without what a page cannot say."""
    return "; ".join(rule for rule in policy.split("; ") if not rule.startswith(ONLY_IN_HEADER))


def put_in_pages(site: Path, policy: str) -> None:
    """Write a policy into every page, for hosts that cannot send headers; before anything it is to hold for."""
    meta = drawn("policy.html", policy=in_page(policy))
    for page, html in pages(site):
        new, times = CHARSET.subn(lambda found: found[0] + meta, html, count=1)
        if not times:
            raise PolicyError(f"{page}: fant ikke tegnsettet, som reglene skal stå etter")
        (site / page).write_text(new, encoding="utf-8", newline="\n")


def move_styles(site: Path, base: str) -> None:
    """Put the styles that stand in pages in files of their own, which the policy lets through."""
    for page, html in pages(site):
        # The page for what does not exist is shown at any depth, and names files from the top of the host.
        up = base if page == "404.html" else "../" * page.count("/")

        def linked(found: re.Match[str], up: str = up) -> str:
            name = f"{MOVED}/{hashlib.sha256(found['rules'].encode()).hexdigest()[:8]}.css"
            (site / MOVED).mkdir(parents=True, exist_ok=True)
            (site / name).write_text(found["rules"], encoding="utf-8", newline="\n")
            return drawn("style.html", media=found["media"], address=up + name)

        (site / page).write_text(STYLE.sub(linked, html), encoding="utf-8", newline="\n")


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each page of a site: its path from the top, and its HTML."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")
