"""Idea log: the ideas a unit has received, with what became of them and how long they have waited for an answer."""

from macros.content import html, record
from macros.content.library import Library
from macros.content.place import Place
from macros.content.words import words
from macros.content.workspace import Idea

COLUMNS = {"idea": 38, "received": 10, "status": 12, "answer": 30, "days": 10}
SAID = (
    *("waiting", "late", "answered-after", "counted", "fault.days", "fault.day", "fault.status", "fault.idea"),
    *("fault.long", "fault.none", "fault.large", "fault.full", "imported", "import-undone"),
)


def idea_log(_library: Library, place: Place) -> str:
    """Vis idéloggen leseren fyller ut selv."""
    fields = record.fields(Idea)
    context = {
        "twin": place.twin,
        "fields": fields,
        "columns": COLUMNS,
        "sorts": ("waiting", "received"),
        "shows": ("all", "waiting", "late", "answered"),
        "movable": False,
        "exports": ("csv-in", "csv", "docx", "copy", "print"),
        "texts": [*record.texts("ideas", Idea, SAID), "ideas.sheet.days"],
        "blank": 8,
        "names": {field.name: list(words()[f"ideas.sheet.{field.name}"].values()) for field in fields},
        "choices": {
            choice: list(words()[f"ideas.choice.{choice}"].values()) for field in fields for choice in field.choices
        },
    }
    return html.render("idea_log/idea_log.html", place, **context)


MACROS = {"idea_log": idea_log}
