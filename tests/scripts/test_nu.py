"""`nu.py`: what the named list lets through, and what it does not."""

import subprocess
import sys

from scripts import nu
from tests.conftest import ROOT

TOGGLE = {
    "type": "error",
    "url": "file:/site/index.html",
    "lastLine": 67,
    "message": "Attribute “autocomplete” is only allowed when the input type is “email”.",
    "extract": '<input class="md-toggle" id="__drawer">',
}


def test_a_known_finding_is_let_through_and_the_same_one_elsewhere_is_not() -> None:
    ours = TOGGLE | {"extract": '<input class="tip-checklist__box">'}
    assert nu.unexpected([TOGGLE]) == []
    assert nu.unexpected([TOGGLE, ours]) == [f"file:/site/index.html:67: {TOGGLE['message']}"]


def test_a_warning_is_not_an_error() -> None:
    assert nu.unexpected([{"type": "info", "subType": "warning", "message": "Section lacks heading."}]) == []


def test_every_known_finding_says_why_it_stands() -> None:
    assert all(len(one.why) > 40 for one in nu.KNOWN)


def test_a_missing_checker_is_told_without_a_traceback() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "nu.py"), "finnes-ikke.jar"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stdout.startswith("Fant ikke kontrolløren")
    assert result.stderr == ""
