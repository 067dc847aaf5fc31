"""The table of what building costs: what it says, and what it says when a program is not there."""

import os
import sys
from pathlib import Path

import pytest

from scripts import bench, measured
from scripts.bench import Row
from scripts.measured import Cost


def test_the_table_compares_processor_time_with_the_theme_as_it_comes() -> None:
    rows = [
        Row(500, "Vårt nettsted, mkdocs", Cost(2.0, 4.0, 150.4, 30.25)),
        Row(500, bench.STOCK, Cost(9.0, 8.0, 80.0, 48.0)),
    ]
    lines = bench.table(rows).splitlines()
    assert lines[2] == "| 500 | Vårt nettsted, mkdocs | 2,0 | 4,0 | 0,50 | 150 | 30,2 |"
    assert lines[3].split(" | ")[4] == "1,00"


def test_a_program_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert bench.least(None, tmp_path, {}, 3) is None
    assert "ikke på maskinen" in bench.table([Row(500, "Hugo, bar mal", None)])


def test_a_run_is_measured_and_its_words_are_kept_if_it_fails(tmp_path: Path) -> None:
    cost = measured.run([sys.executable, "-c", "x = bytearray(50_000_000)"], tmp_path, os.environ)
    assert cost.memory > 50
    with pytest.raises(measured.MeasureError, match="dette gikk galt"):
        measured.run([sys.executable, "-c", "raise SystemExit('dette gikk galt')"], tmp_path, os.environ)


def test_size_counts_every_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"x" * 1_500_000)
    assert measured.size(tmp_path) == 1.5
