"""The data as JSON and CSV, judged by a JSON Schema library that is not ours."""

import csv
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from macros import registry
from macros.machine import tables
from macros.machine.site import LICENCE, LICENCE_ADDRESS
from scripts import configuration, export
from tests.conftest import ROOT

LIBRARY = registry.library()


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    export.write_api(LIBRARY, configuration.site(ROOT), folder, directory_urls=True)
    return folder / "api" / "v1"


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


@cache
def judge(top: Path, schema: str) -> Draft202012Validator:
    """Return a validator for a published schema, which may point at those that lie beside it."""
    schemas = {file.name: read(file) for file in (top / "schemas").iterdir()}
    beside: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(found)) for name, found in schemas.items()
    )
    return Draft202012Validator(schemas[schema], registry=beside, format_checker=FormatChecker())


def faults(top: Path, schema: str, data: Any) -> Iterator[str]:
    for error in judge(top, schema).iter_errors(data):
        yield f"{schema}: {error.json_path} {error.message[:200]}"


def test_every_published_schema_is_itself_a_schema(top: Path) -> None:
    for file in (top / "schemas").iterdir():
        Draft202012Validator.check_schema(read(file))


@pytest.mark.parametrize("kind", LIBRARY.kinds, ids=lambda kind: kind.name)
def test_every_entry_and_every_list_follows_its_published_schema(top: Path, kind: Any) -> None:
    listed = read(top / kind.folder / "index.json")
    assert list(faults(top, "listing.schema.json", listed)) == []
    assert [one["id"] for one in listed] == list(LIBRARY.entries[kind.folder])
    for one in listed:
        assert list(faults(top, f"{kind.name}.schema.json", read(top / kind.folder / one["href"]))) == []


@pytest.mark.parametrize("kind", LIBRARY.kinds, ids=lambda kind: kind.name)
def test_the_schema_refuses_an_entry_that_has_a_stray_field_or_lacks_its_title(top: Path, kind: Any) -> None:
    id, _ = next(iter(LIBRARY.entries[kind.folder].items()))
    data = read(top / kind.folder / f"{id}.json")
    assert list(faults(top, f"{kind.name}.schema.json", data | {"fremmed": "felt"}))
    assert list(faults(top, f"{kind.name}.schema.json", {key: data[key] for key in data if key != "title"}))


def test_the_index_names_every_file_there_is(top: Path) -> None:
    index = read(top / "index.json")
    assert list(faults(top, "index.schema.json", index)) == []
    named = {"index.json", index["whole"], index["status"], *index["schemas"].values(), "schemas/work-file.schema.json"}
    for folder, kind in index["kinds"].items():
        named |= {kind["index"], kind["schema"], kind["csv"]}
        named |= {f"{folder}/{one['href']}" for one in read(top / kind["index"])}
    assert named == {file.relative_to(top).as_posix() for file in top.rglob("*") if file.is_file()}


def test_the_whole_is_the_sum_of_its_parts(top: Path) -> None:
    whole = read(top / "tillit-i-praksis.json")
    assert list(faults(top, "whole.schema.json", whole)) == []
    for folder, entries in whole["entries"].items():
        assert entries == [read(top / folder / one["href"]) for one in read(top / folder / "index.json")]


def test_a_fault_inside_the_whole_is_found_through_the_schemas_beside_it(top: Path) -> None:
    whole = read(top / "tillit-i-praksis.json")
    whole["entries"]["terms"][0]["fremmed"] = "felt"
    assert list(faults(top, "whole.schema.json", whole))


def test_the_licence_in_the_data_is_the_one_the_project_states(top: Path) -> None:
    licence = read(top / "index.json")["licence"]
    stated = (ROOT / "LICENSE-CONTENT.md").read_text(encoding="utf-8")
    assert licence == {"id": LICENCE, "address": LICENCE_ADDRESS, "attribution": "Tillit i praksis"}
    assert LICENCE_ADDRESS in stated and LICENCE.replace("-4", " 4").replace("CC-", "CC ") in stated


@pytest.mark.parametrize("kind", LIBRARY.kinds, ids=lambda kind: kind.name)
def test_a_table_holds_what_the_json_holds(top: Path, kind: Any) -> None:
    raw = (top / "csv" / f"{kind.folder}.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(raw.decode(), newline=""), strict=True))
    whole = read(top / "tillit-i-praksis.json")["entries"][kind.folder]
    assert [row["id"] for row in rows] == [entry["id"] for entry in whole]
    for row, entry in zip(rows, whole, strict=True):
        assert list(row) == tables.columns(kind)
        assert {key for key in entry if key in row} | {key.partition(".")[0] for key in row if "." in key} <= set(
            kind.model.model_fields
        ) | {"id"}
        for column, cell in row.items():
            assert cell == shown(entry, column), f"{entry['id']}: {column}"


def shown(entry: dict[str, Any], column: str) -> str:
    """Return the text that a column of an entry ought to have."""
    name, _, language = column.partition(".")
    value = entry.get(name)
    if language and value is not None:
        value = value.get(language)
    if value is None:
        return ""
    if isinstance(value, list) and all(not isinstance(part, dict | list) for part in value):
        return "; ".join(str(part) for part in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def test_no_cell_would_be_run_as_a_formula_by_a_spreadsheet(top: Path) -> None:
    for file in (top / "csv").iterdir():
        for row in csv.reader(io.StringIO(file.read_bytes().decode(), newline="")):
            assert [cell for cell in row if cell.startswith(("=", "@", "\t"))] == [], file.name


def test_the_pages_of_an_entry_have_the_form_of_the_copy_they_lie_in(tmp_path: Path) -> None:
    export.write_api(LIBRARY, configuration.site(ROOT), tmp_path, directory_urls=False)
    pages = {one["id"]: one["pages"] for one in read(tmp_path / "api/v1/checklists/index.json")}
    assert pages["selvledelse"] == ["sjekklister/selvledelse.html", "nn/sjekklister/selvledelse.html"]
    terms = {one["id"]: one["pages"] for one in read(tmp_path / "api/v1/terms/index.json")}
    assert terms["selvledelse"] == ["ordliste.html#selvledelse"]
