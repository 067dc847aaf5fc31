"""Data files: where the content lies as data, for those who make something of it."""

from macros.content import html
from macros.content.library import Library
from macros.content.place import Place
from macros.machine import api, feed, llms, sitemap


def data_files(library: Library, place: Place) -> str:
    """Vis lenker til innholdet som data: alt i én fil, og liste, tabell og skjema for hver type."""
    up = "../" * place.address(place.page).count("/")
    return html.render(
        "data_files/data_files.html",
        place,
        kinds=library.kinds,
        counts={kind.folder: len(library.entries[kind.folder]) for kind in library.kinds},
        api=f"{up}api/{api.VERSION}",
        whole=api.WHOLE,
        # The copy for use without a network has neither of these.
        online={"feed": f"{up}{feed.ADDRESS}", "sitemap": f"{up}{sitemap.ADDRESS}", "llms": f"{up}{llms.ADDRESS}"}
        if place.directory_urls
        else {},
    )


MACROS = {"data_files": data_files}
