"""Web addresses: whether one has the form of an address that any reader can follow."""

import re
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

HOST = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$")
# Where copies of other people's documents lie, and the tools that sites are made with.
COPIES = re.compile(
    r"(?:^|\.)(?:docplayer|9pdf|5dok|docslib|slideshare|fdocument|vdocuments|pdfslide|yumpu|dokumen\.tips"
    r"|[\w-]*episerver[\w-]*|[\w-]*enonic[\w-]*)(?:\.|$)"
)
# Parts of a host's name that tell of a copy which its owner tries things out on.
TRIAL = re.compile(r"(?:^|[.-])(?:dev|stage|staging|prep|beta|test|qa|preview|localhost)(?:[.-]|$)")

Rule = tuple[Callable[[SplitResult, str], object], str, str]

# Each rule: whether an address and its host break it, what is then wrong, and what to do.
RULES: tuple[Rule, ...] = (
    (lambda parts, _: parts.scheme not in ("http", "https"), "begynner ikke med https://", "skriv hele adressen"),
    (lambda parts, _: "@" in parts.netloc, "har et brukernavn i seg", "skriv den uten det som står foran @"),
    (lambda _, host: not HOST.match(host), "har ikke et gyldig nettsted", "kopier den på nytt fra nettleseren"),
    (
        lambda _, host: TRIAL.search(host),
        "ser ut til å være en prøveutgave",
        "bruk adressen til det ferdige nettstedet",
    ),
    (
        lambda _, host: COPIES.search(host),
        "ligger hos et nettsted som kopierer andres dokumenter",
        "bruk utgiverens egen adresse, eller utelat den",
    ),
)


def fault(address: str) -> tuple[str, str] | None:
    """Return what is wrong with the form of an address and what to do, or None when it is well formed.

    Nothing is asked of the network: `scripts/links.py` does that.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return f"adressen {address} kan ikke leses", "kopier den på nytt fra nettleseren"
    return next(((f"adressen {address} {what}", fix) for breaks, what, fix in RULES if breaks(parts, host)), None)
