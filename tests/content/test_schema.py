"""The help an editor gets while writing: every field and every choice is explained where VS Code looks for it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from macros import registry
from macros.content import choices, schema
from macros.content.kinds import Kind
from macros.content.messages import models_in
from tests.conftest import ROOT

KINDS = registry.kinds()
DATA = ROOT / "docs" / "data"
VSCODE = ROOT / ".vscode"


def parts(of: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(of, list):
        for number, inner in enumerate(of):
            yield from parts(inner, f"{path}/{number}")
    if isinstance(of, dict):
        yield path, of
        for name, inner in of.items():
            yield from parts(inner, f"{path}/{name}")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_has_a_name_and_a_hover_text_in_norwegian(kind: Kind) -> None:
    whole = schema.for_editor(kind)
    fields = [
        (path, name, field)
        for path, part in parts(whole)
        for name, field in (part["properties"].items() if isinstance(part.get("properties"), dict) else ())
    ]
    assert fields
    for path, name, own in fields:
        # What a field says in the same words as the group it points at, stands in the group only.
        field = whole["$defs"][own["$ref"].rpartition("/")[2]] | own if "$ref" in own else own
        assert field["title"] and field["description"].endswith("."), f"{path}/{name}"
    for path, part in parts(whole):
        if isinstance(part.get("description"), str):
            assert not part["description"].startswith(("A ", "An ", "The ")), path


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_choice_is_explained_beside_it(kind: Kind) -> None:
    for path, part in parts(schema.for_editor(kind)):
        if isinstance(part.get("enum"), list):
            assert len(part["enumDescriptions"]) == len(part["enum"]), path
            assert all(text.endswith(".") for text in part["enumDescriptions"]), path


def test_every_group_of_choices_is_used_by_a_field() -> None:
    waiting: list[Any] = [kind.model for kind in KINDS]
    used = []
    for model in waiting:
        for field in model.model_fields.values():
            used += [set(values) for values in choices.literals(field.annotation)]
            waiting += [inner for inner in models_in(field.annotation) if inner not in waiting]
    assert [name for name, group in choices.groups().items() if set(group) not in used] == []


def test_choices_nobody_has_explained_are_told() -> None:
    with pytest.raises(KeyError, match="rød, grønn"):
        choices.meanings(["rød", "grønn"])


def test_the_length_of_a_text_is_told_in_each_written_standard() -> None:
    title = schema.for_editor(next(kind for kind in KINDS if kind.name == "checklist"))["properties"]["title"]
    assert [title["properties"][language]["maxLength"] for language in ("nb", "nn")] == [70, 70]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_entry_names_its_schema_on_the_first_line(kind: Kind) -> None:
    line = f"# yaml-language-server: $schema=../schemas/{kind.name}.schema.json"
    without = [file.name for file in (DATA / kind.folder).iterdir() if file.read_text("utf-8").splitlines()[0] != line]
    assert without == []


def test_vs_code_is_told_of_the_extension_and_of_the_schema_of_every_folder() -> None:
    settings = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))
    for kind in KINDS:
        assert (
            settings["yaml.schemas"][f"./docs/data/schemas/{kind.name}.schema.json"]
            == f"docs/data/{kind.folder}/*.yaml"
        )
    assert "redhat.vscode-yaml" in json.loads((VSCODE / "extensions.json").read_text("utf-8"))["recommendations"]
