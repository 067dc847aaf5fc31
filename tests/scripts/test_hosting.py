"""What a server publishes: names with checksums, one policy that every page keeps, and nginx sending just that."""

import base64
import gzip
import hashlib
import http.client
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from scripts import configuration
from scripts.hosting import fingerprint, policy
from scripts.hosting.assemble import Publication, assemble
from scripts.hosting.headers import whole_folders
from tests.conftest import MOMENT, ROOT

BASE = urlsplit(configuration.site(ROOT).url).path
HASHED = re.compile(r"\.[0-9a-f]{10}\.(?:css|js|svg)$")
Answer = tuple[int, dict[str, str], bytes]


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for a path as it is written, which other clients would tidy first."""
    there = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    there.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        there.putheader(name.replace("_", "-"), value)
    there.endheaders()
    answer = there.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    there.close()
    return found


def top(hosted: Path) -> Path:
    return hosted / "public" / BASE.strip("/")


def policy_of(hosted: Path) -> str:
    found = re.search(r'add_header Content-Security-Policy "([^"]+)"', (hosted / "nginx.conf").read_text("utf-8"))
    assert found
    return found[1]


def test_every_script_in_a_page_is_in_the_policy_and_every_page_has_the_policy(hosted: Path) -> None:
    rules = policy_of(hosted)
    assert "unsafe" not in rules
    for page in top(hosted).rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        for script in re.findall(r"<script>(.*?)</script>", html, re.DOTALL):
            assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in rules, page
        assert not re.search(r"<style|<[^>]+\s(?:style|on[a-z]+)=", re.sub(r"(?s)<script.*?</script>", "", html)), page
        said = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
        assert [unescape(text) for text in said] == [rules.removesuffix("; frame-ancestors 'none'")], page


def test_what_is_kept_for_ever_has_a_name_with_its_own_checksum_and_pages_name_no_other(hosted: Path) -> None:
    renamed = [file for file in top(hosted).rglob("*") if HASHED.search(file.name)]
    assert len(renamed) > 80
    for file in renamed:
        assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(file.name.split(".")[-2])
    for page in top(hosted).rglob("*.html"):
        for path in re.findall(r'(?:src|href)="([^":#?]+\.(?:css|js|svg))"', page.read_text(encoding="utf-8")):
            file = top(hosted) / path.removeprefix(BASE) if path.startswith(BASE) else page.parent / path
            assert HASHED.search(path) and file.is_file(), f"{page}: {path}"


def test_addresses_others_rely_on_keep_their_names(hosted: Path, site: Path) -> None:
    kept = [path for path in site.rglob("*") if path.suffix in {".json", ".xml", ".md", ".docx", ".png", ".html"}]
    assert all((top(hosted) / path.relative_to(site)).is_file() for path in kept)
    assert (top(hosted) / "search" / "search_index.js").is_file()


def test_two_hosted_folders_of_the_same_site_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "site" / "assets").mkdir(parents=True)
    (tmp_path / "site" / "assets" / "a.js").write_text("var a = 1;" * 100)
    (tmp_path / "site" / "index.html").write_text('<meta charset="utf-8"><script src="assets/a.js"></script>' * 20)
    found = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assemble(tmp_path / "site", tmp_path / name, Publication("https://example.org/", "", MOMENT))
        files = sorted(file for file in (tmp_path / name).rglob("*") if file.is_file())
        found.append([(file.relative_to(tmp_path / name), file.read_bytes()) for file in files])
    assert found[0] == found[1]
    assert not [path for path, _ in found[0] if "security" in path.name], "no one has said where to write"


def test_a_script_that_names_another_gets_a_new_name_when_the_other_changes(tmp_path: Path) -> None:
    names = []
    for number in ("1", "2"):
        folder = tmp_path / number
        (folder / "assets" / "work").mkdir(parents=True)
        (folder / "assets" / "deep.js").write_text(f"deep = {number};")
        (folder / "assets" / "work" / "top.js").write_text('load("../deep.js"); other("../none.js");')
        names.append(set(fingerprint.rename(folder, "/")))
        (script,) = (folder / "assets" / "work").iterdir()
        (deep,) = (folder / "assets").glob("*.js")
        assert script.read_text() == f'load("../{deep.name}"); other("../none.js");'
    assert not names[0] & names[1]


@pytest.mark.parametrize("html", ['<p style="color:red">', "<style>p {}</style>", '<img onerror="x()">'])
def test_a_page_that_needs_a_looser_policy_is_refused_by_name(html: str) -> None:
    with pytest.raises(policy.PolicyError, match=r"side\.html: "):
        policy.inline_scripts(html, "side.html")


def test_a_folder_with_other_files_in_it_is_not_kept_for_ever() -> None:
    assert whole_folders(["a/x.js", "b/c/y.js", "b/d/z.js"], ["a/share.png", "index.html"]) == ["a/x.js", "b/*"]


def test_every_file_is_sent_with_its_type_and_every_header(published: str, hosted: Path) -> None:
    rules, types = policy_of(hosted), {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
    types |= {".json": "application/json", ".md": "text/markdown", ".svg": "image/svg+xml", ".png": "image/png"}
    for file in sorted(top(hosted).rglob("*")):
        if not file.is_file() or file.suffix in {".br", ".gz"} or file.name.startswith("."):
            continue
        path = BASE + file.relative_to(top(hosted)).as_posix().removesuffix("index.html")
        status, headers, body = ask(published, path)
        assert (status, body) == (200, file.read_bytes()), path
        assert headers["content-security-policy"] == rules
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-type"].startswith(types.get(file.suffix, "")), path
        assert ("immutable" in headers["cache-control"]) == bool(HASHED.search(path)), path
        assert "strict-transport-security" not in headers
    assert ask(published, f"{BASE}feed.xml")[1]["content-type"] == "application/atom+xml; charset=utf-8"
    assert "strict-transport-security" in ask(published, BASE, X_Forwarded_Proto="https")[1]


def test_what_does_not_exist_is_told_as_a_page_that_is_never_kept(published: str, hosted: Path) -> None:
    for path in ("finnes-ikke/", "assets/finnes-ikke.0123456789.js", "api/v1/ikke.json"):
        status, headers, body = ask(published, BASE + path)
        assert (status, headers["cache-control"]) == (404, "no-cache")
        assert body == (top(hosted) / "404.html").read_bytes()
        assert headers["content-security-policy"] == policy_of(hosted)


def test_a_reader_who_has_the_page_is_not_sent_it_again_and_part_of_a_file_can_be_asked_for(published: str) -> None:
    etag = ask(published, BASE)[1]["etag"]
    assert ask(published, BASE, If_None_Match=etag)[0::2] == (304, b"")
    assert ask(published, BASE, If_None_Match='"another"')[0] == 200
    image = f"{BASE}assets/share/tillit.png"
    status, headers, body = ask(published, image, Range="bytes=0-9")
    assert (status, body) == (206, ask(published, image)[2][:10])
    assert headers["content-range"].startswith("bytes 0-9/")


def test_a_compressed_copy_the_browser_reads_is_sent_of_every_page(published: str, hosted: Path) -> None:
    read, seen = {"gzip": gzip.decompress, "br": brotli.decompress}, set()
    for page in top(hosted).rglob("index.html"):
        path = BASE + page.relative_to(top(hosted)).as_posix().removesuffix("index.html")
        # Debian's module does not find the Brotli copy of every path; then the browser is sent the other.
        for asked, allowed in (("gzip", {"gzip"}), ("gzip, deflate, br, zstd", {"gzip", "br"})):
            _, headers, body = ask(published, path, Accept_Encoding=asked)
            assert headers["content-encoding"] in allowed
            assert headers["vary"] == "Accept-Encoding"
            assert read[headers["content-encoding"]](body) == page.read_bytes()
            seen.add(headers["content-encoding"])
    assert seen == {"gzip", "br"}


@pytest.mark.parametrize("path", ["api/", "assets/", "historier/../assets/", "assets/work/"])
def test_no_folder_is_listed(published: str, path: str) -> None:
    assert ask(published, BASE + path)[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../nginx.conf",
        "/%2e%2e/nginx.conf",
        "/tillit-i-praksis/../../nginx.conf",
        "/tillit-i-praksis/..%2f..%2fnginx.conf",
        "/.git/config",
        "/tillit-i-praksis/.nojekyll",
        "/_headers",
        "/tillit-i-praksis/index.html.br",
        "/tillit-i-praksis/index.html.gz",
        "//etc/passwd",
        "/tillit-i-praksis/%00",
    ],
)
def test_nothing_outside_the_site_and_nothing_hidden_is_sent(published: str, path: str) -> None:
    assert ask(published, path)[0] in {400, 404}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_a_site_to_read_takes_nothing_in(published: str, method: str) -> None:
    assert ask(published, BASE, method)[0] == 405
    assert ask(published, BASE, "HEAD")[0::2] == (200, b"")


def test_another_host_gets_no_answer(published: str) -> None:
    with pytest.raises(http.client.RemoteDisconnected):
        ask(published, BASE, Host="annen.example")


def test_where_to_tell_of_a_weakness_stands_where_machines_look_and_holds_less_than_a_year(published: str) -> None:
    status, headers, body = ask(published, "/.well-known/security.txt")
    assert (status, headers["content-type"]) == (200, "text/plain; charset=utf-8")
    assert body.decode().splitlines() == [
        "Contact: mailto:sikkerhet@example.org",
        "Expires: 2027-11-25T00:00:00Z",
        "Preferred-Languages: no, en",
        "Canonical: https://example.org/.well-known/security.txt",
    ]


def test_the_publishers_address_for_weaknesses_is_theirs_alone_and_empty_until_they_give_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TIP_SECURITY_CONTACT", raising=False)
    assert configuration.security_contact(ROOT) == ""
    monkeypatch.setenv("TIP_SECURITY_CONTACT", "mailto:sikkerhet@example.org")
    assert configuration.security_contact(ROOT) == "mailto:sikkerhet@example.org"
