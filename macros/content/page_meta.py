"""The top of a page: which keys may stand there, and that it is read alike by the checker and the site generator."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, model_validator

from macros.content import messages, yaml_reader
from macros.content.base import Content, Day, Language, Line, refuse_early, review_again_field, short
from macros.content.loader import line_of
from macros.content.problems import Problem
from macros.content.prose import FRONT_MATTER
from macros.content.yaml_messages import field_name

# How MkDocs tells the top of a page from the rest, and a top without marks (mkdocs/utils/meta.py).
READ_BY_MKDOCS = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
UNMARKED = re.compile(r"\A {0,3}([A-Za-z0-9_-]+):")
HOME = "index.md"
TOP = "skriv «---», «language: nb», «description: …» og «---» øverst"


class PageSearch(Content):
    """Hvordan siden behandles i søket."""

    exclude: bool = Field(title="Utelat", description="true når siden ikke skal finnes i søket.")


class PageMeta(Content):
    """Det som kan stå øverst på en side."""

    language: Language = Field(title="Målform", description="nb for bokmål, nn for nynorsk.")
    description: Annotated[Line, short(200, 40)] = Field(
        title="Beskrivelse", description="Hva leseren får på siden. Vises i søk og når siden deles."
    )
    search: PageSearch | None = Field(None, title="Søk", description="Om siden skal holdes utenfor søket.")
    template: Literal["home.html"] | None = Field(None, title="Mal", description="Bare forsiden har egen mal.")
    reviewed: Day | None = Field(
        None, title="Sist gjennomgått", description="Datoen siden sist ble kontrollert, som åååå-mm-dd."
    )
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _reviewed_before_it_is_reviewed_again(self) -> "PageMeta":
        """Refuse a next review that is not after the last."""
        refuse_early(self.reviewed, self.review_again)
        return self


def problems(page: Path, text: str, *, is_home: bool) -> Iterator[Problem]:
    """Yield what is wrong with the top of a page; one that has none is well formed."""
    front, other = FRONT_MATTER.match(text), READ_BY_MKDOCS.match(text)
    if (front and front.end()) != (other and other.end()) or (text.startswith("---") and not front):
        yield Problem(page, 1, "fil", "toppen av siden slutter ikke der den skal", TOP)
    elif not front and (word := UNMARKED.match(text)):
        what = f"siden begynner med «{word[1]}:», og det leses som oppsett"
        yield Problem(page, 1, word[1], what, f"{TOP}; skal det vises, begynn siden med noe annet")
    if front:
        yield from _keys(page, front[1], is_home)


def _keys(page: Path, front: str, is_home: bool) -> Iterator[Problem]:
    document = yaml_reader.read(front.encode())
    for line, field, what, fix in document.faults:
        yield Problem(page, line + 1, field, what, fix)
    if document.data is None:
        return
    if isinstance(document.data, dict) and "template" in document.data and not is_home:
        line = line_of(document, ("template",)) + 1
        yield Problem(page, line, "template", "bare forsiden kan ha en egen mal", "fjern feltet")
    try:
        PageMeta.model_validate(document.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            what, fix = messages.word(detail, PageMeta)
            yield Problem(page, line_of(document, detail["loc"]) + 1, field_name(detail["loc"]), what, fix)
