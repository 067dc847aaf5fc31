"""Propose the id of an entry from its title."""

import re
import unicodedata

LONGEST = 50
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "ð": "d", "đ": "d", "ł": "l"})
STRANGE = re.compile(r"[^a-z0-9]+")


def proposed(title: str) -> str:
    """Return an id made of the words of a title, as many as there is room for; empty when no letter can be used."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(LETTERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    whole = STRANGE.sub("-", bare).strip("-")
    if len(whole) <= LONGEST:
        return whole
    return whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]
