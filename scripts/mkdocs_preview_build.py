"""What the preview builds, with MkDocs: the page that is open, or the whole site; and what must be mended first."""

import importlib
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
HOST, PORT = "127.0.0.1", int(os.environ.get("TIP_PREVIEW_PORT", "8000"))


class MendError(Exception):
    """Something must be mended; the argument lists it."""


def refuse(found: list[Any]) -> None:
    """Raise MendError with the problems, if there are any."""
    if found:
        raise MendError([problem.located(ROOT) for problem in found])


def tell(text: str) -> None:
    """Say something in the terminal at once."""
    print(text, flush=True)


def check() -> Any:
    """Return the checker with the code as it is now: it is read again when the code it uses has been forgotten."""
    loaded = sys.modules.get("scripts.check")
    if loaded and vars(loaded)["registry"] is not importlib.import_module("macros.registry"):
        del sys.modules["scripts.check"]
    return importlib.import_module("scripts.check")


def configured(site: str) -> MkDocsConfig:
    """Return the configuration of a site that is built in a folder and read from here."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=site, site_url=f"http://{HOST}:{PORT}/")
    config.plugins.on_startup(command="serve", dirty=False)
    return config


def only(config: MkDocsConfig, address: str) -> Page | None:
    """Return the page at an address with all that MkDocs must know to build it; None if there is no such page."""
    config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    vars(config)["preview"] = (files, config.plugins.on_nav(get_navigation(files, config), config=config, files=files))
    for file in files.documentation_pages():
        page = file.page or Page(None, file, config)
        if file.url in (address, address or "./"):
            return page
    return None


def finish(config: MkDocsConfig, page: Page) -> None:
    """Write one page and the files that pages share, over those that are there."""
    files, nav = vars(config)["preview"]
    mkdocs_build._populate_page(page, config, files)
    env = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
    Files.copy_static_files(files, dirty=True)
    mkdocs_build._build_page(page, config, files.documentation_pages(), nav, env)


def build_whole(site: str) -> int:
    """Check everything and build the whole site; print what must be mended, and return 1 if there is anything."""
    try:
        refuse(check().problems(ROOT))
        mkdocs_build.build(configured(site), serve_url=f"http://{HOST}:{PORT}/")
    except MendError as problems:
        tell("\n".join(problems.args[0]))
        return 1
    except (Exception, SystemExit) as error:
        tell(f"{type(error).__name__}: {error}")
        return 1
    return 0
