"""What surrounds a pull request: forms that GitHub accepts, owners of what is there, and a check that can only read."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import check
from tests.conftest import ROOT

GITHUB = ROOT / ".github"
YAML_FILES = sorted([*GITHUB.rglob("*.yml"), *GITHUB.rglob("*.yaml")])
WORKFLOWS = sorted((GITHUB / "workflows").iterdir())
FORMS = sorted(file for file in (GITHUB / "ISSUE_TEMPLATE").iterdir() if file.stem != "config")
TEMPLATES = sorted((GITHUB / "PULL_REQUEST_TEMPLATE").iterdir())
OWNERS = [line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line and line[0] != "#"]
EDITORS, DEVELOPERS = "@EIER/redaksjonen", "@EIER/utviklerne"
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")
# What each element of a form must have, as GitHub's form schema demands it.
DEMANDED = {
    "markdown": {"value"},
    "input": {"label"},
    "textarea": {"label"},
    "dropdown": {"label", "options"},
    "checkboxes": {"label", "options"},
}


def read(file: Path) -> Any:
    # YAML 1.1 reads the key `on` as true; GitHub reads it as the word it is.
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def steps(workflow: Any) -> list[Any]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("file", YAML_FILES, ids=name)
def test_every_yaml_file_reads(file: Path) -> None:
    assert isinstance(read(file), dict)


@pytest.mark.parametrize("file", WORKFLOWS, ids=name)
def test_a_workflow_can_only_read_and_has_no_secrets(file: Path) -> None:
    text, workflow = file.read_text(encoding="utf-8"), read(file)
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in workflow["jobs"].values())
    assert set(workflow["on"]) <= {"pull_request", "push"}
    code = re.sub(r"#.*", "", text)
    assert "pull_request_target" not in code and "workflow_run" not in code
    assert "secrets" not in code and "github.token" not in code
    assert all(int(job["timeout-minutes"]) <= 60 for job in workflow["jobs"].values())


@pytest.mark.parametrize("file", WORKFLOWS, ids=name)
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(file: Path) -> None:
    used = [step["uses"] for step in steps(read(file)) if "uses" in step]
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert all(re.search(r"# v\d+\.\d+\.\d+$", line) for line in lines)


@pytest.mark.parametrize("file", WORKFLOWS, ids=name)
def test_no_step_lets_a_stranger_write_in_a_command_or_keeps_the_key_of_the_repository(file: Path) -> None:
    for step in steps(read(file)):
        assert "${{" not in step.get("run", ""), step["name"]
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_the_check_speaks_beside_the_lines_and_the_zip_is_the_preview() -> None:
    job = read(GITHUB / "workflows" / "check.yml")["jobs"]["innhold"]
    commands = [step.get("run", "") for step in job["steps"]]
    checked = commands.index("python3 scripts/check.py --format github")
    assert "github" in check.FORMS
    assert commands.index("python3 scripts/build.py") > checked
    assert job["steps"][-1]["with"]["path"] == "dist/tillit-i-praksis.zip"


@pytest.mark.parametrize("file", FORMS, ids=name)
def test_an_issue_form_has_what_github_demands(file: Path) -> None:
    form = read(file)
    assert form["name"] and form["description"] and form["body"]
    assert set(form) <= {"name", "description", "body", "title", "labels", "assignees", "projects", "type"}
    assert any(element["type"] != "markdown" for element in form["body"])
    for element in form["body"]:
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert DEMANDED[element["type"]] <= set(element["attributes"])
        assert all(element["attributes"][key] for key in DEMANDED[element["type"]])
        assert set(element.get("validations", {})) <= {"required"}
        assert element.get("validations", {"required": "true"})["required"] in ("true", "false")


@pytest.mark.parametrize("file", FORMS, ids=name)
def test_the_ids_labels_and_choices_of_an_issue_form_differ(file: Path) -> None:
    asked = [element for element in read(file)["body"] if element["type"] != "markdown"]
    ids, labels = [one["id"] for one in asked], [one["attributes"]["label"] for one in asked]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", id) for id in ids)
    assert len(set(ids)) == len(ids) and len(set(labels)) == len(labels)
    for one in asked:
        options = one["attributes"].get("options", [])
        if one["type"] == "dropdown":
            assert all(isinstance(option, str) and option.casefold() not in ("none", "") for option in options)
        if one["type"] == "checkboxes":
            assert all(set(option) <= {"label", "required"} and option["label"] for option in options)
            options = [option["label"] for option in options]
        assert len(set(options)) == len(options)


def test_the_issue_forms_have_names_of_their_own() -> None:
    names = [read(file)["name"] for file in FORMS]
    assert sorted(names) == ["Foreslå en historie", "Foreslå en kilde", "Meld en feil"]


def test_there_is_a_template_for_every_kind_of_change_and_the_first_one_leads_to_them() -> None:
    first = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert {file.stem for file in TEMPLATES} == {"tekst", "historie", "verktoy", "kilde", "kode"}
    for file in TEMPLATES:
        assert f"&template={file.name}" in first
        assert "- [ ] " in file.read_text(encoding="utf-8")


def owner(path: str) -> str:
    """Return who owns a path: the last line that fits it, as GitHub reads the file."""
    found = ""
    for pattern, *owners in OWNERS:
        shape = re.escape(pattern.lstrip("/")).replace(r"\*", "[^/]*")
        if pattern == "*" or re.match(f"{shape}$" if not pattern.endswith("/") else shape, path):
            found = " ".join(owners)
    return found


def test_the_owners_own_paths_that_are_there() -> None:
    for pattern, *owners in OWNERS:
        assert list(ROOT.glob(pattern.lstrip("/") or "*")), pattern
        assert set(owners) <= {EDITORS, DEVELOPERS}, "a name that is no placeholder belongs to the owner, not here"


@pytest.mark.parametrize(
    "path",
    [
        *("macros/registry.py", "overrides/main.html", "scripts/check.py", "tests/conftest.py", "mkdocs.yml"),
        *(".github/workflows/check.yml", ".github/CODEOWNERS", "pyproject.toml", "requirements.txt"),
        *("requirements-test.txt", "SECURITY.md", "README.md", "docs/data/schemas/story.schema.json"),
        *("macros/search/worker.py", "macros/content/words.yaml", ".ci/run", ".vscode/settings.json"),
    ],
)
def test_what_runs_is_kept_from_those_who_own_the_content(path: str) -> None:
    assert (ROOT / path).exists()
    assert owner(path) == DEVELOPERS


@pytest.mark.parametrize(
    "path", ["docs/index.md", "docs/data/stories", "docs/bidra/oppgaver.md", "docs/data/search/synonyms.txt"]
)
def test_the_content_belongs_to_the_editors(path: str) -> None:
    assert (ROOT / path).exists()
    assert owner(path) == EDITORS


def test_what_we_build_on_is_looked_over_by_a_policy() -> None:
    policy = read(GITHUB / "dependabot.yml")
    assert policy["version"] == "2"
    assert {update["package-ecosystem"] for update in policy["updates"]} == {"pip", "github-actions"}
    assert all(int(update["cooldown"]["default-days"]) >= 7 for update in policy["updates"])


@pytest.mark.parametrize("file", [*GITHUB.rglob("*.md"), *YAML_FILES, ROOT / "SECURITY.md"], ids=name)
def test_no_address_of_a_person_or_a_repository_is_made_up(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"[\w.]+@[\w-]+\.\w+", text) == []
    assert re.findall(r"https?://[\w.-]*git\w*\.[\w./-]+", text) == []


def test_the_security_policy_says_how_to_report_and_what_is_defended() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[:3] == [
        "Slik melder du fra",
        "Hva vi verner",
        "Hva vi ikke verner",
    ]
