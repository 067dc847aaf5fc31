"""The meeting pack of a run sheet: the sheets for leader and participants, tasks, cards, exit slip and minutes."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from docx.document import Document

from macros.components.run_sheet import KIND, RunSheet, Slot, Task, schedule
from macros.content.base import Language, Text
from macros.content.library import Library
from macros.content.place import Place
from macros.content.words import word
from macros.documents import writer

LINES = 3


class MeetingPack:
    """One run sheet as a document in one language."""

    def __init__(self, sheet: RunSheet, language: Language) -> None:
        self.sheet, self.language = sheet, language
        self.slots = schedule(sheet)
        self.document: Document = writer.new(self.text(sheet.title), language, sheet.reviewed)

    def text(self, value: Text) -> str:
        """Return a text in the language of the document."""
        return value.written(self.language)

    def word(self, key: str, **values: object) -> str:
        """Return a word of the interface in the language of the document."""
        return word(key, self.language, **values)

    def write(self) -> Document:
        """Return the whole document, each sheet on a page of its own."""
        parts = [self.for_leader, self.for_participants, self.tasks, self.cards, self.exit_slip, self.minutes]
        for number, part in enumerate(part for part in parts if part != self.cards or self.sheet.cards):
            if number:
                writer.new_page(self.document)
            part()
        return self.document

    def heading(self, key: str) -> None:
        """Begin a sheet with its name and the name of the gathering."""
        self.document.add_heading(f"{self.text(self.sheet.title)}: {self.word(key).lower()}", 1)

    def for_leader(self) -> None:
        """Add the leader's sheet: the schedule, and every block with what to say and do."""
        self.heading("sheet.doc.leader")
        for key, value in (
            ("purpose", self.sheet.purpose),
            ("output", self.sheet.output),
            ("leader", self.sheet.leader),
        ):
            writer.labelled(self.document, self.word(f"sheet.{key}"), self.text(value))
        head = [self.word(f"sheet.doc.{key}") for key in ("clock", "block", "minutes", "level")]
        rows = [[s.clock, self.text(s.block.title), str(s.minutes), self._level(s)] for s in self.slots]
        writer.table(self.document, head, rows, (2, 8.5, 2.5, 4))
        for slot in self.slots:
            self._block(slot)

    def _level(self, slot: Slot) -> str:
        level = slot.block.participation
        return self.word(f"participation.{level}") if level else ""

    def _block(self, slot: Slot) -> None:
        minutes = self.word("sheet.minutes", minutes=slot.minutes)
        self.document.add_heading(f"{slot.clock} {self.text(slot.block.title)} ({minutes})", 2)
        writer.block(self.document, self.text(slot.block.what))
        self.document.add_paragraph().add_run(f"{self.word('sheet.say')}:").bold = True
        writer.block(self.document, self.text(slot.block.say), style="Intense Quote")
        block = slot.block
        parts = (("checklist.how", block.how), ("checklist.why", block.why), ("sheet.note", block.note))
        rest = (("sheet.plan_b", block.plan_b), ("sheet.may_cut", block.cut_reason))
        for key, value in (*parts, *rest):
            if value is not None:
                writer.labelled(self.document, self.word(key), self.text(value))

    def for_participants(self) -> None:
        """Add the participants' sheet: what it is for, and what happens when."""
        self.heading("sheet.doc.participant")
        for key, value in (("purpose", self.sheet.purpose), ("output", self.sheet.output)):
            writer.labelled(self.document, self.word(f"sheet.{key}"), self.text(value))
        head = [self.word(f"sheet.doc.{key}") for key in ("clock", "block", "what")]
        rows = [[s.clock, self.text(s.block.title), self.text(s.block.what)] for s in self.slots]
        writer.table(self.document, head, rows, (2, 5, 10))

    def tasks(self) -> None:
        """Add what must be done before and after, and what is needed."""
        self.heading("sheet.doc.tasks")
        for key, tasks in (("before", self.sheet.before), ("after", self.sheet.after)):
            self.document.add_heading(self.word(f"sheet.{key}"), 2)
            head = [self.word(f"sheet.doc.{column}") for column in ("when", "who", "task")]
            writer.table(self.document, head, self._rows(key, tasks), (3, 3.5, 10.5))
        self.document.add_heading(self.word("sheet.equipment"), 2)
        for thing in self.sheet.equipment:
            self.document.add_paragraph(writer.plain(self.text(thing)), style="List Bullet")

    def _rows(self, key: str, tasks: Sequence[Task]) -> list[list[str]]:
        def when(task: Task) -> str:
            return self.word(f"sheet.days.{key}", days=task.days) if task.days else self.word("sheet.same-day")

        return [[when(task), self.word(f"role.{task.role}"), self.text(task.text)] for task in tasks]

    def cards(self) -> None:
        """Add the cards to cut out."""
        self.heading("sheet.cards")
        writer.grid(self.document, [self.text(card) for card in self.sheet.cards])

    def exit_slip(self) -> None:
        """Add the slip each participant fills in at the end."""
        self.heading("sheet.exit")
        self.document.add_paragraph(self.word("sheet.exit.help"))
        for question in ("one", "two", "three"):
            self.document.add_paragraph(self.word(f"sheet.exit.{question}"), style="List Number")
            for _ in range(LINES):
                self.document.add_paragraph("_" * 70)

    def minutes(self) -> None:
        """Add a form for the minutes."""
        self.heading("sheet.record")
        self.document.add_paragraph(self.word("sheet.record.help"))
        writer.labelled(self.document, self.word("sheet.record.title"), self.text(self.sheet.title))
        for line in ("where", "present", "led"):
            writer.labelled(self.document, self.word(f"sheet.record.{line}"), "")
        head = [self.word(f"sheet.record.{column}") for column in ("agreed", "who", "due", "forum")]
        writer.table(self.document, head, [[""] * 4 for _ in range(5)], (8, 3, 2.5, 3.5))
        self.document.add_paragraph(self.word("sheet.record.views"))


def write_all(library: Library, site: Path, *, directory_urls: bool) -> None:
    """Write the pack of every run sheet beside its page, in both languages."""
    for id, sheet in library.all(KIND.folder, RunSheet).items():
        for language in ("nb", "nn"):
            page = KIND.page(id, language)
            address = Place(page, language, directory_urls, library.kinds).address(page)
            folder = PurePosixPath(address) if address.endswith("/") else PurePosixPath(address).parent
            writer.save(MeetingPack(sheet, language).write(), site / folder / f"motepakke-{id}.docx")
