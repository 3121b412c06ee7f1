"""Who may ask, and for what."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from argsite.serve.guard import Guard, path_of, stream_refusal

HERE = {"host": "127.0.0.1:8000"}

EVERYWHERE = "0.0.0.0"  # noqa: S104 - nothing is bound here


def status(headers: dict[str, str], method: str = "GET", host: str = "127.0.0.1") -> int:
    """Return the status with which a request is refused; 200 where it is not."""
    refusal = Guard.of(host).refusal(method, Headers(headers))
    return refusal.status if refusal else 200


@pytest.mark.parametrize("name", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:9"])
def test_this_machine_may_ask_under_its_own_names(name: str) -> None:
    assert status({"host": name}) == 200


@pytest.mark.parametrize(
    "name",
    [
        *("evil.example", "evil.example:8000", "127.0.0.1.evil.example:8000", "localhost.evil.io"),
        *("localhost.", "192.168.0.7:8000", "0.0.0.0:8000", "[::2]", "127.0.0.2", "2130706433"),
    ],
)
def test_a_name_of_another_site_is_refused(name: str) -> None:
    assert status({"host": name}) == 421


@pytest.mark.parametrize(
    "name",
    [
        *("", ":8000", "a b", "127.0.0.1:x", "127.0.0.1:99999", "127.0.0.1:0", "127.0.0.1:+80"),
        *("[::1", "[::1]x", "evil.example[::1]", "[localhost]", "u@127.0.0.1", "h/../x", "a,b"),
        *("127.0.0.1, evil.example", '[::1]"><script>', "127.0.0.1%00", "127.0.0.1:8000:1"),
    ],
)
def test_a_malformed_host_is_refused(name: str) -> None:
    assert status({"host": name}) == 400


def test_a_request_names_a_host() -> None:
    assert status({}) == 400


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("host", ("127.0.0.1", "127.0.0.1")),
        ("origin", ("http://127.0.0.1", "https://evil.example")),
        ("sec-fetch-site", ("same-origin", "cross-site")),
        ("sec-fetch-dest", ("document", "script")),
    ],
)
def test_who_asks_is_said_once(name: str, values: tuple[str, str]) -> None:
    lines = [] if name == "host" else [(b"host", b"127.0.0.1")]
    lines += [(name.encode(), value.encode()) for value in values]
    refusal = Guard().refusal("GET", Headers(raw=lines))
    assert refusal
    assert refusal.status == 400


def test_a_request_ends_in_one_way() -> None:
    assert status(HERE | {"content-length": "3", "transfer-encoding": "chunked"}) == 400
    assert status(HERE | {"content-length": "3"}) == 200


def test_a_preview_for_the_network_answers_to_numbers_but_not_to_names_of_others() -> None:
    assert status({"host": "192.168.0.7:8000"}, host=EVERYWHERE) == 200
    assert status({"host": "[fe80::1]:8000"}, host="::") == 200
    assert status({"host": "evil.example"}, host=EVERYWHERE) == 421
    assert status({"host": "desk.local:8000"}, host="desk.local") == 200
    assert status({"host": "192.168.0.7:8000"}, host="desk.local") == 421


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://127.0.0.1:8000", 200),
        ("https://127.0.0.1:8000", 403),
        ("http://127.0.0.1:8001", 403),
        ("http://localhost:8000", 403),
        ("https://evil.example", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_only_pages_of_the_preview_may_read_it(origin: str, expected: int) -> None:
    assert status(HERE | {"origin": origin}) == expected


@pytest.mark.parametrize(
    ("site", "destination", "expected"),
    [
        ("same-origin", "script", 200),
        ("none", "document", 200),
        ("cross-site", "document", 200),
        ("cross-site", "script", 403),
        ("cross-site", "iframe", 403),
        ("same-site", "empty", 403),
    ],
)
def test_another_site_may_lead_to_a_page_but_not_use_our_files(
    site: str, destination: str, expected: int
) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-dest": destination}
    assert status(HERE | headers) == expected


def test_no_other_site_may_even_lead_to_the_stream_of_events() -> None:
    assert stream_refusal(Headers({})) is None
    assert stream_refusal(Headers({"sec-fetch-site": "same-origin"})) is None
    assert stream_refusal(Headers({"sec-fetch-site": "none"})) is None
    led = Headers({"sec-fetch-site": "cross-site", "sec-fetch-dest": "document"})
    refusal = stream_refusal(led)
    assert refusal
    assert refusal.status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])
def test_a_preview_can_only_be_read(method: str) -> None:
    assert status(HERE, "HEAD") == 200
    assert status(HERE, method) == 405


@pytest.mark.parametrize(
    ("target", "path"),
    [
        (b"/", ""),
        (b"/park/lit.html", "park/lit.html"),
        (b"/%D0%BF%D0%B0%D1%80%D0%BA/", "парк/"),
        (b"/a%20b.html", "a b.html"),
        (b"/../../etc/passwd", "../../etc/passwd"),  # a name like any other, which no file has
        (b"/%2e%2e/x", "../x"),
        (b"//evil.example/", "/evil.example/"),
    ],
)
def test_an_address_is_decoded_once(target: bytes, path: str) -> None:
    assert path_of(target) == path


@pytest.mark.parametrize(
    "target",
    [
        *(b"/a%2Fb", b"/a%5Cb", b"/a\\b", b"/a%00", b"/a%0A", b"/%ff", b"/%c0%af", b"/%ed%a0%80"),
        *(b"*", b"", b"http://127.0.0.1:8000/", b"park/"),
    ],
)
def test_a_malformed_address_has_no_path(target: bytes) -> None:
    assert path_of(target) is None
