"""Conversations: one card at a time, none twice, with a round that is timed, by keyboard and on paper."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros import registry
from macros.components.conversation import Conversation
from tests.browser.test_accessibility import violations
from tests.browser.test_use import NOTHING, STORED
from tests.browser.test_work import opened

SETS = registry.library().all("conversations", Conversation)
ID = "trygghet-i-teamet"
SET = SETS[ID]
PLACE = f"samtaleverktoy/{ID}/"
STAGE = "[data-part=stage]"


@pytest.fixture(params=[1280, 320])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    page = opened(context, address + PLACE)
    page.get_by_role("button", name="Trekk kort").click()
    return page


def question(page: Page) -> str:
    return page.locator(f"{STAGE} [data-part=question]").inner_text()


def test_without_script_every_card_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PLACE)
    for card in SET.cards:
        assert page.locator(f"#{card.id}").get_by_text(card.question.nb).is_visible()
    assert not page.locator(STAGE).is_visible() and not page.locator("[data-part=tools]").is_visible()
    context.close()


def test_every_card_is_drawn_once_before_any_comes_again(page: Page) -> None:
    seen = [question(page)]
    for left in range(len(SET.cards) - 1, 0, -1):
        assert f"{left} igjen i bunken" in page.locator(STAGE).inner_text()
        page.get_by_role("button", name="Neste kort").click()
        seen.append(question(page))
    assert sorted(seen) == sorted(card.question.nb for card in SET.cards)
    assert "Siste kort i bunken" in page.locator(STAGE).inner_text()
    assert page.get_by_role("button", name="Stå over dette").is_disabled()
    page.get_by_role("button", name="Neste kort").click()
    assert "blandet på nytt" in page.locator(f"{STAGE} [data-part=said]").inner_text()


def test_a_card_that_is_passed_comes_last_and_the_one_before_can_be_taken_back(page: Page) -> None:
    passed = question(page)
    page.get_by_role("button", name="Stå over dette").click()
    second = question(page)
    assert second != passed
    page.get_by_role("button", name="Neste kort").click()
    third = question(page)
    page.get_by_role("button", name="Forrige kort").click()
    assert question(page) == second
    page.get_by_role("button", name="Neste kort").click()
    assert question(page) == third
    for _ in range(len(SET.cards) - 2):
        page.get_by_role("button", name="Neste kort").click()
    assert question(page) == passed


def test_the_whole_of_it_is_done_by_keyboard_and_the_focus_is_on_the_question(page: Page) -> None:
    assert page.evaluate("document.activeElement.dataset.part") == "question"
    page.keyboard.press("Tab")
    before = question(page)
    page.keyboard.press("Enter")
    assert question(page) != before and page.evaluate("document.activeElement.dataset.part") == "question"
    page.keyboard.press("Escape")
    assert not page.locator(STAGE).is_visible()
    assert page.evaluate("document.activeElement.dataset.do") == "open"
    shown = question_hidden(page)
    page.keyboard.press("Enter")
    assert question(page) == shown, "the card on the table is still there"
    assert page.evaluate(STORED) == NOTHING


def question_hidden(page: Page) -> str:
    return str(page.locator(f"{STAGE} [data-part=question]").text_content())


def test_a_round_goes_through_its_phases_and_says_so(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.clock.install(time=datetime.datetime(2027, 2, 1, 9, 0))
    page.goto(address + PLACE)
    page.get_by_role("button", name="Trekk kort").click()
    page.get_by_role("button", name="Start runden").click()
    time, spoken = page.locator(f"{STAGE} [data-part=time]"), page.locator(f"{STAGE} [data-part=said]")
    assert time.inner_text() == f"Tenk hver for dere: {SET.round.think} minutter igjen"
    page.clock.run_for(SET.round.think * 60_000 + 1000)
    assert time.inner_text().startswith("Snakk to og to:") and spoken.inner_text().startswith("Snakk to og to:")
    page.clock.run_for(SET.round.pair * 60_000)
    assert time.inner_text().startswith("Snakk sammen alle:")
    page.clock.run_for(SET.round.share * 60_000)
    assert time.inner_text() == "Runden er over." and spoken.inner_text() == "Runden er over."
    page.get_by_role("button", name="Start runden").click()
    page.get_by_role("button", name="Stopp runden").click()
    assert time.inner_text() == ""


def test_on_paper_there_are_only_the_cards(context: BrowserContext, address: str) -> None:
    page = opened(context, address + PLACE)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Skriv ut kortene").click()
    page.emulate_media(media="print")
    assert page.locator(".tip-talk__card").first.is_visible() and not page.locator("#om-regler").is_visible()


def test_it_works_from_disk(browser: Browser, offline: Path) -> None:
    context = browser.new_context()
    page = opened(context, (offline / "samtaleverktoy" / f"{ID}.html").as_uri())
    page.get_by_role("button", name="Trekk kort").click()
    assert question(page) in [card.question.nb for card in SET.cards]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", [PLACE, f"nn/{PLACE}"])
def test_axe_finds_nothing_with_a_card_on_the_table(
    place: str, width: int, scheme: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened(context, address + place)
    assert violations(page) == []
    page.locator("[data-do=open]").click()
    page.locator("[data-do=round]").click()
    assert violations(page) == []
    assert page.locator(STAGE).evaluate("stage => stage.scrollWidth") <= width
    context.close()
