"""Keep component HTML out of the Markdown step: a short mark stands in until the page has been converted.

Only an engine that puts the HTML back can have it held, so nothing is held until that engine has called `activate`.
"""

import hashlib
import re
from collections.abc import Mapping

# A part of a page is held by a comment, which Markdown leaves alone. In a sentence a comment would begin a part of its
# own; there stand two signs that no text has, for they mean nothing (Unicode's private use area).
MARK = re.compile(r"(?:<!--tip:|\ue000)([0-9a-f]{16})(?:-->|\ue001)")


class _Held:
    """The HTML held back, by key; None until an engine has said that it will put it back."""

    html: dict[str, str] | None = None


def activate() -> None:
    """Start holding HTML back; called by what will put it back."""
    _Held.html = {}


def hold(html: str) -> str:
    """Return a comment that stands for a part of a page, or the HTML itself when nothing will put it back."""
    return html if _Held.html is None else f"<!--tip:{_keep(html)}-->"


def hold_inline(html: str) -> str:
    """Return a mark that stands for HTML in a sentence, or the HTML itself when nothing will put it back."""
    return html if _Held.html is None else f"\ue000{_keep(html)}\ue001"


def _keep(html: str) -> str:
    key = hashlib.sha256(html.encode()).hexdigest()[:16]
    if _Held.html is not None:
        _Held.html[key] = html
    return key


def release() -> dict[str, str]:
    """Return all that is held, by key, and hold it no longer.

    An engine reads its pages one at a time: all that is held belongs to the page that was read last.
    """
    if _Held.html is None:
        return {}
    held, _Held.html = _Held.html, {}
    return held


def swap(page: str, held: Mapping[str, str]) -> str:
    """Return a page with every mark replaced by the HTML it stands for."""
    return MARK.sub(lambda match: held[match[1]], page)
