"""A browser is told what a file is, and what its letters are."""

from __future__ import annotations

import pytest

from argsite.output.media_type import media_type


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("park/index.html", "text/html; charset=utf-8"),
        ("assets/style.CSS", "text/css; charset=utf-8"),
        ("data/park.js", "text/javascript; charset=utf-8"),
        ("park/map.svg", "image/svg+xml"),
        ("feed.xml", "application/xml"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_the_ending_of_a_name_says_what_a_file_is(name: str, told: str) -> None:
    assert media_type(name) == told
