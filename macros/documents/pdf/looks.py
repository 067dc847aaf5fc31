"""What the classes of the site mean on paper: what is left out, and how the rest looks."""

from typing import Any

from macros.documents.pdf.blocks import Look, Style

LEFT_OUT_TAGS = frozenset(
    ("script", "style", "template", "nav", "button", "select", "textarea", "dialog", "progress", "datalist", "output")
)
# Besides what is hidden: what only works on a screen, and what leads there.
LEFT_OUT_CLASSES = frozenset(
    (
        "tip-pdf",
        "tip-twin",
        "tip-controls",
        "tip-jump",
        "tip-story__plan",
        "tip-sheet__plan",
        "tip-sheet__take",
        "tip-guide__bar",
        "tip-guide__again",
        "tip-register__used",
    )
)
LOOKS: dict[str, Look] = {
    "tip-lead": "lead",
    "tip-meta": "small",
    "tip-card__meta": "small",
    "tip-talk__topic": "small",
    "tip-glossary__more": "small",
    "tip-register__note": "small",
    "tip-checklist__level": "tag",
    "tip-sheet__when": "tag",
    "admonition-title": "strong",
    "tip-note__title": "strong",
    "tip-callout": "callout",
    "tip-callout--watch": "watch",
    "tip-note": "callout",
    "admonition": "callout",
    "tip-facts": "facts",
}
# Looks that go around blocks, and not on one paragraph.
AROUND: tuple[Look, ...] = ("callout", "watch")
CARDS = frozenset(("tip-talk__cards", "tip-sheet__cards"))
# A card that only leads to another page: its title is no heading of this one.
SIGNPOST = "tip-card"
LINE = "tip-sheet__line"
STYLES: dict[str, Style] = {"tip-badge": "badge", "tip-source": "source", "tip-timeline__when": "strong"}


def classes(element: Any) -> list[str]:
    """Return the classes of an element."""
    return (element.get("class") or "").split()


def is_left_out(element: Any) -> bool:
    """Tell whether an element is nothing to read on paper: hidden, a control, or not an element at all."""
    if not isinstance(element.tag, str) or element.tag in LEFT_OUT_TAGS:
        return True
    is_hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return is_hidden or not LEFT_OUT_CLASSES.isdisjoint(classes(element))


def of(element: Any) -> Look:
    """Return how an element is to look, from its classes; the last that says something decides."""
    looks = [LOOKS[name] for name in classes(element) if name in LOOKS]
    return looks[-1] if looks else "plain"


def style_of(element: Any) -> Style | None:
    """Return how words stand out from those around them, from the classes of their element; None if they do not."""
    return next((STYLES[name] for name in classes(element) if name in STYLES), None)


def is_signpost(element: Any) -> bool:
    """Tell whether an element stands on a card that leads to another page."""
    return any(SIGNPOST in classes(one) for one in element.iterancestors("li"))
