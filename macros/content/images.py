"""Image: a picture that belongs to an entry, what it shows in words, and who has made it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, model_validator

from macros.content import image_files
from macros.content.base import IMAGES, Content, Line, Name, Ref, Url, broken, short
from macros.content.library import Library
from macros.content.loader import line_of
from macros.content.problems import BrokenEntryError, Problem, nearest
from macros.content.references import Reference, references
from macros.content.yaml_messages import field_name

# What a camera or a phone calls a picture says nothing to who cannot see it.
A_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|heic)|(?:IMG|DSC|PXL|Skjermbilde|Screenshot)[\W_].*", re.IGNORECASE)

Licence = Literal["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0"]
LICENCES: Mapping[Licence, str] = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


class Image(Content):
    """Et bilde som hører til en oppføring."""

    file: Annotated[str, Ref(IMAGES), Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(jpg|png|webp)$")] = Field(
        title="Fil", description="Filnavnet i docs/bilder/, for eksempel teammote.jpg."
    )
    alt: Annotated[Line, short(200, 10)] = Field(
        title="Det bildet viser",
        description="Det en som ikke ser bildet, trenger å vite. Ikke filnavnet. 10–200 tegn.",
    )
    caption: Annotated[Line, short(200)] | None = Field(
        None, title="Bildetekst", description="Det som står under bildet. Høyst 200 tegn."
    )
    maker: Annotated[Name, short(80)] = Field(title="Laget av", description="Fotografen eller tegneren.")
    licence: Licence = Field(
        title="Lisens", description="Det som gir lov til å vise bildet her, og til å bruke det om igjen."
    )
    origin: Url | None = Field(
        None, title="Hentet fra", description="Siden bildet er hentet fra. Utelates når det er laget for håndboka."
    )

    @model_validator(mode="after")
    def _told_in_words(self) -> "Image":
        """Refuse the name of a file as the words for who cannot see the picture (WCAG 2.2, 1.1.1)."""
        if A_FILE_NAME.fullmatch(self.alt.strip()):
            raise broken(f"«{self.alt}» er et filnavn", "skriv med ord hva bildet viser", "alt")
        return self


class Shown(NamedTuple):
    """A picture as it is shown: its path under `docs/`, its size in pixels, and the address of its licence."""

    path: str
    width: int
    height: int
    licence: str


def shown(library: Library, image: Image) -> Shown:
    """Return how a picture is shown; raise BrokenEntryError if it cannot be: why is told with the entry."""
    file = library.docs / IMAGES / image.file
    if not file.is_file() or image_files.fault(file):
        raise BrokenEntryError(f"bildet docs/{IMAGES}/{image.file} kan ikke vises")
    return Shown(f"{IMAGES}/{image.file}", *image_files.size(file), LICENCES[image.licence])


def unfit(library: Library) -> Iterator[Problem]:
    """Yield a problem for every picture that an entry names and that is not there, and for every one unfit to show."""
    found = _files(library)
    for (folder, id), (file, document) in library.read_from.items():
        for reference in _named(library, folder, id):
            if reference.id not in found:
                fix = nearest(reference.id, found) or "legg bildet der, eller rett filnavnet"
                line, field = line_of(document, reference.location), field_name(reference.location)
                yield Problem(file, line, field, f"fant ikke bildet docs/{IMAGES}/{reference.id}", fix)
    for picture in found.values():
        if fault := image_files.fault(picture):
            yield Problem(picture, 1, "fil", *fault)


def unused(library: Library) -> Iterator[Problem]:
    """Yield a problem for every picture that no entry names: no one has told its licence."""
    if library.broken:
        return
    named = {each.id for folder, id in library.read_from for each in _named(library, folder, id)}
    fix = "slett det, eller vis det i en historie med feltet image"
    for name, file in _files(library).items():
        if name not in named:
            yield Problem(file, 1, "fil", "ingen oppføring viser bildet", fix)


def _files(library: Library) -> dict[str, Path]:
    return {file.name: file for file in sorted((library.docs / IMAGES).glob("*")) if file.is_file()}


def _named(library: Library, folder: str, id: str) -> Iterator[Reference]:
    entry = library.entries[folder].get(id)
    yield from (each for each in (references(entry) if entry else ()) if each.ref.folder == IMAGES)
