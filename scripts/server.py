"""An nginx to test and measure with: find it, get it where this user may install, and run it with our settings."""

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.hosting.templates import drawn

HOST = "127.0.0.1"

# Debian keeps it outside what ordinary users have on their path.
PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")


def find() -> str | None:
    """Return the path of an nginx whose module for ready-made Brotli is there too, or None."""
    found = shutil.which("nginx") or next((place for place in PLACES if Path(place).exists()), None)
    return found if BROTLI.exists() else None


def ensure() -> None:
    """Get an nginx if there is none and this user may; the tests that need it are skipped without."""
    if find() or os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("Henter nginx til testene …", flush=True)
    # The package would start a server on this machine's own ports; a test starts its own.
    quiet = os.environ | {"RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES]):
        subprocess.run(["apt-get", *command], env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def running(program: str, hosted: Path, scratch: Path) -> Iterator[str]:
    """Run nginx on a free port of this machine with the settings of a hosted folder, and yield the site's address.

    Only the name, the port and the folder in the settings are changed. Raises RuntimeError with nginx' own words if it
    does not start.
    """
    listen = f"{HOST}:{free_port()}"
    written = (hosted / "nginx.conf").read_text(encoding="utf-8")
    settings = local(written, listen, hosted / "public")
    (scratch / "site.conf").write_text(settings, encoding="utf-8")
    main = drawn("nginx-alone.conf", folder=scratch, module=BROTLI, user=getpass.getuser())
    (scratch / "nginx.conf").write_text(main, encoding="utf-8")
    started = subprocess.Popen([program, "-p", str(scratch), "-c", str(scratch / "nginx.conf")], stderr=subprocess.PIPE)
    try:
        wait_for(listen, started)
        yield f"http://{listen}{base_of(written)}"
    finally:
        started.terminate()
        started.communicate(timeout=20)


def local(settings: str, listen: str, public: Path) -> str:
    """Return settings with the name, the port and the folder of this machine."""
    changes = {"listen 8080": f"listen {listen}", "root /srv/tillit;": f"root {public};"}
    for old, new in changes.items():
        settings = settings.replace(old, new)
    first, second = settings.rsplit("server_name ", 1)
    return f"{first}server_name {HOST};{second.split(';', 1)[1]}"


def base_of(settings: str) -> str:
    """Return the path that settings publish the site under."""
    return settings.split("error_page 404 ", 1)[1].split("404.html", 1)[0]


def free_port() -> int:
    """Return a port that no one listens on."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def wait_for(listen: str, started: subprocess.Popen[bytes], seconds: int = 20) -> None:
    """Return when a server answers; raise RuntimeError with what it said if it stops or takes too long."""
    host, port = listen.split(":")
    end = time.monotonic() + seconds
    while time.monotonic() < end and started.poll() is None:
        with socket.socket() as tried:
            if tried.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.05)
    started.terminate()
    raise RuntimeError(f"nginx startet ikke: {started.communicate()[1].decode(errors='replace')}")
