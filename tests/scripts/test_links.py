"""`links.py`: what each kind of answer becomes, asked of a server of our own."""

import http.server
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import links
from scripts.answers import Answer, ask
from tests.conftest import ROOT, MakeTree

# A certificate nobody has signed, made for this test and trusted by no one.
SELF_SIGNED = Path(__file__).parent / "data" / "self-signed.pem"
MOVES = {
    "/moved": (301, "/ok"),
    "/moved-too": (308, "/moved"),
    "/for-now": (302, "/ok"),
    "/for-now-then-good": (307, "/moved"),
    "/to-nothing": (301, "/missing"),
    "/round": (301, "/about"),
    "/about": (301, "/round"),
    "/to-itself": (302, "/to-itself"),
    "/nowhere": (301, ""),
    "/to-nonsense": (301, "http://[/"),
}
SLOW = 1.5

# The address of the server, and what it has been asked: method and path.
Server = tuple[str, list[tuple[str, str]]]


class Site(http.server.BaseHTTPRequestHandler):
    """Answers by the path asked for, and remembers what was asked."""

    asked: list[tuple[str, str]]

    def answer(self) -> None:
        self.asked.append((self.command, self.path))
        status, target = MOVES.get(self.path, (0, ""))
        if self.path == "/slow":
            time.sleep(SLOW)
        if self.path.startswith("/status/"):
            status = int(self.path.rpartition("/")[2])
        if self.path == "/get-only":
            status = 405 if self.command == "HEAD" else 200
        if self.path == "/missing":
            status = 404
        self.send_response(status or 200)
        if target:
            self.send_header("Location", target)
        self.end_headers()

    do_GET = do_HEAD = answer  # noqa: N815 - the library's names

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Server]:
    handler = type("Handler", (Site,), {"asked": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", handler.asked
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "verdict", "status"),
    [
        ("/ok", "works", 200),
        ("/get-only", "works", 200),
        ("/med%20mellomrom?q=a&b=c", "works", 200),
        ("/på-norsk", "works", 200),
        ("/for-now", "works", 200),
        ("/for-now-then-good", "works", 200),
        ("/to-nothing", "missing", 404),
        ("/missing", "missing", 404),
        ("/status/410", "gone", 410),
        ("/status/401", "closed", 401),
        ("/status/403", "closed", 403),
        ("/status/429", "closed", 429),
        ("/status/500", "failing", 500),
        ("/status/503", "failing", 503),
        ("/nowhere", "failing", 301),
    ],
)
def test_a_status_becomes_a_verdict(path: str, verdict: str, status: int, site: Server) -> None:
    assert ask(site[0] + path, 5) == Answer(verdict, status)  # type: ignore[arg-type] # the table holds plain text


@pytest.mark.parametrize("path", ["/moved", "/moved-too"])
def test_an_address_that_has_moved_for_good_tells_where_to(path: str, site: Server) -> None:
    assert ask(site[0] + path + "#sted", 5) == Answer("moved", 200, site[0] + "/ok")


@pytest.mark.parametrize("path", ["/round", "/to-itself"])
def test_addresses_that_send_the_reader_in_a_ring_are_told(path: str, site: Server) -> None:
    assert ask(site[0] + path, 5).verdict == "loop"


def test_a_server_that_does_not_answer_in_time_is_slow(site: Server) -> None:
    assert ask(site[0] + "/slow", 0.3).verdict == "slow"


def test_a_certificate_nobody_vouches_for_is_insecure() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(SELF_SIGNED)
    handler = type("Handler", (Site,), {"asked": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.handle_error = lambda *_: None  # type: ignore[method-assign] # the refusal is what we are after
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        assert ask(f"https://127.0.0.1:{server.server_port}/", 5).verdict == "insecure"
        server.shutdown()


def test_a_server_that_is_not_there_is_unreachable_and_a_name_that_is_not_there_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/", 5).verdict == "unreachable"

    def no_such_name(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    assert ask("http://finnes.ikke.example/", 5).verdict == "unknown"


@pytest.mark.parametrize("address", ["http://[/", "{site}/to-nonsense", "http://a..b/"])
def test_an_address_that_cannot_be_read_is_unreachable_and_no_traceback(address: str, site: Server) -> None:
    assert ask(address.format(site=site[0]), 5).verdict == "unreachable"


def test_addresses_are_found_with_their_places_and_without_the_sentence_around_them(tree: MakeTree) -> None:
    root = tree(
        {
            "docs/a.md": "Se [her](https://a.example/x_(y)), eller https://a.example/z.\n",
            "docs/data/sources/s.yaml": '# https://i.en.kommentar/\nurl: "https://a.example/z"\n',
        }
    )
    assert links.addresses(root) == {
        "https://a.example/x_(y)": [(root / "docs/a.md", 1)],
        "https://a.example/z": [(root / "docs/a.md", 1), (root / "docs/data/sources/s.yaml", 2)],
    }


def test_every_address_of_the_content_is_found() -> None:
    found = links.addresses(ROOT)
    for file in (ROOT / "docs" / "data" / "sources").glob("*.yaml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("url: "):
                assert any(place[0] == file for place in found.get(line[5:].strip('"'), [])), line


def test_one_server_is_asked_one_thing_at_a_time_with_a_pause(site: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once, most, slept = [0], [0], []

    def one(address: str, timeout: float) -> Answer:
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        threading.Event().wait(0.02)
        at_once[0] -= 1
        return Answer("works", 200)

    monkeypatch.setattr(links, "ask", one)
    monkeypatch.setattr(links.time, "sleep", slept.append)
    links.ask_all([f"{site[0]}/{number}" for number in range(4)], 4, 5, 0.2)
    assert (most, slept) == ([1], [0.2] * 4)


def test_what_did_not_answer_is_asked_once_more(site: Server) -> None:
    links.ask_all([site[0] + "/slow", site[0] + "/missing"], 1, 0.2, 0)
    assert [path for method, path in site[1] if method == "HEAD"] == ["/slow", "/slow", "/missing"]


def run(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "links.py"), "--root", str(root), "--pause", "0"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_lists_what_to_mend_with_its_place_and_fails_only_for_what_is_broken(
    tree: MakeTree, site: Server
) -> None:
    data = "docs/data/sources/s.yaml"
    result = run(tree({data: f"a: {site[0]}/ok\nb: {site[0]}/moved\nc: {site[0]}/status/403\n"}))
    lines = result.stdout.splitlines()
    assert (result.returncode, result.stderr) == (0, "")
    assert lines[0].startswith(f"{data}:2: lenke – {site[0]}/moved: har flyttet for godt til {site[0]}/ok – ")
    assert "(403)" in lines[1]
    assert lines[2] == "3 adresser: 1 virker, 1 har flyttet, 0 er brutt, 1 kunne ikke avgjøres."

    result = run(tree({data: f"a: {site[0]}/missing\n"}))
    assert result.returncode == 1
    assert "siden finnes ikke (404) – finn den nye adressen" in result.stdout


def test_a_machine_without_a_network_is_not_told_that_everything_is_gone(tree: MakeTree) -> None:
    result = run(tree({"docs/data/sources/s.yaml": "a: http://127.0.0.1:9/x\nb: http://127.0.0.1:9/y\n"}))
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout == "Ingen av adressene svarte. Sjekk at maskinen er på nett, og prøv igjen.\n"


def test_a_folder_without_content_is_told_without_a_traceback(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert (result.returncode, result.stderr) == (1, "")
    assert "Fant ingen mappe som heter docs" in result.stdout


def test_every_verdict_has_words_for_the_editor() -> None:
    from typing import get_args

    from scripts.answers import Verdict

    assert set(links.MEANINGS) == set(get_args(Verdict)) - {"works"}
    assert set(links.MEANINGS) >= links.BROKEN
