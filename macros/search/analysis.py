"""The language data of one index: what the search in the browser needs to know of the words in it."""

from collections.abc import Iterable, Mapping
from typing import Any

from macros.content.library import Library
from macros.search import about, asked, nynorsk, synonyms
from macros.search.compounds import Splitter
from macros.search.forms import Forms, endings_to_know
from macros.search.lexicon import read, rules, settings
from macros.search.words import of_documents, words


def told(documents: Iterable[Mapping[str, Any]], pages: Mapping[str, str], library: Library) -> list[dict[str, Any]]:
    """Return the documents of an index, the opening of each page with what it is about and what is asked of it.

    `pages` tells which file under `docs/` each address comes from.
    """
    listed = asked.read(library.docs)
    return [
        {**document, **_of_page(library, pages[document["location"]], listed)}
        if document["location"] in pages
        else dict(document)
        for document in documents
    ]


def _of_page(library: Library, page: str, listed: asked.Asked) -> dict[str, Any]:
    found = about.of_page(library, page)
    lists = {"themes": found.themes, "roles": found.roles, "asked": listed.get(page, ())}
    return {"kind": found.kind, **{name: list(values) for name, values in lists.items() if values}}


def data(documents: Iterable[Mapping[str, Any]], library: Library) -> dict[str, Any]:
    """Return the language data for an index, the same for the same documents."""
    lines = synonyms.all_lines(library)
    stop = rules()["stop_words"]
    seen = {*of_documents(documents), *(word for line in lines for word in words(line))} - stop
    plain = {word for word in seen if len(word) > 2 and word.isalpha()}
    table = Forms(read(), Splitter(read(), {*plain, *(nynorsk.bokmal(word) for word in plain)}))
    return {
        "stop": " ".join(sorted(stop)),
        "rules": nynorsk.rules(),
        "forms": {ending: " ".join(words) for ending, words in endings_to_know(plain, table).items()},
        "compounds": " ".join(compounds(plain, table)),
        "synonyms": lines,
        "pages": settings()["pages"],
        "kinds": settings()["kinds"],
        "asides": settings()["asides"],
    }


def compounds(forms: Iterable[str], table: Forms) -> list[str]:
    """Return the compounds among the words of the text, each as its parts with + between."""
    split = {word: table.parts_of(word) for word in {table.word_of(form) for form in forms}}
    return sorted("+".join(parts) for parts in split.values() if parts)
