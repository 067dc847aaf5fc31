"""The site as a whole: its address, its name, who publishes it, and the licence of what it says."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.content.base import Language

# As LICENSE-CONTENT.md says it.
LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Site:
    """What every address and every record is made with.

    `url` is the address of the top and ends with a slash; `sections` names the parts of the site, by the first part of
    the address, in both written standards.
    """

    url: str
    name: str
    description: str
    publisher: str
    sections: Mapping[str, Mapping[Language, str]]

    def absolute(self, address: str) -> str:
        """Return the whole address of what lies at an address counted from the top of the site."""
        return self.url + address

    def section(self, page: str, language: Language) -> tuple[str, str] | None:
        """Return the address and the name of the section a page under `docs/` lies in, unless it is that page."""
        first, _, rest = page.removeprefix("nn/").partition("/")
        if first not in self.sections or rest == "index.md":
            return None
        names = self.sections[first]
        return f"{first}/", names.get(language) or names["nb"]


def address_of(page: str) -> str:
    """Return the address, from the top of the site, of a page under `docs/`: `x.md` is published as `x/`."""
    stem = page.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        stem = stem.removesuffix("index").removesuffix("/")
    return f"{stem}/" if stem else ""


def twin_of(page: str) -> str:
    """Return the page that would say the same in the other written standard, whether or not it is there."""
    return page.removeprefix("nn/") if page.startswith("nn/") else f"nn/{page}"
