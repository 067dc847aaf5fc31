"""Build the pages that only show an entry without the steps they do not need: they are one call of one macro.

Such a page would be compiled as a template to run its one call, and read by a Markdown reader of its own to make its
one heading. Together that takes longer than to show the entry. What is published is the same, to the letter.
"""

import re
from functools import partial
from types import SimpleNamespace

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

CALL = re.compile(r'\{\{ (\w+)\("([a-z0-9-]+)"\) \}\}\s*')
_readers: dict[int, markdown.Markdown] = {}


def forget() -> None:
    """Make a new Markdown reader when it is next needed, for the configuration may have changed."""
    _readers.clear()


def shown(source: str, page: Page, config: MkDocsConfig) -> str:
    """Return the Markdown of a page with its macros run, if it is one call and nothing else; else return it as it is.

    A page whose macros have been run is marked so that the plugin for macros leaves it alone.
    """
    from macros import registry

    call = CALL.fullmatch(source)
    macro = registry.macros().get(call[1]) if call else None
    if not call or not macro or page.meta:
        return source
    made = registry.show(SimpleNamespace(page=page, conf=config), call[1], macro, call[2])
    page.meta["render_macros"] = False
    vars(page)["render"] = partial(render, page)
    return made


def render(page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 - MkDocs gives it both
    """Do what MkDocs does to render a page that has no links and no headings but its title."""
    if id(config) not in _readers:
        _readers[id(config)] = markdown.Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}
        )
    reader = _readers[id(config)]
    page.content = reader.reset().convert(page.markdown or "")
    vars(page)["_title_from_render"] = vars(reader)["toc_tokens"][0]["name"]
