"""Ask a web address whether it still leads anywhere, and put the answer in one of a few words."""

import http.client
import socket
import ssl
import urllib.request
from contextlib import closing
from dataclasses import dataclass
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit

Verdict = Literal[
    "works", "moved", "gone", "missing", "closed", "failing", "slow", "insecure", "unknown", "unreachable", "loop"
]

# HTTP Semantics, RFC 9110 sections 15.4 and 15.5: moved for good, and gone for good.
MOVED_FOR_GOOD = {301, 308}
REDIRECTS = {301, 302, 303, 307, 308}
REFUSALS = {401, 402, 403, 406, 407, 421, 429, 451}
MOST_HOPS = 10
# Reserved and unreserved characters of RFC 3986 section 2, and the sign of an escape.
SAFE = "%/:=&?~+!$,;'@()*[]"
AGENT = "tillit-i-praksis-lenkesjekk/1.0 (kontrollerer lenkene i en kildeliste)"


@dataclass(frozen=True)
class Answer:
    """What an address answered: a verdict, the status where there was one, and where it has moved to."""

    verdict: Verdict
    status: int = 0
    target: str = ""


def _opener() -> urllib.request.OpenerDirector:
    """Return the library's opener without its handling of redirects: a move for good must be told from one for now."""
    opener = urllib.request.OpenerDirector()
    handlers: list[urllib.request.BaseHandler] = [
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ]
    for handler in handlers:
        opener.add_handler(handler)
    return opener


OPENER = _opener()


def ask(address: str, timeout: float) -> Answer:
    """Follow an address to where it ends and return what came of it; nothing is raised.

    `timeout` is in seconds, for each request. A move is told only when every step of it is for good: a server that
    sends the reader on for now, to a page in her language for instance, still owns the address.
    """
    try:
        return _followed(address, timeout)
    except ValueError:  # an address, or a place it sends us on to, that cannot be read as one
        return Answer("unreachable")


def _followed(address: str, timeout: float) -> Answer:
    here, moved, seen = urldefrag(address).url, True, set[str]()
    for hop in range(MOST_HOPS):
        seen.add(here)
        answer = _one(here, timeout)
        if answer.status not in REDIRECTS or not answer.target:
            good = answer.verdict == "works" and hop and moved
            return Answer("moved", answer.status, here) if good else Answer(answer.verdict, answer.status)
        moved = moved and answer.status in MOVED_FOR_GOOD
        here = urldefrag(urljoin(here, answer.target)).url
        if here in seen:
            break
    return Answer("loop")


def _one(address: str, timeout: float) -> Answer:
    """Ask once with HEAD and, where that is refused, once with GET, which costs the server more."""
    answer = _request(address, "HEAD", timeout)
    settled = answer.verdict == "works" or answer.status in {410, *REDIRECTS} or not answer.status
    return answer if settled else _request(address, "GET", timeout)


def _request(address: str, method: str, timeout: float) -> Answer:
    headers = {
        "User-Agent": AGENT,
        "Accept": "text/html,application/pdf,*/*;q=0.8",
        "Accept-Language": "nb,nn,en;q=0.5",
    }
    try:
        request = urllib.request.Request(_sendable(address), method=method, headers=headers)
        with closing(OPENER.open(request, timeout=timeout)) as response:
            return Answer("works", response.status)
    except HTTPError as error:
        error.close()
        return Answer(_verdict(error.code), error.code, error.headers.get("Location", ""))
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        return Answer(_failure(getattr(error, "reason", error)))


def _sendable(address: str) -> str:
    """Return an address with what is not ASCII written as RFC 3986 and IDNA want it; escapes there are stay."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii")
    return urlunsplit(parts._replace(netloc=host, path=quote(parts.path, SAFE), query=quote(parts.query, SAFE)))


def _verdict(status: int) -> Verdict:
    """Put a status in a word."""
    if status == http.HTTPStatus.GONE:
        return "gone"
    if status == http.HTTPStatus.NOT_FOUND:
        return "missing"
    return "closed" if status in REFUSALS else "failing"


def _failure(reason: object) -> Verdict:
    """Put what kept us from an answer in a word."""
    if isinstance(reason, TimeoutError):
        return "slow"
    if isinstance(reason, ssl.SSLError):
        return "insecure"
    return "unknown" if isinstance(reason, socket.gaierror) else "unreachable"
