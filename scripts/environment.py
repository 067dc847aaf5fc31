"""Make the project's own Python environment from a hash-locked list, once, and run a command inside it.

Only the standard library of Python 3.11 is used here: this runs before anything is installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
LOCKS = {
    "build": "requirements.txt",
    "zensical": "requirements-zensical.txt",
    "pdf": "requirements-pdf.txt",
    "test": "requirements-test.txt",
}
# The test lock is made with the others as its limit: it holds every package of them, at the same version.
COVERED = {name: [name] for name in LOCKS} | {"test": [*LOCKS]}
OLDEST = (3, 11)


class SetupError(Exception):
    """The environment could not be made; the message says what to do."""


def say(text: str) -> None:
    """Print one line of progress."""
    print(text, flush=True)


def enter(*purposes: str) -> None:
    """Go on in the project's environment: make it if needed, then run this same command again inside it.

    `purposes` are keys of LOCKS. Returns only when already inside an environment that is up to date.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"Python {sys.version.split()[0]} er for gammel. Installer Python 3.11 eller nyere og prøv igjen.")
    try:
        for purpose in purposes:
            ensure(purpose)
    except SetupError as error:
        sys.exit(str(error))
    if Path(sys.prefix).resolve() != FOLDER.resolve():
        try:
            sys.exit(subprocess.call([str(interpreter()), *sys.argv]))
        except KeyboardInterrupt:
            # The command itself was stopped too, and has said so.
            sys.exit(130)


def interpreter() -> Path:
    """Return the environment's Python."""
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure(purpose: str) -> None:
    """Make or bring up to date the environment for a purpose; do nothing when its lock has not changed."""
    lock = ROOT / LOCKS[purpose]
    if interpreter().exists() and _stamp(purpose).exists() and _stamp(purpose).read_text() == _digest(purpose):
        return
    # What a command prints may be read by another program; that it was made ready first is said beside it.
    print(f"Gjør klart miljøet ({lock.name}). Det tar et par minutter første gang …", file=sys.stderr, flush=True)
    if not interpreter().exists():
        create()
    install(lock)
    for covered in COVERED[purpose]:
        _stamp(covered).write_text(_digest(covered))


def _stamp(purpose: str) -> Path:
    return FOLDER / f"tip-{purpose}.sha256"


def _digest(purpose: str) -> str:
    return hashlib.sha256((ROOT / LOCKS[purpose]).read_bytes()).hexdigest()


def create() -> None:
    """Make an empty environment, also where Debian has left out the part of Python that does it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    if _run([sys.executable, "-m", "venv", str(FOLDER)]) or _create_with_outer_pip():
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    if _install_venv_package() and _run([sys.executable, "-m", "venv", str(FOLDER)]):
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    raise SetupError("Python mangler venv. Kjør «sudo apt install python3-venv» og prøv igjen.")


def _create_with_outer_pip() -> bool:
    """Make an environment without pip of its own if the Python outside has one that can install into it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    can_reach_in = _run([sys.executable, "-m", "pip", "--python", sys.executable, "--version"])
    return can_reach_in and _run([sys.executable, "-m", "venv", "--without-pip", str(FOLDER)])


def _install_venv_package() -> bool:
    """Install Debian's package where this user may."""
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say("Installerer python3-venv …")
    update = ["apt-get", "update", "-qq"]
    return _run(update) and _run(["apt-get", "install", "-y", "-qq", "python3-venv"])


def install(lock: Path) -> None:
    """Install exactly what the lock lists, each file checked against its hash."""
    asks = ["install", "--require-hashes", "--disable-pip-version-check", "--quiet", "-r", str(lock)]
    own = [str(interpreter()), "-m", "pip"]
    pip = own if _run([*own, "--version"]) else [sys.executable, "-m", "pip", "--python", str(interpreter())]
    result = subprocess.run([*pip, *asks], capture_output=True, text=True)
    if result.returncode:
        last = (result.stderr.strip().splitlines() or ["ukjent feil"])[-1]
        raise SetupError(f"Pakkene i {lock.name} lot seg ikke installere. Er maskinen på nett? pip sier: {last}")


def _run(command: list[str]) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
