"""Assemble what a server publishes from a built site: first the pages, then what follows from how they became."""

import datetime
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from scripts.hosting import compress, fingerprint, headers, policy
from scripts.hosting.templates import drawn

PUBLIC = "public"
SECURITY = ".well-known/security.txt"
# RFC 9116 asks for less than a year.
VALID = datetime.timedelta(days=364)


@dataclass(frozen=True)
class Publication:
    """What a publisher has said, and when: all that the folder depends on besides the site."""

    url: str
    """The whole address of the site, with a slash at the end."""
    contact: str
    """Where weaknesses are told of; without it there is no `security.txt`."""
    moment: datetime.datetime
    """The age of the content."""


def assemble(site: Path, to: Path, publication: Publication, quality: int = compress.BEST) -> str:
    """Write `public/`, `nginx.conf` and `Containerfile` into an empty folder, and return the policy of the site.

    `quality` is how hard Brotli works, 0 to 11. Raises `policy.PolicyError` if a page could not be shown under a strict
    policy.
    """
    host, base = urlsplit(publication.url).hostname or "", urlsplit(publication.url).path
    public = to / PUBLIC
    top = public / base.strip("/")
    shutil.copytree(site, top)
    policy.move_styles(top, base)
    hashed = fingerprint.rename(top, base)
    rules = policy.of(top)
    policy.put_in_pages(top, rules)
    if publication.contact:
        _write(public / SECURITY, security(publication))
    others = (file.relative_to(top).as_posix() for file in top.rglob("*") if file.is_file())
    static = headers.for_static_host(rules, hashed, set(others) - set(hashed), base)
    compress.beside(public, quality)
    _write(public / "_headers", static)
    _write(top / ".nojekyll", "")
    _write(to / "nginx.conf", headers.nginx(rules, headers.Place(host, base)))
    _write(to / "Containerfile", headers.container())
    return rules


def security(publication: Publication) -> str:
    """Return `security.txt` (RFC 9116): where a weakness is told of, and until when that holds."""
    expires = (publication.moment + VALID).astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    canonical = urljoin(publication.url, f"/{SECURITY}")
    return drawn("security.txt", contact=publication.contact, expires=expires, canonical=canonical) + "\n"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
