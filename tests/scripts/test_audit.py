"""`audit.py` on a built site: attacks planted past the checker are found."""

from pathlib import Path

from scripts import audit
from tests.conftest import ROOT


def planted(site: Path, files: dict[str, str]) -> list[str]:
    for name, text in files.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return list(audit.faults(site))


def test_a_page_with_something_foreign_is_named_with_line_and_what(tmp_path: Path) -> None:
    found = planted(tmp_path, {"ledelse/index.html": "<p>a</p>\n<iframe src=x></iframe>\n", "index.html": "<p>b</p>"})
    assert found == [
        "ledelse/index.html:2: elementet <iframe> er ikke tillatt",
        "ledelse/index.html:2: elementet <iframe> er ikke tillatt",
    ]


def test_a_drawing_with_a_script_is_found(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    assert "skriptet er ikke tillatt" in planted(tmp_path, {"assets/x.svg": svg})[0]


def test_a_script_that_stands_in_for_ours_is_found(tmp_path: Path) -> None:
    assert "overrides/" in planted(tmp_path, {"assets/header.js": "alert(1)"})[0]
    own = (ROOT / "overrides" / "assets" / "header.js").read_text(encoding="utf-8")
    assert planted(tmp_path, {"assets/header.js": own}) == []


def test_a_link_out_of_the_site_is_found(tmp_path: Path) -> None:
    (tmp_path / "x.html").symlink_to("/etc/passwd")
    assert planted(tmp_path, {}) == ["x.html:1: filen er en lenke"]
