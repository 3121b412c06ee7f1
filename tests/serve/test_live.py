"""The script in every page of a preview, and what a page's policy must allow for it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from argsite.serve.live import EVENTS, FOLDER, bare_page, enlivened, live_file, widen

PAPER = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)


@pytest.mark.parametrize(
    ("policy", "widened"),
    [
        (PAPER, f"{PAPER}; connect-src 'self'"),
        ("connect-src 'none'", "connect-src 'self'"),
        ("default-src 'self'", "default-src 'self'"),
        ("default-src https://a.example", None),
        ("Script-Src 'nonce-x'", "script-src 'nonce-x' 'self'"),
        ("connect-src 'self' https://b.example", "connect-src 'self' https://b.example"),
        ("img-src *; ;", "img-src *"),
        ("", ""),
    ],
)
def test_a_policy_allows_what_the_script_needs_and_no_more(
    policy: str, widened: str | None
) -> None:
    if widened is None:
        own = "https://a.example 'self'"
        widened = f"{policy}; script-src {own}; style-src {own}; connect-src {own}"
    assert widen(policy) == widened


def test_the_script_stands_at_the_end_of_the_head_and_the_rest_is_as_it_was() -> None:
    page = (
        b"<!doctype html><html><head>\n"
        b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        b'<meta name="description" content="default-src \'none\'">\n'
        b"</head><body>\xd0\xbf </head></body></html>\n"
    )
    assert enlivened(page, "today", 'a"b.html').decode() == (
        "<!doctype html><html><head>\n"
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "script-src 'self'; style-src 'self'; connect-src 'self'\">\n"
        '<meta name="description" content="default-src \'none\'">\n'
        f'<script src="/{FOLDER}live.js" data-name="today" data-path="a&quot;b.html" defer>'
        "</script>\n"
        "</head><body>п </head></body></html>\n"
    )


@pytest.mark.parametrize("page", [b"", b"no head", b"<h1>\xff</h1>"])
def test_a_page_of_a_theme_without_a_head_gets_it_too(page: bytes) -> None:
    assert enlivened(page, "", "").startswith(page + b"<script ")


def test_its_files_are_there_and_no_others() -> None:
    assert b"EventSource" in (live_file(f"{FOLDER}live.js") or b"")
    assert live_file(f"{FOLDER}overlay.css")
    for path in (EVENTS, FOLDER, f"{FOLDER}../live.py", f"{FOLDER}none.js", "live.js", ""):
        assert live_file(path) is None


def test_a_page_that_stands_for_another_is_html() -> None:
    parser = HTMLParser()
    parser.feed(bare_page("No site", "Soon.").decode())
    assert not parser.rawdata
