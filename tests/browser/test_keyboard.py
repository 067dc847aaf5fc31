"""A walk through every template with the Tab key, and what Esc and the menu do."""

import io
import itertools
from collections import Counter
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, CDPSession, FloatRect, Page

from tests.test_tokens import contrast

TEMPLATES = [
    "",
    "404.html",
    "ledelse/",
    "sjekklister/",
    "sjekklister/kom-i-gang/",
    "nn/sjekklister/kom-i-gang/",
    "historier/",
    "historier/mandal-tillitsprosjektet/",
    "roller/leder/",
    "ordliste/",
    "kilder/",
    "om/",
    "om/tilgjengelighet/",
    "partssamarbeid/",
    "partssamarbeid/ma-dette-droftes/",
    "innovasjon/sma-steg/",
    "reformen/",
    "roller/",
    "tiltak/",
    "kurs/",
    "kunnskapsgrunnlag/",
    "nytt/",
    "bidra/galleri/checklist/",
    "verktoy/",
    "plan/",
    "idelogg/",
    "arshjul/",
    "kjoreplaner/",
    "kjoreplaner/tillitssamtale-60/",
    "samtaleverktoy/leder-og-medarbeider/",
    "undersokelser/partssamarbeidet/",
]
WIDTHS = (320, 1280)
# A register has more links than there is time for; what comes after these is more of the same.
MOST_STOPS = 400
# How many stops of one kind on a page are photographed, to see that focus shows.
PICTURES = 3
ROLES = {
    "link",
    "button",
    "textbox",
    "checkbox",
    "searchbox",
    "DisclosureTriangle",
    "region",
    "combobox",
    "radio",
    "spinbutton",
    "Date",
    "InputTime",
}

STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  element.scrollIntoView({ block: "nearest" });
  const box = element.getBoundingClientRect();
  const first = element.getClientRects()[0] || box;
  // What is taller than the window, such as the frame of a long table, is seen in part.
  const middle = Math.min(Math.max(first.top + first.height / 2, 10), innerHeight - 10);
  const top = document.elementFromPoint(first.left + Math.min(first.width / 2, 20), middle);
  return {
    html: element.outerHTML.slice(0, 120),
    kind: [element, element.parentElement].map((one) => one.tagName + "." + one.className).join(" in "),
    inside: box.left >= 0 && box.right <= innerWidth + 1 && (box.top >= 0 || box.height > innerHeight) && box.width > 0 && box.height > 0,
    covered: !(top && (element.contains(top) || top.contains(element))),
    box: { x: Math.max(0, box.left - 8), y: Math.max(0, box.top - 8), width: box.width + 16, height: Math.min(box.height, 200) + 16 },
  };
}"""


def name_and_role(session: CDPSession) -> tuple[str, str]:
    """Return the accessible name and role of what has focus."""
    found = session.send("Runtime.evaluate", {"expression": "document.activeElement"})
    tree = session.send(
        "Accessibility.getPartialAXTree", {"objectId": found["result"]["objectId"], "fetchRelatives": False}
    )
    node = tree["nodes"][0]
    return node.get("name", {}).get("value", ""), node.get("role", {}).get("value", "")


def colour(pixel: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in pixel)


def focus_shows(page: Page, box: FloatRect) -> bool:
    """Tell whether some of what focus changes on the screen differs from what was there by 3:1 or more."""
    after = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")
    page.evaluate("document.activeElement.blur()")
    before = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")
    changed = ImageChops.difference(before, after).convert("L").point(lambda value: 255 if value > 40 else 0)
    pairs = zip(changed.get_flattened_data(), before.get_flattened_data(), after.get_flattened_data(), strict=True)
    different = [(one, other) for mark, one, other in pairs if mark]
    return sum(contrast(colour(one), colour(other)) >= 3 for one, other in set(different)) > 0 and len(different) > 50


def next_stop(page: Page) -> dict[str, Any] | None:
    """Go one stop on and describe it; None when the page has been left."""
    page.keyboard.press("Tab")
    stop: dict[str, Any] | None = page.evaluate(STOP)
    return stop


def wrong_with(page: Page, session: CDPSession, stop: dict[str, Any], pictured: bool) -> list[str]:
    label, role = name_and_role(session)
    wrong = [
        *([] if label.strip() else ["no name"]),
        *([] if role in ROLES else [f"role {role}"]),
        *([] if stop["inside"] else ["outside the window"]),
        *(["covered"] if stop["covered"] else []),
    ]
    if pictured and not wrong:
        page.evaluate("window.tipStop = document.activeElement")
        if not focus_shows(page, stop["box"]):
            wrong.append("no visible focus")
        page.evaluate("window.tipStop.focus({ focusVisible: true })")
    return wrong


@pytest.mark.parametrize(("name", "width"), list(itertools.product(TEMPLATES, WIDTHS)))
def test_every_stop_has_a_name_and_a_role_can_be_seen_and_shows_that_it_has_focus(
    name: str, width: int, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + name)
    session = context.new_cdp_session(page)
    faults: list[tuple[str, list[str]]] = []
    kinds: Counter[str] = Counter()
    while (stop := next_stop(page)) and kinds.total() < MOST_STOPS:
        kinds[stop["kind"]] += 1
        if wrong := wrong_with(page, session, stop, pictured=kinds[stop["kind"]] <= PICTURES):
            faults.append((stop["html"], wrong))
    context.close()
    assert kinds.total() > 5
    assert faults == []
    assert stop is None or kinds.total() == MOST_STOPS


@pytest.mark.parametrize("width", WIDTHS)
def test_every_choice_of_an_open_filter_can_be_reached_seen_and_named(
    width: int, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "historier/")
    session = context.new_cdp_session(page)
    page.locator(".tip-facets summary").press("Enter")
    faults, seen = [], 0
    while (stop := next_stop(page)) and page.evaluate("document.activeElement.closest('.tip-facets') !== null"):
        seen += 1
        if wrong := wrong_with(page, session, stop, pictured=seen % 10 == 1):
            faults.append((stop["html"], wrong))
    context.close()
    assert seen > 20
    assert faults == []


def test_the_menu_opens_leads_on_and_closes_by_keyboard_at_320_pixels(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(address)
    button = page.locator(".tip-menu__button")
    button.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".tip-menu__panel")
    assert panel.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.tip-menu__panel') !== null")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert button.evaluate("element => element === document.activeElement")
    page.keyboard.press("Space")
    panel.get_by_role("link", name="Sjekklister").press("Enter")
    page.wait_for_url("**/sjekklister/")
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_search_opens_finds_announces_and_closes_by_keyboard(width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(address)
    if width < 960:
        page.get_by_role("button", name="Åpne søket").press("Enter")
    else:
        page.get_by_role("textbox", name="Søk").focus()
    page.wait_for_function("document.activeElement.matches('.md-search__input')")
    page.keyboard.type("drøfting")
    page.wait_for_function("document.querySelectorAll('.md-search-result__item').length > 0")
    status = page.get_by_role("status").filter(has_text="treff")
    assert status.count() == 1
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.md-search-result__link')")
    page.keyboard.press("Escape")
    assert page.evaluate("!document.querySelector('#__search').checked")
    if width < 960:
        assert page.evaluate("document.activeElement.matches('.tip-search-open')")
    context.close()


def test_single_letters_do_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    page = context.new_page()
    page.goto(address + "ledelse/")
    for key in ("f", "s", "/", "n", "p", ",", "."):
        page.keyboard.press(key)
    assert page.url == address + "ledelse/"
    assert page.evaluate("document.activeElement === document.body && !document.querySelector('#__search').checked")
    context.close()


def test_the_skip_link_leads_to_the_content(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    page = context.new_page()
    page.goto(address + "ledelse/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))).tagName") == "H1"
    context.close()
