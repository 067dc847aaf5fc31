"""Words: how a text is cut into them, in the same way here as in `overrides/assets/search/words.js`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from unicodedata import normalize

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
TAG = re.compile(r"<[^>]*>")


def words(text: str) -> list[str]:
    """Return the words of a text in small letters; a word with hyphens is one word and its parts."""
    found = WORD.findall(normalize("NFC", text.lower()))
    return [each for word in found for each in ([word.replace("-", ""), *word.split("-")] if "-" in word else [word])]


def of_documents(documents: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the words of the titles, texts and tags of an index, and of what is asked of its pages."""
    for document in documents:
        lists = (*document.get("tags", ()), *document.get("asked", ()))
        for text in (document["title"], document["text"], " ".join(lists)):
            yield from words(unescape(TAG.sub(" ", text)))
