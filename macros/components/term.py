"""Term: a word the playbook explains, linked from the text and listed in the glossary."""

from typing import Annotated

from pydantic import Field

from macros.content import html
from macros.content.base import (
    Day,
    Entry,
    Line,
    Ref,
    Slug,
    Text,
    Theme,
    known_theme,
    review_again_field,
    reviewed_field,
    short,
)
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place

ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


class Term(Entry):
    """Et begrep i ordlista, med forklaring."""

    title: Annotated[Text, short(60)] = Field(title="Begrep", description="Ordet slik det står i løpende tekst.")
    definition: Annotated[Text, short(700, 30)] = Field(
        title="Forklaring", description="Én til tre enkle setninger som en nykommer forstår."
    )
    synonyms: list[Annotated[Line, short(60)]] = Field(
        title="Synonymer", description="Andre ord folk bruker om det samme. Søket finner begrepet også på disse."
    )
    themes: list[Theme] = Field([], title="Temaer", description="Temaene begrepet hører til.")
    related: list[Annotated[Slug, Ref("terms")]] = Field(
        [], title="Se også", description="Id-er til begreper som henger sammen med dette."
    )
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        [], title="Kilder", description="Id-er til kildene forklaringen bygger på."
    )
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()


KIND = Kind("term", "terms", Term, "ordliste", "shared")


def term(library: Library, place: Place, id: str, shown: str = "") -> str:
    """Vis et begrep i løpende tekst med lenke til ordlista; `shown` er ordet slik det er bøyd i setningen."""
    entry = library.get(KIND.folder, id, Term)
    return html.render("term/term.html", place, id=id, term=entry, shown=shown)


def terms(library: Library, place: Place, theme: str = "") -> str:
    """Vis ordlista, eller begrepene i ett tema."""
    every = library.all(KIND.folder, Term).items()
    chosen = [(id, term) for id, term in every if not theme or known_theme(theme) in term.themes]
    chosen.sort(key=lambda pair: _alphabetic(pair[1].title.written(place.language)))
    sources = {ref: library.entry("sources", ref) for _, term in chosen for ref in term.sources}
    related = {other for _, term in chosen for other in term.related}
    names = {other: library.get(KIND.folder, other, Term).name(place.language) for other in related}
    return html.render("term/list.html", place, terms=dict(chosen), sources=sources, names=names)


def _alphabetic(word: str) -> list[int]:
    """Return a key that sorts æ, ø and å last, as in a Norwegian dictionary."""
    return [ALPHABET.find(letter) for letter in word.casefold()]


MACROS = {"terms": terms}
INLINE_MACROS = {"term": term}
