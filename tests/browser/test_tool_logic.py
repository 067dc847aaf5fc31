"""The reckoning behind run sheets, conversations and surveys: it adds up, loses nothing, and gives nothing away."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
lenient = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "undersokelser/tillitspuls/")
    for script in ("schedule", "timer", "deck"):
        page.add_script_tag(url=f"{address}assets/work/{script}.js")
    yield page
    context.close()


BLOCKS = st.lists(
    st.fixed_dictionaries(
        {
            "per": st.sampled_from(["fast", "person", "gruppe"]),
            "low": st.integers(1, 20),
            "more": st.integers(0, 20),
            "cut": st.integers(0, 4),
            "off": st.booleans(),
        }
    ),
    min_size=1,
    max_size=8,
).map(
    lambda blocks: [{"id": f"b{at}", **block, "high": block["low"] + block["more"]} for at, block in enumerate(blocks)]
)
PEOPLE = st.integers(2, 60)
SIZES = st.integers(2, 12)


def lengths(page: Page, blocks: Any, people: int, size: int) -> Any:
    return page.evaluate("([b, p, s]) => tip.schedule.lengths(b, p, s)", [blocks, people, size])


def fit(page: Page, all: Any, minutes: int | None) -> Any:
    return page.evaluate("([all, minutes]) => tip.schedule.fit(all, minutes || undefined)", [all, minutes])


@lenient
@given(blocks=BLOCKS, people=PEOPLE, size=SIZES, minutes=st.integers(1, 2000))
def test_a_schedule_adds_up_and_no_block_gets_less_or_more_than_it_may(
    page: Page, blocks: Any, people: int, size: int, minutes: int
) -> None:
    all = lengths(page, blocks, people, size)
    made = fit(page, all, minutes)
    needed = sum(block["low"] for block in all if not block["cut"])
    if not all or needed > minutes:
        assert made == {"short": needed}
        return
    kept = [block for block in all if block["id"] in made["minutes"]]
    total = sum(made["minutes"].values())
    assert total + made["left"] == minutes
    assert all_of(kept, made["minutes"])
    assert {block["id"] for block in all} == set(made["minutes"]) | set(made["cut"])
    assert all_can_be_cut(all, made["cut"])
    assert made["tight"] == (sum(block["high"] for block in kept) > minutes)
    if made["left"]:
        assert total == sum(block["high"] for block in kept)


def all_of(kept: Any, minutes: dict[str, int]) -> bool:
    return all(block["low"] <= minutes[block["id"]] <= block["high"] for block in kept)


def all_can_be_cut(all_blocks: Any, cut: list[str]) -> bool:
    return all(block["cut"] for block in all_blocks if block["id"] in cut)


@lenient
@given(blocks=BLOCKS, people=PEOPLE, size=SIZES, minutes=st.integers(1, 600))
def test_nothing_is_cut_that_there_was_room_for(page: Page, blocks: Any, people: int, size: int, minutes: int) -> None:
    all = lengths(page, blocks, people, size)
    made = fit(page, all, minutes)
    if "short" in made:
        return
    used = sum(block["low"] for block in all if block["id"] in made["minutes"])
    assert all_too_long([block for block in all if block["id"] in made["cut"]], minutes - used)


def all_too_long(cut: Any, room: int) -> bool:
    return all(block["low"] > room for block in cut)


@lenient
@given(people=PEOPLE, size=SIZES)
def test_groups_hold_everyone_are_even_and_no_larger_than_asked(page: Page, people: int, size: int) -> None:
    sizes = page.evaluate("([p, s]) => tip.schedule.sizes(p, s)", [people, size])
    assert sum(sizes) == people and max(sizes) <= size and max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize(("minutes", "clock"), [(0, "00.00"), (545, "09.05"), (1439, "23.59"), (1445, "00.05")])
def test_a_clock_goes_round(minutes: int, clock: str, page: Page) -> None:
    assert page.evaluate("minutes => tip.schedule.clock(minutes)", minutes) == clock


@lenient
@given(
    minutes=st.lists(st.integers(1, 60), min_size=1, max_size=6),
    waits=st.lists(st.integers(0, 40), min_size=6, max_size=6),
)
def test_the_timer_is_behind_by_as_much_as_the_blocks_have_run_over(
    page: Page, minutes: list[int], waits: list[int]
) -> None:
    now, begun = 1_800_000_000_000, 1_800_000_000_000
    run = page.evaluate("now => tip.timer.start(now)", now)
    for at, wait in enumerate(waits[: len(minutes)]):
        now += wait * 60000
        standing = page.evaluate("([run, minutes, now]) => tip.timer.standing(run, minutes, now)", [run, minutes, now])
        assert standing["left"] == (minutes[at] - wait) * 60000
        planned = begun + sum(minutes[: at + 1]) * 60000
        assert standing["behind"] == now + max(standing["left"], 0) - planned
        assert standing["last"] == (at == len(minutes) - 1)
        text = page.evaluate("run => tip.timer.write(run)", run)
        assert page.evaluate("([text, n, now]) => tip.timer.read(text, n, now)", [text, len(minutes), now]) == run
        run = page.evaluate("([run, to, now]) => tip.timer.go(run, to, now)", [run, at + 1, now])


@pytest.mark.parametrize(
    "text", ["", "x", "1-2-3", "a-0-a-0-0", "__proto__", "zzzzzzzzz-0-zzzzzzzzz-0", "mwwoyjr7-99-mwwoyjr7-0", "<b>"]
)
def test_a_timer_that_cannot_be_read_is_no_timer(text: str, page: Page) -> None:
    assert page.evaluate("text => tip.timer.read(text, 5, 1800000000000)", text) is None


@lenient
@given(count=st.integers(1, 16), steps=st.lists(st.sampled_from(["draw", "pass", "back"]), max_size=40))
def test_a_deck_holds_every_card_once_whatever_is_done(page: Page, count: int, steps: list[str]) -> None:
    ids = [f"kort-{at}" for at in range(count)]
    deck = page.evaluate("ids => tip.deck.draw(tip.deck.shuffled(ids, Math.random))", ids)
    for step in steps:
        before = deck
        deck = page.evaluate("([deck, step]) => tip.deck[step](deck)", [deck, step])
        assert sorted(deck["pile"] + deck["drawn"]) == sorted(ids)
        assert deck["drawn"], "there is always a card on the table"
        if step == "draw" and before["pile"]:
            assert deck["drawn"][-1] not in before["drawn"]


ITEMS = st.integers(4, 12)
ANSWERS = ITEMS.flatmap(lambda count: st.lists(st.integers(0, 5), min_size=count, max_size=count))


def survey(items: int) -> dict[str, Any]:
    return {"letters": "TP", "version": 3, "items": items, "parties": 3}


def write(page: Page, answers: list[int], party: int = 1, mark: str = "000") -> str:
    given = {"answers": answers, "party": party, "mark": mark}
    return str(page.evaluate("([survey, given]) => tip.code.write(survey, given)", [survey(len(answers)), given]))


def read(page: Page, items: int, codes: list[str]) -> Any:
    return page.evaluate("([survey, codes]) => codes.map(code => tip.code.read(survey, code))", [survey(items), codes])


@lenient
@given(answers=ANSWERS, party=st.integers(1, 3), mark=st.text(LETTERS, min_size=3, max_size=3))
def test_a_code_is_read_back_as_it_was_in_small_letters_and_without_lines_too(
    page: Page, answers: list[int], party: int, mark: str
) -> None:
    code = write(page, answers, party, mark)
    expected = {"answers": answers, "party": party, "mark": mark}
    written = [
        code,
        code.lower(),
        code.replace("-", ""),
        code.replace("-", " "),
        code.replace("0", "O").replace("1", "l"),
    ]
    assert read(page, len(answers), written) == [expected] * len(written)
    assert page.evaluate("([s, text]) => tip.code.find(s, text)", [survey(len(answers)), f"Hei! {code}, takk."]) == [
        code
    ]


def test_every_combination_of_answers_to_four_items_has_a_code_of_its_own(page: Page) -> None:
    every = [list(answers) for answers in itertools.product(range(6), repeat=4)]
    codes = page.evaluate(
        "([survey, every]) => every.map(answers => tip.code.write(survey, { answers, party: 1, mark: '000' }))",
        [survey(4), every],
    )
    assert len(set(codes)) == len(every)
    assert [answer["answers"] for answer in read(page, 4, codes)] == every


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=ANSWERS, mark=st.text(LETTERS, min_size=3, max_size=3))
def test_every_single_wrong_letter_and_every_two_that_changed_places_are_caught(
    page: Page, answers: list[int], mark: str
) -> None:
    plain = write(page, answers, 1, mark).replace("-", "")
    wrong = [
        plain[:at] + letter + plain[at + 1 :] for at in range(len(plain)) for letter in LETTERS if letter != plain[at]
    ]
    swapped = [plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :] for at in range(len(plain) - 1)]
    bad = [*wrong, *(code for code in swapped if code != plain)]
    assert {answer.get("problem") for answer in read(page, len(answers), bad)} == {"mistyped"}


def test_a_code_of_another_survey_or_edition_says_so(page: Page) -> None:
    codes = page.evaluate(
        """() => [{letters: 'KM', version: 3}, {letters: 'TP', version: 2}].map(one =>
          tip.code.write({...one, items: 10, parties: 0}, { answers: Array(10).fill(3), party: 0, mark: 'ABC' }))"""
    )
    assert [answer["problem"] for answer in read(page, 10, codes)] == ["other-survey", "other-version"]


@pytest.mark.parametrize("text", ["", "TP", "TP30-0", "<script>", "ÆØÅ" * 5, "TP3" + "0" * 60, "__proto__"])
def test_what_is_no_code_is_mistyped(text: str, page: Page) -> None:
    assert read(page, 10, [text]) == [{"problem": "mistyped"}]


def test_words_in_a_thread_are_no_codes(page: Page) -> None:
    text = "Kommunikasjon og medbestemmelse, tillitspulsmåling 2026-11-25 kl. 12.00. Ring 12345678 el-bil-lader"
    assert page.evaluate("([s, text]) => tip.code.find(s, text)", [survey(10), text]) == []


COUNTS = st.lists(st.lists(st.integers(0, 9), min_size=6, max_size=6), min_size=2, max_size=2)
BY_PARTY = st.dictionaries(st.sampled_from(["leder", "tillitsvalgt", "verneombud", "hr"]), COUNTS, min_size=1)


def shown(page: Page, by_party: Any) -> Any:
    return page.evaluate("byParty => tip.tally.shown(byParty)", by_party)


def results(page: Page, groups: Any) -> Any:
    return page.evaluate("groups => tip.tally.results(groups, 2)", groups)


@lenient
@given(by_party=BY_PARTY)
def test_nothing_is_shown_of_fewer_than_five_and_nothing_can_be_found_by_taking_away(page: Page, by_party: Any) -> None:
    for result in results(page, shown(page, by_party)["groups"]):
        for group in result["groups"]:
            assert group["n"] >= 5
        if result["all"]:
            summed = [sum(steps) for steps in zip(*(group["steps"] for group in result["groups"]), strict=True)]
            assert result["all"]["steps"] == summed, "the sum holds only what is shown, so nothing is left over"
            assert result["all"]["unsure"] == sum(group["unsure"] for group in result["groups"])
        else:
            assert result["groups"] == []


@lenient
@given(by_party=BY_PARTY)
def test_every_answer_is_in_a_group_or_counted_as_left_out(page: Page, by_party: Any) -> None:
    made = shown(page, by_party)
    small = [party for party, counts in by_party.items() if max(sum(row) for row in counts) < 5]
    assert set(made["groups"]) - {"rest"} == set(by_party) - set(small)
    assert not ("rest" in made["groups"] and made["left"])


@lenient
@given(answers=st.lists(st.lists(st.integers(0, 5), min_size=2, max_size=2), max_size=12), data=st.data())
def test_the_order_answers_come_in_changes_nothing(page: Page, answers: Any, data: st.DataObject) -> None:
    other = data.draw(st.permutations(answers))
    add = "all => all.reduce((counts, one) => tip.tally.add(counts, one), tip.tally.empty(2))"
    assert page.evaluate(add, answers) == page.evaluate(add, other)
    half = len(answers) // 2
    parts = [page.evaluate(add, answers[:half]), page.evaluate(add, answers[half:])]
    assert page.evaluate("([a, b]) => tip.tally.plus(a, b)", parts) == page.evaluate(add, answers)


def test_the_biggest_disagreement_stands_first(page: Page) -> None:
    agreed, split = [0, 0, 0, 9, 0, 0], [0, 5, 0, 0, 0, 5]
    made = results(page, {"all": [agreed, split]})
    assert [result["item"] for result in made] == [1, 0] and made[0]["spread"] == 2


@pytest.mark.parametrize(
    ("steps", "positive", "call"),
    [
        ([4, 0, 2, 3, 3], True, "weak"),
        ([4, 0, 2, 3, 3], False, "weak"),
        ([3, 0, 4, 0, 3], True, "split"),
        ([0, 1, 4, 4, 1], True, ""),
        ([1, 1, 2, 3, 3], False, "weak"),
    ],
)
def test_what_is_weak_or_split_calls_for_something(steps: list[int], positive: bool, call: str, page: Page) -> None:
    group = {"n": sum(steps), "steps": steps, "unsure": 0}
    assert page.evaluate("([group, positive]) => tip.tally.calls(group, positive)", [group, positive]) == call


GROUP = {"n": 6, "steps": [1, 2, 3, 0, 0], "unsure": 1}
ROUND = {"survey": "tillitspuls", "edition": 1, "day": "2026-01-15", "name": "Nord", "items": {"en": {"all": GROUP}}}


def read_round(page: Page, text: str) -> Any:
    return page.evaluate("text => tip.round.read(text, 'tillitspuls', 1)", text)


def test_a_result_is_kept_and_opened_as_it_was(page: Page) -> None:
    assert read_round(page, page.evaluate("round => tip.round.write(round)", ROUND)) == ROUND


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"survey": "ideklima"}, "other-survey"),
        ({"edition": 2}, "other-version"),
        ({"day": "i går"}, "damaged"),
        ({"items": {"en": {"all": {"n": 4, "steps": [4, 0, 0, 0, 0], "unsure": 0}}}}, "damaged"),
        ({"items": []}, "damaged"),
        ({"items": {"__proto__": {}, "En": {}}}, "damaged"),
        ({"items": {"en": {"all": {**GROUP, "n": 7}}}}, "damaged"),
        ({"items": {"en": {"all": {**GROUP, "steps": [1]}}}}, "damaged"),
        ({"items": {"en": {"all": {**GROUP, "unsure": -1}}}}, "damaged"),
        ({"name": 7}, "damaged"),
    ],
)
def test_a_result_that_is_not_as_it_must_be_is_refused_with_a_reason(change: Any, problem: str, page: Page) -> None:
    text = page.evaluate("round => tip.round.write(round)", {**ROUND, **change})
    assert read_round(page, text) == {"problem": problem}


def test_a_result_of_today_is_refused_for_it_may_differ_by_one_answer(page: Page) -> None:
    today = page.evaluate("tip.days.today()")
    text = page.evaluate("round => tip.round.write(round)", {**ROUND, "day": today})
    assert read_round(page, text) == {"problem": "same-day"}


@pytest.mark.parametrize(("party", "parties"), [(0, 3), (4, 3), (1, 0)])
def test_a_code_of_a_party_that_is_not_there_is_mistyped(party: int, parties: int, page: Page) -> None:
    problem = page.evaluate(
        """([party, parties]) => {
          const one = { letters: 'TP', version: 3, items: 5, parties };
          return tip.code.read(one, tip.code.write(one, { answers: [1, 2, 3, 4, 5], party, mark: 'ABC' }));
        }""",
        [party, parties],
    )
    assert problem == {"problem": "mistyped"}


@pytest.mark.parametrize(
    ("left", "key", "minutes"),
    [
        (300_000, "timer.left", 5),
        (299_000, "timer.left", 5),
        (89_000, "timer.left.one", 1),
        (60_000, "timer.left.one", 1),
        (59_000, "timer.left.less", 0),
        (0, "timer.over.less", 0),
        (-59_000, "timer.over.less", 0),
        (-61_000, "timer.over.one", 1),
        (-179_000, "timer.over", 2),
    ],
)
def test_time_is_said_in_whole_minutes_and_never_as_more_than_it_is(
    left: int, key: str, minutes: int, page: Page
) -> None:
    assert page.evaluate("left => tip.timer.inWords(left)", left) == {"key": key, "minutes": minutes}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not-json"),
        ("[]", "not-ours"),
        ('{"format": "tillit-i-praksis", "version": 1}', "not-ours"),
        ("x" * 500001, "large"),
    ],
)
def test_a_file_that_is_no_result_is_refused_with_a_reason(text: str, problem: str, page: Page) -> None:
    assert read_round(page, text) == {"problem": problem}
