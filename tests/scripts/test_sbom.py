"""The lists of parts: the same from the same content, complete, and in step with what the project says in words."""

import datetime
import json
import re
from importlib import metadata
from pathlib import Path

import pytest

from scripts import sbom
from tests.conftest import ROOT

MOMENT = datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file in every place that is named."""
    for thing in sbom.things(ROOT):
        for pattern in thing.files:
            file = tmp_path / pattern.replace("*", "fil")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(pattern, encoding="utf-8")
    (tmp_path / "boka.zip").write_bytes(b"zip")
    return tmp_path


def test_every_locked_package_is_in_the_list_with_all_its_hashes() -> None:
    parts = {part["name"]: part for part in sbom.built_with(ROOT, MOMENT, "mkdocs")["components"]}
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE))
    assert {name: part["version"] for name, part in parts.items()} == pinned
    assert sum(len(part["hashes"]) for part in parts.values()) == lock.count("--hash=sha256:")
    assert parts["mkdocs"]["purl"] == f"pkg:pypi/mkdocs@{pinned['mkdocs']}"


def test_the_lists_are_the_same_whenever_they_are_made_and_differ_with_what_they_list(folder: Path) -> None:
    first, again = (sbom.shipped(ROOT, folder, folder / "boka.zip", MOMENT, "mkdocs") for _ in range(2))
    assert json.dumps(first) == json.dumps(again)
    (folder / "assets/vendor/docx/docx.js").write_text("endret", encoding="utf-8")
    changed = sbom.shipped(ROOT, folder, folder / "boka.zip", MOMENT, "mkdocs")
    assert changed["serialNumber"] != first["serialNumber"]
    assert re.fullmatch(
        r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", first["serialNumber"]
    )


def test_a_part_that_is_not_where_it_is_said_to_be_stops_the_list(folder: Path) -> None:
    (folder / "assets/vendor/docx/docx.js").unlink()
    with pytest.raises(FileNotFoundError, match="docx"):
        sbom.shipped(ROOT, folder, folder / "boka.zip", MOMENT, "mkdocs")


def test_a_version_that_follows_the_lock_is_that_of_the_lock(folder: Path) -> None:
    parts = {
        part["name"]: part for part in sbom.shipped(ROOT, folder, folder / "boka.zip", MOMENT, "mkdocs")["components"]
    }
    locked = {package.name: package.version for package in sbom.packages(ROOT, "mkdocs")}
    assert parts["mkdocs-material"]["version"] == locked["mkdocs-material"]


def test_the_notes_and_the_list_tell_of_the_same_things() -> None:
    notes = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    every = [one for thing in sbom.things(ROOT) for one in (thing, *thing.parts)]
    for thing in every:
        assert thing.name in notes, thing.name
        assert thing.version in ("", "lock") or thing.version in notes, thing.name
        assert not thing.licence or thing.licence.replace("CC-BY-", "CC BY ") in notes, thing.name
    vendored = {folder.name for folder in (ROOT / "overrides/assets/vendor").iterdir()}
    assert vendored <= {thing.name for thing in every}


def test_a_licence_is_told_as_the_package_tells_it() -> None:
    assert sbom.licences("click") == [{"expression": metadata.metadata("click")["License-Expression"]}]
    assert sbom.licences("python-docx") == [{"license": {"id": "MIT"}}]
    assert sbom.licences("pathspec") == [{"license": {"name": "Mozilla Public License 2.0 (MPL 2.0)"}}]
    assert sbom.licences("finnes-ikke-her") == []
