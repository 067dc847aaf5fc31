"""The zip: the same bytes from the same content, whatever the files' times and modes."""

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts import packing

NAMES = st.from_regex(r"[a-z]{1,6}(/[a-z]{1,6})?\.[a-z]{2,4}", fullmatch=True)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=6))
def test_the_same_content_gives_the_same_zip_and_comes_out_whole(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    first, second = (tmp_path_factory.mktemp("pakke") for _ in range(2))
    for folder, names in ((first, sorted(files)), (second, sorted(files, reverse=True))):
        for name in names:
            file = folder / "inn" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(files[name])
            if folder == second:
                os.utime(file, (0, 0))
                file.chmod(0o600)
        (folder / "inn").mkdir(exist_ok=True)
        packing.pack(folder / "inn", folder / "ut.zip", "topp")
    assert (first / "ut.zip").read_bytes() == (second / "ut.zip").read_bytes()
    with zipfile.ZipFile(first / "ut.zip") as archive:
        assert {name: archive.read(f"topp/{name}") for name in files} == files


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("topp/CON", "opptatt i Windows"),
        ("topp/lpt1.txt", "opptatt i Windows"),
        ("topp/nul/fil.txt", "opptatt i Windows"),
        ("topp/fil.", "punktum"),
        ("topp/.skjult", "punktum"),
        ("topp/mellom rom.txt", "bruk bare"),
        ("topp/blåbær.txt", "bruk bare"),
        ("topp/a:b.txt", "bruk bare"),
        ("topp/../fil.txt", "bruk bare"),
        ("/fra/roten.txt", "bruk bare"),
        ("topp/" + "a" * 175, "180 tegn, og den kan ha 179"),
    ],
)
def test_a_name_that_some_system_cannot_unpack_is_told_of(name: str, reason: str) -> None:
    assert any(reason in fault and fault.startswith(name) for fault in packing.unsafe([name, "topp/index.html"]))


def test_two_names_that_differ_only_in_case_are_told_of() -> None:
    assert len(list(packing.unsafe(["topp/Side.html", "topp/side.html"]))) == 1


def test_plain_names_are_let_through() -> None:
    names = ["topp/index.html", "topp/assets/a_b-c.min.js", "topp/console.js", "topp/" + "a" * 174]
    assert list(packing.unsafe(names)) == []


def test_nothing_is_written_when_a_name_is_unsafe(tmp_path: Path) -> None:
    (tmp_path / "inn").mkdir()
    (tmp_path / "inn" / "aux.txt").write_text("x", encoding="utf-8")
    with pytest.raises(packing.UnsafeNameError, match=r"aux\.txt"):
        packing.pack(tmp_path / "inn", tmp_path / "ut.zip", "topp")
    assert not (tmp_path / "ut.zip").exists()
