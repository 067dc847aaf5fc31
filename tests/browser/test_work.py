"""What a reader does with own work: ticks, notes, narrows, remembers, saves, opens, shares, and undoes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.content.workspace import WorkFile
from tests.browser.test_accessibility import violations
from tests.browser.test_use import NOTHING, STORED
from tests.conftest import ROOT

LIST = "sjekklister/kom-i-gang/"
SAMPLE = ROOT / "tests" / "samples" / "work" / "v1.json"
EXPIRED = """() => {
  const kept = JSON.parse(localStorage.getItem('tip.arbeid'));
  kept.expires = '2020-01-01T00:00:00.000Z';
  localStorage.setItem('tip.arbeid', JSON.stringify(kept));
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context
    context.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def tick(page: Page, number: int) -> None:
    page.locator(".tip-checklist__box").nth(number).check()


def ticked(page: Page) -> list[int]:
    boxes = page.locator(".tip-checklist__box")
    return [number for number in range(boxes.count()) if boxes.nth(number).is_checked()]


def unfold(page: Page) -> None:
    page.locator(".tip-work__fold > summary").click()


def said(page: Page) -> str:
    return page.locator("[data-part=status]").inner_text()


def progress(page: Page) -> str:
    return page.locator("[data-part=progress]").inner_text()


def remember(page: Page) -> None:
    unfold(page)
    page.get_by_role("checkbox", name="Husk på denne enheten").check()


def saved_file(page: Page, to: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Lagre til fil").click()
    download.value.save_as(to)
    return to


def test_progress_is_counted_in_words_and_what_does_not_apply_leaves_the_total(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address + LIST)
    assert progress(page) == "0 av 8 gjort"
    tick(page, 0)
    page.get_by_role("button", name="Ikke aktuelt").nth(1).click()
    assert progress(page) == "1 av 7 gjort (ikke aktuelt: 1)"
    bar = page.get_by_role("progressbar")
    assert (bar.get_attribute("value"), bar.get_attribute("max")) == ("1", "7")
    assert page.locator(".tip-checklist__box").nth(1).is_disabled()
    page.get_by_role("button", name="Ikke aktuelt").nth(1).click()
    assert progress(page) == "1 av 8 gjort"


def test_nothing_is_stored_until_the_reader_asks_and_nothing_is_left_when_she_takes_it_back(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    page.locator("[data-part=note]").first.fill("Et notat")
    assert page.evaluate(STORED) == NOTHING
    remember(page)
    assert page.evaluate(STORED)["local"] == ["tip.arbeid"]
    page.get_by_role("checkbox", name="Husk på denne enheten").uncheck()
    assert page.evaluate(STORED) == NOTHING
    assert ticked(page) == [0]


def test_what_is_remembered_is_there_after_a_reload_and_on_the_twin_page(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    tick(page, 2)
    page.locator("[data-part=note]").nth(2).fill("Spør Kari")
    remember(page)
    assert "sist" in page.locator("[data-part=state]").inner_text()
    page.reload()
    assert ticked(page) == [2]
    assert page.locator("[data-part=note]").nth(2).input_value() == "Spør Kari"
    page.locator(".tip-twin a").click()
    page.wait_for_url("**/nn/sjekklister/kom-i-gang/")
    assert ticked(page) == [2] and "1 av 8 gjort" in progress(page)


def test_a_reader_with_unsaved_work_is_asked_before_leaving_and_one_without_is_not(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(address + LIST)
    page.locator("h1").click()
    page.goto(address + LIST)
    assert asked == []
    tick(page, 0)
    page.goto(address + LIST)
    assert asked == ["beforeunload"]
    tick(page, 0)
    remember(page)
    page.goto(address + LIST)
    assert asked == ["beforeunload"]


def test_what_is_older_than_its_time_is_deleted_and_said(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    remember(page)
    page.evaluate(EXPIRED)
    page.reload()
    assert "eldre enn tolv måneder" in said(page)
    assert ticked(page) == [] and page.evaluate(STORED) == NOTHING


@pytest.mark.parametrize("kept", ["{", "[]", '{"file": 7}', '{"file": {"format": "tillit-i-praksis", "version": 1}}'])
def test_a_memory_that_cannot_be_read_is_told_and_left_as_it_is(
    kept: str, context: BrowserContext, address: str
) -> None:
    page = opened(context, address + LIST)
    page.evaluate("kept => localStorage.setItem('tip.arbeid', kept)", kept)
    page.reload()
    assert "kan ikke leses" in page.get_by_role("alert").inner_text()
    tick(page, 0)
    assert progress(page) == "1 av 8 gjort"
    assert page.evaluate("localStorage.getItem('tip.arbeid')") == kept
    unfold(page)
    page.get_by_role("checkbox", name="Husk på denne enheten").click()
    assert "kan ikke leses" in page.get_by_role("alert").inner_text()
    assert page.evaluate("localStorage.getItem('tip.arbeid')") == kept
    page.get_by_role("button", name="Slett alt").click()
    page.get_by_role("button", name="Ja, slett alt for godt").click()
    assert page.evaluate(STORED) == NOTHING


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }", "ikke plass"),
        (
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })",
            "lar ikke siden lagre",
        ),
    ],
)
def test_a_memory_that_is_full_or_blocked_is_told_and_the_work_stays_on_the_page(
    fault: str, words: str, context: BrowserContext, address: str
) -> None:
    context.add_init_script(fault)
    page = opened(context, address + LIST)
    tick(page, 0)
    unfold(page)
    page.get_by_role("checkbox", name="Husk på denne enheten").click()
    assert words in page.get_by_role("alert").inner_text()
    assert not page.get_by_role("checkbox", name="Husk på denne enheten").is_checked()
    assert ticked(page) == [0]


def test_a_memory_that_becomes_full_is_told_for_as_long_as_it_is_so(context: BrowserContext, address: str) -> None:
    page = opened(context, address + "plan/")
    remember(page)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }")
    page.locator("[data-part=new]").fill("En rad")
    page.keyboard.press("Enter")
    assert "ikke plass" in page.locator(".tip-work [role=alert]").inner_text()
    assert "Lagt til" in said(page) and page.locator("[data-part=state]").inner_text() == "ikke lagret ennå"


def test_what_was_deleted_in_another_tab_is_not_written_back(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    remember(page)
    page.evaluate("localStorage.clear()")
    tick(page, 1)
    assert page.evaluate(STORED) == NOTHING and "slettet fra enheten" in said(page)
    assert ticked(page) == [0, 1]


def test_a_file_of_someone_else_cannot_make_the_memory_unreadable(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    odd = json.loads((ROOT / "tests" / "samples" / "work" / "v2.json").read_text(encoding="utf-8"))
    odd["workspaces"][0]["plan"]["m1-aaaaaa"]["place"] = 1e9
    odd["workspaces"][0]["plan"]["m1-aaaaaa"]["changed"] = "9999-01-01T00:00:00Z"
    odd["workspaces"][0]["checklists"] = {f"liste-{at}": {} for at in range(200)}
    file = tmp_path / "rar.json"
    file.write_text(json.dumps(odd), encoding="utf-8")
    page = opened(context, address + "plan/")
    remember(page)
    page.locator("[data-part=file]").set_input_files(file)
    page.wait_for_function("document.querySelector('[data-part=status]').textContent.includes('Åpnet 1')")
    page.locator("[data-part=new]").fill("Min egen rad")
    page.locator("[data-part=new]").press("Enter")
    page.reload()
    assert page.locator(".tip-record__title").count() == 2
    page.goto(address + LIST)
    tick(page, 0)
    assert "ikke plass" in page.locator(".tip-work [role=alert]").inner_text()
    page.goto(address + "plan/")
    assert page.locator(".tip-record__title").count() == 2, "what was there is there still"


def test_a_row_that_is_deleted_leaves_no_word_in_the_memory_or_in_a_file(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    page = opened(context, address + "plan/")
    page.locator("[data-part=new]").fill("HEMMELIG")
    page.keyboard.press("Enter")
    remember(page)
    assert "HEMMELIG" in page.evaluate("localStorage.getItem('tip.arbeid')")
    page.get_by_role("button", name="Slett", exact=True).click()
    assert "HEMMELIG" not in page.evaluate("localStorage.getItem('tip.arbeid')")
    assert "HEMMELIG" not in saved_file(page, tmp_path / "arbeid.json").read_text(encoding="utf-8")


def test_two_tabs_take_in_what_the_other_has_done(context: BrowserContext, address: str) -> None:
    one = opened(context, address + LIST)
    tick(one, 0)
    remember(one)
    other = opened(context, address + LIST)
    assert ticked(other) == [0]
    tick(other, 3)
    one.wait_for_function("document.querySelectorAll('.tip-checklist__box')[3].checked")
    assert "annen fane" in said(one)
    tick(one, 5)
    other.wait_for_function("document.querySelectorAll('.tip-checklist__box')[5].checked")
    one.reload()
    assert ticked(one) == [0, 3, 5]


def test_a_workspace_can_be_made_renamed_copied_deleted_and_brought_back(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    unfold(page)
    choices = page.locator("[data-part=workspaces]")

    def named(button: str, name: str) -> None:
        page.get_by_role("button", name=button).click()
        page.locator("[data-part=name]").fill(name)
        page.keyboard.press("Enter")

    named("Gi nytt navn", "Enhet Nord")
    assert choices.locator("option").all_inner_texts() == ["Enhet Nord"]
    named("Nytt område", "Enhet Sør <b>")
    assert ticked(page) == [] and "«Enhet Sør <b>»" in said(page)
    choices.select_option(label="Enhet Nord")
    assert ticked(page) == [0]
    named("Lag kopi", "Kopien")
    tick(page, 1)
    choices.select_option(label="Enhet Nord")
    assert ticked(page) == [0]
    page.get_by_role("button", name="Slett området").click()
    assert "Enhet Nord" not in choices.locator("option").all_inner_texts()
    page.get_by_role("button", name="Angre").click()
    assert ticked(page) == [0] and "Enhet Nord" in choices.locator("option").all_inner_texts()


def test_work_is_saved_to_a_file_that_follows_the_schema_and_opened_beside_what_is_there(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    page.locator("[data-part=note]").first.fill("Æ, ø og å")
    unfold(page)
    file = saved_file(page, tmp_path / "arbeid.json")
    assert "Sist lagret til fil" in said(page)
    WorkFile.model_validate_json(file.read_text(encoding="utf-8"))
    page.reload()
    assert ticked(page) == []
    tick(page, 4)
    unfold(page)
    page.locator("[data-part=file]").set_input_files(file)
    page.wait_for_function("document.querySelector('[data-part=status]').textContent.includes('Åpnet 1')")
    assert ticked(page) == [0]
    assert page.locator("[data-part=note]").first.input_value() == "Æ, ø og å"
    page.locator("[data-part=workspaces]").select_option(index=0)
    assert ticked(page) == [4]


def test_what_stands_in_a_file_is_shown_as_text_and_never_run(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    hostile = json.loads(SAMPLE.read_text(encoding="utf-8"))
    evil = "<img src=x onerror=window.stolen=1>"
    hostile["workspaces"][0]["name"] = evil
    hostile["workspaces"][0]["checklists"]["kom-i-gang"]["oppstart-beskriv-problemet"]["note"] = evil
    file = tmp_path / "farlig.json"
    file.write_text(json.dumps(hostile), encoding="utf-8")
    page = opened(context, address + LIST)
    unfold(page)
    page.locator("[data-part=file]").set_input_files(file)
    page.wait_for_function("document.querySelector('[data-part=status]').textContent.includes('Åpnet 1')")
    assert evil in page.locator("[data-part=workspaces] option").all_inner_texts()
    assert page.locator("[data-part=note]").first.input_value() == evil
    assert page.evaluate("window.stolen") is None and page.locator("img[src=x]").count() == 0


def test_a_file_that_cannot_be_used_is_told_and_changes_nothing(
    context: BrowserContext, address: str, tmp_path: Path
) -> None:
    file = tmp_path / "feil.json"
    file.write_text('{"format": "noe-annet", "version": 1}', encoding="utf-8")
    page = opened(context, address + LIST)
    tick(page, 0)
    unfold(page)
    page.locator("[data-part=file]").set_input_files(file)
    page.wait_for_function("document.querySelector('.tip-work [role=alert]').textContent !== ''")
    assert "ikke laget her" in page.get_by_role("alert").inner_text()
    assert ticked(page) == [0]


def test_a_list_is_shared_as_an_address_that_opens_as_a_copy(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    page.get_by_role("button", name="Ikke aktuelt").nth(2).click()
    page.get_by_role("button", name="Del som lenke").click()
    page.wait_for_function("document.querySelector('[data-part=address]').value !== ''")
    link = page.locator("[data-part=address]").input_value()
    assert "?" not in link and "#delt=" in link
    other = opened(context, address + LIST)
    tick(other, 5)
    other.evaluate("link => { location.hash = link.split('#')[1]; }", link)
    other.wait_for_function("document.querySelector('[data-part=status]').textContent.includes('delt')")
    assert ticked(other) == [0] and "#" not in other.url
    other.locator(".tip-work__fold > summary").click()
    other.locator("[data-part=workspaces]").select_option(index=0)
    assert ticked(other) == [5]


def test_the_list_can_be_narrowed_to_what_is_left_what_is_done_and_one_level(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    shown = page.locator(".tip-checklist__item:visible")
    page.locator("[data-part=shown]").focus()
    page.locator("[data-part=shown]").select_option("left")
    assert shown.count() == 7
    tick(page, 1)
    assert shown.count() == 7, "the item in hand stays"
    page.locator("[data-part=shown]").focus()
    page.locator("[data-part=shown]").select_option("done")
    assert shown.count() == 2
    page.locator("[data-part=level]").select_option(index=1)
    page.locator("[data-part=shown]").select_option("all")
    level = page.locator("[data-part=level]").input_value()
    assert all(item.get_attribute("data-level") == level for item in shown.all())


def test_resetting_empties_the_list_and_can_be_undone(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    page.locator("[data-part=note]").nth(3).fill("Husk dette")
    page.get_by_role("button", name="Nullstill lista").click()
    assert ticked(page) == [] and page.locator("[data-part=note]").nth(3).input_value() == ""
    page.get_by_role("button", name="Angre").click()
    assert ticked(page) == [0] and page.locator("[data-part=note]").nth(3).input_value() == "Husk dette"


def test_an_item_whose_meaning_has_changed_keeps_its_tick_and_says_so(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    remember(page)
    context.route(
        "**/" + LIST,
        lambda route: route.fulfill(
            response=(response := route.fetch()), body=response.text().replace('data-revision="1"', 'data-revision="2"')
        ),
    )
    page.reload()
    assert ticked(page) == [0]
    changed = page.locator("[data-part=changed]")
    assert changed.nth(0).is_visible() and not changed.nth(1).is_visible()
    page.locator(".tip-checklist__box").nth(0).uncheck()
    tick(page, 0)
    assert not changed.nth(0).is_visible()


def test_a_note_does_not_take_away_that_the_item_has_changed(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    tick(page, 0)
    page.evaluate("document.querySelector('[data-item]').dataset.revision = '2'")
    page.locator("[data-part=note]").first.fill("Bare et notat")
    assert page.locator("[data-part=changed]").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("[data-part=printed]").first.inner_text() == "Bare et notat"


def test_everything_works_from_disk(browser: Browser, offline: Path, tmp_path: Path) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto((offline / "sjekklister" / "kom-i-gang.html").as_uri())
    tick(page, 0)
    unfold(page)
    file = saved_file(page, tmp_path / "arbeid.json")
    page.get_by_role("checkbox", name="Husk på denne enheten").check()
    page.reload()
    assert ticked(page) == [0]
    unfold(page)
    page.locator("[data-part=file]").set_input_files(file)
    page.wait_for_function("document.querySelector('[data-part=status]').textContent.includes('Åpnet 1')")
    page.get_by_role("button", name="Del som lenke").click()
    page.wait_for_function("document.querySelector('[data-part=address]').value.startsWith('file:')")
    context.close()


def test_everything_can_be_reached_and_done_by_keyboard(context: BrowserContext, address: str) -> None:
    page = opened(context, address + LIST)
    page.locator(".tip-work__fold > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate(STORED)["local"] == ["tip.arbeid"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("Uten mus")
    page.keyboard.press("Enter")
    assert "«Uten mus»" in said(page)
    assert page.evaluate("document.activeElement.matches('button[data-do=rename]')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state_of_the_tool(width: int, scheme: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened(context, address + LIST)
    tick(page, 0)
    page.get_by_role("button", name="Ikke aktuelt").nth(1).click()
    page.locator("[data-part=note]").nth(2).fill("Et notat")
    unfold(page)
    page.get_by_role("button", name="Slett alt").click()
    page.get_by_role("button", name="Gi nytt navn").click()
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    page.get_by_role("button", name="Avbryt").first.click()
    page.get_by_role("button", name="Del som lenke").click()
    page.wait_for_function("document.querySelector('[data-part=address]').value !== ''")
    page.locator("[data-part=shown]").select_option("done")
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
