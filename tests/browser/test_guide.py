"""What a reader does with a guide: answers, goes back, starts over, sees it whole, and shares a conclusion."""

from playwright.sync_api import Browser, Page, expect

NAME = "partssamarbeid/ma-dette-droftes/"
FIRST = "Hvor arbeider dere?"


def opened(browser: Browser, address: str, fragment: str = "", **options: object) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}, **options).new_page()
    page.goto(f"{address}{NAME}{fragment}")
    return page


def steps(page: Page) -> list[str]:
    return page.locator("[data-step]:visible .tip-guide__title").all_inner_texts()


def test_without_a_script_every_question_stands_there_and_every_answer_leads_to_one(
    browser: Browser, address: str
) -> None:
    page = opened(browser, address, java_script_enabled=False)
    targets = {link.get_attribute("href") for link in page.locator(".tip-guide__answers a").all()}
    ids = {f"#{step.get_attribute('id')}" for step in page.locator("[data-step]").all()}
    assert len(steps(page)) == len(ids) > 20
    assert targets == ids - {"#sektor"}
    assert not page.get_by_role("button", name="Tilbake").is_visible()


def test_a_reader_answers_by_keyboard_and_lands_on_the_next_question(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    assert steps(page) == [FIRST]
    for answer in ("I en statlig virksomhet", "Vi bestemmer det selv", "En ny stilling"):
        page.get_by_role("link", name=answer).press("Enter")
    expect(page.locator("#stat-stilling")).to_be_focused()
    page.get_by_role("link", name="Nei", exact=True).press("Enter")
    expect(page.locator("#stat-forhandling")).to_be_focused()
    assert steps(page) == ["Dette er på lista over saker som forhandles i staten"]
    assert "#stat-forhandling" in page.url
    expect(page.get_by_role("status").last).to_contain_text("forhandles i staten")


def test_back_goes_one_question_back_and_start_over_goes_to_the_first(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    assert page.get_by_role("button", name="Tilbake").is_disabled()
    page.get_by_role("link", name="I en kommune eller fylkeskommune").click()
    page.get_by_role("link", name="Kommunedirektøren eller en leder").click()
    page.get_by_role("button", name="Tilbake").press("Enter")
    expect(page.locator("#kommune-folkevalgte")).to_be_visible()
    page.get_by_role("button", name="Start på nytt").press("Enter")
    expect(page.locator("#sektor")).to_be_focused()
    assert steps(page) == [FIRST]


def test_a_conclusion_can_be_shared_and_the_whole_guide_seen_at_once(browser: Browser, address: str) -> None:
    page = opened(browser, address, "#kontroll")
    assert len(steps(page)) == 1
    button = page.get_by_role("button", name="Vis alle spørsmålene")
    button.click()
    assert len(steps(page)) > 20
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert len(steps(page)) == 1


def test_the_printed_guide_is_whole_whatever_question_the_screen_stands_at(browser: Browser, address: str) -> None:
    page = opened(browser, address, "#kontroll")
    page.emulate_media(media="print")
    assert len(steps(page)) > 20
