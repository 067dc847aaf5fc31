"""The headers a site is sent with, once, and the same as settings for nginx and for hosts that read `_headers`."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from scripts.hosting.templates import drawn

FOREVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
# Only over TLS; two years is what lists of such hosts ask for.
STRICT_TRANSPORT = "max-age=63072000"
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def of(policy: str) -> dict[str, str]:
    """Return the headers of every answer, given its content security policy."""
    return {"Content-Security-Policy": policy, **FIXED}


@dataclass(frozen=True)
class Place:
    """Where nginx publishes a site; the two last are those of the container."""

    host: str
    """The one name it answers to."""
    base: str
    """The path the site lies under, with a slash at both ends."""
    root: str = "/srv/tillit"
    """The folder of the top of the host."""
    listen: str = "8080"
    """The port it listens on, or an address and a port."""


def nginx(policy: str, place: Place) -> str:
    """Return the part of nginx' settings that publishes a site under a content security policy."""
    fixed = {"forever": FOREVER, "ask_first": ASK_FIRST, "strict_transport": STRICT_TRANSPORT}
    return drawn("nginx.conf", place=place, headers=of(policy), **fixed) + "\n"


def container() -> str:
    """Return the file a container of the same is built from."""
    return drawn("Containerfile") + "\n"


def for_static_host(policy: str, hashed: Iterable[str], unhashed: Iterable[str], base: str) -> str:
    """Return the headers as a `_headers` file, given the paths whose names hold a checksum and all the others."""
    rules = [("/*", of(policy) | {"Strict-Transport-Security": STRICT_TRANSPORT})]
    rules += [(base + path, {"Cache-Control": FOREVER}) for path in whole_folders(hashed, unhashed)]
    lines = [line for path, each in rules for line in (path, *(f"  {name}: {value}" for name, value in each.items()))]
    return "\n".join([*lines, ""])


def whole_folders(hashed: Iterable[str], unhashed: Iterable[str]) -> list[str]:
    """Return patterns for the hashed paths: a folder that has no others as one, else each path."""
    mixed = {parent for path in unhashed for parent in PurePosixPath(path).parents} | {PurePosixPath(".")}
    found = set()
    for path in map(PurePosixPath, hashed):
        whole = [parent for parent in path.parents if parent not in mixed]
        found.add(f"{whole[-1]}/*" if whole else str(path))
    return sorted(found)
