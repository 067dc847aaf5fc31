"""What only MkDocs can do: put component HTML back after Markdown, and ship the search shim with the offline copy.

It also links the stylesheets and scripts of the components a page shows, and puts a search that understands Norwegian
in the theme's place for one. Without this file the site still builds; it is slower, plainer, its search is the theme's,
and its offline search does not work.
"""

import gc
import importlib
import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

# Modules of scripts that hold on to the macro code they were made with.
USERS = ("scripts.whole_page",)
_pages: dict[str, str] = {}
_sections: dict[str, list[Any]] = {}
_contents: dict[str, bytes] = {}
_run: dict[str, Any] = {"command": ""}


def on_startup(command: str, dirty: bool) -> None:
    """Note whether the process ends when the site is built, or goes on to serve it."""
    _run["command"] = command


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forget macro code that has changed, so that a live preview sees it, and start holding component HTML back."""
    forget_changed_code()
    from macros import registry
    from macros.content import placeholders
    from scripts import mkdocs_entry_pages, page_files

    registry.hold_library()
    placeholders.activate()
    page_files.forget()
    mkdocs_entry_pages.forget()
    _pages.clear()
    _sections.clear()
    _contents.clear()
    # Pages are many and live long: collecting garbage less often saves time and frees nothing less.
    gc.set_threshold(100_000, 50, 50)
    return config


def forget_changed_code() -> None:
    """Forget imported macro code when any of its files has changed since it was imported."""
    files = sorted(file for file in (ROOT / "macros").rglob("*") if file.suffix != ".pyc" and file.is_file())
    stamp = [(file, file.stat().st_mtime_ns) for file in files]
    loaded = sys.modules.get("macros")
    if loaded and vars(loaded).get("stamp") == stamp:
        return
    for name in [name for name in sys.modules if name in USERS or name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    vars(importlib.import_module("macros"))["stamp"] = stamp


def on_pre_build(config: MkDocsConfig) -> None:
    """Let the theme's search take the sections that have been read already, instead of reading each page again."""
    from scripts import whole_page

    # Not until now: what works without a network changes the addresses when it is configured.
    _run["frame"] = whole_page.frame_of(config, offline=config.plugins["material/offline"].config.enabled)
    search: Any = config.plugins["material/search"]
    if search.config.enabled:
        search.search_index.add_entry_from_context = partial(add_sections, search.search_index)


def add_sections(index: Any, page: Page) -> None:
    """Add the sections of a page to the index of the theme's search."""
    from scripts import search_index

    index.entries += search_index.entries_of(_sections.pop(page.url), page.url, str(page.title), page.meta)


@event_priority(-50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the stylesheet that lets a reader of the gallery see the other scheme."""
    from scripts import page_files

    join_search_worker(files, config)
    tokens = (ROOT / "overrides" / "assets" / "tokens.css").read_text(encoding="utf-8")
    files.append(File.generated(config, "assets/schemes.css", content=page_files.schemes(tokens)))
    return files


def join_search_worker(files: Files, config: MkDocsConfig) -> None:
    """Publish the parts of the search worker as one script; a site without our theme has none."""
    from macros.search import worker

    parts = sorted((file for file in files if file.src_uri.startswith(worker.PARTS)), key=lambda file: file.src_uri)
    config.extra["own_search"] = bool(parts)
    texts = [file.content_string for file in parts]
    for file in parts:
        files.remove(file)
    if parts:
        files.append(File.generated(config, worker.ADDRESS, content=worker.joined(texts)))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let a page start our search worker, and note where it came from."""
    _pages[page.url] = page.file.src_uri
    # The page is written, and no other asks for what stands on it: all of them at once take much memory.
    page.content = None
    return with_own_search(output, page.file.src_uri, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Let a page that is a template, such as 404.html, start our search worker."""
    is_page = template_name.endswith(".html")
    return with_own_search(output_content, template_name, config) if is_page else output_content


def with_own_search(html: str, where: str, config: MkDocsConfig) -> str:
    """Return a page that starts our search worker, if the site has one; stop the build if there is no place for it."""
    from macros.search import worker

    if not config.extra["own_search"]:
        return html
    try:
        return worker.point(html, where)
    except ValueError as error:
        raise PluginError(str(error)) from error


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the search index; what is left in memory is on its way out, and need not be gone through once more."""
    finish_search_index(config)
    if _run["command"] == "build":
        gc.freeze()


def finish_search_index(config: MkDocsConfig) -> None:
    """Add the language data to the search index: after the search has written it, before the offline copy is made."""
    from macros import registry
    from scripts import search_index

    library = registry.sound_library()
    registry.let_library_go()
    if not config.extra["own_search"]:
        return
    search: Any = config.plugins["material/search"]
    # The entries as the theme's search has them in memory: read from its file they would be there twice.
    entries, search.search_index.entries = search.search_index.entries, []
    settings = json.loads(search.search_index.generate_search_index(None))["config"]
    search_index.write(Path(config.site_dir), settings, entries, _pages, library)


@event_priority(100)
def on_page_markdown(source: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Run the macro of a page that is nothing else, before the plugin for macros comes to it."""
    from scripts import mkdocs_entry_pages

    return mkdocs_entry_pages.shown(source, page, config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put component HTML back, and tell the page of the headings and the link targets that came with it."""
    from macros.content import placeholders
    from macros.machine.site import twin_of
    from scripts import whole_page

    source, frame = page.file.src_uri, _run["frame"]
    has_twin = files.get_file_from_path(twin_of(source)) is not None
    written = whole_page.SourcePage(source, page.file.content_string, page.meta, has_twin)
    try:
        marked = whole_page.marked(html, written, frame)
    except ValueError as error:
        raise PluginError(str(error)) from error
    content = whole_page.shown(marked, placeholders.release())
    found = whole_page.parts_of(content, written, frame)
    if content != html:
        page.toc = get_toc(whole_page.nested(found.headings))
        page.present_anchor_ids = found.ids
    _sections[page.url] = found.sections
    whole_page.tell_machines(written, str(page.title), frame)
    # A text with one dash in it takes two bytes a letter, and every page waits here until the last has been read.
    _contents[page.url] = content.encode()
    return ""


@event_priority(100)
def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Give a page its content back, now that it is its turn to be written."""
    page.content = _contents.pop(page.url).decode()
