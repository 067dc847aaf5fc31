"""Evidence: how well each piece of advice in the checklists is supported, and by what kind of knowledge."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from macros.components.checklist import KIND as CHECKLISTS
from macros.components.checklist import Checklist, ChecklistItem
from macros.components.source import Source, SourceKind
from macros.components.story import Illustration, Story
from macros.content import facets, html
from macros.content.base import Theme
from macros.content.library import Library
from macros.content.place import Place

Knowledge = Literal["forskning", "evaluering", "erfaring", "fagråd", "regel"]
Support = Literal["godt", "noe", "lite", "delt"]

KNOWLEDGE: Mapping[SourceKind, Knowledge] = {
    "forskning": "forskning",
    "studentoppgave": "forskning",
    "undersøkelse": "evaluering",
    "rapport": "evaluering",
    "nyhet": "erfaring",
    "debatt": "erfaring",
    "lov": "regel",
    "avtale": "regel",
    "offentlig dokument": "regel",
    "vilkår": "regel",
    "veileder": "fagråd",
    "verktøy": "fagråd",
    "kurs": "fagråd",
    "fagside": "fagråd",
    "fagartikkel": "fagråd",
    "bok": "fagråd",
}


@dataclass(frozen=True)
class Case:
    """A story that bears on a piece of advice, and how."""

    id: str
    story: Story
    relation: str


@dataclass(frozen=True)
class Advice:
    """One piece of advice with all that supports it or speaks against it."""

    item: ChecklistItem
    themes: Sequence[Theme]
    sources: Mapping[str, Source]
    cases: Sequence[Case]

    @property
    def knowledge(self) -> list[Knowledge]:
        """Return the kinds of knowledge behind it, in the order of `Knowledge`; a story is experience."""
        found: set[Knowledge] = {KNOWLEDGE[source.kind] for source in self.sources.values()}
        if self.cases:
            found.add("erfaring")
        return [kind for kind in get_args(Knowledge) if kind in found]

    @property
    def support(self) -> Support:
        """Return how well it is supported: by studies and a well sourced story, by either, by neither, or divided.

        It is divided when a story contradicts it, or when two or more modify it and they outnumber those in support.
        """
        relations = Counter(case.relation for case in self.cases)
        if relations["motsier"] or relations["nyanserer"] > max(1, relations["støtter"]):
            return "delt"
        studied = {"forskning", "evaluering"} & set(self.knowledge)
        borne_out = any(case.relation == "støtter" and case.story.strength == "god" for case in self.cases)
        if studied and borne_out:
            return "godt"
        return "noe" if studied or relations["støtter"] else "lite"


FACETS: facets.Readers[Advice] = {
    "support": lambda advice: [advice.support],
    "knowledge": lambda advice: advice.knowledge,
    "theme": lambda advice: advice.themes,
}


def evidence(library: Library, place: Place) -> str:
    """Vis hvor godt hvert råd i sjekklistene er belagt."""
    lists = library.all(CHECKLISTS.folder, Checklist)
    every = {
        f"{id}/{item.id}": _advice(library, entry, f"{id}/{item.id}", item)
        for id, entry in lists.items()
        for item in entry.items
    }
    context = {
        "checklists": lists,
        "advice": every,
        "facets": facets.of(every, FACETS),
        "knowledge": _ordered(get_args(Knowledge), Counter(kind for one in every.values() for kind in one.knowledge)),
        "support": _ordered(get_args(Support), Counter(one.support for one in every.values())),
        "by_theme": {theme: _of_theme(every, theme) for theme in get_args(Theme)},
    }
    return html.render("evidence/evidence.html", place, **context)


def _advice(library: Library, checklist: Checklist, id: str, item: ChecklistItem) -> Advice:
    sources = {ref: library.get("sources", ref, Source) for ref in item.sources}
    return Advice(item, checklist.themes, sources, _cases(library, id))


def _cases(library: Library, id: str) -> list[Case]:
    """Return the stories that say they bear on one piece of advice."""
    return [
        Case(link.id, link.entry, link.owner.relation)
        for link in library.pointing_at(CHECKLISTS.folder, id)
        if isinstance(link.entry, Story) and isinstance(link.owner, Illustration)
    ]


def _of_theme(every: Mapping[str, Advice], theme: Theme) -> dict[str, int]:
    return _ordered(get_args(Support), Counter(one.support for one in every.values() if theme in one.themes))


def _ordered(keys: Sequence[str], counts: Counter[str]) -> dict[str, int]:
    return {key: counts[key] for key in keys}


MACROS = {"evidence": evidence}
