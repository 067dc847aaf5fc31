"""What scripts read from the generator's own configuration."""

from pathlib import Path

import pytest

from scripts import configuration
from tests.conftest import ROOT, MakeTree

CONFIGURATION = """site_name: Håndboka
site_url: {url}
site_description: En håndbok.
markdown_extensions:
  - toc: {{slugify: !!python/object/apply:pymdownx.slugs.slugify {{kwds: {{case: lower}}}}}}
extra:
  publisher: !ENV [TIP_PUBLISHER, "Ingen ennå"]
"""


def written(tree: MakeTree, url: str) -> Path:
    return tree({"mkdocs.yml": CONFIGURATION.format(url=url)})


def test_an_address_ends_with_a_slash_whether_or_not_it_is_written(tree: MakeTree) -> None:
    assert configuration.site(written(tree, "https://eksempel.no/bok")).url == "https://eksempel.no/bok/"
    assert configuration.site(written(tree, "https://eksempel.no/bok/")).url == "https://eksempel.no/bok/"
    assert configuration.site(written(tree, '""')).url == ""


def test_the_environment_goes_before_what_is_written(tree: MakeTree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = written(tree, "https://eksempel.no/")
    monkeypatch.delenv("TIP_PUBLISHER", raising=False)
    assert configuration.site(root).publisher == "Ingen ennå"
    monkeypatch.setenv("TIP_PUBLISHER", "Etaten")
    assert configuration.site(root).publisher == "Etaten"


def test_scripts_and_generator_read_the_same_of_the_real_configuration() -> None:
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"))
    assert configuration.site(ROOT) == configuration.of(config, config["extra"])
