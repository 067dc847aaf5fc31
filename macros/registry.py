"""The public API: the kinds of content and the macros editors can write. Only this file touches the generator."""

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from macros.components import pathway
from macros.content import html, placeholders, review, words
from macros.content.base import Entry, Language
from macros.content.kinds import Kind
from macros.content.library import Library, open_library
from macros.content.origins import Origins
from macros.content.origins import of as origins_of
from macros.content.place import Place
from macros.content.problems import ContentError
from macros.machine import linked
from macros.machine.pages import Head, WrittenPage, facts
from macros.machine.pages import head as head_of
from macros.machine.site import Site
from macros.views import gallery

ROOT = Path(__file__).resolve().parent.parent

# One line a kind: a module in macros/components/ with KIND and MACROS.
COMPONENT_NAMES = (
    "checklist",
    "story",
    "source",
    "term",
    "pathway",
    "diagram",
    "action",
    "course",
    "guide",
    "update",
    "year_wheel",
    "run_sheet",
    "conversation",
    "survey",
)

# One line a view: a module in macros/views/ with MACROS, which may show several kinds at once.
VIEW_NAMES = ("evidence", "parts", "plan", "idea_log", "search_page", "fields", "cockpit", "data_files")

Macro = Callable[..., str]

_held: dict[Path, Library] = {}


@cache
def components() -> Sequence[ModuleType]:
    """Return the component modules in the order of the registry."""
    return tuple(importlib.import_module(f"macros.components.{name}") for name in COMPONENT_NAMES)


@cache
def kinds() -> Sequence[Kind]:
    """Return every kind of content."""
    return tuple(component.KIND for component in components())


def views() -> list[ModuleType]:
    """Return the view modules in the order of the registry."""
    return [importlib.import_module(f"macros.views.{name}") for name in VIEW_NAMES]


@cache
def macros() -> dict[str, Macro]:
    """Return the macros that stand on a line of their own, by name.

    Each takes a library, a place and the arguments the editor writes.
    """
    own = {name: macro for module in [*components(), *views()] for name, macro in module.MACROS.items()}
    return {**own, "gallery": gallery.of(own, inline_macros())}


def inline_macros() -> dict[str, Macro]:
    """Return the macros that stand inside a sentence, by name."""
    return {
        name: macro for component in components() for name, macro in getattr(component, "INLINE_MACROS", {}).items()
    }


def library(root: Path = ROOT) -> Library:
    """Return all content of a tree laid out like this one."""
    return _held.get(root) or open_library(root / "docs" / "data", kinds())


def hold_library() -> None:
    """Read the content once for all the pages of a build, until it is let go.

    A build runs more than a thousand macros. Asking before each of them whether any of the files has changed took two
    thirds of the time. The templates and the words of the interface are held in the same way.
    """
    let_library_go()
    html.hold(True)
    words.hold(True)
    _held[ROOT] = library()


def let_library_go() -> None:
    """Ask again, before each use of the content, whether it has changed."""
    _held.clear()
    html.hold(False)
    words.hold(False)


def define_env(env: Any) -> None:
    """Register every macro with the site generator; called once a build, or once a page."""
    for name, macro in macros().items():
        env.macro(partial(show, env, name, macro), name)
    for name, macro in inline_macros().items():
        env.macro(partial(show_inline, env, macro), name)


def show_inline(env: Any, macro: Macro, *args: Any, **options: Any) -> str:
    """Run a macro that stands inside a sentence and return its HTML."""
    return placeholders.hold_inline(macro(sound_library(), place_of(env), *args, **options))


def show(env: Any, name: str, macro: Macro, *args: Any, **options: Any) -> str:
    """Run a macro that stands on a line of its own and return what goes into the page's Markdown."""
    content, place = sound_library(), place_of(env)
    own = own_entry(content, place, name, args)
    if own is None:
        return placeholders.hold(macro(content, place, *args, **options))
    place = adopt(env, place, own)
    made = placeholders.hold(macro(content, place, *args, **options))
    return f"{html.heading(own.name(place.language))}\n\n{made}"


def page_end(page: str, meta: Mapping[str, Any], directory_urls: bool) -> str:
    """Return what stands at the end of a page for all pages: its review, and the pathways it is a step in."""
    place = Place(page, meta.get("language", "nb"), directory_urls, kinds())
    parts = [review.page_end(sound_library(), place, meta), pathway.here(sound_library(), place)]
    return "\n".join(part for part in parts if part)


def origins(page: str, source: str, language: Language) -> Origins:
    """Return which files the content of a page comes from."""
    return origins_of(sound_library(), page, source, language)


def head(site: Site, page: WrittenPage) -> Head:
    """Return what stands in the head of a page for machines."""
    content = sound_library()
    told = facts(content, page)
    return head_of(site, told, linked.as_text(linked.of_page(site, content, told)), is_article=linked.is_article(told))


def sound_library() -> Library:
    """Return the content; raise ContentError if any of it has problems."""
    content = library()
    if content.problems:
        raise ContentError("innholdet har feil: kjør «python3 scripts/check.py» og rett dem først")
    return content


def place_of(env: Any) -> Place:
    """Return where the macro is being run."""
    page, meta = source_of(env.page), env.page.meta
    language: Language = "nn" if page.startswith("nn/") or meta.get("language") == "nn" else "nb"
    return Place(page, language, bool(env.conf["use_directory_urls"]), kinds(), edits(env.conf))


def source_of(page: Any) -> str:
    """Return the path under `docs/` of a generator's page: MkDocs knows it by its file, Zensical by its path."""
    path: str = page.file.src_uri if hasattr(page, "file") else page.path
    return path


def edits(conf: Mapping[str, Any]) -> str:
    """Return the address that a path under `docs/` is put after to edit that file; empty if the site has none."""
    repository, way = conf.get("repo_url") or "", conf.get("edit_uri") or ""
    if not way or "://" in way:
        return way
    return f"{repository.rstrip('/')}/{way.strip('/')}/" if repository else ""


def own_entry(content: Library, place: Place, macro: str, args: tuple[Any, ...]) -> Entry | None:
    """Return the entry this page belongs to alone, if that is what the macro shows."""
    for kind in kinds():
        if kind.macro == macro and args and place.is_home_of(kind, str(args[0])):
            return content.entries[kind.folder].get(str(args[0]))
    return None


def adopt(env: Any, place: Place, entry: Entry) -> Place:
    """Give the page what its entry says of language and description; return the place in that language."""
    language: Language = getattr(entry, "language", place.language)
    env.page.meta.setdefault("language", language)
    env.page.meta.setdefault("description", entry.summary(language))
    return replace(place, language=language)
