"""The rules of the architecture, as tests."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import meta
from pydantic import BaseModel

from macros import registry
from macros.content import html, schema
from macros.content.messages import models_in
from macros.content.words import words
from scripts import environment
from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "overrides" / "components").rglob("*.html"))
FOLDERS = sorted((ROOT / "overrides" / "components").iterdir())
PYTHON = sorted([*(ROOT / "macros").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")])
GENERATORS = {"mkdocs", "mkdocs_macros", "material", "zensical"}
# Only who asks for PDF has these.
PDF_PACKAGES = {"typst", "pikepdf"}
LOCKS = [*environment.LOCKS.values()]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def all_models() -> Iterator[type[BaseModel]]:
    waiting: list[type[BaseModel]] = [kind.model for kind in registry.kinds()]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            yield model
            waiting += [inner for field in model.model_fields.values() for inner in models_in(field.annotation)]


@pytest.mark.parametrize("file", PYTHON, ids=relative)
def test_imports_point_one_way(file: Path) -> None:
    names, place = set(imports(file)), relative(file)
    if place.startswith("macros/"):
        assert not {name.split(".")[0] for name in names} & {*GENERATORS, "scripts", "tests"}
    if place.startswith("macros/content/"):
        assert not any(name.startswith(("macros.components", "macros.views", "macros.registry")) for name in names)
    if place.startswith("macros/components/"):
        assert not any(name.startswith(("macros.components", "macros.views", "macros.registry")) for name in names)
    if place.startswith("macros/documents/"):
        assert not any(name.startswith(("macros.views", "macros.registry")) for name in names)
    if place != "macros/documents/pdf/typesetting.py":
        assert not {name.split(".")[0] for name in names} & PDF_PACKAGES
    if place.startswith("macros/language/"):
        assert {name for name in names if name.startswith("macros.")} == {
            name for name in names if name.startswith(("macros.content", "macros.language"))
        }
    if place.startswith("macros/cockpit/"):
        assert not any(name.startswith(("macros.views", "macros.registry")) for name in names)
    if place.startswith("macros/machine/"):
        assert not any(name.startswith(("macros.views", "macros.registry")) for name in names)
    if place.startswith("macros/views/"):
        assert not any(name.startswith("macros.registry") for name in names)
    if place.startswith("scripts/"):
        engine = place.removeprefix("scripts/").partition("_")[0]
        allowed = {"mkdocs": {"mkdocs"}, "zensical": {"zensical"}}.get(engine, set())
        assert {name.split(".")[0] for name in names} & GENERATORS <= allowed


@pytest.mark.parametrize("file", PYTHON, ids=relative)
def test_python_writes_no_html(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"<(div|span|a|ul|li|section|h[1-6])\b", node.value), node.value


@pytest.mark.parametrize("file", PYTHON, ids=relative)
def test_functions_stay_short(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 30, f"{node.name} has {length} lines"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_component_has_a_module_of_the_same_name_and_publishes_only_looks_and_behaviour(folder: Path) -> None:
    modules = [ROOT / "macros" / part / f"{folder.name}.py" for part in ("components", "views", "content")]
    assert any(module.is_file() for module in modules)
    assert (folder / f"{folder.name}.html").is_file()
    assert all(file.stem == folder.name for file in folder.iterdir() if file.suffix != ".html")
    assert {file.suffix for file in folder.iterdir()} <= {".html", ".css", ".js"}


@pytest.mark.parametrize("template", TEMPLATES, ids=relative)
def test_a_template_says_what_it_is_given(template: Path) -> None:
    source = template.read_text(encoding="utf-8")
    assert re.match(r"\{#- \w", source), "opens with one sentence"
    documented = set(re.findall(r"^  (\w+) \(", source.split("-#}")[0], re.MULTILINE))
    included = set(re.findall(r'include "([^"]+)"', source))
    used = meta.find_undeclared_variables(html.env.parse(source))
    for name in included:
        inner = (ROOT / "overrides" / "components" / name).read_text(encoding="utf-8")
        used |= set(re.findall(r"^  (\w+) \((?!.*, optional\))", inner.split("-#}")[0], re.MULTILINE))
    named = re.findall(r"{% for ([\w, ]+) in |{% (?:set|with) ([\w, ]+) =", source)
    made = set(re.findall(r"\w+", " ".join(" ".join(pair) for pair in named)))
    assert used - {"place"} <= documented | made
    assert documented <= used | {"place"}


@pytest.mark.parametrize("model", list(all_models()), ids=lambda model: model.__name__)
def test_every_field_is_explained_in_norwegian_and_unknown_keys_are_refused(model: type[BaseModel]) -> None:
    assert model.model_config["extra"] == "forbid"
    for name, field in model.model_fields.items():
        assert field.title and field.description, f"{model.__name__}.{name}"


@pytest.mark.parametrize("kind", registry.kinds(), ids=lambda kind: kind.name)
def test_the_schema_editors_use_is_up_to_date(kind: Any) -> None:
    file = ROOT / "docs" / "data" / "schemas" / f"{kind.name}.schema.json"
    assert file.read_text(encoding="utf-8") == schema.as_text(schema.for_editor(kind)), (
        "run: python3 scripts/schemas.py"
    )


def test_every_macro_is_explained() -> None:
    for name, macro in {**registry.macros(), **registry.inline_macros()}.items():
        assert inspect.getdoc(macro), name


def test_every_word_stands_in_both_written_standards_and_is_used() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES)
    python = "".join(file.read_text(encoding="utf-8") for file in PYTHON)
    for key, texts in words().items():
        assert set(texts) == {"nb", "nn"}, key
        stem = key.rpartition(".")[0]
        made_of_parts = f'("{stem}." ~' in sources or f"{stem}." in python or f'"{stem}": lambda' in python
        # The plan and the idea log share a template and a list of what is said, in words of their own.
        own = key.partition(".")[2]
        made_of_parts |= (
            f'(collection ~ ".{own}")' in sources or f'(collection ~ ".{own.rpartition(".")[0]}." ~' in sources
        )
        made_of_parts |= f'"{own}"' in python or f'"{own.rpartition(".")[0]}.' in python
        assert f'"{key}"' in sources or made_of_parts or f'"{stem}": _' in python, f"{key} is not used"


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_hold_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.findall(r"^([\w.-]+)==", text, re.MULTILINE)
    assert packages
    assert "://" not in text and "--index" not in text and "--find-links" not in text
    for block in re.split(r"\n(?=[\w.-]+==)", text.strip()):
        assert "--hash=sha256:" in block, block[:60]


def test_the_lock_of_the_tests_holds_every_package_of_the_others_at_the_same_version() -> None:
    pinned = {
        lock: dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in LOCKS
    }
    whole = pinned.pop(environment.LOCKS["test"])
    assert {lock: set(found.items()) - set(whole.items()) for lock, found in pinned.items()} == {
        lock: set() for lock in pinned
    }


def test_each_engine_is_in_its_own_lock_and_not_in_the_lock_of_the_other() -> None:
    build, other = ((ROOT / environment.LOCKS[name]).read_text(encoding="utf-8") for name in ("build", "zensical"))
    for name in ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin"):
        assert re.search(rf"^{name}==", build, re.MULTILINE) and not re.search(rf"^{name}==", other, re.MULTILINE)
    assert re.search(r"^zensical==", other, re.MULTILINE) and not re.search(r"^zensical==", build, re.MULTILINE)


def test_every_vendored_script_has_its_licence_and_its_version_written_down() -> None:
    notes = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    for base in (ROOT / "overrides" / "assets" / "vendor", ROOT / "tests" / "vendor"):
        for folder in base.iterdir():
            assert (folder / "LICENSE.txt").is_file()
            assert re.search(rf"{folder.name} \d+\.\d+\.\d+", notes), folder.name


@pytest.mark.parametrize(
    "command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]], ids=" ".join
)
def test_the_code_is_clean(command: list[str]) -> None:
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_configuration_reads_as_the_generator_reads_it() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "on_error_fail: true" in text and "on_undefined: strict" in text
    assert yaml.safe_load(re.sub(r"!!?[\w/:.]+", "", text))["theme"]["font"] is False
