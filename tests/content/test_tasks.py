"""The page of tasks for those who use the browser alone: ten of them, three steps each, about what is really there."""

import re

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "bidra" / "oppgaver.md").read_text(encoding="utf-8")
TASKS = re.findall(r"^## (\d+)\. [^\n]+\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
# A name in the text that a reader is to make, and that is not there yet.
MADE_BY_THE_READER = {"svar-innen-to-uker.yaml", "tillit-i-praksis.zip", "index.html"}


def test_there_are_ten_tasks_of_three_steps_each() -> None:
    assert [int(number) for number, _ in TASKS] == list(range(1, 11))
    for number, text in TASKS:
        assert re.findall(r"^(\d)\. ", text, re.MULTILINE) == ["1", "2", "3"], number


def test_every_file_and_folder_it_names_is_there() -> None:
    named = {name for name in re.findall(r"`([\w./-]*[./][\w./-]*)`", PAGE) if name not in MADE_BY_THE_READER}
    assert named
    assert [name for name in named if name not in (".md", ".yaml") and not (ROOT / name).exists()] == []
