"""The form of web addresses: what any reader can follow, and what an editor is told about the rest."""

import pytest

from macros.content import addresses
from scripts import check
from tests.conftest import MakeTree


@pytest.mark.parametrize(
    "address",
    ["https://www.ks.no/a?b=c#d", "http://example.org", "https://a.b-c.kommune.no:8443/x_(y)", "https://testen.no/"],
)
def test_the_address_of_a_public_page_is_well_formed(address: str) -> None:
    assert addresses.fault(address) is None


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("ftp://example.org", "begynner ikke med https://"),
        ("//example.org/x", "begynner ikke med https://"),
        ("https://localhost/x", "har ikke et gyldig nettsted"),
        ("https://127.0.0.1/x", "har ikke et gyldig nettsted"),
        ("https://ks..no/", "har ikke et gyldig nettsted"),
        ("https://[/", "kan ikke leses"),
        ("https://navn:ord@example.org/", "har et brukernavn i seg"),
        ("https://arbeidsgiver.stage.example.org/", "ser ut til å være en prøveutgave"),
        ("https://x.example-dev.com/", "ser ut til å være en prøveutgave"),
        ("https://docplayer.me/1-x.html", "kopierer andres dokumenter"),
    ],
)
def test_an_address_no_reader_can_follow_is_told(address: str, what: str) -> None:
    found = addresses.fault(address)
    assert found and what in found[0] and found[1]


def test_a_bad_address_is_told_with_its_line_in_data_and_on_pages(tree: MakeTree) -> None:
    root = tree(
        {
            "docs/side.md": "---\nlanguage: nb\ndescription: En side som forteller noe det er nyttig å vite om dette.\n---\n"
            "# Tittel\n\nLes [her](https://localhost/x) eller `[kode](https://localhost/y)`.\n",
            "docs/data/sources/kilde.yaml": 'title: Tittel\npublisher: Utgiver\nurl: "https://a.stage.example.org/"\n'
            "date: u.d.\nkind: nyhet\nconfidence: bekreftet\nchecked: 2026-11-25\n",
        }
    )
    lines = [problem.located(root) for problem in check.problems(root)]
    assert any(line.startswith("docs/side.md:7: lenke – adressen https://localhost/x ") for line in lines)
    assert any(line.startswith("docs/data/sources/kilde.yaml:3: url – adressen https://a.stage") for line in lines)
    assert not any("localhost/y" in line for line in lines)
