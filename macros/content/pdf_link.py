"""The link on a page to the same as PDF, put in when there is one."""

from macros.content import html
from macros.content.place import Place

TITLE_END = "</h1>"
THOUSAND = 1000


def render(place: Place, address: str, scope: str, size: int) -> str:
    """Return the link; `scope` is what the PDF holds (tool, theme, handbook), and `size` its bytes."""
    return html.render("pdf_link/pdf_link.html", place, address=address, scope=scope, size=readable(size))


def readable(size: int) -> str:
    """Return a number of bytes as it is read, such as «92 kB» or «3,2 MB»."""
    thousands = max(1, round(size / THOUSAND))
    if thousands < THOUSAND:
        return f"{thousands} kB"
    return f"{size / THOUSAND / THOUSAND:.1f} MB".replace(".", ",")


def put(page: str, link: str) -> str:
    """Return a built page with the link right below its title; raise ValueError if it has no title."""
    before, end, after = page.partition(TITLE_END)
    if not end:
        raise ValueError("siden har ingen tittel å sette lenken til PDF under")
    return f"{before}{end}\n{link}{after}"
