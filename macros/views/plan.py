"""Plan: the reader's own rows of what to do, who does it and where it is discussed."""

from macros.content import html, record
from macros.content.library import Library
from macros.content.place import Place
from macros.content.workspace import PlanRow

COLUMNS = {"number": 4, "what": 28, "who": 12, "due": 9, "forum": 16, "level": 13, "status": 9, "review": 9}
WARNINGS = ("no-due", "no-who", "no-forum", "too-early", "done-too-early", "overdue", "review-too-early")
SAID = ("event.due", "event.review", "no-days", "saved-days", "proposed", "fact.due", "counted", "counted-warned")


def plan(_library: Library, place: Place) -> str:
    """Vis planen leseren fyller ut selv."""
    context = {
        "twin": place.twin,
        "fields": record.fields(PlanRow),
        "columns": COLUMNS,
        "sorts": ("own", "due", "who", "forum"),
        "shows": ("all", "left", "done", "warned", "parties"),
        "movable": True,
        "exports": ("docx", "csv", "ics", "copy", "print"),
        "texts": record.texts("plan", PlanRow, [*(f"warning.{key}" for key in WARNINGS), *SAID]),
        "blank": 8,
        "year": place.in_language("arshjul.md"),
    }
    return html.render("plan/plan.html", place, **context)


MACROS = {"plan": plan}
