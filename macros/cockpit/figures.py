"""The figures of every entry and page: how complete, how old, how heavy to read, and what nothing points at."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from macros.cockpit import completeness, reading
from macros.cockpit.reading import Reading
from macros.components.checklist import Checklist
from macros.components.story import Story
from macros.content import prose, review
from macros.content.base import Entry, Language
from macros.content.library import Library
from macros.content.mentions import Mention, mentions
from macros.content.prose import Passage
from macros.language.drafts import State, states

Need = Literal["late", "undated", "alike", "heavy", "long", "unused", "storyless", "itemless", "draft", "stale"]

# Björnsson calls 40–50 middling; the playbook promises to keep below the middle of that. A list says too little.
HEAVIEST = 45
FEWEST_WORDS = 120
# Kinds that are there to be pointed at, and the macros that do it from a page.
POINTED_AT: Mapping[str, Sequence[str]] = {"sources": ("source", "sources"), "terms": ("term",)}


Texts = Mapping[Path, Sequence[Passage]]
Named = Mapping[str, Mapping[str, Sequence[Mention]]]


@dataclass(frozen=True)
class Row:
    """The figures of one entry or page.

    `kind` is its data folder, or «sider»; `page` and `anchor` the place it is read, if it has one of its own; `file`
    the file to mend, from the top of the project. `filled` of `fields` fields that may be left out have been filled
    in, and `empty` names the others. `alike` counts the texts that are the same in both written standards, `uses` the
    places that point at it, for kinds that are there to be pointed at. `lone` holds the items no story bears on, by id,
    and `illustrates` how many items a story bears on.
    `drafts` holds the state of each draft of nynorsk that no editor has approved.
    """

    kind: str
    id: str
    title: str
    file: str
    page: str
    anchor: str
    languages: Sequence[Language]
    filled: int
    fields: int
    empty: Sequence[str]
    reviewed: datetime.date | None
    due: datetime.date | None
    readings: Mapping[Language, Reading]
    alike: int
    uses: int | None
    lone: Mapping[str, str]
    illustrates: int | None
    drafts: Sequence[State]

    @property
    def needs(self) -> list[Need]:
        """Return what it needs; that its day has passed is for whoever asks to say, with `late`."""
        told: dict[Need, bool] = {
            "undated": self.kind == prose.PAGES and self.reviewed is None,
            "alike": self.alike > 0,
            "heavy": any(one.words >= FEWEST_WORDS and one.lix > HEAVIEST for one in self.readings.values()),
            "long": any(one.long for one in self.readings.values()),
            "unused": self.uses == 0,
            "storyless": bool(self.lone),
            "itemless": self.illustrates == 0,
            "draft": "venter" in self.drafts,
            "stale": "utdatert" in self.drafts,
        }
        return [need for need, is_so in told.items() if is_so]

    def late(self, day: datetime.date) -> bool:
        """Tell whether the day for its review has passed on a given day."""
        return self.due is not None and self.due < day


def rows(library: Library) -> list[Row]:
    """Return the figures of all entries, kind by kind, and of all pages with text of their own."""
    texts: dict[Path, list[Passage]] = {}
    for passage in prose.passages(library):
        texts.setdefault(passage.file, []).append(passage)
    named = mentions(library.docs)
    entries = [
        _of_entry(library, folder, id, texts, named) for folder, every in library.entries.items() for id in every
    ]
    return [*entries, *_of_pages(library, texts)]


def _of_entry(library: Library, folder: str, id: str, texts: Texts, named: Named) -> Row:
    entry, kind = library.entries[folder][id], library.kind(folder)
    file, document = library.read_from[folder, id]
    own, again = texts.get(file, ()), review.of_entry(folder, entry)
    fields = completeness.of(entry)
    placed = kind.pages == "placed"
    return Row(
        kind=folder,
        id=id,
        title=entry.name("nb"),
        file=file.relative_to(library.docs.parent).as_posix(),
        page="" if placed else kind.page(id, entry.name_language("nb")),
        anchor=id if kind.pages == "shared" else "",
        languages=reading.languages(own),
        filled=fields.filled,
        fields=fields.all,
        empty=fields.empty,
        reviewed=again.last if again else None,
        due=again.due if again else None,
        readings=reading.by_language(own),
        alike=reading.alike(own),
        uses=_uses(library, folder, id, named),
        lone=_lone(library, id, entry),
        illustrates=len(entry.illustrates) if isinstance(entry, Story) else None,
        drafts=states(library.docs, folder, id, document.data),
    )


def _uses(library: Library, folder: str, id: str, named: Named) -> int | None:
    """Return how many entries of other kinds and how many pages point at an entry that is there for that."""
    if folder not in POINTED_AT:
        return None
    entries = {(link.folder, link.id) for link in library.pointing_at(folder, id) if link.folder != folder}
    pages = {page for macro in POINTED_AT[folder] for page in named.get(macro, {}).get(id, [])}
    return len(entries) + len(pages)


def _lone(library: Library, id: str, entry: Entry) -> dict[str, str]:
    """Return the items of a checklist that no story bears on, by id."""
    if not isinstance(entry, Checklist):
        return {}
    links = {item.id: library.pointing_at("checklists", f"{id}/{item.id}") for item in entry.items}
    told = {item for item, found in links.items() if any(link.folder == "stories" for link in found)}
    return {item.id: item.text.nb for item in entry.items if item.id not in told}


def overdue(library: Library, day: datetime.date) -> int:
    """Return how many entries and pages should have been reviewed before a day."""
    every = [review.of_entry(folder, one) for folder, all in library.entries.items() for one in all.values()]
    every += [review.of_page(library, _page(library, file), meta) for file, meta in _pages(library)]
    return sum(one.due < day for one in every if one)


def _pages(library: Library) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield the pages with text of their own and their front matter; one kept out of the search only shows others."""
    for file in sorted(library.docs.rglob("*.md")):
        meta = prose.front_matter(file)
        if meta.get("language") and not meta.get("search"):
            yield file, meta


def _page(library: Library, file: Path) -> str:
    return file.relative_to(library.docs).as_posix()


def _of_pages(library: Library, texts: Texts) -> Iterator[Row]:
    for file, meta in _pages(library):
        page, own = _page(library, file), texts.get(file, ())
        again = review.of_page(library, page, meta)
        yield Row(
            kind=prose.PAGES,
            id=page.removesuffix(".md"),
            title=prose.title(file) or page,
            file=file.relative_to(library.docs.parent).as_posix(),
            page=page,
            anchor="",
            languages=reading.languages(own),
            filled=0,
            fields=0,
            empty=(),
            reviewed=again.last if again else None,
            due=again.due if again else None,
            readings=reading.by_language(own),
            alike=0,
            uses=None,
            lone={},
            illustrates=None,
            drafts=(),
        )
