"""All content of a tree, read once, looked up by folder and id, and re-read only when a file has changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from macros.content.base import IMAGES, PAGES, SLUG, Content, Entry, Ref
from macros.content.kinds import Kind
from macros.content.loader import Loaded, line_of, load
from macros.content.problems import BrokenEntryError, ContentError, Problem, nearest
from macros.content.references import references
from macros.content.yaml_messages import field_name
from macros.content.yaml_reader import Document

SUFFIXES = (".yaml", ".yml")
# Text by a machine that no editor has approved: it is never read as content.
DRAFTS = "drafts"
# What machines read, and what the search is told: no entries.
NOT_DATA = ("schemas", "search", DRAFTS)

Kept = TypeVar("Kept", bound=Entry)
Made = TypeVar("Made")


class Stamp(NamedTuple):
    """What tells whether a file has changed since it was read."""

    file: Path
    changed: int
    size: int


class Backlink(NamedTuple):
    """A place in another entry that points here: that entry, its folder and id, and the part that holds the pointer."""

    folder: str
    id: str
    entry: Entry
    owner: Content


@dataclass
class Library:
    """Every whole entry by folder and id, the folder and id of those that are not whole, and every problem found."""

    docs: Path
    kinds: Sequence[Kind]
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    read_from: dict[tuple[str, str], tuple[Path, Document]] = field(default_factory=dict)
    _made: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def all(self, folder: str, model: type[Kept]) -> dict[str, Kept]:
        """Return the entries of one folder by id, sorted by id."""
        return {id: entry for id, entry in self.entries[folder].items() if isinstance(entry, model)}

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what is worked out from all the content and asked for again and again; `name` tells it from others."""
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made

    def kind(self, folder: str) -> Kind:
        """Return the kind whose entries lie in a folder."""
        return next(kind for kind in self.kinds if kind.folder == folder)

    def entry(self, folder: str, id: str) -> Entry:
        """Return one entry of any kind; raise ContentError if there is none, BrokenEntryError if it has problems."""
        if (folder, id) in self.broken:
            raise BrokenEntryError(f"«{id}» i docs/data/{folder}/ har feil – rett dem først")
        if id not in self.entries[folder]:
            raise ContentError(" – ".join(self.not_found(folder, id)))
        return self.entries[folder][id]

    def get(self, folder: str, id: str, model: type[Kept]) -> Kept:
        """Return one entry as a `model`; raise as `entry` does."""
        found = self.entry(folder, id)
        if not isinstance(found, model):
            raise TypeError(f"{folder}/{id} is not a {model.__name__}")
        return found

    def part(self, ref: Ref, id: str) -> Content:
        """Return the part of an entry that `entry-id/part-id` names; raise as `entry` does."""
        whole, _, part = id.partition("/")
        found = self.find_part(ref, self.entry(ref.folder, whole), part)
        if found is None:
            raise ContentError(f"fant ikke «{part}» i docs/data/{ref.folder}/{whole}.yaml – rett id-en")
        return found

    @staticmethod
    def find_part(ref: Ref, entry: Entry, part: str) -> Content | None:
        """Return the part of an entry with an id, or None."""
        return next((found for found in getattr(entry, ref.part) if found.id == part), None)

    def pointing_at(self, folder: str, id: str) -> list[Backlink]:
        """Return what points at an entry, or with `entry-id/part-id` at a part of one, ordered by folder and id."""
        return self._backlinks.get((folder, id), [])

    @cached_property
    def _backlinks(self) -> dict[tuple[str, str], list[Backlink]]:
        found: dict[tuple[str, str], list[Backlink]] = {}
        for folder, entries in self.entries.items():
            for id, entry in entries.items():
                for reference in references(entry):
                    link = Backlink(folder, id, entry, reference.owner)
                    found.setdefault((reference.ref.folder, reference.id), []).append(link)
        return found

    def not_found(self, folder: str, id: str) -> tuple[str, str]:
        """Say that an entry does not exist, and what to do about it."""
        fix = nearest(id, self.entries.get(folder, {})) or "rett id-en, eller lag oppføringen først"
        return f"fant ikke «{id}» i docs/data/{folder}/", fix

    def fault_of(self, ref: Ref, whole: str) -> tuple[str, str] | None:
        """Say what is wrong with a reference and what to do about it; None if it points at something.

        What points at a page or a picture, or at an entry that has problems of its own, is not wrong here.
        """
        id, _, part = whole.partition("/")
        if ref.folder in (PAGES, IMAGES) or (ref.folder, id) in self.broken:
            return None
        if id not in self.entries.get(ref.folder, {}):
            return self.not_found(ref.folder, id)
        if not ref.part or self.find_part(ref, self.entries[ref.folder][id], part):
            return None
        ids = [found.id for found in getattr(self.entries[ref.folder][id], ref.part)]
        fix = nearest(part, ids) or "velg blant " + ", ".join(ids)
        return f"fant ikke «{part}» i docs/data/{ref.folder}/{id}.yaml", fix


_reads: dict[Path, tuple[tuple[Stamp, ...], Library]] = {}
_files: dict[Stamp, Loaded] = {}


def open_library(data: Path, kinds: Sequence[Kind]) -> Library:
    """Return the library of a data folder; only files that are new or changed are read again."""
    stamps = tuple(_stamps(data))
    if data not in _reads or _reads[data][0] != stamps:
        _reads[data] = (stamps, _read(data, kinds, stamps))
    return _reads[data][1]


def _stamps(data: Path) -> Iterator[Stamp]:
    for file in sorted(data.rglob("*")):
        if file.is_file() and file.relative_to(data).parts[0] not in NOT_DATA:
            stat = file.stat()
            yield Stamp(file, stat.st_mtime_ns, stat.st_size)


def _read(data: Path, kinds: Sequence[Kind], stamps: Sequence[Stamp]) -> Library:
    library = Library(data.parent, kinds, {kind.folder: {} for kind in kinds})
    by_folder = {kind.folder: kind for kind in kinds}
    loaded: dict[Path, Loaded] = {}
    for stamp in stamps:
        if misplaced := _misplaced(stamp.file, data, by_folder):
            library.problems.append(misplaced)
            continue
        result = loaded[stamp.file] = _load_once(stamp, by_folder[stamp.file.parent.name])
        library.problems += result.problems
        library.read_from[stamp.file.parent.name, stamp.file.stem] = (stamp.file, result.document)
        if result.entry:
            library.entries[stamp.file.parent.name][stamp.file.stem] = result.entry
        else:
            library.broken.add((stamp.file.parent.name, stamp.file.stem))
    _check_references(loaded, library)
    return library


def _check_references(loaded: dict[Path, Loaded], library: Library) -> None:
    for file, result in loaded.items():
        if found := list(_broken_references(file, result, library)):
            library.problems += found
            library.broken.add((file.parent.name, file.stem))


def _load_once(stamp: Stamp, kind: Kind) -> Loaded:
    if stamp not in _files:
        _files[stamp] = load(stamp.file, kind.model)
    return _files[stamp]


def _misplaced(file: Path, data: Path, kinds: dict[str, Kind]) -> Problem | None:
    """Return the problem of a file that is not where an entry can be, or has a name no entry can have."""
    folder = file.relative_to(data).parent.as_posix()
    if folder not in kinds:
        fix = nearest(folder, kinds) or "bruk en av mappene " + ", ".join(kinds)
        return Problem(file, 1, "fil", f"mappen «{folder}» er ikke en mappe for innhold", fix)
    if file.suffix not in SUFFIXES:
        return Problem(
            file,
            1,
            "fil",
            f"filen slutter på «{file.suffix}»",
            "gi filen endelsen .yaml, eller flytt den ut av docs/data/",
        )
    if not SLUG.fullmatch(file.stem):
        fix = "bruk små bokstaver a–z, tall og bindestrek, for eksempel «klare-mal.yaml»"
        return Problem(file, 1, "fil", f"filnavnet «{file.stem}» kan ikke være en id", fix)
    twin = file.with_suffix(".yml")
    if file.suffix == ".yaml" and twin.exists():
        return Problem(
            file, 1, "fil", f"id-en «{file.stem}» finnes også i {twin.name}", "behold den ene filen og slett den andre"
        )
    return None


def _broken_references(file: Path, loaded: Loaded, library: Library) -> Iterator[Problem]:
    for reference in references(loaded.entry) if loaded.entry else ():
        if broken := library.fault_of(reference.ref, reference.id):
            line = line_of(loaded.document, reference.location)
            yield Problem(file, line, field_name(reference.location), *broken)
