"""Build everything that is published: the site, its JSON, and the zip for use without a network."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts import engines, environment
from scripts.engines import ENGINES
from scripts.environment import ROOT, say

if __name__ == "__main__":
    environment.enter(engines.purpose(sys.argv), *(["pdf"] if "--pdf" in sys.argv else []))

from macros import registry
from macros.documents import meeting_pack
from macros.machine import pages, sitemap
from scripts import age, audit, check, configuration, dead_links, export, packing, publish, sbom, unchanged

ZIP_NAME = "tillit-i-praksis.zip"
START_PAGE = "index.html"


class BuildError(Exception):
    """The build stopped; the message says why. Nothing that was there before has been changed."""


def build(root: Path, engine: str = engines.USUAL, *, with_pdf: bool = False) -> None:
    """Build `site/` and `dist/` of a tree; replace what is there only when everything has gone well.

    `engine` is a key of ENGINES.
    """
    with tempfile.TemporaryDirectory(prefix=".bygg-", dir=root) as scratch:
        online, offline, dist = (Path(scratch) / name for name in ("site", "offline", "dist"))
        step("Sjekker innholdet")
        refuse_problems(root)
        step("Bygger nettstedet")
        render(root, online, engine, offline=False)
        refuse_unsound(online, root, engine)
        step("Bygger kopien for bruk uten nett")
        render(root, offline, engine, offline=True)
        refuse_unsound(offline, root, engine)
        if with_pdf:
            step("Lager PDF")
            add_pdf(root, online, offline)
            # The links to the documents have come since.
            refuse_unsound(online, root, engine)
            refuse_unsound(offline, root, engine)
        step("Pakker")
        dist.mkdir()
        pack(root, offline, dist, engine, with_pdf=with_pdf)
        replace(online, root / "site")
        replace(dist, root / "dist")


def step(text: str) -> None:
    """Say what is being done."""
    say(f"{text} …")


def refuse_problems(root: Path) -> None:
    """Raise BuildError with every problem in the content."""
    if found := check.problems(root):
        raise BuildError(check.report(found, root) + "\nIngenting er bygget.")


def refuse_unsound(folder: Path, root: Path, engine: str) -> None:
    """Raise BuildError with all in a built site that is not on the list of what it may hold, or with its dead links."""
    if found := list(audit.faults(folder, root)):
        told = "Nettstedet har noe som ikke står på listen over det som er tillatt:\n"
        raise BuildError(f"{told}{audit.report(found)}\nIngenting er bygget.")
    if not ENGINES[engine].follows_links and (dead := list(dead_links.dead(folder))):
        lines = audit.report([f"{page}: lenken «{link}» fører ingen steder" for page, link in dead])
        raise BuildError(f"Nettstedet har døde lenker:\n{lines}\nIngenting er bygget.")


def render(root: Path, folder: Path, engine: str, *, offline: bool) -> None:
    """Let an engine write the pages into a folder, and add the JSON; raise BuildError with the engine's own words."""
    result = subprocess.run(
        ENGINES[engine].command(root, folder),
        cwd=root,
        env=settings(root, offline),
        capture_output=True,
        text=True,
    )
    if result.returncode:
        raise BuildError("Nettstedet lot seg ikke bygge:\n" + reasons(result.stdout + result.stderr))
    if offline:
        leave_out(folder)
    library, site = registry.library(root), configuration.site(root)
    meeting_pack.write_all(library, folder, directory_urls=not offline)
    export.write_api(library, site, folder, directory_urls=not offline)
    if not offline:
        publish.write_all(library, site, folder)


def add_pdf(root: Path, online: Path, offline: Path) -> None:
    """Make the PDFs of the built site and put them into it and into the copy; raise BuildError if one cannot be."""
    # Only who asks for PDF has the packages that it takes.
    from scripts import pdf

    shop = pdf.Workshop(online, configuration.site(root), age.of_content(root))
    try:
        made = pdf.make(registry.library(root), shop)
        pdf.put(made, online, directory_urls=True)
        pdf.put(made, offline, directory_urls=False)
    except pdf.PdfError as error:
        raise BuildError(str(error)) from error


def leave_out(folder: Path) -> None:
    """Remove from the copy for use without a network what only makes sense where there is a host."""
    # Only a server shows this page, and it links from the top of a host.
    for name in ("404.html", sitemap.ADDRESS, f"{sitemap.ADDRESS}.gz"):
        (folder / name).unlink(missing_ok=True)
    # No one is shown a picture of a page that cannot be shared.
    shutil.rmtree(folder / pages.IMAGES)


def pack(root: Path, offline: Path, dist: Path, engine: str, *, with_pdf: bool) -> None:
    """Write the zip, the lists of what is in it and of what built it, and the checksums of the three."""
    archive, moment = dist / ZIP_NAME, age.of_content(root)
    try:
        packing.pack(offline, archive, ZIP_NAME.removesuffix(".zip"))
    except packing.UnsafeNameError as error:
        raise BuildError(str(error)) from error
    export.write(dist / sbom.SHIPPED, sbom.shipped(root, offline, archive, moment, engine))
    export.write(dist / sbom.BUILT_WITH, sbom.built_with(root, moment, engine, with_pdf=with_pdf))
    export.write_text(dist / "SHA256SUMS", packing.checksums(sorted(dist.iterdir())))


def settings(root: Path, offline: bool) -> dict[str, str]:
    """Return the environment variables a build depends on: its age, and whether it is the offline copy."""
    built = age.of_content(root)
    return os.environ | {
        "SOURCE_DATE_EPOCH": str(int(built.timestamp())),
        "TIP_CONTENT_DAY": age.written(built),
        "TIP_OFFLINE": "true" if offline else "false",
        "NO_MKDOCS_2_WARNING": "1",
        "NO_COLOR": "1",
        "PYTHONHASHSEED": "0",
    }


def reasons(output: str) -> str:
    """Return the lines of an engine's output that say what is wrong."""
    lines = [line for line in output.splitlines() if line.startswith(("WARNING", "ERROR")) or "Error" in line]
    return "\n".join(lines or output.splitlines()[-5:])


def replace(new: Path, old: Path) -> None:
    """Put a finished folder where an older one may be."""
    aside = new.with_name(f"{new.name}-gammel")
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def serve(root: Path) -> int:
    """Show a live preview until it is stopped."""
    command = [sys.executable, str(root / "scripts" / "mkdocs_preview.py")]
    try:
        return subprocess.call(command, cwd=root, env=settings(root, offline=False) | {"PYTHONDONTWRITEBYTECODE": "1"})
    except KeyboardInterrupt:
        return 0


def asked() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    # What is needed is installed before this is read, from the options as they are written whole.
    parser = argparse.ArgumentParser(description="Bygg nettstedet og kopien for bruk uten nett.", allow_abbrev=False)
    parser.add_argument("--serve", action="store_true", help="vis nettstedet mens du arbeider")
    parser.add_argument(engines.FLAG, choices=ENGINES, default=engines.USUAL, help="det som skriver sidene")
    parser.add_argument("--pdf", action="store_true", help="lag også PDF av håndboka, temaene og verktøyene")
    parser.add_argument("--force", action="store_true", help="bygg på nytt selv om ingenting er endret")
    args = parser.parse_args()
    if args.serve and args.engine != engines.USUAL:
        parser.error(f"--serve viser sidene med {engines.USUAL}: utelat {engines.FLAG}")
    if args.serve and args.pdf:
        parser.error("--serve viser sidene uten PDF: utelat --pdf")
    return args


def main() -> int:
    """Build, or serve a preview; return 1 and change nothing if anything is wrong."""
    args = asked()
    if args.serve:
        return serve(ROOT)
    started = time.monotonic()
    choices = [args.engine, *(["pdf"] if args.pdf else [])]
    found = unchanged.inputs(ROOT, settings(ROOT, offline=False), *choices)
    if not args.force and unchanged.is_same(ROOT, found):
        say("Ingenting er endret siden sist: site/ og dist/ er fra før. Bygg likevel med --force.")
        return 0
    try:
        build(ROOT, args.engine, with_pdf=args.pdf)
        unchanged.note(ROOT, found)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    tell_what_is_made(time.monotonic() - started)
    return 0


def tell_what_is_made(seconds: float) -> None:
    """Say where everything is, and how long it took."""
    count = sum(1 for _ in (ROOT / "site").rglob("*.html"))
    size = (ROOT / "dist" / ZIP_NAME).stat().st_size / 1_000_000
    say(f"\nFerdig på {seconds:.0f} sekunder.")
    say(
        f"  site/                       nettstedet, {count} sider. Vis det med: python3 -m http.server --directory site"
    )
    say(f"  dist/{ZIP_NAME}   kopien uten nett, {size:.1f} MB. Pakk ut og åpne {START_PAGE}")
    say(f"  dist/{sbom.SHIPPED}  hva som følger med av andres arbeid, og dist/{sbom.BUILT_WITH} hva som bygde det")
    say("  dist/SHA256SUMS             kontrollsummer for filene i dist/")


if __name__ == "__main__":
    sys.exit(main())
