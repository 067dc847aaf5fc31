"""What the tests share: small trees to check, and the real site built once."""

import datetime
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from macros import registry
from macros.language import drafts
from scripts import configuration, pdf, scratch, server
from scripts.hosting.assemble import Publication, assemble

ROOT = Path(__file__).resolve().parent.parent
MOMENT = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)

MakeTree = Callable[[dict[str, str]], Path]


@pytest.fixture
def tree(tmp_path: Path) -> MakeTree:
    """Return a function that writes files, by path, into a fresh tree laid out like the project."""

    def make(files: dict[str, str]) -> Path:
        (tmp_path / "docs" / "data").mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return make


def copy_project(to: Path) -> Path:
    """Copy what the site is built from into a folder of its own."""
    scratch.copy(ROOT, to)
    return to


def build(root: Path, engine: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Build a copied tree with the environment the tests run in."""
    code = (
        "import sys; from pathlib import Path; from scripts import build; build.build(Path(sys.argv[1]), sys.argv[2])"
    )
    env = os.environ | {"SOURCE_DATE_EPOCH": "1795564800", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", code, str(root), engine]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, timeout=1800)


# Stands in a draft that no editor has approved, and must stand nowhere in what is built.
UNAPPROVED = "umerkeleg-utkastord"


def plant_draft(root: Path) -> None:
    """Put a draft of nynorsk beside an entry of a copied tree."""
    found = drafts.texts_of(
        yaml.safe_load((root / "docs/data/checklists/selvledelse.yaml").read_text(encoding="utf-8"))
    )
    title = found["title"]
    draft = drafts.DraftText(
        field="title", source=drafts.fingerprint(title.nb), nb=f"{title.nb} {UNAPPROVED}", nn=UNAPPROVED
    )
    drafts.save(drafts.file_of(root / "docs", "checklists", "selvledelse"), [draft], "checklist")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with `site/` and `dist/` built from the real content."""
    return built_once(shared(tmp_path_factory) / "project", "mkdocs")


@pytest.fixture(scope="session")
def zensical_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project built with the other engine."""
    return built_once(shared(tmp_path_factory) / "zensical", "zensical")


def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all the processes that run the tests have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def built_once(root: Path, engine: str) -> Path:
    """Return a folder with the project built from the real content."""

    def work() -> None:
        plant_draft(copy_project(root))
        result = build(root, engine)
        assert result.returncode == 0, result.stdout + result.stderr

    return done_once(root, work)


def done_once(folder: Path, work: Callable[[], None]) -> Path:
    """Make a folder and do the work in the first of the processes that run the tests, and let the others wait."""
    verdict = folder.with_suffix(".verdict")
    try:
        folder.mkdir()
    except FileExistsError:
        wait_for(verdict)
    else:
        said = "arbeidet stanset"
        try:
            work()
            said = ""
        except Exception as error:
            said = str(error)
            raise
        finally:
            verdict.with_suffix(".part").write_text(said, encoding="utf-8")
            verdict.with_suffix(".part").rename(verdict)
    assert verdict.read_text(encoding="utf-8") == ""
    return folder


@dataclass(frozen=True)
class WithPdf:
    """The built site and its copy without a network, with every PDF put in."""

    online: Path
    offline: Path


@pytest.fixture(scope="session")
def with_pdf(project: Path, tmp_path_factory: pytest.TempPathFactory) -> WithPdf:
    """Return copies of the built site and of the one without a network, with every PDF put in."""
    folder = shared(tmp_path_factory) / "with-pdf"
    found = WithPdf(folder / "online", folder / "offline" / "tillit-i-praksis")

    def work() -> None:
        shutil.copytree(project / "site", found.online)
        shutil.unpack_archive(project / "dist" / "tillit-i-praksis.zip", folder / "offline")
        made = pdf.make(registry.library(), pdf.Workshop(found.online, configuration.site(ROOT), MOMENT))
        pdf.put(made, found.online, directory_urls=True)
        pdf.put(made, found.offline, directory_urls=False)

    done_once(folder, work)
    return found


def wait_for(file: Path, seconds: int = 1800) -> None:
    """Return when a file is there."""
    end = time.monotonic() + seconds
    while not file.exists():
        assert time.monotonic() < end, f"{file.name} kom ikke"
        time.sleep(1)


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """Return the built site."""
    return project / "site"


@pytest.fixture(scope="session")
def offline(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the offline zip unpacks to."""
    return unpacked(project, tmp_path_factory.mktemp("offline"))


@pytest.fixture(scope="session")
def zensical_site(zensical_project: Path) -> Path:
    """Return the site built with the other engine."""
    return zensical_project / "site"


@pytest.fixture(scope="session")
def zensical_offline(zensical_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the offline zip made with the other engine unpacks to."""
    return unpacked(zensical_project, tmp_path_factory.mktemp("zensical-offline"))


def unpacked(root: Path, folder: Path) -> Path:
    """Unpack the offline zip of a built tree into a folder, and return the top of what was in it."""
    shutil.unpack_archive(root / "dist" / "tillit-i-praksis.zip", folder)
    return folder / "tillit-i-praksis"


@pytest.fixture(scope="session")
def hosted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder a server publishes the built site from; compressed quickly, which the bytes sent do not show."""
    folder = tmp_path_factory.mktemp("hosted")
    publication = Publication(configuration.site(ROOT).url, "mailto:sikkerhet@example.org", MOMENT)
    assemble(site, folder, publication, quality=2)
    return folder


@pytest.fixture(scope="session")
def published(hosted: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the hosted site on a real nginx with the settings we write, or skip without one."""
    program = server.find()
    if not program:
        pytest.skip("fant ikke nginx med libnginx-mod-http-brotli-static")
    with server.running(program, hosted, tmp_path_factory.mktemp("nginx")) as address:
        yield address
