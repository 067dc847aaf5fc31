"""The stylesheets and scripts that a page needs: those of the components it shows, after what they use themselves."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPONENTS = ROOT / "overrides" / "components"
COMPONENT_ROOT = re.compile(r'data-component="([a-z-]+)"')
SHARED_SCRIPTS = ROOT / "overrides" / "assets" / "work"
USES = re.compile(r"(?:// |/\* )uses: (.+?)(?: \*/)?\n")


def forget() -> None:
    """Look the components up again, for their templates may have changed."""
    for found in (_folders, _roots, _of_component):
        found.cache_clear()


def schemes(tokens: str) -> str:
    """Return rules that give the frames of the gallery the light or the dark tokens when the reader asks for them."""
    light, _, dark = tokens.partition("@media (prefers-color-scheme: dark)")
    rules = []
    for name, part in (("light", light), ("dark", dark)):
        values = "".join(f"  {line.strip()}\n" for line in part.splitlines() if line.strip().startswith("--tip-"))
        chosen = f'.tip-gallery:has([value="{name}"]:checked) .tip-gallery__frame'
        rules.append(f"{chosen} {{\n{values}  color-scheme: {name};\n}}\n")
    return "\n".join(rules)


def of_page(html: str, suffix: str) -> list[str]:
    """Return the stylesheets or scripts of the components a page shows, so that it loads those and no others.

    Cards and lists of a component share its stylesheet; its script is for the component itself.
    """
    shown = {name.replace("-", "_") for name in COMPONENT_ROOT.findall(html)}
    folders = [folder for folder in _folders() if (folder.name in shown if suffix == ".js" else shown & _roots(folder))]
    files = [folder / f"{folder.name}{suffix}" for folder in folders]
    return list(dict.fromkeys(name for file in files for name in _of_component(file)))


@cache
def _folders() -> list[Path]:
    return sorted(COMPONENTS.iterdir())


@cache
def _of_component(file: Path) -> list[str]:
    return _with_used(file) if file.exists() else []


def _with_used(file: Path) -> list[str]:
    """Return a script or a stylesheet after all that it and they say on their first line that they use."""
    found = USES.match(file.read_text(encoding="utf-8"))
    used = [name for word in (found[1].split() if found else []) for name in _with_used(_used(word, file.suffix))]
    return [*used, file.relative_to(COMPONENTS.parent).as_posix()]


def _used(name: str, suffix: str) -> Path:
    """Return the script or stylesheet of a component, or one that several share."""
    own = COMPONENTS / name / f"{name}{suffix}"
    return own if own.exists() else SHARED_SCRIPTS / f"{name}{suffix}"


@cache
def _roots(folder: Path) -> set[str]:
    """Return the component names that the templates of a folder write."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.html"))]
    return {name.replace("-", "_") for text in texts for name in COMPONENT_ROOT.findall(text)}
