"""The reader's own work as data: files read and written, versions merged, lists shared, and what is hostile refused."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from pydantic import BaseModel

from macros.content.base import Participation
from macros.content.workspace import Idea, IdeaStatus, Mark, PlanRow, PlanStatus, WorkFile, Workspace
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "tests" / "samples" / "work").glob("v*.json"))
KEYS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6})?", fullmatch=True)
MOMENTS = st.integers(0, 40).map(lambda number: f"2026-11-25T17:00:{number:02}.000Z")
MARKS = st.fixed_dictionaries(
    {
        "state": st.sampled_from(["", "done", "na"]),
        "note": st.text(max_size=20),
        "revision": st.integers(1, 9),
        "changed": MOMENTS,
    }
)
DAYS = st.sampled_from(["", "2026-01-31", "2028-02-29"])
COMMON = {"place": st.integers(-9, 9), "removed": st.booleans(), "changed": MOMENTS}
ROWS = st.fixed_dictionaries(
    COMMON
    | {field: st.text(max_size=12) for field in ("what", "why", "who", "forum")}
    | dict.fromkeys(("due", "discussed", "review"), DAYS)
    | {
        "level": st.sampled_from(["", *get_args(Participation)]),
        "status": st.sampled_from(get_args(PlanStatus)),
        "source": st.sampled_from(["", "stories/en-sak", "checklists/kom-i-gang/et-punkt"]),
    }
)
IDEAS = st.fixed_dictionaries(
    COMMON
    | {
        "idea": st.text(max_size=12),
        "received": DAYS,
        "status": st.sampled_from(get_args(IdeaStatus)),
        "answer": st.text(max_size=12),
        "answered": DAYS,
    }
)
WORKSPACES = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "b", "c"]),
        "name": st.text(min_size=1, max_size=10).filter(lambda name: name.strip() != ""),
        "created": MOMENTS,
        "changed": MOMENTS,
        "removed": st.booleans(),
        "year_start": st.sampled_from(["", "2027-01", "2030-12"]),
        "answer_days": st.integers(1, 365),
        "plan": st.dictionaries(KEYS, ROWS, max_size=2),
        "ideas": st.dictionaries(KEYS, IDEAS, max_size=2),
        "checklists": st.dictionaries(KEYS, st.dictionaries(KEYS, MARKS, max_size=3), max_size=2),
    }
)
WORKS = st.lists(WORKSPACES, max_size=3, unique_by=lambda one: one["id"]).map(lambda all: {"workspaces": all})
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=12,
)
lenient = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

NOW = "2026-11-30T10:00:00.000Z"
HEAD = ("id", "name", "created", "changed", "removed")
MERGE = "([a, b]) => tip.model.merge(a, b)"
READ = "text => tip.model.read(text)"
WRITE = "work => tip.model.write(work, '2026-11-25T17:00:00.000Z')"
SHARE = "([list, marks]) => tip.link.write(list, marks)"
OPEN = "fragment => tip.link.read(fragment)"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "sjekklister/kom-i-gang/")
    yield page
    context.close()


def as_file(work: Any, version: int = 2) -> str:
    moment = "2026-11-25T17:00:00.000Z"
    return json.dumps({"format": "tillit-i-praksis", "version": version, "saved": moment, **work})


def ordered(work: dict[str, Any]) -> list[Any]:
    return sorted(work["workspaces"], key=lambda one: one["id"])


@lenient
@given(work=WORKS)
def test_what_is_written_is_read_back_as_it_was_and_follows_the_published_schema(page: Page, work: Any) -> None:
    text = page.evaluate(WRITE, work)
    assert page.evaluate(READ, text) == {"work": work}
    WorkFile.model_validate_json(text)


@lenient
@given(one=WORKSPACES, other=WORKSPACES)
def test_a_copy_of_a_workspace_holds_the_same_and_keeps_its_own_name(page: Page, one: Any, other: Any) -> None:
    copy = page.evaluate(f"([one, from]) => tip.model.fill(one, from, '{NOW}')", [one, other])
    assert {key: copy[key] for key in HEAD} == {key: one[key] for key in HEAD}
    assert {key: copy[key] for key in ("year_start", "answer_days")} == {
        key: other[key] for key in ("year_start", "answer_days")
    }
    for name in ("plan", "ideas"):
        living = sorted((held["place"], id) for id, held in other[name].items() if not held["removed"])
        assert [id for _, id in living] == sorted(copy[name], key=lambda id: copy[name][id]["place"])
        for place, (_, id) in enumerate(living, 1):
            assert copy[name][id] == {**other[name][id], "place": place, "changed": NOW}
    assert copy["checklists"] == {
        name: {item: {**held, "changed": NOW} for item, held in items.items()}
        for name, items in other["checklists"].items()
    }


@lenient
@given(work=WORKS)
def test_what_is_written_down_holds_nothing_of_what_is_taken_away(page: Page, work: Any) -> None:
    for workspace in page.evaluate("work => tip.model.kept(work)", work)["workspaces"]:
        if workspace["removed"]:
            assert workspace["plan"] == workspace["ideas"] == workspace["checklists"] == {}
        for entry in [*workspace["plan"].values(), *workspace["ideas"].values()]:
            texts = [entry.get(name, "") for name in ("what", "why", "who", "forum", "idea", "answer")]
            assert not entry["removed"] or texts == [""] * 6


@lenient
@given(one=WORKS, other=WORKS, third=WORKS)
def test_merging_heeds_no_order_and_merging_again_changes_nothing(page: Page, one: Any, other: Any, third: Any) -> None:
    def merge(a: Any, b: Any) -> Any:
        return page.evaluate(MERGE, [a, b])

    assert merge(one, other) == merge(other, one)
    assert merge(merge(one, other), third) == merge(one, merge(other, third))
    assert merge(merge(one, other), other) == merge(one, other)
    assert ordered(merge(one, one)) == ordered(one)


@lenient
@given(one=WORKS, other=WORKS)
def test_merging_loses_no_item_and_keeps_the_newest_mark(page: Page, one: Any, other: Any) -> None:
    marks: dict[tuple[str, str, str], list[str]] = {}
    for work in (one, other):
        for key, moment in moments_of(work).items():
            marks.setdefault(key, []).append(moment)
    assert moments_of(page.evaluate(MERGE, [one, other])) == {key: max(moments) for key, moments in marks.items()}


def moments_of(work: Any) -> dict[tuple[str, str, str], str]:
    """Return when each mark, row and idea was changed, by workspace, list and id."""
    return {
        (workspace["id"], name, id): one["changed"]
        for workspace in work["workspaces"]
        for name, held in [
            *workspace["checklists"].items(),
            ("*plan", workspace["plan"]),
            ("*ideas", workspace["ideas"]),
        ]
        for id, one in held.items()
    }


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_a_file_of_every_version_there_has_been_is_still_read(file: Path, page: Page) -> None:
    reading = page.evaluate(READ, file.read_text(encoding="utf-8"))
    marks = reading["work"]["workspaces"][0]["checklists"]["kom-i-gang"]
    assert reading["work"]["workspaces"][0]["name"] == "Enhet Nord"
    assert marks["oppstart-beskriv-problemet"]["state"] == "done"
    assert "et-punkt-som-ikke-finnes-lenger" in marks
    WorkFile.model_validate_json(page.evaluate(WRITE, reading["work"]))


def test_there_is_a_sample_of_every_version(page: Page) -> None:
    assert [file.stem for file in SAMPLES] == [
        f"v{number}" for number in range(1, page.evaluate("tip.model.VERSION") + 1)
    ]


GOOD = json.loads(SAMPLES[-1].read_text(encoding="utf-8"))


GOOD_ROW = GOOD["workspaces"][0]["plan"]["m1-aaaaaa"]


def broken(change: str) -> str:
    """Return the sample with one thing wrong: a path of keys, `=`, and JSON."""
    data = json.loads(json.dumps(GOOD))
    path, _, value = change.partition("=")
    *keys, last = path.split("/")
    place = data
    for key in keys:
        place = place[int(key) if key.isdigit() else key]
    place[last] = json.loads(value)
    return json.dumps(data)


MARK = "workspaces/0/checklists/kom-i-gang/oppstart-beskriv-problemet"
ROW = "workspaces/0/plan/m1-aaaaaa"
IDEA = "workspaces/0/ideas/i1-aaaaaa"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not-json"),
        ("{", "not-json"),
        ("[]", "not-ours"),
        ("null", "not-ours"),
        ('{"format": "noe-annet", "version": 1}', "not-ours"),
        (broken('version="1"'), "not-ours"),
        (broken("version=3"), "newer"),
        (broken("version=0"), "damaged"),
        (broken("version=-1"), "damaged"),
        (broken("workspaces={}"), "damaged"),
        (broken("workspaces=[null]"), "damaged"),
        (broken('workspaces/0/id="Stor Bokstav"'), "damaged"),
        (broken('workspaces/0/name=""'), "damaged"),
        (broken("workspaces/0/name=7"), "damaged"),
        (broken('workspaces/0/removed="nei"'), "damaged"),
        (broken("workspaces/0/checklists=[]"), "damaged"),
        (broken('workspaces/0/checklists={"__proto__": {}}'), "damaged"),
        (broken('workspaces/0/checklists={"constructor/": {}}'), "damaged"),
        (broken(f'{MARK}/state="ferdig"'), "damaged"),
        (broken(f"{MARK}/revision=1.5"), "damaged"),
        (broken(f'{MARK}/changed="i går"'), "damaged"),
        (broken(f"{MARK}/note={json.dumps('x' * 1001)}"), "damaged"),
        (broken(f"{MARK}=[]"), "damaged"),
        (broken("workspaces/0/plan=[]"), "damaged"),
        (broken('workspaces/0/plan={"__proto__": {}}'), "damaged"),
        (broken('workspaces/0/year_start="2027-13"'), "damaged"),
        (broken("workspaces/0/answer_days=0"), "damaged"),
        (broken(f"{ROW}=7"), "damaged"),
        (broken(f"workspaces/0/plan={json.dumps({f'r{at}': GOOD_ROW for at in range(501)})}"), "damaged"),
        (broken(f'{ROW}/due="2027-02-30"'), "damaged"),
        (broken(f'{ROW}/due="i morgen"'), "damaged"),
        (broken(f'{ROW}/level="høring"'), "damaged"),
        (broken(f"{ROW}/place=1e99"), "damaged"),
        (broken(f'{ROW}/source="javascript:alert(1)"'), "damaged"),
        (broken(f'{ROW}/source="stories/../../x"'), "damaged"),
        (broken(f"{ROW}/who=null"), "damaged"),
        (broken(f'{IDEA}/status="planned"'), "damaged"),
        (broken(f"{IDEA}/answer={json.dumps('x' * 1001)}"), "damaged"),
        ("[" * 100_000 + "]" * 100_000, "not-ours"),
        ('{"format": "' + "x" * 2_000_000 + '"}', "large"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused_whole_with_a_reason(text: str, problem: str, page: Page) -> None:
    assert page.evaluate(READ, text) == {"problem": problem}


def longest(model: type[BaseModel], place: str) -> list[tuple[str, int]]:
    """Return the texts of a model as a path in the sample, with how long each may be."""
    bounds = [(name, limit) for name, info in model.model_fields.items() for limit in info.metadata]
    return [(f"{place}/{name}", limit.max_length) for name, limit in bounds if hasattr(limit, "max_length")]


@pytest.mark.parametrize(
    ("path", "most"),
    [
        *longest(PlanRow, ROW),
        *longest(Idea, IDEA),
        *longest(Mark, MARK),
        *[one for one in longest(Workspace, "workspaces/0") if one[0].endswith("/name")],
    ],
)
def test_a_text_may_be_as_long_here_as_the_published_schema_says(path: str, most: int, page: Page) -> None:
    assert "work" in page.evaluate(READ, broken(f"{path}={json.dumps('x' * most)}"))
    assert page.evaluate(READ, broken(f"{path}={json.dumps('x' * (most + 1))}")) == {"problem": "damaged"}
    field = {MARK: "[data-part=note]", "workspaces/0": "[data-part=name]"}.get(path.rpartition("/")[0])
    assert field is None or page.locator(field).first.get_attribute("maxlength") == str(most)


@lenient
@given(data=JSON)
def test_no_json_whatever_makes_reading_fail(page: Page, data: Any) -> None:
    for text in (json.dumps(data), as_file({"workspaces": data}), as_file({"workspaces": [data]})):
        reading = page.evaluate(READ, text)
        assert ("problem" in reading) != ("work" in reading)
    assert page.evaluate("Object.keys(Object.prototype).length") == 0


@lenient
@given(marks=st.dictionaries(KEYS, MARKS, max_size=8))
def test_a_list_is_shared_and_opened_as_it_was(page: Page, marks: Any) -> None:
    fragment = page.evaluate(SHARE, ["kom-i-gang", marks])
    assert fragment.startswith("delt=") and set(fragment) <= set(
        "=.-_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    )
    opened = page.evaluate(OPEN, fragment)
    assert opened["work"]["workspaces"][0]["checklists"] == {"kom-i-gang": marks}


def mark(note: str = "") -> dict[str, Any]:
    return {"state": "done", "note": note, "revision": 1, "changed": "2026-11-25T17:00:00.000Z"}


def test_a_long_list_is_compressed_and_one_that_is_too_long_is_not_shared(page: Page) -> None:
    long = {f"punkt-{number}": mark("Vi tar det på møtet.") for number in range(100)}
    fragment = page.evaluate(SHARE, ["kom-i-gang", long])
    assert fragment.startswith("delt=1z.") and len(fragment) < 3000
    noise = {
        f"punkt-{number}": mark("".join(chr(33 + (number * 7919 + at * 104729) % 5000) for at in range(900)))
        for number in range(60)
    }
    assert page.evaluate(SHARE, ["kom-i-gang", noise]) is None


@pytest.mark.parametrize(
    ("fragment", "problem"),
    [
        ("delt=", "newer"),
        ("delt=2.abc", "newer"),
        ("delt=1.%%%", "damaged"),
        ("delt=1.bm90IGpzb24", "damaged"),
        ("delt=1z.AAAA", "damaged"),
        ("delt=1." + "A" * 9000, "large"),
    ],
)
def test_an_address_that_cannot_be_opened_says_why(fragment: str, problem: str, page: Page) -> None:
    assert page.evaluate(OPEN, fragment) == {"problem": problem}


def test_an_address_that_would_grow_without_end_is_stopped(page: Page) -> None:
    bomb = page.evaluate(
        """async () => {
          const stream = new Blob([new Uint8Array(6000000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
          const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
          return 'delt=1z.' + btoa(String.fromCharCode(...bytes)).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
        }"""
    )
    assert len(bomb) <= 8000
    assert page.evaluate(OPEN, bomb) == {"problem": "large"}


def test_an_address_with_another_fragment_is_left_alone(page: Page) -> None:
    assert page.evaluate(OPEN, "oppstart-beskriv-problemet") is None
