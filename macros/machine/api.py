"""The lists of the JSON API: what there is and where, the entries of one kind, and all of it in one file."""

from typing import Any

from pydantic import ConfigDict, Field

from macros.content import schema
from macros.content.base import Content
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.machine import site as site_of
from macros.machine.site import Site, address_of

VERSION = "v1"
WHOLE = "tillit-i-praksis.json"
STATUS = "status.json"


class ApiKind(Content):
    """Hvor dataene for én type ligger."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    count: int = Field(title="Antall", description="Hvor mange oppføringer det er.")
    index: str = Field(title="Liste", description="Lista over oppføringene, regnet fra index.json.")
    schema_: str = Field(alias="schema", title="Skjema", description="JSON Schema som hver oppføring følger.")
    csv: str = Field(title="Tabell", description="Alle oppføringene som CSV.")


class Licence(Content):
    """Vilkårene for å bruke dataene om igjen."""

    id: str = Field(title="Lisens", description="Lisensen, med kortnavnet fra SPDX.")
    address: str = Field(title="Adresse", description="Adressen der lisensen står.")
    attribution: str = Field(title="Navngi", description="Navnet du oppgir når du bruker dataene.")


class Api(Content):
    """Det index.json sier: hva som finnes, og hvor."""

    version: str = Field(title="Versjon", description="Versjonen av grensesnittet. Den står også i adressen.")
    site: str = Field(title="Nettsted", description="Adressen til toppen av nettstedet.")
    licence: Licence = Field(title="Lisens", description="Vilkårene for å bruke dataene om igjen.")
    whole: str = Field(title="Alt i én fil", description="Alle oppføringene i én JSON-fil.")
    status: str = Field(title="Tilsyn", description="Hva som trenger tilsyn i innholdet.")
    kinds: dict[str, ApiKind] = Field(title="Typer", description="Typene av innhold, etter navnet på mappen.")
    schemas: dict[str, str] = Field(title="Skjemaer", description="Skjemaene for listene, etter hva de gjelder.")


class Listed(Content):
    """Én oppføring i lista over en type."""

    id: str = Field(title="Id", description="Oppføringens faste kortnavn.")
    title: str | dict[str, str] = Field(title="Tittel", description="Tittelen, eller én på hver målform.")
    href: str = Field(title="Fil", description="JSON-filen med oppføringen, regnet fra lista.")
    pages: list[str] = Field(title="Sider", description="Sidene den leses på, regnet fra toppen av nettstedet.")


class Whole(Content):
    """Alle oppføringene i én fil."""

    version: str = Field(title="Versjon", description="Versjonen av grensesnittet.")
    site: str = Field(title="Nettsted", description="Adressen til toppen av nettstedet.")
    licence: Licence = Field(title="Lisens", description="Vilkårene for å bruke dataene om igjen.")
    entries: dict[str, list[dict[str, Any]]] = Field(
        title="Oppføringer", description="Oppføringene av hver type, etter navnet på mappen."
    )


def licence(site: Site) -> Licence:
    """Return the terms the data can be used on."""
    return Licence(id=site_of.LICENCE, address=site_of.LICENCE_ADDRESS, attribution=site.name)


def index(library: Library, site: Site) -> dict[str, Any]:
    """Return what `index.json` says."""
    kinds = {kind.folder: _kind(kind, len(library.entries[kind.folder])) for kind in library.kinds}
    found = Api(
        version=VERSION,
        site=site.url,
        licence=licence(site),
        whole=WHOLE,
        status=STATUS,
        kinds=kinds,
        schemas={name: f"schemas/{name}.schema.json" for name in schemas(library)},
    )
    return found.model_dump()


def _kind(kind: Kind, count: int) -> ApiKind:
    return ApiKind(
        count=count,
        index=f"{kind.folder}/index.json",
        schema_=f"schemas/{kind.name}.schema.json",
        csv=f"csv/{kind.folder}.csv",
    )


def entries(library: Library, kind: Kind) -> list[dict[str, Any]]:
    """Return every entry of a kind as data, its id first."""
    every = library.entries[kind.folder].items()
    return [{"id": id, **entry.model_dump(mode="json", exclude_none=True)} for id, entry in every]


def listing(kind: Kind, every: list[dict[str, Any]], *, directory_urls: bool) -> list[dict[str, Any]]:
    """Return the list of the entries of a kind."""
    return [
        Listed(
            id=data["id"],
            title=data["title"],
            href=f"{data['id']}.json",
            pages=_pages(kind, data["id"], directory_urls),
        ).model_dump()
        for data in every
    ]


def _pages(kind: Kind, id: str, directory_urls: bool) -> list[str]:
    pages = kind.own_pages(id) or ([kind.page(id)] if kind.pages == "shared" else [])
    anchor = f"#{id}" if kind.pages == "shared" else ""
    return [(address_of(page) if directory_urls else page.removesuffix(".md") + ".html") + anchor for page in pages]


def whole(site: Site, every: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Return all data as one."""
    return Whole(version=VERSION, site=site.url, licence=licence(site), entries=every).model_dump()


def schemas(library: Library) -> dict[str, dict[str, Any]]:
    """Return the schemas of the lists, by name: of `index.json`, of the list of a kind, and of all in one file."""
    draft = {"$schema": schema.DRAFT}
    listed = Listed.model_json_schema()
    everything = Whole.model_json_schema()
    kinds = {kind.folder: {"type": "array", "items": {"$ref": f"{kind.name}.schema.json"}} for kind in library.kinds}
    everything["properties"]["entries"] |= {
        "properties": kinds,
        "required": list(kinds),
        "additionalProperties": False,
    }
    return {
        "index": {**draft, **Api.model_json_schema()},
        "listing": {**draft, "type": "array", "items": listed},
        "whole": {**draft, **everything},
    }
