"""What a running preview answers over real connections, to people and to those with bad intent."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest

from argsite.build import build
from tests.built import files
from tests.previewed import PATIENCE_SECONDS, Previewed, previewed
from tests.sites import write

SITE = {
    "content/site.yaml": "title: Essays\nurl: https://example.org/deep\n",
    "content/парк/essay.yaml": "title: Парк\ncontention: {id: main, text: Main., aliases: [old]}\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site with files beside it that nobody shall read."""
    root = tmp_path_factory.mktemp("previewed")
    write(root, SITE)
    (root / "secret.txt").write_text("WELL HIDDEN", encoding="utf-8")
    (root / "content" / ".hidden.md").write_text("WELL HIDDEN", encoding="utf-8")
    if hasattr(os, "symlink"):
        (root / "content" / "link.txt").symlink_to(root / "secret.txt")
    return root


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[Previewed]:
    """Show it."""
    with previewed(root, root / "log") as shown:
        yield shown


def test_every_file_is_as_a_build_writes_it_but_for_the_script_in_pages(
    preview: Previewed, root: Path, tmp_path: Path
) -> None:
    build(root, tmp_path / "site")
    built = files(tmp_path / "site")
    for path, data in built.items():
        answer, found = preview.get("/" + quote(path))
        assert answer.status == 200, path
        if path.endswith(".html"):
            assert found.count(b"/.argsite-live/live.js") == 1
            assert len(found) > len(data)
        else:
            assert found == data, path


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/assets/script.js", "text/javascript; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
        ("/%D0%BF%D0%B0%D1%80%D0%BA/essay.json", "application/json"),
    ],
)
def test_a_file_says_what_it_is_and_that_it_is_for_this_site_alone(
    preview: Previewed, target: str, expected: str
) -> None:
    answer, _ = preview.get(target)
    assert answer.status == 200
    assert answer.headers["content-type"] == expected
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-cache"
    assert not [name for name in answer.headers if name.startswith("access-control")]
    again, data = preview.get(target, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status, data) == (304, b"")


def test_a_folder_is_its_index_and_leads_there_without_its_slash(preview: Previewed) -> None:
    answer, page = preview.get("/%D0%BF%D0%B0%D1%80%D0%BA/?focus=x")
    assert answer.status == 200
    assert "Парк".encode() in page
    answer, _ = preview.get("/%D0%BF%D0%B0%D1%80%D0%BA?focus=x")
    assert answer.status == 307
    assert answer.headers["location"] == "/%D0%BF%D0%B0%D1%80%D0%BA/?focus=x"


def test_head_is_get_without_the_bytes(preview: Previewed) -> None:
    _, page = preview.get("/")
    head, nothing = preview.get("/", "HEAD")
    assert (head.status, nothing) == (200, b"")
    assert head.headers["content-length"] == str(len(page))
    assert preview.get("/.argsite-live/events", "HEAD")[0].status == 200


@pytest.mark.parametrize(
    "target",
    [
        *("/none", "/none/", "/secret.txt", "/content/site.yaml", "/content/.hidden.md"),
        *("/link.txt", "/log", "/../secret.txt", "/assets/../../secret.txt", "/./index.html"),
        *("/%2e%2e/secret.txt", "/..%2e/secret.txt", "//secret.txt", "//example.org/"),
        *("/.argsite-live/", "/.argsite-live/../secret.txt", "/assets", "/assets/", "/index.html/"),
        *(
            "/INDEX.HTML",
            "/index.html.",
            "/index.html%20",
            "/C:/secret.txt",
            "/argsite-live/live.js",
        ),
    ],
)
def test_nothing_else_can_be_reached(preview: Previewed, target: str) -> None:
    answer, page = preview.get(target)
    assert answer.status == 404
    assert b"There is no page at this address" in page
    assert b"WELL HIDDEN" not in page
    # Whole at any depth, and of this host.
    assert b'href="/assets/style.css"' in page


@pytest.mark.parametrize(
    ("request_line", "expected"),
    [
        ("GET /..%2f..%2fsecret.txt HTTP/1.1", 400),
        ("GET /%5c..%5csecret.txt HTTP/1.1", 400),
        ("GET /%00 HTTP/1.1", 400),
        ("GET /index.html%00.txt HTTP/1.1", 400),
        ("GET /%ff%fe HTTP/1.1", 400),
        ("GET /%c0%ae%c0%ae/secret.txt HTTP/1.1", 400),
        ("GET / secret.txt HTTP/1.1", 400),
        ("GET \x00 HTTP/1.1", 400),
        ("GET secret.txt HTTP/1.1", 400),
        ("GET http://127.0.0.1/ HTTP/1.1", 400),
        ("GET file:///etc/passwd HTTP/1.1", 400),
        (f"GET /{'a' * 9_000} HTTP/1.1", 400),
        (f"GET /{'a' * 90_000} HTTP/1.1", 400),
        ("nonsense", 400),
        ("POST / HTTP/1.1", 405),
        ("PUT /index.html HTTP/1.1", 405),
        ("OPTIONS * HTTP/1.1", 405),
        ("CONNECT evil.example:443 HTTP/1.1", 405),
        ("TRACE / HTTP/1.1", 405),
    ],
)
def test_what_is_malformed_or_writes_is_refused(
    preview: Previewed, request_line: str, expected: int
) -> None:
    host = f"Host: 127.0.0.1:{preview.port}"
    answer = preview.send(
        f"{request_line}\r\n{host}\r\nContent-Length: 0\r\n\r\n".encode("latin-1")
    )
    assert answer.split(b" ")[:2] == [b"HTTP/1.1", str(expected).encode()]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("", 400),
        ("Host: \r\n", 400),
        ("Host: 127.0.0.1\r\nHost: evil.example\r\n", 400),
        ("Host: evil.example\r\n", 421),
        ("Host: 127.0.0.1\r\nOrigin: https://evil.example\r\n", 403),
        ("Host: 127.0.0.1\r\nOrigin: null\r\n", 403),
        ("Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: script\r\n", 403),
        ("Host: 127.0.0.1\r\n", 200),
        ("Host: localhost\r\nOrigin: http://localhost\r\n", 200),
    ],
)
@pytest.mark.parametrize(
    "target", ["/", "/data/site.js", "/.argsite-live/live.js", "/.argsite-live/events?path=x"]
)
def test_other_sites_are_refused_everywhere(
    preview: Previewed, target: str, headers: str, expected: int
) -> None:
    answer = preview.send(f"GET {target} HTTP/1.1\r\n{headers}\r\n".encode())
    assert answer.split(b" ")[1] == str(expected).encode()


def test_a_method_that_is_refused_is_told_which_ones_are_not(preview: Previewed) -> None:
    answer, _ = preview.get("/", "DELETE")
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_half_a_request_holds_up_nobody(preview: Previewed) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), PATIENCE_SECONDS) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\nHost: 127")
        assert preview.get("/")[0].status == 200


def test_it_ends_at_once_though_pages_listen(tmp_path: Path) -> None:
    write(tmp_path / "site", {})
    with previewed(tmp_path / "site", tmp_path / "log") as preview:
        listening = HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE_SECONDS)
        listening.request("GET", "/.argsite-live/events?path=index.html")
        events = listening.getresponse()
        assert events.headers["content-type"].startswith("text/event-stream")
        assert events.readline() == b"retry: 500\n"
        began = time.monotonic()
        assert preview.stop() == 0
        # Not one that waits for connections to end by themselves, which these never would.
        assert time.monotonic() - began < PATIENCE_SECONDS / 2
        assert b"data: " in events.read()
        listening.close()
    assert preview.said().splitlines()[-1] == "Stopped."
    assert "Traceback" not in preview.said()
