"""The way to the PDFs in a real browser: found, named, and followed to the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import serving
from tests.browser.test_accessibility import violations
from tests.conftest import WithPdf

PAGES = {
    "sjekklister/kom-i-gang/": "Last ned som PDF",
    "nn/kjoreplaner/idekafe/": "Last ned som PDF",
    "samtaleverktoy/ideen/": "Last ned som PDF",
    "undersokelser/tillitspuls/": "Last ned som PDF",
    "ledelse/": "Last ned temaet som PDF",
    "om/": "Last ned hele håndboka som PDF",
}


@pytest.fixture(scope="module")
def top(with_pdf: WithPdf) -> Iterator[str]:
    with serving(with_pdf.online) as address:
        yield address


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_a_link_to_pdf_has_nothing_axe_finds_and_fits_a_narrow_screen(
    name: str, browser: Browser, top: str
) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 800}).new_page()
    page.goto(top + name)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", PAGES)
def test_the_link_says_what_it_is_and_gives_the_file(name: str, browser: Browser, top: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(top + name)
    link = page.get_by_role("link", name=PAGES[name])
    with page.expect_download() as download:
        link.click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-1.7")
