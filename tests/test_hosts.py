"""Which addresses lead to a host on the web."""

from __future__ import annotations

import pytest

from argsite.hosts import has_host


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/page?a=b#c",
        "HTTPS://EXAMPLE.ORG/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://пример.рф/",
    ],
)
def test_a_browser_follows_it(address: str) -> None:
    assert has_host(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://",
        "https:///page",
        "example.org",
        "ftp://example.org",
        "https://example.org:port/",
        "https://example.org:99999/",
        "https://exa mple.org/",
        "https://exa|mple.org/",
        "https://1.2.3/",
        "https://256.1.1.1/",
        "https://[::1/",
    ],
)
def test_a_browser_does_not_follow_it(address: str) -> None:
    assert not has_host(address)
