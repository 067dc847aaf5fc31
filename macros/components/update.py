"""Update: something new or mended that readers should know of, with its day and the page to go to."""

from typing import Annotated

from pydantic import Field

from macros.content import html
from macros.content.base import PAGES, Day, Entry, Language, Line, Ref, short
from macros.content.kinds import Kind
from macros.content.library import Library
from macros.content.place import Place


class Update(Entry):
    """En nyhet om håndboka."""

    language: Language = Field(title="Målform", description="nb for bokmål, nn for nynorsk.")
    title: Annotated[Line, short(80)] = Field(title="Tittel", description="Hva som er nytt. Høyst 80 tegn.")
    description: Annotated[Line, short(260, 30)] = Field(
        title="Beskrivelse", description="Hva leseren kan bruke det til."
    )
    day: Day = Field(title="Dato", description="Dagen det ble publisert, som åååå-mm-dd.")
    page: Annotated[str, Ref(PAGES), Field(pattern=r"^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$")] = Field(
        title="Side", description="Siden det gjelder, som en sti under docs/."
    )


KIND = Kind("update", "updates", Update, "nytt", "shared")


def updates(library: Library, place: Place, limit: int = 0) -> str:
    """Vis det som er nytt, det nyeste først, alt eller bare så mange som er nevnt."""
    every = library.all(KIND.folder, Update)
    newest = sorted(every, key=lambda id: (-every[id].day.toordinal(), id))
    shown = {id: every[id] for id in newest[: limit or None]}
    return html.render("update/update.html", place, updates=shown, whole=not limit)


MACROS = {"updates": updates}
