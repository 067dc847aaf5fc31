"""Other ways of reading: large text, wide spacing, forced colours, less motion, no script, paper."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_keyboard import TEMPLATES

Open = Callable[..., Page]

# WCAG 2.2, criterion 1.4.12 (https://www.w3.org/TR/WCAG22/#text-spacing).
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
CLIPPED = """() => [...document.querySelectorAll("header *, main *, footer *")].filter((element) => {
  const style = getComputedStyle(element);
  const hidden = element.closest(".tip-hidden, .md-search, details:not([open]) nav, svg");
  return !hidden && style.overflowX !== "visible" && style.overflowX !== "auto" && element.textContent.trim() &&
    (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 100))"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0.01) || style.animationName !== "none";
}).length"""
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Return a function that opens a page of the site under given conditions."""
    contexts = []

    def open_(name: str, width: int = 1280, height: int = 800, **conditions: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **conditions)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + name)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", TEMPLATES)
def test_at_400_percent_nothing_scrolls_sideways_and_the_header_leaves_room(name: str, open_page: Open) -> None:
    page = open_page(name, 320, 256)
    assert page.evaluate(WIDTH) <= 320
    page.mouse.wheel(0, 600)
    header = page.locator(".md-header").bounding_box()
    assert header and header["height"] <= 256 / 4


@pytest.mark.parametrize("name", TEMPLATES)
def test_wide_text_spacing_clips_nothing(name: str, open_page: Open) -> None:
    page = open_page(name, 320, 800)
    page.add_style_tag(content=SPACING)
    assert page.evaluate(WIDTH) <= 320
    assert page.evaluate(CLIPPED) == []


def test_in_forced_colours_boxes_and_badges_keep_their_edges(open_page: Open) -> None:
    page = open_page("sjekklister/kom-i-gang/", forced_colors="active")
    assert page.locator(".tip-checklist__box").first.evaluate("box => getComputedStyle(box).appearance") != "none"
    badge = page.locator(".tip-badge").first
    assert badge.evaluate("badge => getComputedStyle(badge).borderTopStyle") == "solid"
    box = page.locator(".tip-checklist__box").first
    before = box.screenshot()
    box.check()
    assert box.screenshot() != before


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_moves_for_those_who_ask_for_less_motion(name: str, open_page: Open) -> None:
    assert open_page(name, reduced_motion="reduce").evaluate(MOVING) == 0


def test_without_javascript_the_menu_leads_everywhere_and_no_dead_control_is_shown(open_page: Open) -> None:
    page = open_page("", 320, 700, java_script_enabled=False)
    page.locator(".tip-menu__button").click()
    links = page.locator(".tip-menu__panel a")
    assert links.count() >= 12
    links.filter(has_text="Historier").click()
    assert page.url.endswith("/historier/")
    assert not page.locator(".md-search__input").is_visible()
    assert not page.locator(".tip-search-open").is_visible()


# What the foot of each sheet says: the rule for the margin at the bottom left, in the page's own style sheet.
MARGIN = """() => {
  const rules = Array.from(document.styleSheets).filter((sheet) => !sheet.href).flatMap((s) => Array.from(s.cssRules));
  return rules.map((rule) => rule.cssText).filter((text) => text.includes("@bottom-left")).join();
}"""


def test_on_paper_a_checklist_can_be_filled_in_and_says_where_it_is_from(open_page: Open) -> None:
    page = open_page("sjekklister/kom-i-gang/", color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".md-sidebar--secondary").is_visible()
    assert page.locator(".tip-checklist__box").first.is_visible()
    origin = page.locator(".tip-print")
    assert origin.is_visible() and "/sjekklister/kom-i-gang/" in origin.inner_text()
    assert page.locator(".tip-footer").get_by_text("Utgitt av").is_visible()
    margin = page.evaluate(MARGIN)
    assert "/sjekklister/kom-i-gang/" in margin and re.search(r"\d{4}", margin)
    assert page.locator(".tip-checklist__item").first.evaluate("item => getComputedStyle(item).breakInside") == "avoid"


def test_on_paper_links_to_other_places_show_their_address(open_page: Open) -> None:
    page = open_page("kilder/")
    page.emulate_media(media="print")
    link = page.locator(".tip-register__list a[href^=http]").first
    assert link.get_attribute("href") in link.evaluate("link => getComputedStyle(link, '::after').content")


@pytest.mark.parametrize("name", TEMPLATES)
def test_on_paper_no_page_is_wider_than_the_sheet(name: str, open_page: Open) -> None:
    page = open_page(name, 680, 900)
    page.emulate_media(media="print")
    assert page.evaluate(WIDTH) <= 680
