"""The live preview, started on a small tree: what changes is shown, what is wrong stands in the page's place."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.scripts.test_check import CHECKLIST, GOOD, LIST
from tests.scripts.test_check_hostile import HEAD

PATIENCE = 300


class Running:
    """A preview that has been started, and the tree it shows."""

    def __init__(self, root: Path, port: int) -> None:
        self.root, self.address = root, f"http://127.0.0.1:{port}/"

    def shows(self, page: str, text: str) -> bool:
        """Ask for a page until it holds a text; False if it never does."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(self.address + page, timeout=PATIENCE) as answer:
                    if text in answer.read().decode():
                        return True
            except OSError:
                pass
            time.sleep(0.1)
        return False

    def write(self, name: str, text: str) -> None:
        """Save a file of the tree."""
        (self.root / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = tmp_path_factory.mktemp("preview")
    for name in ("macros", "overrides", "scripts"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name, text in (GOOD | {"docs/side.md": HEAD + "Først.\n"}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = os.environ | {"TIP_PREVIEW_PORT": str(port), "TIP_CONTENT_DAY": "26. november 2026"}
    with (root / "preview.log").open("w") as log:
        command = [sys.executable, str(root / "scripts" / "mkdocs_preview.py")]
        server = subprocess.Popen(command, cwd=root, env=env, stdout=log, stderr=subprocess.STDOUT)
        running = Running(root, port)
        yield running
        server.terminate()
        server.wait(60)


def test_pages_data_templates_and_styles_are_shown_as_they_change(preview: Running) -> None:
    assert preview.shows("side/", "Først."), (preview.root / "preview.log").read_text()
    preview.write("docs/side.md", HEAD + "Etterpå.\n")
    assert preview.shows("side/", "Etterpå.")
    assert preview.shows("sjekklister/klare-mal/", "Velg tre mål")
    preview.write(LIST, CHECKLIST.replace("Velg tre mål", "Velg fire mål"))
    assert preview.shows("sjekklister/klare-mal/", "Velg fire mål")
    template = preview.root / "overrides" / "components" / "checklist" / "checklist.html"
    text = (
        template.read_text(encoding="utf-8")
        .replace("<article", '<article data-tried="yes"')
        .replace("<section", '<section data-tried="yes"')
    )
    template.write_text(text, encoding="utf-8")
    assert preview.shows("sjekklister/klare-mal/", 'data-tried="yes"')
    style = preview.root / "overrides" / "assets" / "base.css"
    style.write_text(style.read_text(encoding="utf-8") + "/* tried */\n", encoding="utf-8")
    assert preview.shows("assets/base.css", "/* tried */")


def test_what_is_wrong_stands_in_the_place_of_the_page_and_goes_when_it_is_mended(preview: Running) -> None:
    preview.write(LIST, CHECKLIST.replace("[leder]", "[sjef]"))
    assert preview.shows("side/", "«sjef» er ikke en mulig verdi")
    assert f"{LIST}:7: roles[0]" in (preview.root / "preview.log").read_text(encoding="utf-8")
    preview.write(LIST, CHECKLIST)
    assert preview.shows("side/", "<p>Etterpå.</p>")
