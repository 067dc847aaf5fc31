"""Guide: a few questions that lead to an answer; readable as one page, one question at a time with a script."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, model_validator

from macros.content import html, review
from macros.content.base import (
    Content,
    Day,
    Participation,
    Ref,
    Role,
    Slug,
    Text,
    Theme,
    broken,
    known_theme,
    review_again_field,
    reviewed_field,
    short,
    themes_field,
)
from macros.content.kinds import Kind
from macros.content.legal import Regulated
from macros.content.library import Library
from macros.content.place import Place


class Answer(Content):
    """Et svar på et spørsmål, og hvor det fører."""

    text: Annotated[Text, short(140)] = Field(title="Svar", description="Svaret leseren kan velge.")
    next: Slug = Field(title="Videre til", description="Id-en til neste spørsmål, eller til en konklusjon.")


class Question(Content):
    """Et spørsmål i en veiviser."""

    id: Slug = Field(title="Id", description="Fast id, brukt én gang i veiviseren.")
    text: Annotated[Text, short(160)] = Field(title="Spørsmål", description="Spørsmålet, så leseren kan svare på det.")
    help: Annotated[Text, short(600)] | None = Field(None, title="Hjelp", description="Hva som menes, med eksempler.")
    answers: list[Answer] = Field(title="Svar", description="Svarene å velge mellom.", min_length=2, max_length=8)


class Outcome(Content):
    """En konklusjon i en veiviser."""

    id: Slug = Field(title="Id", description="Fast id, brukt én gang i veiviseren.")
    title: Annotated[Text, short(110)] = Field(title="Konklusjon", description="Svaret i én setning.")
    level: Participation | None = Field(None, title="Nivå", description="Nivået for medbestemmelse, når det er klart.")
    text: Annotated[Text, short(2000)] = Field(
        title="Begrunnelse", description="Hvorfor, hva du gjør nå, hva som skrives ned, og hva som er usikkert."
    )
    sources: list[Annotated[Slug, Ref("sources")]] = Field(title="Kilder", description="Id-er til kildene.")


class Guide(Regulated):
    """En veiviser: spørsmål som fører til en konklusjon."""

    title: Annotated[Text, short(80)] = Field(title="Tittel", description="Spørsmålet veiviseren svarer på.")
    description: Annotated[Text, short(300, 40)] = Field(title="Beskrivelse", description="Hva leseren får vite.")
    themes: list[Theme] = themes_field()
    roles: list[Role] = Field(title="Roller", description="Hvem veiviseren er for.", min_length=1)
    questions: list[Question] = Field(title="Spørsmål", description="Det første er der leseren begynner.", min_length=1)
    outcomes: list[Outcome] = Field(title="Konklusjoner", description="Det spørsmålene kan føre til.", min_length=2)
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        [], title="Kilder", description="Id-er til kilder for veiviseren som helhet."
    )
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _every_path_ends(self) -> "Guide":
        """Demand that every answer leads on to something that exists, and that no path runs in a ring."""
        for what, fix in _faults(self):
            raise broken(what, fix)
        return self


def _faults(guide: Guide) -> Iterator[tuple[str, str]]:
    questions = {question.id: question for question in guide.questions}
    ends = {outcome.id for outcome in guide.outcomes}
    if len(ends | set(questions)) < len(guide.questions) + len(guide.outcomes):
        yield "to spørsmål eller konklusjoner har samme id", "gi hver av dem sin egen id"
    leads = {id: [answer.next for answer in question.answers] for id, question in questions.items()}
    reached = {target for targets in leads.values() for target in targets} | {guide.questions[0].id}
    for id, targets in leads.items():
        for target in targets:
            if target not in questions and target not in ends:
                yield f"et svar på «{id}» fører til «{target}», som ikke finnes", "rett id-en i next"
    for id in [*questions, *sorted(ends)]:
        if id not in reached:
            yield f"ingen svar fører til «{id}»", "fjern den, eller la et svar føre dit"
    if ring := _ring(guide.questions[0].id, leads, ()):
        yield "svarene går i ring: " + " → ".join(ring), "la ett av svarene føre til en konklusjon"


def _ring(id: str, leads: dict[str, list[str]], before: tuple[str, ...]) -> tuple[str, ...]:
    if id in before:
        return (*before, id)
    for target in leads.get(id, ()):
        if found := _ring(target, leads, (*before, id)):
            return found
    return ()


KIND = Kind("guide", "guides", Guide, "partssamarbeid", "twins")


def guide(library: Library, place: Place, id: str) -> str:
    """Vis en veiviser."""
    entry = library.get(KIND.folder, id, Guide)
    refs = [*entry.sources, *(ref for outcome in entry.outcomes for ref in outcome.sources)]
    is_home = place.is_home_of(KIND, id)
    context: dict[str, Any] = {
        "level": 2 if is_home else 3,
        "is_home": is_home,
        "twin": KIND.page(id, "nb" if place.language == "nn" else "nn"),
        "sources": {ref: library.entry("sources", ref) for ref in refs},
    }
    return html.render(
        "guide/guide.html", place, id=id, guide=entry, **context, **review.context(KIND.folder, id, entry, place)
    )


def guides(library: Library, place: Place, theme: str = "") -> str:
    """Vis veiviserne i ett tema, eller alle, som kort."""
    every = library.all(KIND.folder, Guide)
    chosen = {id: entry for id, entry in every.items() if not theme or known_theme(theme) in entry.themes}
    return html.render("guide/cards.html", place, guides=chosen)


MACROS = {"guide": guide, "guides": guides}
