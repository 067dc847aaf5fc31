"""Write the content as JSON for machines: one file an entry, one a kind, and the schemas they follow."""

from pathlib import Path
from typing import Any

from macros import registry
from macros.cockpit import figures, report
from macros.content import schema, workspace
from macros.content.library import Library

VERSION = "v1"


def write_api(library: Library, site: Path) -> None:
    """Write `api/v1/` into a built site."""
    top = site / "api" / VERSION
    index: dict[str, Any] = {"version": VERSION, "status": "status.json", "kinds": {}}
    for kind in library.kinds:
        entries = library.entries[kind.folder]
        index["kinds"][kind.folder] = {
            "count": len(entries),
            "index": f"{kind.folder}/index.json",
            "schema": f"schemas/{kind.name}.schema.json",
        }
        listed = []
        for id, entry in entries.items():
            data = {"id": id, **entry.model_dump(mode="json", exclude_none=True)}
            write(top / kind.folder / f"{id}.json", data)
            listed.append({"id": id, "title": data["title"], "href": f"{id}.json"})
        write(top / kind.folder / "index.json", listed)
        write(top / "schemas" / f"{kind.name}.schema.json", schema.of(kind))
    write(top / "schemas" / "work-file.schema.json", workspace.schema())
    write(top / "status.json", report.as_data(figures.rows(library)))
    write(top / "index.json", index)


def write(file: Path, data: Any) -> None:
    """Write data as JSON with stable order and Norwegian letters as they are."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(schema.as_text(data), encoding="utf-8")


def write_schemas(folder: Path) -> None:
    """Write the schemas that give editors completion and help, one a kind."""
    for kind in registry.kinds():
        write(folder / f"{kind.name}.schema.json", schema.for_editor(kind))
