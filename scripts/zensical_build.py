"""Write the pages of a site with Zensical: `python3 scripts/zensical_build.py MAPPE`, from the top of a tree.

Started by `build.py --engine zensical`, in a process of its own as MkDocs is.
"""

import os
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import zensical

from macros import registry
from macros.content import placeholders
from macros.search import worker
from scripts import page_files, search_index, whole_page
from scripts.zensical_page import BEGIN, END, READ

CONFIGURATION = "zensical.yml"
CONTENT = re.compile(f"{BEGIN}(.*?){END}", re.DOTALL)
# What the engine writes for its own search, as data or as a script, and the scripts that nothing here starts.
NOT_USED = ("search.json", "search.js", "assets/javascripts", "assets/stylesheets/modern")


def write(root: Path, folder: Path) -> None:
    """Write the pages of a tree into a folder under it; raise RuntimeError with the engine's own words."""
    os.environ["TIP_SITE_DIR"] = str(folder)
    registry.hold_library()
    placeholders.activate()
    zensical.build(str(root / CONFIGURATION), {"clean": True, "strict": False})
    for file in sorted(folder.rglob("*.html")):
        finish(file)
    join_search_worker(folder)
    tokens = (root / "overrides" / "assets" / "tokens.css").read_text(encoding="utf-8")
    (folder / "assets" / "schemes.css").write_text(page_files.schemes(tokens), encoding="utf-8")
    entries = [entry for page in sorted(READ.entries, key=place_in_order) for entry in READ.entries[page]]
    search_index.write(folder, {}, entries, READ.pages, registry.sound_library())
    for name in NOT_USED:
        leave_out(folder / name)


def finish(file: Path) -> None:
    """Put the components back into a page that has been written, and let it start our search worker."""
    html = file.read_text(encoding="utf-8")
    whole = CONTENT.sub(lambda found: whole_page.shown(found[1], READ.held), html)
    file.write_text(worker.point(whole, file.name), encoding="utf-8")


def join_search_worker(folder: Path) -> None:
    """Publish the parts of the search worker as one script."""
    parts = sorted((folder / worker.PARTS).glob("*.js"))
    texts = [part.read_text(encoding="utf-8") for part in parts]
    for part in parts:
        part.unlink()
    (folder / worker.ADDRESS).write_text(worker.joined(texts), encoding="utf-8")


def place_in_order(page: str) -> list[tuple[bool, bool, str]]:
    """Return what puts pages in the order MkDocs has them: those of a folder first, with its own page before others."""
    *folders, name = page.split("/")
    return [*((True, True, folder) for folder in folders), (False, name != "index.md", name)]


def leave_out(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def main() -> int:
    """Write the pages; return 1 and say why if the engine stops, or has written what was not expected."""
    try:
        write(Path.cwd(), Path(sys.argv[1]))
    except (RuntimeError, ValueError) as error:
        # What comes after the first line is where in the code it was.
        print(f"ERROR: {str(error).splitlines()[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
