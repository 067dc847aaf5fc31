"""Gallery: every component with named examples, for editors and developers to look at and for tests to loop over."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import Field, TypeAdapter

from macros.content import html
from macros.content.base import Content, Language, Line, short
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place
from macros.content.problems import ContentError, nearest

Macro = Callable[..., str]
Value = str | int | bool

FOLDER = Path(__file__).resolve().parents[1] / "examples"
IDS = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)"')
FRAGMENT = re.compile(r'(\shref="#)([^"]+)"')


class Change(Content):
    """Et felt som får en annen verdi i eksempelet enn i oppføringen det er laget av."""

    folder: str = Field(title="Mappe", description="Datamappen oppføringen ligger i.")
    id: str = Field(title="Id", description="Id-en til oppføringen.")
    fields: dict[str, Any] = Field(title="Felt", description="Feltene med verdien de får i eksempelet.")


class Example(Content):
    """Ett eksempel på en komponent."""

    name: Annotated[Line, short(80)] = Field(title="Navn", description="Hva eksempelet viser, i noen få ord.")
    about: Annotated[Line, short(240)] = Field(title="Om", description="Hva en skal se etter.")
    macro: str = Field(title="Makro", description="Makroen som kalles.")
    args: list[Value] = Field([], title="Verdier", description="Verdiene makroen får.")
    options: dict[str, Value] = Field({}, title="Valg", description="Valgene makroen får.")
    language: Language = Field("nb", title="Målform", description="Målformen eksempelet vises i.")
    home: bool = Field(False, title="Egen side", description="Om det vises slik det ser ut på sin egen side.")
    change: Change | None = Field(None, title="Endring", description="Det som er annerledes enn i oppføringen.")


@dataclass(frozen=True)
class Shown:
    """An example with the call an editor would write and the HTML it gives."""

    example: Example
    call: str
    html: str
    inline: bool


@dataclass(frozen=True)
class ExamplePlace(Place):
    """A place that passes for the home of one entry, named by its macro and id."""

    own: tuple[str, str] = ("", "")

    def is_home_of(self, kind: Kind, id: str) -> bool:
        """Tell whether the entry is the one shown as on its own page."""
        return (kind.macro, id) == self.own


def names() -> list[str]:
    """Return the components that have examples, in alphabetical order."""
    return sorted(file.stem for file in FOLDER.glob("*.yaml"))


@cache
def examples(component: str) -> list[Example]:
    """Return the examples of a component; raise ContentError with the nearest name if it has none."""
    if component not in names():
        fix = nearest(component, names()) or "velg " + ", ".join(names())
        raise ContentError(f"«{component}» har ingen eksempler – {fix}")
    data = yaml.safe_load((FOLDER / f"{component}.yaml").read_text(encoding="utf-8"))
    return TypeAdapter(list[Example]).validate_python(data)


def of(block: Mapping[str, Macro], inline: Mapping[str, Macro]) -> Macro:
    """Return the gallery macro for these macros; it shows the examples of one component."""

    def gallery(library: Library, place: Place, component: str) -> str:
        """Vis en komponent med alle eksemplene."""
        shown = list(show_all(library, place, component, {**block, **inline}, set(inline)))
        return html.render("gallery/gallery.html", place, component=component, shown=shown)

    return gallery


def show_all(
    library: Library, place: Place, component: str, macros: Mapping[str, Macro], inline: set[str]
) -> Iterator[Shown]:
    """Yield every example of a component as it looks at a place."""
    for number, example in enumerate(examples(component), 1):
        own = (example.macro, str(example.args[0])) if example.home else ("", "")
        there = ExamplePlace(place.page, example.language, place.directory_urls, place.kinds, own=own)
        made = macros[example.macro](changed(library, example.change), there, *example.args, **example.options)
        yield Shown(example, call(example), scoped(made, f"e{number}"), example.macro in inline)


def changed(library: Library, change: Change | None) -> Library:
    """Return the library with one entry changed, read anew so that it is as sound as any other."""
    if change is None:
        return library
    entry = library.entry(change.folder, change.id)
    fields = {name: getattr(entry, name) for name in type(entry).model_fields} | change.fields
    own = {**library.entries[change.folder], change.id: type(entry).model_validate(fields)}
    return replace(library, entries={**library.entries, change.folder: own})


def call(example: Example) -> str:
    """Return the macro call as an editor writes it."""
    values = [_written(value) for value in example.args]
    values += [f"{name}={_written(value)}" for name, value in example.options.items()]
    return f"{{{{ {example.macro}({', '.join(values)}) }}}}"


def _written(value: Value) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def scoped(made: str, scope: str) -> str:
    """Return HTML with every id, and all that points at one, in a scope of its own."""
    whole = IDS.sub(lambda found: f'{found[1]}{" ".join(f"{scope}-{id}" for id in found[2].split())}"', made)
    return FRAGMENT.sub(lambda found: f'{found[1]}{scope}-{found[2]}"', whole)
