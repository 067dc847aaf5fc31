"""A build is passed over only when it would give what is there: any change, anywhere, builds anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import unchanged
from tests.conftest import MakeTree

FILES = {
    "mkdocs.yml": "a",
    "requirements.txt": "a",
    "docs/index.md": "a",
    "docs/data/stories/en.yaml": "a",
    "docs/bilder/.skjult": "a",
    "macros/registry.py": "a",
    "overrides/assets/base.css": "a",
    "scripts/build.py": "a",
    "site/index.html": "a",
    "dist/SHA256SUMS": "a",
}
ENV = {"TIP_PUBLISHER": "Vi", "SOURCE_DATE_EPOCH": "1", "HOME": "/her"}
SOURCES = [name for name in FILES if not name.startswith(("site/", "dist/"))]


@pytest.fixture
def built(tree: MakeTree) -> Path:
    root = tree(FILES)
    unchanged.note(root, unchanged.inputs(root, ENV))
    return root


def is_same(root: Path, env: dict[str, str] = ENV, *choices: str) -> bool:
    return unchanged.is_same(root, unchanged.inputs(root, env, *choices))


def test_nothing_changed_is_the_same(built: Path) -> None:
    assert is_same(built)


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.write_text("b", encoding="utf-8"),
        lambda file: file.unlink(),
        lambda file: file.rename(file.with_name("annet.md")),
        lambda file: file.with_name("ny.md").write_text("", encoding="utf-8"),
    ],
    ids=["written", "removed", "renamed", "beside"],
)
def test_any_change_to_what_is_read_builds_anew(built: Path, name: str, change: Callable[[Path], object]) -> None:
    change(built / name)
    assert not is_same(built)


def test_a_change_that_keeps_size_and_time_builds_anew(built: Path) -> None:
    file = built / "docs/index.md"
    before = file.stat()
    file.write_text("b", encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not is_same(built)


@pytest.mark.parametrize("name", ["site/index.html", "dist/SHA256SUMS"])
def test_what_was_made_and_then_touched_is_made_anew(built: Path, name: str) -> None:
    (built / name).write_text("bb", encoding="utf-8")
    assert not is_same(built)


@pytest.mark.parametrize("name", ["site", "dist"])
def test_what_was_made_and_then_removed_is_made_anew(built: Path, name: str) -> None:
    (built / name).rename(built / f".{name}")
    assert not is_same(built)


@pytest.mark.parametrize("change", [{"TIP_PUBLISHER": "De"}, {"TIP_NY": "1"}, {"SOURCE_DATE_EPOCH": "2"}])
def test_a_setting_that_matters_builds_anew(built: Path, change: dict[str, str]) -> None:
    assert not is_same(built, ENV | change)


def test_a_choice_on_the_command_line_builds_anew(built: Path) -> None:
    assert not is_same(built, ENV, "zensical")


def test_what_no_build_reads_may_change(built: Path) -> None:
    (built / "tests").mkdir()
    (built / "tests/test_x.py").write_text("", encoding="utf-8")
    (built / "macros/__pycache__").mkdir()
    (built / "macros/__pycache__/registry.pyc").write_bytes(b"x")
    assert is_same(built, ENV | {"HOME": "/der"})


def test_a_note_that_cannot_be_read_builds_anew(built: Path) -> None:
    (built / unchanged.NOTE).write_text("{", encoding="utf-8")
    assert not is_same(built)
