"""Review dates: what is said of them on a page, and what is refused in data and front matter."""

import datetime
import re

import pytest

from macros import registry
from macros.components.checklist import Checklist
from macros.components.source import Source
from macros.content import review
from macros.content.place import Place
from macros.content.review import Review
from scripts import check
from tests.conftest import MakeTree

LIBRARY = registry.library()
DAY = datetime.date.fromisoformat
FRONT = "---\nlanguage: nb\ndescription: En side som forteller noe om det som er nyttig å vite for mange.\n{lines}---\n"


def at(page: str) -> Place:
    return Place(page, "nn" if page.startswith("nn/") else "nb", True, registry.kinds())


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-11-25", 12, "2027-11-25"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
    ],
)
def test_some_months_later_is_a_day_that_exists(day: str, months: int, later: str) -> None:
    assert review.later(DAY(day), months) == DAY(later)


def test_every_kind_that_carries_a_day_has_an_interval_and_no_other_name_has_one() -> None:
    dated = {kind.folder for kind in registry.kinds() if {"reviewed", "checked"} & set(kind.model.model_fields)}
    assert set(review.months()) == {*dated, review.PAGES}


def test_the_day_an_entry_gives_itself_goes_before_the_interval_of_its_kind() -> None:
    _, entry = next(iter(LIBRARY.all("checklists", Checklist).items()))
    own = entry.model_copy(update={"review_again": DAY("2027-01-15")})
    assert review.of_entry("checklists", own) == Review(entry.reviewed, DAY("2027-01-15"))
    usual = review.of_entry("checklists", entry)
    assert usual and usual.due == review.later(entry.reviewed, review.months()["checklists"])


def test_a_source_is_reviewed_when_it_was_checked_and_news_never_is() -> None:
    source = next(iter(LIBRARY.all("sources", Source).values()))
    found = review.of_entry("sources", source)
    assert found and found.last == source.checked
    assert [review.of_entry("updates", entry) for entry in LIBRARY.entries["updates"].values()] == [None] * len(
        LIBRARY.entries["updates"]
    )


@pytest.mark.parametrize("kind", [kind for kind in registry.kinds() if kind.pages in ("one", "twins")])
def test_a_page_of_an_entry_says_when_it_was_checked_and_will_be_in_its_own_language(kind: review.Any) -> None:
    id, entry = next(iter(LIBRARY.entries[kind.folder].items()))
    found = review.of_entry(kind.folder, entry)
    assert found
    for page in kind.own_pages(id):
        made = registry.macros()[kind.macro](LIBRARY, at(page), id)
        assert f'data-due="{found.due.isoformat()}" data-scope="page"' in made
        assert f"Sist gjennomgått {found.last.day}. " in made
        again = "Blir gjennomgått igjen seinast" if page.startswith("nn/") else "Gjennomgås igjen senest"
        assert f"{again} {found.due.day}. " in made
        assert re.search(r'<div class="tip-note" role="note" data-part="late" data-search-exclude hidden>', made)


def test_a_page_that_lists_entries_is_as_old_as_the_oldest_of_them() -> None:
    made = registry.page_end("ordliste.md", {"language": "nb"}, True)
    last = min(entry.last_review for entry in LIBRARY.entries["terms"].values() if entry.last_review)
    assert f"Alt på denne siden er gjennomgått {last.day}. " in made
    assert 'data-scope="list"' in made


def test_a_page_with_a_day_in_front_says_it_and_one_without_says_nothing() -> None:
    dated = registry.page_end("side.md", {"language": "nn", "reviewed": DAY("2026-11-25")}, True)
    assert "Sist gjennomgått 25. november 2026." in dated and 'data-due="2027-11-25"' in dated
    own = registry.page_end("side.md", {"reviewed": "2026-11-25", "review_again": "2026-12-24"}, True)
    assert 'data-due="2026-12-24"' in own
    assert registry.page_end("side.md", {"language": "nb"}, True) == ""


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            "reviewed: 2026-11-25\nreview_again: 2026-11-25\n",
            "review_again (2026-11-25) er ikke etter siste gjennomgang (2026-11-25) – "
            "skriv en senere dato, eller fjern review_again",
        ),
        (
            "review_again: 2026-11-25\n",
            "review_again står uten reviewed – legg til reviewed: datoen innholdet sist ble kontrollert",
        ),
        ("reviewed: 25.11.2026\n", "«25.11.2026» er ikke bare dato på formen åååå-mm-dd – skriv 2026-11-25"),
    ],
)
def test_days_that_cannot_be_right_are_refused_in_front_matter(lines: str, said: str, tree: MakeTree) -> None:
    root = tree({"docs/side.md": FRONT.format(lines=lines) + "# Tittel\n"})
    found = [problem.located(root) for problem in check.problems(root)]
    assert len(found) == 1 and found[0].endswith(said), found


def test_sound_days_in_front_matter_are_let_through(tree: MakeTree) -> None:
    root = tree({"docs/side.md": FRONT.format(lines="reviewed: 2026-11-25\nreview_again: 2027-03-01\n") + "# Tittel\n"})
    assert check.problems(root) == []


def test_an_entry_that_is_to_be_reviewed_before_it_was_is_refused(tree: MakeTree) -> None:
    text = (
        "title: {nb: Tillit, nn: Tillit}\ndefinition: {nb: Å våge å stole på noen som kan skuffe deg., "
        "nn: Å våge å lite på nokon som kan skuffe deg.}\nsynonyms: []\n"
        "reviewed: 2026-11-25\nreview_again: 2026-10-01\n"
    )
    root = tree({"docs/data/terms/tillit.yaml": text})
    found = [problem.located(root) for problem in check.problems(root)]
    assert len(found) == 1 and "er ikke etter siste gjennomgang" in found[0], found
