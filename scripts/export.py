"""Write the content as data for machines: JSON by entry, by kind and in one file, a table a kind, and the schemas."""

from pathlib import Path
from typing import Any

from macros import registry
from macros.cockpit import figures, report
from macros.content import schema, workspace
from macros.content.library import Library
from macros.machine import api, tables
from macros.machine.site import Site


def write_api(library: Library, site: Site, folder: Path, *, directory_urls: bool) -> None:
    """Write `api/v1/` into a built site."""
    top = folder / "api" / api.VERSION
    every = {kind.folder: api.entries(library, kind) for kind in library.kinds}
    for kind in library.kinds:
        entries = every[kind.folder]
        for data in entries:
            write(top / kind.folder / f"{data['id']}.json", data)
        write(top / kind.folder / "index.json", api.listing(kind, entries, directory_urls=directory_urls))
        write(top / "schemas" / f"{kind.name}.schema.json", schema.of(kind))
        write_text(top / "csv" / f"{kind.folder}.csv", tables.as_csv(kind, entries))
    for name, found in api.schemas(library).items():
        write(top / "schemas" / f"{name}.schema.json", found)
    write(top / "schemas" / "work-file.schema.json", workspace.schema())
    write(top / api.WHOLE, api.whole(site, every))
    write(top / api.STATUS, report.as_data(figures.rows(library)))
    write(top / "index.json", api.index(library, site))


def write(file: Path, data: Any) -> None:
    """Write data as JSON with stable order and Norwegian letters as they are."""
    write_text(file, schema.as_text(data))


def write_text(file: Path, text: str) -> None:
    """Write a text as it is, its line ends too, whatever system it is made on."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def write_schemas(folder: Path) -> None:
    """Write the schemas that give editors completion and help, one a kind."""
    for kind in registry.kinds():
        write(folder / f"{kind.name}.schema.json", schema.for_editor(kind))
