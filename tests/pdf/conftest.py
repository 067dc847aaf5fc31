"""What the tests of the PDFs share: every document of the real site, made once."""

import datetime
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros import registry
from macros.documents.pdf.editions import Edition, editions
from scripts import configuration, pdf
from tests.conftest import MOMENT, ROOT, done_once, shared
from tests.pdf.tags import Document

LIBRARY = registry.library()
EDITIONS = list(editions(LIBRARY))
SITE = configuration.site(ROOT)


@dataclass(frozen=True)
class WithPdf:
    """The built site and its copy without a network, with the documents put in."""

    online: Path
    offline: Path

    def content(self, edition: Edition) -> bytes:
        """Return a document."""
        return (self.online / edition.file(True)).read_bytes()


def shop(site: Path, moment: datetime.datetime = MOMENT) -> pdf.Workshop:
    """Return what documents of a built site are made with."""
    return pdf.Workshop(site, SITE, moment)


@pytest.fixture(scope="session")
def with_pdf(project: Path, tmp_path_factory: pytest.TempPathFactory) -> WithPdf:
    """Return copies of the built site with every document put in."""
    folder = shared(tmp_path_factory) / "with-pdf"
    made = WithPdf(folder / "online", folder / "offline" / "tillit-i-praksis")

    def work() -> None:
        shutil.copytree(project / "site", made.online)
        shutil.unpack_archive(project / "dist" / "tillit-i-praksis.zip", folder / "offline")
        documents = pdf.make(LIBRARY, shop(made.online))
        pdf.put(documents, made.online, directory_urls=True)
        pdf.put(documents, made.offline, directory_urls=False)

    done_once(folder, work)
    return made


@pytest.fixture(scope="session")
def documents(with_pdf: WithPdf) -> Mapping[Edition, Document]:
    """Return every document, opened."""
    return {edition: Document(with_pdf.content(edition)) for edition in EDITIONS}


@pytest.fixture(scope="session")
def told(with_pdf: WithPdf) -> Mapping[Edition, dict[str, object]]:
    """Return the data that each document is made of, as the templates read it."""
    from macros.documents.pdf.book import as_data

    workshop = shop(with_pdf.online)
    books = {edition: pdf.book(edition, workshop) for edition in EDITIONS}
    return {edition: json.loads(json.dumps(as_data(book, SITE, MOMENT.date()))) for edition, book in books.items()}
