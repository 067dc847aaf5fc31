"""Keep component HTML out of the Markdown step: a short comment stands in until the page has been converted.

Only a generator with a hook can put the HTML back, so nothing is held until that hook has called `activate`.
"""

import hashlib
import re

MARK = re.compile(r"<!--tip:([0-9a-f]{16})-->")


class _Held:
    """The HTML held back, by key; None until a hook has said that it will put it back."""

    html: dict[str, str] | None = None


def activate() -> None:
    """Start holding HTML back; called by the hook that will put it back."""
    _Held.html = {}


def hold(html: str) -> str:
    """Return a comment that stands for the HTML, or the HTML itself when no hook is there to put it back."""
    if _Held.html is None:
        return html
    key = hashlib.sha256(html.encode()).hexdigest()[:16]
    _Held.html[key] = html
    return f"<!--tip:{key}-->"


def swap(page: str) -> str:
    """Return the page with every comment replaced by the HTML it stands for, which is held no longer.

    A generator reads its pages one at a time: all that is held belongs to this one.
    """
    held = _Held.html or {}
    whole = MARK.sub(lambda match: held[match[1]], page)
    held.clear()
    return whole
