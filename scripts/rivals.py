"""The same pages as plain Markdown, for other generators: Material as it comes, Hugo and Eleventy with a bare theme."""

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.machine.site import address_of

# As many pages as a part of the menu can have and still be read; one part with all would make the theme look slow.
GROUP = 100
STORIES = "historier/"
BARE = """<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="/style.css"></head><body><main>{content}</main></body></html>
"""


@dataclass(frozen=True)
class Rival:
    """A generator to stand beside: how its folder is made from plain pages, and the command that builds there."""

    name: str
    prepare: Callable[[Path, Path], None]
    command: Callable[[], list[str] | None]


def plain_pages(root: Path, site: Path, to: Path) -> None:
    """Write every page of a built tree as plain Markdown under `to`, the stories in folders of at most GROUP pages."""
    stories = 0
    for file in sorted((root / "docs").rglob("*.md")):
        source = file.relative_to(root / "docs").as_posix()
        place = source
        if source.startswith(STORIES) and file.name != "index.md":
            place = f"{STORIES}{stories // GROUP + 1:03}/{file.name}"
            stories += 1
        target = to / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(site / address_of(source) / "index.md", target)


def stock(pages: Path, to: Path) -> None:
    """Make a project with Material as it comes: its search, and its menu pruned."""
    settings: dict[str, Any] = {
        "site_name": "Tillit i praksis",
        "site_url": "https://example.org/tillit-i-praksis/",
        "docs_dir": str(pages),
        "theme": {"name": "material", "language": "nb", "font": False, "features": ["navigation.prune"]},
        "plugins": [{"search": {"lang": "no"}}],
        "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables", {"toc": {"toc_depth": 3}}],
    }
    write(to / "mkdocs.yml", yaml.safe_dump(settings))


def stock_without_menu(pages: Path, to: Path) -> None:
    """Make the same with every story outside the menu, as here: what is quickest for the theme."""
    stock(pages, to)
    settings = yaml.safe_load((to / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"nav": [{"Start": "index.md"}, {"Historier": f"{STORIES}index.md"}], "not_in_nav": "/**\n"}
    write(to / "mkdocs.yml", yaml.safe_dump(settings))


def hugo(pages: Path, to: Path) -> None:
    """Make a Hugo site with one template; its name for the page of a folder is `_index.md`."""
    for file in pages.rglob("*.md"):
        place = file.relative_to(pages)
        target = to / "content" / (place.with_name("_index.md") if place.name == "index.md" else place)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    write(to / "config.yaml", "baseURL: https://example.org/\ndisableKinds: [taxonomy, term]\n")
    for name in ("single", "list"):
        html = BARE.format(title="{{ .Title }}", content="{{ .Content }}")
        write(to / "layouts" / "_default" / f"{name}.html", html)
    shutil.copytree(to / "layouts" / "_default", to / "layouts", dirs_exist_ok=True)


def eleventy(pages: Path, to: Path) -> None:
    """Make an Eleventy site with one template; the pages are Markdown and nothing else."""
    shutil.copytree(pages, to / "content")
    html = BARE.format(title="{{ title }}", content="{{ content | safe }}")
    write(to / "content" / "_includes" / "bare.njk", html)
    lines = ('c.addGlobalData("layout", "bare.njk")', "c.setUseGitIgnore(false)")
    rest = '{dir: {input: "content", output: "site"}, markdownTemplateEngine: false, templateFormats: ["md"]}'
    write(to / ".eleventy.js", f"module.exports = c => {{ {'; '.join(lines)}; return {rest}; }};\n")


def write(file: Path, text: str) -> None:
    """Write a text, and the folder it lies in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _mkdocs() -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]


def _found(name: str, *words: str) -> Callable[[], list[str] | None]:
    """Return what gives the command of a program, or None when the machine has no such program."""

    def command() -> list[str] | None:
        program = shutil.which(name)
        return [program, *words] if program else None

    return command


RIVALS: Mapping[str, Rival] = {
    "material": Rival("Material, ren Markdown", stock, _mkdocs),
    "material-uten-meny": Rival("Material, historiene utenfor menyen", stock_without_menu, _mkdocs),
    "hugo": Rival("Hugo, bar mal", hugo, _found("hugo", "--quiet", "--destination", "site")),
    "eleventy": Rival("Eleventy, bar mal", eleventy, _found("eleventy", "--quiet")),
}
