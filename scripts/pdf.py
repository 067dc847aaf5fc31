"""Make the PDFs of a built site, and put them into it and its copy for use without a network."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from macros.content import pdf_link
from macros.content.base import Language
from macros.content.library import Library
from macros.content.place import Place
from macros.documents.pdf import reader
from macros.documents.pdf.book import Book, Chapter, as_data
from macros.documents.pdf.editions import FILE, Edition, editions
from macros.documents.pdf.reader import Page
from macros.documents.pdf.typesetting import Press, TypesettingError
from macros.machine.site import Site, address_of

Made = Mapping[Edition, bytes]


class PdfError(Exception):
    """A document could not be made; the message names the page and says why."""


@dataclass(frozen=True)
class Workshop:
    """What every document is made with: the built site, what it is called, and the moment of its content."""

    built: Path
    site: Site
    moment: datetime.datetime


def make(library: Library, shop: Workshop) -> Made:
    """Return every document of the site; raise PdfError for the first that cannot be made."""
    press = Press(shop.built, shop.moment)
    return {edition: _made(edition, shop, press) for edition in editions(library)}


def _made(edition: Edition, shop: Workshop, press: Press) -> bytes:
    try:
        return press.pdf(as_data(book(edition, shop), shop.site, shop.moment.date()))
    except (TypesettingError, reader.ReadingError) as error:
        raise PdfError(f"{edition.home} lot seg ikke gjøre om til PDF: {error}") from error


def book(edition: Edition, shop: Workshop) -> Book:
    """Return the pages of a document as a book."""
    if edition.scope == "tool":
        page = read(shop.built, edition.home)
        return Book(page.title, standard(page.language), page.description, [Chapter(page)])
    chapters = [chapter for name in edition.sections for chapter in section(shop.built, name)]
    if edition.scope == "handbook":
        return Book(shop.site.name, "nb", shop.site.description, chapters, front=True)
    first = chapters[0].page
    return Book(first.title, standard(first.language), first.description, chapters)


def section(built: Path, name: str) -> Iterator[Chapter]:
    """Yield a page and those in its folder, in the order it leads to them; what it does not lead to comes last."""
    first = read(built, f"{name}.md")
    yield Chapter(first)
    below = {f"/{name}/{file.parent.name}/" for file in (built / name).glob("*/index.html")}
    led_to = [to for to in dict.fromkeys(reader.links(first.blocks)) if to in below]
    for address in [*led_to, *sorted(below - set(led_to))]:
        yield Chapter(read(built, f"{address.strip('/')}.md"), depth=1)


def read(built: Path, page: str) -> Page:
    """Return a page of the built site by its path under `docs/`; raise ReadingError if it cannot be read."""
    address = address_of(page)
    return reader.read(_text(built / address / "index.html", page), address)


def _text(file: Path, page: str) -> str:
    """Return the text of a built page; raise ReadingError if a list names a page that is not there."""
    if not file.is_file():
        raise reader.ReadingError(f"{FILE.name} nevner {page}, og den siden finnes ikke")
    return file.read_text(encoding="utf-8")


def standard(language: str) -> Language:
    """Return the written standard that a page in a language is in."""
    return "nn" if language == "nn" else "nb"


def put(made: Made, folder: Path, *, directory_urls: bool) -> None:
    """Write the documents into a built site, and on each page that tells of one the link to it.

    Raise PdfError for a page that the link cannot be put on.
    """
    for edition, content in made.items():
        where = edition.file(directory_urls)
        (folder / where).write_bytes(content)
        for page in edition.told_on:
            try:
                _tell(folder, Place(page, "nb", directory_urls, ()), edition, where, len(content))
            except (reader.ReadingError, ValueError) as error:
                raise PdfError(f"{page} kan ikke lenke til PDF-en: {error}") from error


def _tell(folder: Path, place: Place, edition: Edition, where: str, size: int) -> None:
    address = place.address(place.page)
    file = folder / (f"{address}index.html" if place.directory_urls else address)
    text = _text(file, place.page)
    place = replace(place, language=standard(reader.language_of(text)))
    link = pdf_link.render(place, place.file(where), edition.scope, size)
    file.write_text(pdf_link.put(text, link), encoding="utf-8")
