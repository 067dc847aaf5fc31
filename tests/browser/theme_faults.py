"""The faults of the stock theme that axe sees, in one place. None of ours may stand here."""

# The rule axe names → a part of the selector of the theme's own element.
THEME_FAULTS = {
    "aria-dialog-name": (".md-search",),  # the search box is a dialog without a name
}


def is_the_themes(rule: str, target: list[str]) -> bool:
    """Tell whether a violation is a known fault of the theme."""
    selector = " ".join(map(str, target))
    return any(part in selector for part in THEME_FAULTS.get(rule, ()))
