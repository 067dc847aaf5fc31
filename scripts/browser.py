"""Find a Chromium to test with, or get one: an installed one, the system's package, or Playwright's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# No call home: the tests must see the requests of our pages and nothing else.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def find() -> str | None:
    """Return the path of an installed browser, or None. TIP_BROWSER in the environment goes first."""
    if asked := os.environ.get("TIP_BROWSER"):
        return asked
    on_path = (shutil.which(name) for name in NAMES)
    return next((found for found in on_path if found), None) or next(
        (place for place in PLACES if Path(place).exists()), None
    )


def flags() -> list[str]:
    """Return the flags a test browser is started with; root has no sandbox to start in."""
    as_root = os.name != "nt" and os.geteuid() == 0
    return [*FLAGS, *(["--no-sandbox"] if as_root else [])]


def ensure() -> None:
    """Get a browser if there is none; raise RuntimeError with what to do if that fails."""
    if find() or _playwrights_own():
        return
    print("Henter en nettleser til testene …", flush=True)
    if not (_system_package() or _download()):
        raise RuntimeError(
            "Fant ingen Chromium. Installer Chromium eller Chrome, eller sett TIP_BROWSER til den du har."
        )


def _playwrights_own() -> bool:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def _system_package() -> bool:
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    subprocess.run(["apt-get", "update", "-qq"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return done.returncode == 0 and find() is not None


def _download() -> bool:
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"]).returncode == 0
