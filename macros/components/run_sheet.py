"""Run sheet: a gathering minute by minute, with what to say, who it is for and what is left of it afterwards."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from macros.content import html, review
from macros.content.base import (
    Content,
    Day,
    Entry,
    Participation,
    Ref,
    Role,
    Slug,
    Text,
    Theme,
    broken,
    known_theme,
    repeated,
    review_again_field,
    reviewed_field,
    short,
    themes_field,
)
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place

Form = Literal["fysisk", "digitalt", "hybrid"]
Per = Literal["fast", "person", "gruppe"]
ITEM = Ref("checklists", "items")


class Span(Content):
    """Hvor lang tid noe tar."""

    per: Per = Field("fast", title="Per", description="Om minuttene gjelder alt, hver person eller hver gruppe.")
    low: int = Field(title="Minst", description="Færrest minutter det kan gjøres på.", ge=1, le=180)
    high: int = Field(title="Mest", description="Minutter med god tid.", ge=1, le=180)

    @model_validator(mode="after")
    def _low_is_lowest(self) -> "Span":
        """Refuse a span that ends before it begins."""
        if self.low > self.high:
            raise broken(f"low ({self.low}) er større enn high ({self.high})", "bytt om de to tallene")
        return self


class People(Content):
    """Hvor mange som er med."""

    fewest: int = Field(title="Færrest", description="Færrest det virker med.", ge=2, le=500)
    most: int = Field(title="Flest", description="Flest det virker med.", ge=2, le=500)
    usual: int = Field(title="Vanlig", description="Tallet tidene på siden er regnet ut for.", ge=2, le=500)
    group: int = Field(title="Gruppe", description="Hvor mange det er i hver gruppe.", ge=2, le=12)

    @model_validator(mode="after")
    def _usual_is_between(self) -> "People":
        """Refuse a usual number that is outside the bounds."""
        if not self.fewest <= self.usual <= self.most:
            raise broken(f"usual ({self.usual}) er ikke mellom fewest og most", "velg et tall mellom de to")
        return self


class Task(Content):
    """Noe som må gjøres før eller etter samlingen."""

    days: int = Field(title="Dager", description="Hvor mange dager før eller etter samlingen.", ge=0, le=180)
    role: Role = Field(title="Rolle", description="Hvem som gjør det.")
    text: Annotated[Text, short(240)] = Field(title="Oppgave", description="Det som skal gjøres. Høyst 240 tegn.")


class Block(Content):
    """Én post i kjøreplanen."""

    id: Slug = Field(title="Id", description="Fast kortnavn, unikt i kjøreplanen. Endres aldri.")
    title: Annotated[Text, short(60)] = Field(title="Tittel", description="Det som skjer. Høyst 60 tegn.")
    minutes: Span = Field(title="Tid", description="Hvor lang tid posten tar.")
    what: Annotated[Text, short(300)] = Field(title="Hva", description="Hva deltakerne gjør. Vises også for dem.")
    why: Annotated[Text, short(300)] = Field(title="Hvorfor", description="Hva posten er godt for.")
    how: Annotated[Text, short(900)] = Field(title="Slik gjør du", description="Stegene, som en kort liste.")
    say: Annotated[Text, short(600)] = Field(title="Si dette", description="Ordene møtelederen kan si.")
    note: Annotated[Text, short(400)] | None = Field(
        None, title="Notat", description="Det bare møtelederen trenger å vite."
    )
    plan_b: Annotated[Text, short(300)] | None = Field(
        None, title="Plan B", description="Det du gjør hvis det ikke går som tenkt."
    )
    participation: Participation | None = Field(
        None, title="Medbestemmelse", description="Nivået av medbestemmelse i posten. Tomt i en pause."
    )
    cut: int | None = Field(
        None,
        title="Kuttes",
        description="Når posten kuttes: 1 først. Tomt: aldri.",
        ge=1,
        le=9,
    )
    cut_reason: Annotated[Text, short(240)] | None = Field(
        None, title="Grunn til å kutte", description="Hva dere mister, og hvorfor det går an."
    )

    @model_validator(mode="after")
    def _a_cut_has_a_reason(self) -> "Block":
        """Demand a reason beside every block that may be cut, and none beside the others."""
        if (self.cut is None) != (self.cut_reason is None):
            raise broken("cut og cut_reason hører sammen", "fyll ut begge, eller fjern begge")
        return self


class RunSheet(Entry):
    """En kjøreplan for en samling, post for post."""

    title: Annotated[Text, short(70)] = Field(title="Tittel", description="Navnet på samlingen. Høyst 70 tegn.")
    description: Annotated[Text, short(280, 40)] = Field(
        title="Beskrivelse", description="Hva samlingen gir. Vises også i oversikter."
    )
    purpose: Annotated[Text, short(300)] = Field(title="Hensikt", description="Hvorfor dere holder samlingen.")
    output: Annotated[Text, short(300)] = Field(title="Resultat", description="Det dere har i hånda etterpå.")
    use_when: Annotated[Text, short(400)] = Field(title="Når", description="Når den passer, og når den ikke gjør det.")
    themes: list[Theme] = themes_field()
    roles: list[Role] = Field(title="Roller", description="Hvem som er med.", min_length=1)
    leader: Annotated[Text, short(200)] = Field(title="Møteleder", description="Hvem som bør lede, og hvem ikke.")
    people: People = Field(title="Deltakere", description="Hvor mange som er med.")
    forms: list[Form] = Field(title="Form", description="Hvordan den kan holdes.", min_length=1)
    equipment: list[Annotated[Text, short(120)]] = Field(title="Utstyr", description="Det dere trenger.", min_length=1)
    before: list[Task] = Field(title="Før", description="Det som må gjøres før, det første først.", min_length=1)
    blocks: list[Block] = Field(title="Poster", description="Postene i rekkefølge.", min_length=3, max_length=14)
    after: list[Task] = Field(title="Etter", description="Det som må gjøres etter.", min_length=1)
    cards: list[Annotated[Text, short(160)]] = Field(
        [], title="Kort", description="Kort til å klippe ut, ett spørsmål eller én påstand på hvert.", max_length=24
    )
    advice: list[Annotated[str, ITEM]] = Field(
        title="Råd", description="Punktene i sjekklistene samlingen bygger på, som sjekkliste/punkt.", min_length=1
    )
    sources: list[Annotated[Slug, Ref("sources")]] = Field(
        [], title="Kilder", description="Id-er til kilder for opplegget, når det bygger på noe bestemt."
    )
    reviewed: Day = reviewed_field()
    review_again: Day | None = review_again_field()

    @model_validator(mode="after")
    def _block_ids_differ(self) -> "RunSheet":
        """Refuse two blocks of one id, and a gathering that has nothing left when all that may be cut is cut."""
        ids = [block.id for block in self.blocks]
        if twice := repeated(ids):
            raise broken(f"id-en «{twice}» er brukt i to poster", "gi den nyeste posten en ny id")
        if all(block.cut for block in self.blocks):
            raise broken("alle postene kan kuttes", "fjern cut fra dem samlingen ikke kan være uten")
        return self


KIND = Kind("run-sheet", "run-sheets", RunSheet, "kjoreplaner", "twins")
START = 9 * 60


@dataclass(frozen=True)
class Slot:
    """A block in the schedule the page shows before a reader changes it; `starts` and the lengths are in minutes."""

    block: Block
    starts: int
    minutes: int
    least: int

    @property
    def clock(self) -> str:
        """Return when it starts, such as «09.05»."""
        return clock(self.starts)


def clock(minutes: int) -> str:
    """Return minutes after midnight as a time of day."""
    return f"{minutes // 60 % 24:02}.{minutes % 60:02}"


def schedule(sheet: RunSheet) -> list[Slot]:
    """Return every block with ample time, one after the other, for the usual number of people."""
    groups = -(-sheet.people.usual // sheet.people.group)
    times: dict[Per, int] = {"fast": 1, "person": sheet.people.usual, "gruppe": groups}
    slots, now = [], START
    for block in sheet.blocks:
        many = times[block.minutes.per]
        slots.append(Slot(block, now, block.minutes.high * many, block.minutes.low * many))
        now += block.minutes.high * many
    return slots


def run_sheet(library: Library, place: Place, id: str) -> str:
    """Vis en kjøreplan."""
    entry = library.get(KIND.folder, id, RunSheet)
    slots = schedule(entry)
    context: dict[str, Any] = {
        "twin": KIND.page(id, "nb" if place.language == "nn" else "nn"),
        "slots": slots,
        "total": sum(slot.minutes for slot in slots),
        "least": sum(slot.least for slot in slots if slot.block.cut is None),
        "ends": clock(START + sum(slot.minutes for slot in slots)),
        "items": {ref: library.part(ITEM, ref) for ref in entry.advice},
        "sources": {ref: library.entry("sources", ref) for ref in entry.sources},
        "plan": place.in_language("plan.md"),
    }
    return html.render(
        "run_sheet/run_sheet.html",
        place,
        id=id,
        sheet=entry,
        **context,
        **review.context(KIND.folder, id, entry, place),
    )


def run_sheets(library: Library, place: Place, theme: str = "") -> str:
    """Vis kjøreplanene i ett tema, eller alle, som kort."""
    every = library.all(KIND.folder, RunSheet)
    shown = {id: entry for id, entry in every.items() if not theme or known_theme(theme) in entry.themes}
    totals = {id: sum(slot.minutes for slot in schedule(entry)) for id, entry in shown.items()}
    return html.render("run_sheet/cards.html", place, sheets=shown, totals=totals)


MACROS = {"run_sheet": run_sheet, "run_sheets": run_sheets}
