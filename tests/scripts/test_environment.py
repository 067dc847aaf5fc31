"""Setting up: once, from hashes, and with a way out where Python lacks what is needed."""

import hashlib
import os
from pathlib import Path

import pytest

from scripts import environment
from scripts.environment import SetupError


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a root with a lock, and an environment whose Python is an empty file."""
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "FOLDER", tmp_path / ".venv")
    for lock in environment.LOCKS.values():
        (tmp_path / lock).write_text("a==1\n")
    python = environment.interpreter()
    python.parent.mkdir(parents=True)
    python.write_text("")
    return tmp_path


def test_nothing_is_set_up_again_while_the_lock_is_the_same(prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(environment, "install", lambda lock: installed.append(lock.name))
    environment.ensure("build")
    environment.ensure("build")
    assert installed == ["requirements.txt"]
    (prepared / "requirements.txt").write_text("a==2\n")
    environment.ensure("build")
    assert installed == ["requirements.txt"] * 2
    stamp = (prepared / ".venv" / "tip-build.sha256").read_text()
    assert stamp == hashlib.sha256(b"a==2\n").hexdigest()


def test_what_is_set_up_for_the_tests_builds_too_and_makes_pdf(prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(environment, "install", lambda lock: installed.append(lock.name))
    environment.ensure("test")
    for purpose in environment.LOCKS:
        environment.ensure(purpose)
    assert installed == ["requirements-test.txt"]


def test_a_set_up_that_fails_is_tried_again_next_time(prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(lock: Path) -> None:
        raise SetupError("nei")

    monkeypatch.setattr(environment, "install", fail)
    with pytest.raises(SetupError):
        environment.ensure("build")
    assert not (prepared / ".venv" / "tip-build.sha256").exists()


def test_where_venv_is_missing_and_cannot_be_mended_the_one_command_is_said(
    prepared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_run", lambda _: False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SetupError, match="sudo apt install python3-venv"):
        environment.create()


def test_an_install_that_fails_says_what_pip_said(prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = environment.interpreter()
    python.write_text("#!/bin/sh\necho 'ERROR: no hash' >&2\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr(environment, "_run", lambda _: True)
    with pytest.raises(SetupError, match=r"requirements\.txt lot seg ikke installere.*no hash"):
        environment.install(prepared / "requirements.txt")
