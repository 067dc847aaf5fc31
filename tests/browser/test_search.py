"""The search in the page's own box, and its figures beside stock Material's."""

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from scripts import search_eval
from scripts.search_measures import read

BOX = "[data-md-component=search-query]"
LISTED = ".md-search-result__item > .md-search-result__link"


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 1280, "height": 900}).new_page()


def hits(page: Page, words: str) -> list[str]:
    """Search in the page's own box and return the pages found, as the end of their addresses."""
    page.locator(BOX).click()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)
    page.wait_for_function("document.querySelectorAll('.md-search-result__item').length > 0")
    page.wait_for_timeout(500)
    links = page.locator(LISTED).evaluate_all("links => links.slice(0, 8).map(link => link.href)")
    return [re.sub(r"(?:/|/index\.html|\.html)?(?:[?#].*)?$", "", link, count=1) for link in links]


# The bar of the design is 0.85 on every set. What is held here is what has been reached; see docs/om/kvalitet.md.
REACHED = dict(zip(search_eval.SETS, (0.84, 0.78, 0.75), strict=True))


@pytest.mark.parametrize("queries", search_eval.SETS, ids=lambda file: file.stem)
def test_what_the_search_reaches_is_kept(browser: Browser, site: Path, queries: Path) -> None:
    asked = read(yaml.safe_load(queries.read_text(encoding="utf-8")))
    figures = search_eval.measure(browser, site, asked, probes=queries == search_eval.QUERIES)
    ours, stock = figures["ours"], figures["stock"]
    assert ours["zero"] <= 0.01
    assert ours["ndcg5"] >= REACHED[queries]
    assert ours["ndcg5"] >= stock["ndcg5"] + 0.35
    for kind, least in (("typo", 0.93), ("inflection", 0.87)) if figures["probes"] else ():
        assert figures["probes"][kind]["ours"]["success5"] >= least


@pytest.mark.parametrize("queries", search_eval.SETS, ids=lambda file: file.stem)
def test_every_judged_page_is_there_and_every_query_has_an_id_of_its_own(site: Path, queries: Path) -> None:
    asked = read(yaml.safe_load(queries.read_text(encoding="utf-8")))
    assert len({query.id for query in asked}) == len(asked)
    judged = {page for query in asked for page in query.relevant}
    assert {page for page in judged if not (site / page / "index.html").is_file()} == set()


@pytest.mark.parametrize(
    "words", ["kjoreplan", "lederne", "psychological safety", "sjukefråvær", "oppl ring", "tillitt"]
)
def test_the_copy_on_disk_finds_the_same(page: Page, address: str, offline: Path, words: str) -> None:
    page.goto(address)
    online = [link.removeprefix(address) for link in hits(page, words)]
    page.goto((offline / "index.html").as_uri())
    assert [link.removeprefix(offline.as_uri() + "/") for link in hits(page, words)] == online
    assert online


def test_a_word_that_ends_in_a_hyphen_is_answered_at_once(page: Page, address: str) -> None:
    page.goto(address)
    hits(page, "kompetanse")
    assert hits(page, "kompetanse-")[0].startswith(address)


def test_what_was_found_is_marked_also_when_it_is_another_word(page: Page, address: str) -> None:
    page.goto(address)
    hits(page, "psychological safety")
    assert "trygghet" in page.locator(".md-search-result__item mark").all_inner_texts()
    page.locator(LISTED).first.click()
    page.wait_for_selector("mark[data-md-highlight]")
    assert "trygghet" in {text.lower() for text in page.locator("mark[data-md-highlight]").all_inner_texts()}


def test_the_number_of_hits_is_announced(page: Page, address: str) -> None:
    page.goto(address)
    hits(page, "drøfting")
    assert page.get_by_role("status").filter(has_text="treff").count() == 1


def result_page(page: Page, start: str, fragment: str = "") -> None:
    page.goto(f"{start}#{fragment}" if fragment else start)
    if fragment:
        page.reload()
        page.wait_for_selector(".tip-search-page__hit")


def status(page: Page) -> str:
    said = page.locator("[data-part=status]")
    page.wait_for_function(
        "said => said.textContent && !said.textContent.startsWith('Henter')", arg=said.element_handle()
    )
    page.wait_for_timeout(1000)
    return said.inner_text()


@pytest.fixture(params=["online", "from disk"])
def search_address(request: pytest.FixtureRequest, address: str, offline: Path) -> str:
    return f"{address}sok/" if request.param == "online" else (offline / "sok.html").as_uri()


def test_the_search_page_answers_and_can_be_narrowed_and_shared(page: Page, search_address: str) -> None:
    result_page(page, search_address)
    page.get_by_label("Hva leter du etter?").fill("drøfting")
    page.wait_for_selector(".tip-search-page__hit")
    every = int(status(page).split()[0])
    page.get_by_text("Velg hva du vil se").click()
    page.locator("[data-way=kind] input[value=run-sheet]").check()
    assert re.fullmatch(rf"Viser \d+ av {every} sider", status(page))
    assert set(page.locator("[data-part=hits] [data-part=kind]").all_inner_texts()) == {"Kjøreplan"}
    shared = page.url
    titles = page.locator("[data-part=hits] [data-part=title]").all_inner_texts()
    result_page(page, search_address, shared.split("#")[1])
    assert page.locator("[data-part=hits] [data-part=title]").all_inner_texts() == titles
    page.get_by_role("button", name="Vis alle").click()
    assert status(page) == f"{every} sider"


def test_a_count_beside_a_choice_is_what_the_choice_leaves(page: Page, address: str) -> None:
    result_page(page, f"{address}sok/", "q=tillitsvalgt&role=tillitsvalgt")
    label = page.locator("[data-way=theme] label").filter(has=page.locator("input[value=partssamarbeid]"))
    promised = int(re.sub(r"\D", "", label.inner_text()))
    label.locator("input").check()
    assert status(page).startswith(f"Viser {promised} av ")


def test_a_hit_leads_to_the_page_with_what_was_found_marked(page: Page, search_address: str) -> None:
    result_page(page, search_address, "q=fagforening")
    page.locator("[data-part=hits] [data-part=title]").first.click()
    page.wait_for_selector("mark[data-md-highlight]")


def test_when_nothing_is_found_words_that_look_like_it_and_ways_in_are_offered(page: Page, address: str) -> None:
    result_page(page, f"{address}sok/")
    page.get_by_label("Hva leter du etter?").fill("xyzw")
    assert status(page) == "Ingen treff på «xyzw»."
    assert page.get_by_role("link", name="Alle verktøyene").is_visible()


def test_what_is_asked_is_read_as_text_and_never_as_html(page: Page, address: str) -> None:
    result_page(page, f"{address}sok/")
    page.get_by_label("Hva leter du etter?").fill("<zzzzqqqq>")
    assert status(page) == "Ingen treff på «<zzzzqqqq>»."
    assert page.locator("[data-component=search-page] zzzzqqqq").count() == 0


def test_the_search_page_is_worked_by_keyboard_and_more_hits_take_the_focus(page: Page, address: str) -> None:
    result_page(page, f"{address}sok/", "q=leder")
    page.get_by_role("button", name="Vis flere").focus()
    page.keyboard.press("Enter")
    focused = page.evaluate("document.activeElement.closest('li').parentElement.children.length")
    at = page.evaluate(
        "Array.from(document.querySelectorAll('[data-part=hits] > li')).indexOf(document.activeElement.closest('li'))"
    )
    assert (focused, at) == (40, 20)


def test_the_box_takes_what_is_asked_to_the_search_page(page: Page, address: str) -> None:
    page.goto(address)
    hits(page, "drøfting")
    page.get_by_role("link", name=re.compile("Vis treffene på en egen side")).click()
    page.wait_for_selector(".tip-search-page__hit")
    assert page.get_by_label("Hva leter du etter?").input_value() == "drøfting"


def test_without_scripts_the_search_page_says_where_to_look(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}sok/")
    assert page.get_by_text("Søket virker bare når nettleseren kan kjøre skript.").is_visible()
    assert page.get_by_role("link", name="Ordlista").is_visible()


def test_the_search_page_in_nynorsk_puts_nynorsk_first_of_two_twins(page: Page, address: str) -> None:
    for start, first in (("sok/", "sjekklister/"), ("nn/sok/", "nn/sjekklister/")):
        result_page(page, address + start, "q=selvledelse&kind=checklist")
        link = page.locator("[data-part=hits] [data-part=title]").first.get_attribute("href") or ""
        assert link.startswith(address + first)


HEAVY = re.compile(r"search_index|/bundle\.|search/worker")


@pytest.mark.parametrize("name", ["", "ledelse/", "sjekklister/kom-i-gang/", "historier/?h=tillit", "sok/", "bidra/"])
def test_nothing_of_the_search_is_fetched_before_it_is_opened(page: Page, address: str, name: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + name)
    page.locator("body").hover()
    page.locator(BOX).hover()
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(500)
    assert [url for url in asked if HEAVY.search(url)] == []
    page.locator(BOX).click()
    page.wait_for_function("document.querySelectorAll('script[src*=bundle]').length === 1")
    page.wait_for_timeout(500)
    assert any(HEAVY.search(url) for url in asked)


def test_an_address_with_very_many_words_to_mark_is_opened_all_the_same(page: Page, address: str) -> None:
    page.goto(f"{address}ledelse/?h={'+'.join(f'ord{number}' for number in range(700))}+(+[+tillit")
    assert page.locator("h1").is_visible()
    page.goto(f"{address}ledelse/?h=(+%5B+tillit")
    assert page.locator("mark[data-md-highlight]").count() > 0


def test_the_heading_being_read_is_shown_in_the_contents_and_folds_open_for_what_is_pointed_at(
    page: Page, address: str
) -> None:
    page.goto(f"{address}ledelse/#%E0%A4%A")
    page.mouse.wheel(0, 3000)
    page.wait_for_selector("[data-md-component=toc] a[aria-current=location]")
    inside = page.goto(f"{address}historier/") and page.evaluate(
        "(document.querySelector('article details:not([open]) [id]') || {}).id || ''"
    )
    if inside:
        page.goto(f"{address}historier/#{inside}")
        assert page.evaluate("id => !!document.getElementById(id).closest('details').open", inside)


def test_a_text_as_long_as_a_book_in_the_address_does_not_stop_the_search_page(page: Page, address: str) -> None:
    page.goto(f"{address}sok/#q={'bananskall' * 20_000}")
    assert len(page.get_by_label("Hva leter du etter?").input_value()) == 200
    assert status(page).startswith("Ingen treff på «bananskall")
