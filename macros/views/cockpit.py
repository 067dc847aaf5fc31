"""Cockpit: what needs attention in the content, for those who keep it."""

from collections.abc import Sequence

from macros.cockpit import figures, report
from macros.cockpit.figures import Row
from macros.content import facets, html
from macros.content.facets import Facet, Facets
from macros.content.library import Library
from macros.content.place import Place
from macros.content.readability import LONGEST_SENTENCE

FACETS: facets.Readers[Row] = {"need": lambda row: row.needs, "kind": lambda row: [row.kind]}


def cockpit(library: Library, place: Place) -> str:
    """Vis hva som trenger tilsyn i innholdet."""
    rows = figures.rows(library)
    groups = {kind: _of_kind(rows, kind) for kind in dict.fromkeys(row.kind for row in rows)}
    context = {
        "groups": groups,
        "counts": report.counted(rows),
        "total": len(rows),
        "facets": _ways(rows),
        "longest": LONGEST_SENTENCE,
        "heaviest": figures.HEAVIEST,
    }
    return html.render("cockpit/cockpit.html", place, **context)


def _of_kind(rows: Sequence[Row], kind: str) -> list[Row]:
    """Return the rows of a kind, those that need the most first."""
    return sorted((row for row in rows if row.kind == kind), key=lambda row: (-len(row.needs), row.title.casefold()))


def _ways(rows: Sequence[Row]) -> Facets:
    """Return the ways to narrow the list; what is late today is for the reader's browser to count."""
    found = facets.of({f"{row.kind}/{row.id}": row for row in rows}, FACETS)
    late = [Facet("need", {"late": 0, **facet.counts}) if facet.key == "need" else facet for facet in found.facets]
    return Facets(late, found.values)


MACROS = {"cockpit": cockpit}
