"""Ask an editor for what a new entry must have, one question at a time, and check each answer at once."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from macros.content import fields, ids, messages, text_faults
from macros.content.base import SLUG
from macros.content.fields import Facts
from macros.content.kinds import Kind
from macros.content.library import Library

# A text that may be longer than this is better written in the file than on the command line.
LONGEST_ASKED = 300
MOST_SUGGESTED = 8
YES = ("ja", "j")
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk"}


class Stopped(Exception):  # noqa: N818 -- nothing is wrong: the editor has changed their mind
    """The editor has stopped; nothing is to be written."""


@dataclass(frozen=True)
class Asked:
    """What the editor has answered: the kind and the id of the entry, and its fields by name."""

    kind: Kind
    id: str
    answers: dict[str, Any]


@dataclass(frozen=True)
class Interview:
    """A talk with an editor about an entry in `library`; `read` asks a question and returns what is typed."""

    library: Library
    read: Callable[[str], str] = input
    say: Callable[[str], None] = print

    def entry(self, kinds: Sequence[Kind]) -> Asked:
        """Ask for everything; raise Stopped when the editor stops before there is a title."""
        kind = kinds[0] if len(kinds) == 1 else self.kind(kinds)
        self.say(f"\n{kind.model.__doc__} Svar på spørsmålene, ett for ett.")
        self.say("Trykk Enter for å hoppe over et spørsmål. Trykk Ctrl+C for å avbryte; da blir ingenting laget.")
        wanted = {one.name: one for one in fields.of(kind.model) if is_asked(one)}
        title = self.field(kind, wanted.pop("title"))
        if not title:
            raise Stopped
        id = self.id(kind, title["nb"] if isinstance(title, dict) else title)
        answers = {"title": title} | {name: self.field(kind, one) for name, one in wanted.items()}
        return Asked(kind, id, {name: value for name, value in answers.items() if value is not None})

    def kind(self, kinds: Sequence[Kind]) -> Kind:
        """Ask which kind of entry to make."""
        self.say("Hva vil du lage?\n")
        for number, kind in enumerate(kinds, 1):
            self.say(f"  {number:>2}  {kind.model.__doc__}  ({kind.name})")
        names = [kind.name for kind in kinds]
        while answer := self.line("\nSkriv tallet: "):
            name = chosen(answer, names)
            if name in names:
                return kinds[names.index(name)]
            self.say(f"«{answer}» står ikke på lista. Skriv et tall fra 1 til {len(kinds)}.")
        raise Stopped

    def id(self, kind: Kind, title: str) -> str:
        """Ask for an id, proposing one made of the title."""
        idea = ids.proposed(title)
        self.say("\nId – Filnavnet og siste del av adressen. Den endres aldri etter at siden er publisert.")
        while True:
            id = self.line(f"  [{idea}]: " if idea else "  : ") or idea
            if not id and not idea:
                raise Stopped
            if not SLUG.fullmatch(id):
                self.say(f"  «{id}» kan ikke være en id. Bruk små bokstaver a–z, tall og bindestrek.")
            elif (self.library.docs / "data" / kind.folder / f"{id}.yaml").exists():
                self.say(f"  «{id}» finnes fra før i docs/data/{kind.folder}/. Velg en annen.")
                idea = ""
            else:
                return id

    def field(self, kind: Kind, one: Facts) -> Any:
        """Ask for one field until the answer can be used; None when the editor leaves it for later."""
        self.say(f"\n{one.title} – {one.about}")
        for number, (choice, meaning) in enumerate(one.choices.items(), 1):
            self.say(f"  {number:>2}  {choice}: {meaning}")
        if one.both:
            return self.both(kind, one)
        while answer := self.line(f"  {how(one)}: "):
            value = value_of(answer, one)
            if self.is_sound(kind, one, answer, value):
                return value
        return [] if one.many and not one.fewest else None

    def both(self, kind: Kind, one: Facts) -> dict[str, str] | None:
        """Ask for a text in both written standards; one that is left empty is left for later."""
        found: dict[str, str] = {}
        for language, name in LANGUAGES.items():
            while answer := self.line(f"  på {name}: "):
                # The standard that is not written yet cannot be what is wrong.
                if self.is_sound(kind, one, answer, {"nb": answer, "nn": answer} | found | {language: answer}):
                    found[language] = answer
                    break
            if language not in found:
                return None
        return found

    def is_sound(self, kind: Kind, one: Facts, answer: str, value: Any) -> bool:
        """Tell whether an answer can be used, and say what the checker would have said if it cannot."""
        faults = [(fault.what, fault.fix) for fault in text_faults.find(answer)]
        faults = faults or [(what, fix) for what, fix in messages.of_value(kind.model, one.name, value)]
        if one.ref and not faults:
            faults = [fault for id in ids_in(value) if (fault := self.library.fault_of(one.ref, id))]
        if faults and one.ref and (alike := self.alike(one.ref.folder, answer)):
            self.say("  Velg blant disse, og skriv id-en:")
            for id, name in alike.items():
                self.say(f"    {id}: {name}")
            return False
        for what, fix in faults:
            self.say(f"  {what} – {fix}")
        return not faults

    def alike(self, folder: str, words: str) -> dict[str, str]:
        """Return the name of each entry of a folder that all the words of an answer stand in, by id; the first few."""
        wanted = re.findall(r"\w+", words.casefold())
        entries = self.library.entries.get(folder, {}) if wanted else {}
        names = {id: entry.name("nb") for id, entry in entries.items()}
        found = {id: name for id, name in names.items() if all(word in f"{id} {name}".casefold() for word in wanted)}
        return dict(islice(found.items(), MOST_SUGGESTED))

    def agrees(self, files: Sequence[Path], asked: Asked, lines: Sequence[str]) -> bool:
        """Show what will be written and ask whether to write it; anything but yes is no."""
        self.say("\nDette blir laget:\n")
        for file in files:
            self.say(f"  {file.as_posix()}")
        self.say(f"\nMed dette i {asked.id}.yaml. Resten står tomt, med forklaring til hvert felt:\n")
        for line in lines:
            self.say(f"  {line}")
        return self.line("\nSkal jeg lage det? Skriv ja eller nei: ").casefold() in YES

    def line(self, question: str) -> str:
        """Return what the editor types, without space around it; raise Stopped when there is no more to read."""
        try:
            return self.read(question).strip()
        except (EOFError, KeyboardInterrupt):
            raise Stopped from None


def is_asked(one: Facts) -> bool:
    """Tell whether a field is asked for: it must be filled in, and it has room on one line."""
    fits = one.limit is None or one.limit.longest <= LONGEST_ASKED
    return one.required and one.name != "reviewed" and one.form != "group" and fits and not (one.many and one.both)


def how(one: Facts) -> str:
    """Say how a field is answered."""
    if one.choices:
        return "tallene, skilt med komma" if one.many else "tallet"
    if one.form == "reference" and one.ref:
        return f"id-er fra docs/data/{one.ref.folder}/, eller ord å lete etter" + (
            ", skilt med komma" if one.many else ""
        )
    return "skilt med komma" if one.many else "åååå-mm-dd" if one.form == "day" else "svar"


def value_of(answer: str, one: Facts) -> Any:
    """Return an answer as the value of its field; what does not fit is left as it is, for the checker to speak of."""
    parts = [part.strip() for part in answer.split(",") if part.strip()] if one.many else [answer]
    if one.choices:
        parts = [chosen(part, list(one.choices)) for part in parts]
    if one.form == "number" and answer.isdecimal():
        return int(answer)
    return parts if one.many else parts[0]


def chosen(answer: str, options: Sequence[str]) -> str:
    """Return the option that a number stands for, or the only one that begins with the answer, or else the answer."""
    number = int(answer) if answer.isdecimal() else 0
    if 1 <= number <= len(options):
        return options[number - 1]
    begun = [option for option in options if option.casefold().startswith(answer.casefold())]
    same = [option for option in begun if option.casefold() == answer.casefold()]
    return next(iter(same or begun), answer) if len(same or begun) == 1 else answer


def ids_in(value: Any) -> list[str]:
    """Return the ids in the value of a reference."""
    return value if isinstance(value, list) else [value]
