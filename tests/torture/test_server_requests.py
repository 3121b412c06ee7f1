"""Requests that no browser sends: each gets an answer or an end, and the terminal hears nothing."""

from __future__ import annotations

import os
import random
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.effort import effort
from tests.previewed import PATIENCE_SECONDS, Previewed, has_newer_addresses, previewed
from tests.sites import write
from tests.torture.wires import (
    EVENTS,
    HAS_PROC,
    HOST,
    hears,
    memory_of,
    opened,
    reset,
    said_to,
    status_of,
)

GET = b"GET / HTTP/1.1\r\n" + HOST

SOCKET = GET + b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"

CHUNKED = GET + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site with what nobody shall read beside it."""
    root = tmp_path_factory.mktemp("attacked") / "site"
    write(root, {"content/site.yaml": "title: Essays\n"})
    for name in (".git/config", ".argsite-manifest.json", "content/.env", "site/index.html"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("WELL HIDDEN", encoding="utf-8")
    if hasattr(os, "symlink"):
        (root / "content/link.txt").symlink_to(root / ".git/config")
    return root


@pytest.fixture(scope="module")
def running(root: Path) -> Iterator[Previewed]:
    """Show it."""
    with previewed(root, root.parent / "log") as shown:
        yield shown


@pytest.fixture
def preview(running: Previewed) -> Iterator[Previewed]:
    """Return the preview, which must be as it was afterwards, and have said nothing."""
    before = running.said()
    yield running
    answer, page = running.get("/")
    assert answer.status == 200
    assert page.endswith(b"</html>\n")
    assert running.said() == before


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([b"\x16\x03\x01\x00\xf1\x01\x00\x00\xed\x03\x03" + b"\xaa" * 200], 400),
        ([b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00"], 400),
        ([b"GET /\r\n\r\n"], 400),
        ([b"GET / HTTP/3.7\r\n" + HOST + b"\r\n"], 400),
        ([b"GET / HTTP/1.9\r\n" + HOST + b"\r\n"], 400),
        ([b"GET / HTTP/1.0\r\n\r\n"], 400),
        ([b"GET / HTTP/1.0\r\n" + HOST + b"\r\n"], 200),
        ([b"\r\n" * 50_000], 400),
        ([b"\x00" * 500_000], 400),
        ([GET + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n"], 400),
        ([GET + b"a: b\r\n" * 100_000 + b"\r\n"], 400),
        ([GET + b"X: a\x00b\r\n\r\n"], 400),
        ([GET + b"X\x00: a\r\n\r\n"], 400),
        ([b"GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n"], 400),
        ([b"GET / HTTP/1.1\r\n Host: 127.0.0.1\r\n\r\n"], 400),
        ([b"GET / HTTP/1.1\r\nHost: evil.example\r\n 127.0.0.1\r\n\r\n"], 400),
        ([b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n"], 400),
        ([b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n"], 200),
        ([GET + b"X: a\r\n b\r\n\r\n"], 200),
        ([GET + b"X: \xff\xfe\r\n\r\n"], 200),
        (["GET /парк/ HTTP/1.1\r\n".encode() + HOST + b"\r\n"], 400),
        ([b"get / HTTP/1.1\r\n" + HOST + b"\r\n"], 405),
        ([b"A" * 5_000 + b" / HTTP/1.1\r\n" + HOST + b"\r\n"], 405),
        ([b"PROPFIND / HTTP/1.1\r\n" + HOST + b"\r\n"], 405),
        ([GET + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"], 400),
        ([GET + b"Content-Length: -5\r\n\r\n"], 400),
        ([GET + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"], 400),
        ([GET + b"Transfer-Encoding: identity\r\n\r\n"], 400),
        ([GET + b"Transfer-Encoding: gzip, chunked\r\n\r\n"], 400),
        ([CHUNKED + b"zz\r\nhello"], 400),
        ([CHUNKED + b"0;" + b"a" * 100_000], 400),
        ([CHUNKED, b"0\r\n\r\n"], 200),
        ([GET + b"Content-Length: 1000000000\r\n\r\n", b"x"], 200),
        ([b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 1000000000\r\n\r\n", b"x"], 405),
        ([GET + b"Expect: 100-continue\r\nContent-Length: 3\r\n\r\n"], 200),
        ([SOCKET + b"Origin: http://evil.example\r\n\r\n"], 403),
        ([SOCKET + b"Origin: http://127.0.0.1\r\n\r\n"], 200),
        ([GET + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"], 200),
        ([GET + b"Range: bytes=0-1,5-,-3\r\n\r\n"], 200),
        ([GET + b'If-None-Match: "\xff", , W/"x", *\r\nIf-Modified-Since: never\r\n\r\n'], 200),
        ([GET + b"Cookie: " + b"a=b; " * 9_000 + b"\r\n\r\n"], 200),
        ([GET + b"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: iframe\r\n\r\n"], 403),
        ([GET + b"Origin: http://127.0.0.1\r\nOrigin: http://evil.example\r\n\r\n"], 400),
        ([EVENTS.replace(b"index", b"%ff%00../" * 2_000)], 200),
    ],
)
def test_a_request_gets_what_it_deserves(
    preview: Previewed, parts: list[bytes], expected: int
) -> None:
    assert status_of(said_to(preview.port, parts)) == expected


@pytest.mark.parametrize(
    "parts",
    [
        [CHUNKED, b"zz\r\nhello"],
        [CHUNKED, b"0\r\n", b"X: y\r\n" * 100_000],
        [EVENTS, b"\x00\xff garbage\r\n\r\n"],
        [EVENTS, GET + b"\r\n"],
        [EVENTS.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n"), b"zz\r\n"],
        [GET + b"\r\n\x00\x00\r\n\r\n"],
        [GET + b"Connection: close\r\n\r\n\x00\x00\r\n\r\n"],
        [b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"],
    ],
)
def test_what_follows_a_request_may_be_anything(preview: Previewed, parts: list[bytes]) -> None:
    assert status_of(said_to(preview.port, parts)) in {200, 400, 405}


@pytest.mark.parametrize("also", [b"", b"Transfer-Encoding: chunked\r\n"])
def test_a_second_request_is_not_hidden_in_the_first(preview: Previewed, also: bytes) -> None:
    hidden = b"GET /robots.txt HTTP/1.1\r\n" + HOST + b"\r\n"
    body = b"0\r\n\r\n" + hidden if also else hidden
    head = GET + b"Connection: close\r\nContent-Length: %d\r\n" % len(body) + also + b"\r\n"
    answer = said_to(preview.port, [head + body], to_the_end=True)
    assert answer.count(b"HTTP/1.1 ") == 1


STEPS = (
    *(b"..", b".", b"", b"%2e%2e", b"%252e%252e", b"..%2f", b"..%5c", b"..\\", b"%c0%ae%c0%ae"),
    *(b"%00", b"...", b"....//", b"content", b"site", b".git", b"config", b".env", b"etc"),
    *(
        b"passwd",
        b"index.html",
        b"site.yaml",
        b"CON",
        b"nul.txt",
        b"a:b",
        b"C:",
        b"~",
        b"%e2%80%ae",
    ),
    *(b".argsite-manifest.json", b".argsite-live", b"%uff0e%uff0e", b";", b"%20", b"x" * 300),
    *(b"link.txt", b"secret"),
)
"""Parts of addresses that have led out of other servers."""


def test_no_address_leads_out(preview: Previewed) -> None:
    chance = random.Random(6)  # noqa: S311 - chance, not secrecy
    statuses = set()
    for _ in range(effort(300, 8_000)):
        steps = b"/".join(chance.choice(STEPS) for _ in range(chance.randrange(1, 7)))
        target = b"/" + steps + chance.choice((b"", b"/", b"?/../../etc/passwd", b"#x", b"%"))
        with opened(preview.port) as wire:
            head = b" HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
            wire.sendall(b"GET " + target + head)
            answer = wire.makefile("rb").read()
        status = status_of(answer)
        statuses.add(status)
        assert status in {200, 307, 400, 404}, target
        assert b"WELL HIDDEN" not in answer, target
        assert b"root:" not in answer, target
        if status == 200:
            assert target.split(b"?")[0] in {b"/", b"/index.html", b"/index.html%"}, target
    assert {400, 404} <= statuses


def test_random_bytes_and_damaged_requests_do_no_harm(preview: Previewed) -> None:
    chance = random.Random(7)  # noqa: S311 - as above
    whole = GET + b"Accept: */*\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
    for _ in range(effort(200, 8_000)):
        data = bytearray(whole * chance.randrange(1, 4))
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        with opened(preview.port) as wire, suppress(ConnectionError):  # it may hang up first
            cut = chance.randrange(len(data))
            wire.sendall(data[:cut])
            wire.sendall(data[cut:])
            if chance.random() < 0.5:
                reset(wire)


@pytest.mark.skipif(not HAS_PROC, reason="the system does not say what a process takes")
def test_a_gigabyte_that_nobody_asked_for_takes_no_memory(preview: Previewed) -> None:
    before = memory_of(preview.process.pid)
    for head in (GET, b"POST / HTTP/1.1\r\n" + HOST, EVENTS[:-2]):
        with opened(preview.port) as wire:
            wire.sendall(head + b"Content-Length: 1000000000\r\n\r\n")
            wire.settimeout(0.5)
            try:
                for _ in range(effort(500, 15_000)):
                    wire.sendall(b"x" * 65_536)
            except OSError:  # it does not listen any more
                continue
    assert memory_of(preview.process.pid) - before < 50_000_000


@pytest.mark.skipif(not has_newer_addresses(), reason="this machine has no such addresses")
def test_at_an_address_of_the_newer_kind_the_same_names_hold(root: Path, tmp_path: Path) -> None:
    expected = {
        "[::1]": 200,
        "[::1]:1": 200,
        "localhost": 200,
        "[::2]": 421,
        "::1": 400,
        "[::1": 400,
    }
    with previewed(root, tmp_path / "log", "--host", "::1") as preview:
        for name, status in expected.items():
            with socket.create_connection(("::1", preview.port), PATIENCE_SECONDS) as wire:
                wire.sendall(b"GET / HTTP/1.1\r\nHost: %s\r\n\r\n" % name.encode())
                assert status_of(hears(wire)) == status, name
        with pytest.raises(ConnectionRefusedError):
            opened(preview.port)


def test_whoever_asks_no_answer_lends_anything_to_other_sites(preview: Previewed) -> None:
    for target in ("/", "/none", "/robots.txt", "/assets/icon.svg", "/.argsite-live/live.js"):
        for headers in ({}, {"Origin": "https://evil.example"}, {"Host": "evil.example"}):
            answer, _ = preview.get(target, headers=headers)
            names = {name.lower() for name in answer.headers}
            assert not [name for name in names if name.startswith("access-control")]
            assert answer.headers["cross-origin-resource-policy"] == "same-origin"
            assert answer.headers["cross-origin-opener-policy"] == "same-origin"
            assert answer.headers["x-frame-options"] == "SAMEORIGIN"
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "no-referrer"
            assert "server" not in names


def test_the_policy_of_a_page_stays_what_it_was_but_for_the_script_of_the_reload(
    preview: Previewed,
) -> None:
    answer, page = preview.get("/")
    assert answer.headers["content-security-policy"] == "frame-ancestors 'self'"
    (policy,) = [line for line in page.split(b"<meta ") if b"Content-Security-Policy" in line]
    for weak in (b"unsafe", b"*", b"http:", b"data:", b"blob:"):
        assert weak not in policy
    image, _ = preview.get("/assets/icon.svg")
    assert "sandbox" in image.headers["content-security-policy"]
