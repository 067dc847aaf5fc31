"""What readers do with the tools, as acts that can be done over again in a browser."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

ROWS, CODES = 50, 30
# As fast as one who writes well, and slow enough that a press is answered before the next.
PAUSE = 150
FILL = """([collection, title, count]) => tip.entries.addAll(collection, Array.from({length: count}, (_, number) =>
  ({[title]: `Rad nummer ${number}`, who: 'HR', due: '2090-02-01', received: '2026-11-01', level: 'drøfting'})))"""
MAKE_CODES = """count => {
  const data = document.querySelector('[data-component=survey]').dataset, at = (_, number) => number;
  const items = document.querySelectorAll('[data-item]').length;
  const parties = document.querySelectorAll('[data-party]').length;
  const survey = {letters: data.letters, version: Number(data.version), items, parties};
  const codes = Array.from({length: count}, at).map(person => tip.code.write(survey, {
    answers: Array.from({length: items}, at).map(item => 1 + (person * 7 + item * 3) % 5),
    party: parties && 1 + person % parties, mark: tip.code.mark(Math.random)}));
  return navigator.clipboard.writeText(codes.join('\\n'));
}"""

Ready = Callable[[Page], object]
Do = Callable[[Page, int], object]


@dataclass(frozen=True)
class Act:
    """Something a reader does: on which page, what must be there first, and what is done in each round."""

    name: str
    page: str
    ready: Ready
    do: Do


def as_it_is(page: Page) -> None:
    """Need nothing."""


def remembered(page: Page) -> None:
    """Let the device remember: every change is then written as well."""
    page.evaluate("tip.store.remember(true)")


def filled(collection: str, title: str) -> Ready:
    """Return what puts rows in a tool that remembers them."""

    def fill(page: Page) -> None:
        page.evaluate(FILL, [collection, title, ROWS])
        remembered(page)

    return fill


def unfolded(page: Page) -> None:
    """Fill the plan, and open the first row of it."""
    filled("plan", "what")(page)
    page.locator("[data-part=cards] summary").first.click()


def clicked(selector: str) -> Ready:
    """Return what clicks on an element before the act."""
    return lambda page: page.locator(selector).first.click()


def warm(field: str, hit: str) -> Ready:
    """Return what asks a search something and waits until it has answered, so that what it needs is fetched."""

    def ask(page: Page) -> None:
        opener = page.locator("[data-tip-search]")
        if not page.locator(field).is_visible():
            opener.click()
        page.locator(field).press_sequentially("tillit", delay=PAUSE)
        page.wait_for_selector(hit)

    return ask


def click(selector: str, *, each: bool = False) -> Do:
    """Return a click on the first element that fits, or on another in every round."""
    return lambda page, number: page.locator(selector).nth(number if each else 0).click()


def press(selector: str, *keys: str) -> Do:
    """Return presses of keys in a field, one each round."""
    return lambda page, number: page.locator(selector).first.press(keys[number % len(keys)])


def write(selector: str, text: str) -> Do:
    """Return what writes in an emptied field, key by key."""

    def type_(page: Page, _: int) -> None:
        page.locator(selector).first.fill("")
        page.locator(selector).first.press_sequentially(text, delay=PAUSE)

    return type_


def send(selector: str, text: str) -> Do:
    """Return what sends a form with a text in a field."""

    def enter(page: Page, _: int) -> None:
        page.locator(selector).fill(text)
        page.locator(selector).press("Enter")

    return enter


def copied(page: Page) -> None:
    """Make codes, and copy them."""
    page.evaluate(MAKE_CODES, CODES)


def paste(page: Page, _: int) -> None:
    """Paste what is copied where codes are gathered, and count."""
    page.locator("[data-part=codes]").fill("")
    page.locator("[data-part=codes]").press("Control+V")
    page.locator("[data-do=count]").click()


def answer(page: Page, _: int) -> None:
    """Answer the first question of a guide, and begin again."""
    page.locator("[data-step]:not([hidden]) li > a").first.click()
    page.locator("[data-do=restart]").click()


CHECKLIST, SHEET, SURVEY = "sjekklister/kom-i-gang/", "kjoreplaner/tillitssamtale-90/", "undersokelser/tillitspuls/"
BOX, FIELD = "[data-md-component=search-query]", "[data-component=search-page] input[name=q]"
PLAN, IDEAS = filled("plan", "what"), filled("ideas", "idea")
ACTS = (
    Act("Kryss av i en sjekkliste", CHECKLIST, remembered, click(".tip-checklist__box", each=True)),
    Act("Skriv et notat i en sjekkliste", CHECKLIST, remembered, write("[data-part=note]", "Tas opp mandag")),
    Act("Vis bare det som gjenstår", CHECKLIST, remembered, press("[data-part=shown]", "ArrowDown", "ArrowUp")),
    Act("Legg til en rad i en plan med 50", "plan/", PLAN, send("[data-part=new]", "Avtal møte")),
    Act("Skriv i en rad i en plan med 50", "plan/", unfolded, write("[open] [data-field=who]", "HR og tillitsvalgt")),
    Act("Ordne en plan med 50 etter frist", "plan/", PLAN, press("[data-part=sort]", "ArrowDown", "ArrowUp")),
    Act("Legg til en idé i en logg med 50", "idelogg/", IDEAS, send("[data-part=new]", "Ny idé")),
    Act("Legg hele årshjulet i planen", "arshjul/", remembered, click("[data-do=all]")),
    Act("Sett starten på en kjøreplan", SHEET, as_it_is, press("[data-part=start]", "1", "0", "3", "0")),
    Act("Endre hvor mange som kommer", SHEET, as_it_is, press("[data-part=people]", "ArrowUp", "ArrowDown")),
    Act(
        "Trekk et samtalekort", "samtaleverktoy/trygghet-i-teamet/", clicked("[data-do=open]"), click("[data-do=draw]")
    ),
    Act("Svar på en påstand i en undersøkelse", SURVEY, as_it_is, click("input[value='4']", each=True)),
    Act(f"Lim inn og tell opp {CODES} koder", SURVEY, copied, paste),
    Act("Søk i feltet øverst", "", warm(BOX, ".md-search-result__item"), write(BOX, "medvirkning")),
    Act("Søk på søkesiden", "sok/", warm(FIELD, ".tip-search-page__hit"), write(FIELD, "medvirkning")),
    Act("Velg i historiefinneren", "historier/", clicked(".tip-facets summary"), click(".tip-facets input", each=True)),
    Act("Svar i en veiviser", "partssamarbeid/ma-dette-droftes/", as_it_is, answer),
)
