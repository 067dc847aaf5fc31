"""Write what only makes sense on the web: the feed, the map of the site, and every page as Markdown."""

from pathlib import Path

from macros.content.library import Library
from macros.content.words import word
from macros.machine import feed, llms, markdown, pages, reading, sitemap
from macros.machine.pages import PageFacts, WrittenPage
from macros.machine.reading import BuiltPage
from macros.machine.site import Site, address_of, twin_of
from scripts.export import write_text


def write_all(library: Library, site: Site, folder: Path) -> None:
    """Write them into a built site; without an address of the site there is nothing they could point at."""
    if not site.url:
        return
    sources = sorted(file.relative_to(library.docs).as_posix() for file in library.docs.rglob("*.md"))
    known = set(sources)
    found = [write_page(library, site, folder, source, known) for source in sources]
    write_text(folder / feed.ADDRESS, feed.as_feed(site, library, found))
    write_text(folder / sitemap.ADDRESS, sitemap.as_sitemap(site, found))
    # The generator's own, with the day of the build for every page.
    (folder / f"{sitemap.ADDRESS}.gz").unlink(missing_ok=True)
    write_text(folder / llms.ADDRESS, llms.as_text(site, found))


def write_page(library: Library, site: Site, folder: Path, source: str, known: set[str]) -> PageFacts:
    """Write a page as Markdown beside its HTML, and return what is known of it."""
    page = reading.read(folder / address_of(source) / "index.html")
    text = (library.docs / source).read_text(encoding="utf-8-sig")
    has_twin = twin_of(source) in known
    written = WrittenPage(source, text, page.language, page.title, page.description, has_twin)
    facts = pages.facts(library, written)
    write_text(folder / facts.markdown, as_markdown(site, facts, page))
    return facts


def as_markdown(site: Site, facts: PageFacts, page: BuiltPage) -> str:
    """Return a page as Markdown, and where it is from at the end."""
    address = site.absolute(facts.address)
    origin = word("markdown.origin", page.language, name=site.name, address=address)
    return f"{markdown.of(page.content, address)}\n---\n\n{origin}\n"
