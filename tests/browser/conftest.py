"""A real browser, and a server on this machine for the built site."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts import browser as installed
from tests.conftest import ROOT


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=installed.find(), args=installed.flags())
        yield started
        started.close()


@pytest.fixture(autouse=True)
def tidy(browser: Browser) -> Iterator[None]:
    """Close what a test has opened: pages left open go on running, and make every later test slower."""
    before = list(browser.contexts)
    yield
    for context in browser.contexts:
        if context not in before:
            context.close()


# The folder of the address the site is published under; the 404 page links from the top of the host.
BASE = urlsplit(re.search(r"^site_url: (\S+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)[1]).path


class _UnderBase(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        """Return the file of an address under the base folder."""
        return super().translate_path("/" + path.removeprefix(BASE))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a built site, and give the address of its top."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_UnderBase, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address of the built site on a server of its own."""
    with serving(site) as top:
        yield top
