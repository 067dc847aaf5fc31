"""What a reader does with a list that can be narrowed: chooses, shares, sorts, and starts over."""

import pytest
from playwright.sync_api import Browser, Page

from macros import registry
from macros.components.story import Story

# Laying out anew what has not changed is what makes a page slow to answer.
MOVES = """within => {
  window.moved = [];
  new MutationObserver(seen => moved.push(...seen.filter(each => each.target.closest("ul, ol, tbody")))).observe(
    document.querySelector(within), {childList: true, subtree: true});
}"""


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 1280, "height": 900}).new_page()


def shown(page: Page) -> list[str]:
    return page.locator("[data-entry]:visible h3").all_inner_texts()


def stories() -> dict[str, Story]:
    return registry.library().all("stories", Story)


def test_choosing_narrows_the_list_says_how_many_and_is_kept_in_the_address(page: Page, address: str) -> None:
    wanted = {s.title for s in stories().values() if s.outcome == "negativ" and "partssamarbeid" in s.themes}
    page.goto(f"{address}historier/")
    page.get_by_text("Velg hva du vil se").click()
    page.get_by_label("Gikk dårlig").check()
    page.locator("fieldset[data-key=theme]").get_by_label("Partssamarbeid").check()
    assert set(shown(page)) == wanted
    assert page.get_by_role("status").last.inner_text() == f"Viser {len(wanted)} av {len(stories())} historier"
    shared = page.url
    other = page.context.new_page()
    other.goto(shared)
    assert set(shown(other)) == wanted


def test_a_count_tells_what_choosing_it_as_well_would_leave(page: Page, address: str) -> None:
    page.goto(f"{address}historier/#country=Danmark")
    danish = [story for story in stories().values() if story.country == "Danmark"]
    mixed = [story for story in danish if story.outcome == "blandet"]
    box = page.locator("fieldset[data-key=outcome] label", has_text="Blandet resultat")
    assert box.locator(".tip-facets__count").inner_text() == f"({len(mixed)})"


def test_an_empty_result_says_what_to_do_and_vis_alle_brings_everything_back(page: Page, address: str) -> None:
    page.goto(f"{address}historier/#country=Nederland&sector=helseforetak")
    assert shown(page) == []
    assert page.get_by_text("Ta bort ett av valgene").is_visible()
    page.get_by_role("button", name="Vis alle").press("Enter")
    page.wait_for_function("!document.querySelector('[data-part=empty]').checkVisibility()")
    assert len(shown(page)) == len(stories())
    assert "#" not in page.url


def test_sorting_by_title_puts_every_story_in_one_list_and_back_in_their_groups(page: Page, address: str) -> None:
    page.goto(f"{address}historier/")
    before = shown(page)
    page.get_by_label("Rekkefølge").select_option("title")
    after = shown(page)
    assert sorted(before) == sorted(after) and before != after
    ordered = page.evaluate("titles => titles.slice().sort((a, b) => a.localeCompare(b, 'nb'))", after)
    assert after == ordered
    page.get_by_label("Rekkefølge").select_option("field")
    assert shown(page) == before


def test_without_a_script_the_list_is_whole_and_the_form_is_not_there(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}historier/")
    assert len(shown(page)) == len(stories())
    assert not page.locator("form.tip-facets").is_visible()


@pytest.mark.parametrize("name", ["tiltak", "kurs"])
def test_the_registers_can_be_narrowed_too(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}{name}/")
    every = page.locator("[data-entry]").count()
    page.get_by_text("Velg hva du vil se").click()
    page.locator("fieldset[data-key=theme] input").first.check()
    assert 0 < page.locator("[data-entry]:visible").count() < every


def test_choosing_moves_no_story_as_long_as_the_order_stands(page: Page, address: str) -> None:
    page.goto(f"{address}historier/")
    page.get_by_text("Velg hva du vil se").click()
    page.evaluate(MOVES, "[data-component=facets] + *")
    page.get_by_label("Gikk dårlig").check()
    assert len(shown(page)) < len(stories())
    assert page.evaluate("moved.length") == 0
    page.get_by_label("Rekkefølge").select_option("title")
    assert page.evaluate("moved.length") > 0
