"""Surveys: answered alone, passed on as a code, counted together, and shown with care."""

import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros import registry
from macros.components.survey import Survey
from tests.browser.test_accessibility import violations
from tests.browser.test_exports import other_parser
from tests.browser.test_plan import taken, titles
from tests.browser.test_use import NOTHING, STORED
from tests.browser.test_work import opened, remember

SURVEYS = registry.library().all("surveys", Survey)
PULSE, PARTIES = SURVEYS["tillitspuls"], SURVEYS["partssamarbeidet"]
ONE, BOTH = "undersokelser/tillitspuls/", "undersokelser/partssamarbeidet/"


@pytest.fixture(params=[1280, 320])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    return opened(context, address + ONE)


def answer(page: Page, survey: Survey, value: int) -> None:
    for item in survey.items:
        page.locator(f'input[name="{item.id}"][value="{value}"]').check()


def show(page: Page) -> None:
    page.get_by_role("button", name="Vis hva jeg kan snakke om").click()


def code(page: Page, survey: Survey, answers: list[int], party: int = 0, mark: str = "000") -> str:
    own = {
        "letters": survey.letters,
        "version": survey.version,
        "items": len(survey.items),
        "parties": len(survey.parties),
    }
    given = {"answers": answers, "party": party, "mark": mark}
    return str(page.evaluate("([own, given]) => tip.code.write(own, given)", [own, given]))


def codes(page: Page, survey: Survey, value: int, count: int, party: int = 0) -> list[str]:
    marks = "0123456789ABCDEFGH"
    return [code(page, survey, [value] * len(survey.items), party, f"{value}0{marks[at]}") for at in range(count)]


def count(page: Page, text: str) -> None:
    page.locator("[data-part=codes]").fill(text)
    page.get_by_role("button", name="Tell opp").click()


def counted(page: Page) -> str:
    return page.locator("[data-part=counted]").inner_text()


def faults(page: Page) -> list[str]:
    return page.locator("[data-part=faults] li").all_inner_texts()


def figures(page: Page, number: int = 0) -> list[list[str]]:
    rows = page.locator(".tip-survey__result").nth(number).locator("tbody tr")
    return [row.locator("th, td").all_inner_texts()[:-1] for row in rows.all()]


def test_an_answer_shows_what_to_talk_about_and_a_code_and_stores_nothing(page: Page) -> None:
    show(page)
    assert f"Det mangler {len(PULSE.items)}." in page.locator("[data-part=unanswered]").inner_text()
    assert page.evaluate("document.activeElement.name") == PULSE.items[0].id
    answer(page, PULSE, 4)
    poor = next(item for item in PULSE.items if item.direction == "positiv")
    page.locator(f'input[name="{poor.id}"][value="1"]').check()
    show(page)
    talk = page.locator("[data-part=talk] li").all_inner_texts()
    assert talk[0].startswith(poor.text.nb) and "Du svarte 1." in talk[0] and poor.poor.nb in talk[0]
    assert len(talk) == len(PULSE.items)
    negative = next(item for item in PULSE.items if item.direction == "negativ")
    assert any(negative.text.nb in line and negative.poor.nb in line for line in talk[1:]), "four is a warning there"
    value = page.locator("[data-part=code]").input_value()
    assert value.startswith(f"{PULSE.letters}{PULSE.version}")
    assert page.evaluate(STORED) == NOTHING and "#" not in page.url


def test_a_form_can_be_filled_in_by_keyboard_only(page: Page) -> None:
    page.locator(f'input[name="{PULSE.items[0].id}"]').first.focus()
    for _ in PULSE.items:
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("[data-part=own]").is_visible()
    assert page.evaluate("document.activeElement.dataset.part") == "own"


def test_the_code_is_copied_saved_and_fetched_back(page: Page, tmp_path: Path) -> None:
    answer(page, PULSE, 3)
    show(page)
    value = page.locator("[data-part=code]").input_value()
    page.get_by_role("button", name="Kopier koden").click()
    assert page.locator("[data-part=said]").inner_text() == "Koden er kopiert."
    file = taken(page, "Lagre koden til fil", tmp_path / "svar.txt")
    assert value in file.read_text(encoding="utf-8")
    page.locator("[data-part=code-files]").set_input_files([file])
    page.wait_for_function("document.querySelector('[data-part=counted]').textContent !== ''")
    assert counted(page) == "Telt opp: 1 svar. Det trengs minst fem før noe vises."


def test_a_file_that_is_too_large_to_be_codes_is_told_of_and_the_others_are_read(page: Page, tmp_path: Path) -> None:
    sound, large = tmp_path / "svar.txt", tmp_path / "stor.txt"
    sound.write_text(codes(page, PULSE, 2, 1)[0], encoding="utf-8")
    large.write_text("a" * 1_000_001, encoding="utf-8")
    page.locator("[data-part=code-files]").set_input_files([large, sound])
    page.locator("[data-part=faults] li").first.wait_for()
    assert faults(page) == ["Filen «stor.txt» er ikke lest. Den er for stor til å være svarkoder."]
    assert counted(page).startswith("Telt opp: 1 svar.")


def test_a_reader_has_one_code_and_another_who_answers_alike_has_another(page: Page) -> None:
    made = []
    for _ in range(3):
        answer(page, PULSE, 3)
        show(page)
        first = page.locator("[data-part=code]").input_value()
        show(page)
        assert page.locator("[data-part=code]").input_value() == first
        made.append(first)
        page.reload()
        assert page.locator("input:checked").count() == 0, "nothing is left of the one before"
    assert len(set(made)) == 3


def test_without_script_no_answer_is_sent_anywhere(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ONE)
    page.locator("fieldset input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.url == address + ONE
    context.close()


def test_a_whole_thread_is_pasted_and_what_cannot_be_used_is_named(page: Page) -> None:
    good = codes(page, PULSE, 2, 5)
    wrong = good[0][:-1] + ("0" if good[0][-1] != "0" else "1")
    other = code(page, SURVEYS["ideklima"], [3] * 10)
    thread = f"Kari 09.12: her er min {good[0]}\nOla: {good[1].lower()}, takk for sist!\n" + " ".join(good[2:])
    count(page, f"{thread}\nOg igjen: {good[0]}\n{wrong}\n{other}")
    assert counted(page) == "Telt opp: 5 svar."
    assert faults(page) == [
        f"«{good[0]}» er den samme koden to ganger. Den er talt én gang.",
        f"«{wrong}» er feil tastet. Be om koden på nytt.",
        f"«{other}» er fra en annen undersøkelse.",
    ]
    assert figures(page)[0] == ["Alle", "5", "0", "5", "0", "0", "0", "0"]


def test_a_code_of_an_older_edition_is_refused(page: Page) -> None:
    older = code(page, PULSE.model_copy(update={"version": PULSE.version + 1}), [3] * len(PULSE.items))
    count(page, older)
    assert faults(page) == [f"«{older}» er fra en annen utgave av undersøkelsen. Påstandene er endret siden da."]


def test_under_five_nothing_is_shown(page: Page) -> None:
    count(page, " ".join(codes(page, PULSE, 2, 4)))
    assert counted(page) == "Telt opp: 4 svar. Det trengs minst fem før noe vises."
    assert not page.locator("[data-part=result]").is_visible()
    count(page, "bare prat")
    assert "Fant ingen koder" in counted(page)


def test_parties_stand_side_by_side_with_the_gap_and_a_small_one_is_in_no_figure(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address + BOTH)
    leaders, stewards = codes(page, PARTIES, 5, 6, 1), codes(page, PARTIES, 2, 5, 2)
    count(page, " ".join([*leaders, *stewards, *codes(page, PARTIES, 1, 2, 3)]))
    assert counted(page) == "Telt opp: 13 svar. 2 svar er utelatt fra alt, fordi gruppen er for liten til å vises."
    assert figures(page) == [
        ["Alle", "11", "0", "5", "0", "0", "6", "0"],
        ["leder", "6", "0", "0", "0", "0", "6", "0"],
        ["tillitsvalgt", "5", "0", "5", "0", "0", "0", "0"],
    ]
    assert "Avstanden mellom gruppene er 3,0 trinn." in page.locator(".tip-survey__result").first.inner_text()


def test_small_parties_are_shown_together_when_they_are_enough(context: BrowserContext, address: str) -> None:
    page = opened(context, address + BOTH)
    count(
        page, " ".join([*codes(page, PARTIES, 4, 5, 1), *codes(page, PARTIES, 2, 3, 2), *codes(page, PARTIES, 1, 2, 3)])
    )
    assert [row[0] for row in figures(page)] == ["Alle", "leder", "De andre samlet"]


def test_answers_on_paper_are_counted_by_hand_and_added_to_the_codes(page: Page) -> None:
    page.get_by_text("Telt på papir").click()
    for row in page.locator("[data-tally]").all():
        row.locator("[data-step='1']").fill("3")
        row.locator("[data-step='5']").fill("3")
    count(page, " ".join(codes(page, PULSE, 3, 2)))
    assert counted(page) == "Telt opp: 8 svar."
    assert figures(page)[0] == ["Alle", "8", "3", "0", "2", "0", "3", "0"]
    assert page.locator("[data-tally] input").first.get_attribute("aria-label") == f"{PULSE.items[0].text.nb.strip()} 1"
    page.locator("[data-tally] input").first.fill("-1")
    page.get_by_role("button", name="Tell opp").click()
    assert faults(page) == ["Et av tallene kan ikke brukes. Skriv hele tall fra 0 til 500."]


def test_counts_of_one_party_are_not_lost_when_another_is_chosen(context: BrowserContext, address: str) -> None:
    page = opened(context, address + BOTH)
    page.get_by_text("Telt på papir").click()
    fields = page.locator("[data-tally] input[data-step='3']")
    for field in fields.all():
        field.fill("6")
    fields.first.fill("")
    page.locator("[data-part=tally-party]").select_option("tillitsvalgt")
    assert page.locator("[data-part=tally-party]").input_value() == "leder" and "hele tall" in faults(page)[0]
    fields.first.fill("6")
    page.locator("[data-part=tally-party]").select_option("tillitsvalgt")
    assert fields.first.input_value() == "0"
    page.locator("[data-part=tally-party]").select_option("leder")
    assert fields.first.input_value() == "6"


def test_every_piece_of_advice_of_a_statement_can_be_put_in_the_plan(page: Page) -> None:
    many = next(item for item in PULSE.items if len(item.actions) > 1 and item.direction == "positiv")
    count(page, " ".join(codes(page, PULSE, 1, 6)))
    result = page.locator(".tip-survey__result").filter(has_text=many.text.nb.strip())
    for button in result.get_by_role("button", name="Legg i planen").all():
        button.click()
        assert "Lagt i planen: 1." in page.locator(".tip-work [data-part=status]").inner_text()


def test_what_is_weak_leads_to_advice_that_goes_to_the_plan(page: Page) -> None:
    remember(page)
    positive = next(number for number, item in enumerate(PULSE.items) if item.direction == "positiv")
    count(page, " ".join(codes(page, PULSE, 1, 6)))
    result = page.locator(".tip-survey__result").filter(has_text=PULSE.items[positive].text.nb)
    assert "Mange svarer i den enden som er et varsel." in result.inner_text()
    assert PULSE.items[positive].talk.nb in result.inner_text()
    name = result.locator("[data-part=link]").first.inner_text()
    result.get_by_role("button", name="Legg i planen").first.click()
    assert "Lagt i planen: 1." in page.locator(".tip-work [data-part=status]").inner_text()
    result.get_by_role("button", name="Legg i planen").first.click()
    assert "fra før" in page.locator(".tip-work [data-part=status]").inner_text()
    page.get_by_role("link", name="Åpne planen").click()
    page.wait_for_url("**/plan/")
    assert titles(page) == [name]
    page.get_by_role("link", name="Gå dit den kommer fra").click()
    page.wait_for_url(f"**/{ONE}#{PULSE.items[positive].id}")


def test_a_result_is_taken_along_and_laid_beside_the_next_round(page: Page, tmp_path: Path) -> None:
    count(page, " ".join(codes(page, PULSE, 2, 6)))
    rows = other_parser(taken(page, "Lagre til Excel", tmp_path / "r.csv").read_bytes().decode())
    assert (
        rows[0] == ["Påstander", "Hvem", "Antall", "1", "2", "3", "4", "5", "Vet ikke"]
        and len(rows) == len(PULSE.items) + 1
    )
    assert docx.Document(str(taken(page, "Lagre som Word", tmp_path / "r.docx"))).tables[0].rows[1].cells[2].text == "6"
    kept = taken(page, "Ta vare på resultatet", tmp_path / "r.json")
    held = json.loads(kept.read_text(encoding="utf-8"))
    assert held["items"][PULSE.items[0].id]["all"] == {"n": 6, "steps": [0, 6, 0, 0, 0], "unsure": 0}
    page.reload()
    count(page, " ".join(codes(page, PULSE, 4, 7)))
    page.locator("[data-part=earlier-file]").set_input_files(kept)
    page.locator("[data-part=faults] li").first.wait_for()
    assert "fra i dag" in faults(page)[0] and len(figures(page)) == 1
    kept.write_text(json.dumps({**held, "day": "2026-01-15"}), encoding="utf-8")
    page.locator("[data-part=earlier-file]").set_input_files(kept)
    page.wait_for_function(
        "document.querySelectorAll('.tip-survey__result')[0].querySelectorAll('tbody tr').length === 2"
    )
    now, before = figures(page)
    assert now[1:4] == ["7", "0", "0"] and before[1:4] == ["6", "0", "6"] and before[0].startswith("Alle, ")


def test_a_file_that_is_no_result_changes_nothing_and_runs_nothing(page: Page, tmp_path: Path) -> None:
    evil = "<img src=x onerror=window.stolen=1>"
    count(page, " ".join(codes(page, PULSE, 2, 5)) + evil)
    file = tmp_path / "ond.json"
    file.write_text(
        json.dumps({"format": "tillit-i-praksis-resultat", "version": 1, "survey": "tillitspuls"}), encoding="utf-8"
    )
    page.locator("[data-part=earlier-file]").set_input_files(file)
    page.locator("[data-part=faults] li").first.wait_for()
    assert "annen utgave" in faults(page)[0] and figures(page)[0][1] == "5"
    good = {
        "format": "tillit-i-praksis-resultat",
        "version": 1,
        "survey": "tillitspuls",
        "edition": 1,
        "day": "2026-11-01",
    }
    file.write_text(json.dumps({**good, "name": evil, "items": {}}), encoding="utf-8")
    page.locator("[data-part=earlier-file]").set_input_files(file)
    page.wait_for_function("document.querySelector('[data-part=counted]').textContent.includes('Sammenligner')")
    assert evil in counted(page) and page.evaluate("window.stolen") is None


def test_on_paper_there_is_a_form_and_the_result_when_asked_for(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("fieldset").first.is_visible() and not page.locator("[data-part=leader]").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("window.print = () => {}")
    count(page, " ".join(codes(page, PULSE, 2, 5)))
    page.locator("[data-do=print-result]").click()
    page.emulate_media(media="print")
    assert page.locator(".tip-survey__result").first.is_visible() and not page.locator("fieldset").first.is_visible()


def test_without_script_there_is_a_form_to_read_and_print(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ONE)
    assert page.locator("fieldset").count() == len(PULSE.items)
    assert page.get_by_text(PULSE.items[0].talk.nb).is_visible()
    assert (
        not page.locator("[data-part=leader]").is_visible() and not page.locator("form [data-part=tools]").is_visible()
    )
    context.close()


def test_it_works_from_disk(browser: Browser, offline: Path) -> None:
    context = browser.new_context()
    page = opened(context, (offline / "undersokelser" / "tillitspuls.html").as_uri())
    answer(page, PULSE, 2)
    show(page)
    own = page.locator("[data-part=code]").input_value()
    count(page, " ".join([own, *codes(page, PULSE, 4, 5)]))
    assert counted(page) == "Telt opp: 6 svar."
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", [BOTH, f"nn/{BOTH}"])
def test_axe_finds_nothing_in_any_state_of_a_survey(
    place: str, width: int, scheme: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened(context, address + place)
    page.locator("[data-part=form] [type=submit]").click()
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    answer(page, PARTIES, 2)
    page.locator("[name=party]").first.check()
    page.locator("[data-part=form] [type=submit]").click()
    page.locator(".tip-survey__leader summary").click()
    page.locator("[data-part=codes]").fill(
        " ".join([*codes(page, PARTIES, 5, 6, 1), *codes(page, PARTIES, 1, 5, 2), "PS1A-AAAA-AAAA"])
    )
    page.locator("[data-do=count]").click()
    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
