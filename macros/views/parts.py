"""Parts: the small shapes that several components share, shown together so that they can be looked at as a family."""

from typing import get_args

from macros.components.action import Status
from macros.components.story import Evidence, Outcome
from macros.content import html
from macros.content.base import Participation
from macros.content.library import Library
from macros.content.place import Place
from macros.views.evidence import Support


def parts(_library: Library, place: Place) -> str:
    """Vis merkene, knappene, notisene og rammene som flere komponenter bruker."""
    badges = {
        "participation": get_args(Participation),
        "outcome": get_args(Outcome),
        "evidence": get_args(Evidence),
        "support": get_args(Support),
        "status": get_args(Status),
    }
    return html.render("parts/parts.html", place, badges=badges)


MACROS = {"parts": parts}
