"""`new.py`: a new entry is a file to fill in, and nothing that exists is touched."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from macros import registry
from tests.conftest import ROOT, MakeTree

KINDS = {kind.name: kind for kind in registry.kinds()}


def run(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "new.py"), *args, "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", KINDS)
def test_a_new_entry_has_every_field_explained_and_its_pages(name: str, tree: MakeTree) -> None:
    root, kind = tree({}), KINDS[name]
    assert run(root, name, "ny-ting").returncode == 0
    text = (root / "docs" / "data" / kind.folder / "ny-ting.yaml").read_text(encoding="utf-8")
    for field_name, field in kind.model.model_fields.items():
        assert f"# {field.title}: {field.description}" in text
        assert f"{field_name}:" in text
    assert set(yaml.safe_load(text)) == {name for name, field in kind.model.model_fields.items() if field.is_required()}
    for page in kind.own_pages("ny-ting"):
        assert (root / "docs" / page).read_text(encoding="utf-8") == f'{{{{ {kind.macro}("ny-ting") }}}}\n'


def test_what_exists_is_left_as_it_is(tree: MakeTree) -> None:
    root = tree({"docs/data/stories/sak.yaml": "min tekst\n"})
    result = run(root, "story", "sak")
    assert (root / "docs/data/stories/sak.yaml").read_text(encoding="utf-8") == "min tekst\n"
    assert "Laget docs/historier/sak.md" in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("storry", "sak"), "«storry» er ikke en type. mente du «story»?"),
        (("story", "Min Sak"), "«Min Sak» kan ikke være en id."),
        (("story", "../../etc"), "«../../etc» kan ikke være en id."),
    ],
)
def test_a_wrong_kind_or_id_is_told_and_writes_nothing(args: tuple[str, str], said: str, tree: MakeTree) -> None:
    root = tree({})
    result = run(root, *args)
    assert (result.returncode, result.stderr) == (1, "")
    assert said in result.stdout
    assert [path for path in root.rglob("*") if path.is_file()] == []
