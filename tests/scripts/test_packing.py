"""The zip: the same bytes from the same content, whatever the files' times and modes."""

import os
import zipfile

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
