"""The guide for language models (llms.txt): what the site is, and where each page is as plain Markdown."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from macros.content.words import word
from macros.machine.pages import PageFacts
from macros.machine.site import Site

ADDRESS = "llms.txt"
# What is about the playbook and not in it: a reader short of room can leave it out.
OPTIONAL = ("bidra", "om")


def as_text(site: Site, pages: Sequence[PageFacts]) -> str:
    """Return the guide, in the form that llmstxt.org describes; nynorsk twins are named beside their bokmål."""
    shown = [page for page in pages if not (page.twin and page.source.startswith("nn/"))]
    head = [
        f"# {site.name}",
        f"> {site.description}",
        word("llms.about", "nb", data=site.absolute("api/v1/index.json")),
    ]
    parts = [head, *([f"## {name}", *links] for name, links in _parts(site, shown))]
    return "\n\n".join(_joined(part) for part in parts) + "\n"


def _joined(part: Sequence[str]) -> str:
    """Return the lines of a part: links stand together, everything else apart."""
    text = [line for line in part if not line.startswith("- ")]
    links = "\n".join(line for line in part if line.startswith("- "))
    return "\n\n".join([*text, *([links] if links else [])])


def _parts(site: Site, pages: Sequence[PageFacts]) -> Iterator[tuple[str, list[str]]]:
    """Yield each section with the links of its pages: what lies in none comes first, what is optional last."""
    ordered = sorted(pages, key=lambda page: _order(site, page))
    for (_, name), group in groupby(ordered, key=lambda page: (_order(site, page)[0], _heading(site, page))):
        yield name, [_link(site, page) for page in group]


def _order(site: Site, page: PageFacts) -> tuple[int, str]:
    first, known = _first(page), list(site.sections)
    if first in OPTIONAL:
        return len(known), page.source
    return known.index(first) if first in known else -1, page.source.replace("index.md", "")


def _heading(site: Site, page: PageFacts) -> str:
    first = _first(page)
    if first in OPTIONAL:
        return "Optional"
    return site.sections[first]["nb"] if first in site.sections else site.name


def _first(page: PageFacts) -> str:
    return page.source.removeprefix("nn/").partition("/")[0]


def _link(site: Site, page: PageFacts) -> str:
    twin = f" ([nynorsk]({site.absolute(f'nn/{page.markdown}')}))" if page.twin else ""
    return f"- [{page.title}]({site.absolute(page.markdown)}): {page.description}{twin}"
