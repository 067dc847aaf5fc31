"""The tree that a command works on: a folder laid out like this project."""

from pathlib import Path


def root_of(named: str) -> Path | None:
    """Return the tree in a folder an editor named; say what is wrong, and return None, if it has no `docs`."""
    root = Path(named).resolve()
    if (root / "docs").is_dir():
        return root
    print(f"Fant ingen mappe som heter docs i {named}. Kjør fra prosjektmappen, eller bruk --root.")
    return None
