"""The live preview: the page that is open comes first, then the rest; what must be mended stands in the page's place.

Started by `build.py --serve`. Built on the server of MkDocs, which watches files and reloads browsers.
"""

import importlib
import io
import logging
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.livereload import LiveReloadServer, _timestamp

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.mkdocs_preview_build import (
    HOST,
    PORT,
    ROOT,
    MendError,
    build_whole,
    check,
    configured,
    finish,
    only,
    refuse,
    tell,
)

WATCHED = ("docs", "macros", "overrides", "mkdocs.yml")
TEMPLATE = Path(__file__).with_name("preview.html")


class Preview(LiveReloadServer):
    """Serves the last good site, or what must be mended; rebuilds when files change."""

    def __init__(self) -> None:
        self.scratch = Path(tempfile.mkdtemp(prefix="tillit-"))
        self.lines: list[str] = []
        self.open = ""
        self.stamps: dict[Path, int] = {}
        self.made = 0
        self.good = False
        self.child: subprocess.Popen[str] | None = None
        super().__init__(self.rebuild, HOST, PORT, str(self.scratch / "0"))
        self.error_handler = self.not_found

    def rebuild(self) -> None:
        """Show what the changed files give: the open page at once, and the whole site when it is built; never raise."""
        started = time.monotonic()
        self.stop_child()
        changed = self.changed()
        try:
            if self.good and self.show_open_page(changed):
                tell(f"Vist på {time.monotonic() - started:.1f} s: {', '.join(changed)}")
        except MendError as problems:
            self.show_lines(problems.args[0])
            return
        except (Exception, SystemExit) as error:
            self.show_lines([f"{type(error).__name__}: {error}"])
            return
        self.start_child(started)

    def changed(self) -> list[str]:
        """Return the files that are new or changed since last time, as paths from the top of the project."""
        before, self.stamps = self.stamps, stamps()
        return [path_of(file) for file, stamp in self.stamps.items() if before.get(file) != stamp]

    def show_open_page(self, changed: list[str]) -> bool:
        """Build only the page that is open, over the last good one; raise MendError if it or an entry has problems."""
        pages = {ROOT / path for path in changed if path.endswith(".md")}
        registry = importlib.import_module("macros.registry")
        registry.let_library_go()
        config = configured(self.root)
        made = only(config, self.open)
        importlib.import_module("macros.registry").let_library_go()
        refuse(check().near(ROOT, sorted(pages | ({ROOT / "docs" / made.file.src_uri} if made else set()))))
        if made:
            finish(config, made)
            self.lines = []
            self.reload()
        return made is not None

    def start_child(self, started: float) -> None:
        """Build the whole site beside the last good one, in a process that a new change can stop."""
        self.made += 1
        new = self.scratch / str(self.made)
        command = [sys.executable, __file__, "--whole", str(new)]
        child = self.child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self.follow, args=(child, new, started), daemon=True).start()

    def stop_child(self) -> None:
        """Stop building a site that is out of date before it is done."""
        child, self.child = self.child, None
        if child and child.poll() is None:
            child.kill()

    def follow(self, child: "subprocess.Popen[str]", new: Path, started: float) -> None:
        """Wait for the whole site, and put it in the place of the last good one, or show what must be mended."""
        said = child.communicate()[0]
        if self.child is not child:
            shutil.rmtree(new, ignore_errors=True)
        elif child.returncode:
            self.show_lines(said.splitlines())
        else:
            self.replace(new)
            tell(f"Alle sidene er klare på {time.monotonic() - started:.1f} s.")

    def replace(self, new: Path) -> None:
        """Serve a new site, and reload the open page if it is another now."""
        old, page = Path(self.root), f"{self.open}index.html"
        before = (old / page).read_bytes() if (old / page).is_file() and not self.lines else b""
        is_same = (new / page).is_file() and before == (new / page).read_bytes()
        self.root, self.lines, self.good = str(new), [], True
        shutil.rmtree(old, ignore_errors=True)
        if not is_same:
            self.reload()

    def show_lines(self, lines: list[str]) -> None:
        """Show what must be mended, in the terminal and in the place of every page."""
        self.lines = lines
        tell("\n".join(["Noe må rettes:", *lines]))
        self.reload()

    def reload(self) -> None:
        """Let the browsers ask again, while the rest is being built."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(_timestamp(), self._visible_epoch + 1)
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        if path.endswith("/"):
            self.open = path.removeprefix("/")
        if self.lines and (path.endswith((".html", "/"))):
            return self._page(start_response)
        with self._epoch_cond:
            # What was shown last is shown until there is something new: a build takes its time.
            self._wanted_epoch = self._visible_epoch
        found: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return found

    def _page(self, start_response: Any) -> Iterable[bytes]:
        template = jinja2.Environment(autoescape=True).from_string(TEMPLATE.read_text(encoding="utf-8"))
        html: bytes = self._inject_js_into_html(  # type: ignore[no-untyped-call] # MkDocs gives it no types
            template.render(lines=self.lines).encode(), self._visible_epoch
        )
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(html)))])
        return io.BytesIO(html)

    def not_found(self, code: int) -> bytes | None:
        """Return the page of the site that says that there is no such page."""
        page = Path(self.root) / "404.html"
        return page.read_bytes() if code == 404 and page.is_file() else None


def path_of(file: Path) -> str:
    """Return a file as a path from the top of the project."""
    return file.relative_to(ROOT).as_posix()


def stamps() -> dict[Path, int]:
    """Return when each watched file was last changed."""
    tops = [ROOT / name for name in WATCHED]
    files = [file for top in tops for file in (top.rglob("*") if top.is_dir() else [top]) if file.suffix != ".pyc"]
    return {file: file.stat().st_mtime_ns for file in files if file.is_file()}


def main() -> None:
    """Show the site until stopped."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    tell("Bygger nettstedet. Det tar litt tid første gang …")
    server = Preview()
    server.rebuild()
    if server.child:
        server.child.wait()
    for name in WATCHED:
        server.watch(str(ROOT / name))
    tell(f"Viser nettstedet på {server.url}. Stopp med Ctrl+C.")
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs gives it no types
    except KeyboardInterrupt:
        pass
    finally:
        server.stop_child()
        server.shutdown()
        shutil.rmtree(server.scratch, ignore_errors=True)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    if sys.argv[1:2] == ["--whole"]:
        sys.exit(build_whole(sys.argv[2]))
    main()
