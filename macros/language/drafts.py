"""Drafts: nynorsk made by a machine, kept beside the entries until an editor approves it, and shown by nothing."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml
from pydantic import Field

from macros.content import yaml_reader
from macros.content.base import Content
from macros.content.library import DRAFTS
from macros.language import entry_text

HEAD = (
    "# Utkast til nynorsk, laget av et program. Les og rett det som står etter nn. Godkjenn det så med:\n"
    "#   python3 scripts/drafts.py approve {kind} {id}\n"
)
State = Literal["venter", "utdatert"]
Translate = Callable[[Sequence[str]], list[str]]


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as several lines, so that an editor can mend it."""


def _lines(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _lines)


class DraftError(Exception):
    """A draft cannot be made or approved; the message says why and what to do."""


class DraftText(Content):
    """Ett utkast til en tekst på nynorsk."""

    field: str = Field(
        title="Felt", description="Hvor teksten står i oppføringen, for eksempel items/velg-tre-mal/why."
    )
    source: str = Field(title="Kilde", description="Fingeravtrykk av teksten på bokmål. Endres ikke for hånd.")
    nb: str = Field(title="Bokmål", description="Teksten utkastet er laget av.")
    nn: str = Field(title="Nynorsk", description="Utkastet. Rett det før du godkjenner.")


class Draft(Content):
    """Utkastene til én oppføring."""

    status: Literal["utkast"] = Field(title="Status", description="Alltid utkast. Det godkjente står i oppføringen.")
    texts: list[DraftText] = Field(title="Tekster", description="Utkastene, i den rekkefølgen de står i oppføringen.")


class Found(NamedTuple):
    """A text in the data of an entry: its name, where it stands, its bokmål, and its nynorsk if it has any."""

    name: str
    location: tuple[int | str, ...]
    nb: str
    nn: str


def file_of(docs: Path, folder: str, id: str) -> Path:
    """Return the file of an entry's drafts."""
    return docs / "data" / DRAFTS / folder / f"{id}.yaml"


def fingerprint(text: str) -> str:
    """Return what tells whether a text has changed."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def texts_of(data: object) -> dict[str, Found]:
    """Return the texts of an entry that can be in both standards, by name, whole or not.

    A text is found by its shape and not by the model, for an entry that lacks a text is not whole.
    """
    return {found.name: found for found in _texts(data, (), ())}


def _texts(data: Any, name: tuple[str, ...], location: tuple[int | str, ...]) -> Iterator[Found]:
    if isinstance(data, dict) and data.get("nb") and set(data) <= {"nb", "nn"}:
        yield Found("/".join(name), location, str(data["nb"]), str(data.get("nn") or ""))
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*name, str(key)), (*location, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            own = value.get("id") if isinstance(value, dict) else None
            yield from _texts(value, (*name, str(own or index + 1)), (*location, index))


def read(file: Path) -> list[DraftText]:
    """Return the drafts in a file, none if there is no file; raise DraftError if it cannot be read."""
    if not file.is_file():
        return []
    try:
        return Draft.model_validate(yaml_reader.read(file.read_bytes()).data).texts
    except ValueError:
        raise DraftError(f"{file.name} kan ikke leses som utkast. Slett filen og lag utkastene på nytt.") from None


def save(file: Path, drafts: Sequence[DraftText], kind: str) -> None:
    """Write the drafts of an entry, or remove the file when none is left."""
    if not drafts:
        file.unlink(missing_ok=True)
        return
    data = Draft(status="utkast", texts=list(drafts)).model_dump()
    body = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD.format(kind=kind, id=file.stem) + body, encoding="utf-8")


def state(draft: DraftText, texts: Mapping[str, Found]) -> State:
    """Tell whether a draft waits for an editor, or has been overtaken: its bokmål is changed, or is no longer there."""
    found = texts.get(draft.field)
    return "venter" if found and fingerprint(found.nb) == draft.source else "utdatert"


def states(docs: Path, folder: str, id: str, data: object) -> list[State]:
    """Return the state of each draft of an entry, whose data is given; a file that cannot be read is overtaken."""
    file = file_of(docs, folder, id)
    if not file.is_file():
        return []
    texts = texts_of(data)
    try:
        return [state(one, texts) for one in read(file)]
    except DraftError:
        return ["utdatert"]


def make(
    texts: Mapping[str, Found], kept: Sequence[DraftText], wanted: Iterable[str], translate: Translate
) -> list[DraftText]:
    """Return drafts of the texts wanted, beside those kept that still hold; what an editor has mended is left alone."""
    holding = {one.field: one for one in kept if state(one, texts) == "venter"}
    due = [texts[name] for name in wanted if name not in holding]
    made = translate([found.nb for found in due]) if due else []
    for found, text in zip(due, made, strict=True):
        holding[found.name] = DraftText(field=found.name, source=fingerprint(found.nb), nb=found.nb, nn=text)
    return [holding[name] for name in texts if name in holding]


def approve(entry: str, drafts: Sequence[DraftText]) -> str:
    """Return the file of an entry with drafts written in; raise DraftError, for all of them, if one is overtaken."""
    texts = texts_of(yaml_reader.read(entry.encode()).data)
    if late := [one.field for one in drafts if state(one, texts) == "utdatert"]:
        raise DraftError(
            f"bokmålen er endret i {', '.join(late)}. Lag utkastet på nytt med: python3 scripts/drafts.py make"
        )
    for one in drafts:
        try:
            entry = entry_text.written(entry, texts[one.field].location, one.nn)
        except entry_text.WriteError as error:
            raise DraftError(f"{error}. Skriv teksten inn selv.") from None
    return entry
