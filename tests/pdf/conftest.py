"""What the tests of the PDFs share: every document of the real site, made once."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros import registry
from macros.documents.pdf.editions import Edition, editions
from scripts import configuration, pdf
from tests.conftest import MOMENT, ROOT, WithPdf
from tests.pdf.tags import Document

LIBRARY = registry.library()
EDITIONS = list(editions(LIBRARY))
SITE = configuration.site(ROOT)


def shop(site: Path, moment: datetime.datetime = MOMENT) -> pdf.Workshop:
    """Return what documents of a built site are made with."""
    return pdf.Workshop(site, SITE, moment)


def content(with_pdf: WithPdf, edition: Edition) -> bytes:
    """Return a document of the site."""
    return (with_pdf.online / edition.file(True)).read_bytes()


@pytest.fixture(scope="session")
def documents(with_pdf: WithPdf) -> Mapping[Edition, Document]:
    """Return every document, opened."""
    return {edition: Document(content(with_pdf, edition)) for edition in EDITIONS}


@pytest.fixture(scope="session")
def told(with_pdf: WithPdf) -> Mapping[Edition, dict[str, object]]:
    """Return the data that each document is made of, as the templates read it."""
    from macros.documents.pdf.book import as_data

    workshop = shop(with_pdf.online)
    books = {edition: pdf.book(edition, workshop) for edition in EDITIONS}
    return {edition: json.loads(json.dumps(as_data(book, SITE, MOMENT.date()))) for edition, book in books.items()}
