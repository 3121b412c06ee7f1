"""Addresses on the web, as an author writes them and as pages name them."""

from __future__ import annotations

import pytest

from argsite.formats.yaml.site import read_site
from argsite.problems import Problem
from argsite.source import Manuscript


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("https://example.org", "https://example.org"),
        ("https://example.org/essays/", "https://example.org/essays"),
        ("HTTPS://Example.ORG:8080/Essays", "https://example.org:8080/Essays"),
        ("https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ("https://example.org/stra%C3%9Fe/~me", "https://example.org/stra%C3%9Fe/~me"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
    ],
)
def test_a_site_is_named_as_its_address_is_sent_over_the_web(written: str, named: str) -> None:
    problems: list[Problem] = []
    text = f'title: Essays\nurl: "{written}"\n'
    site = read_site(Manuscript("content/site.yaml", text), problems.append)
    assert not problems
    assert site
    assert site.url == named


@pytest.mark.parametrize(
    "written",
    ["https://example.org/?", "https://example.org/#", "https://a..example/", "https://a:port/"],
)
def test_what_is_no_folder_of_a_host_is_refused(written: str) -> None:
    problems: list[Problem] = []
    text = f'title: Essays\nurl: "{written}"\n'
    site = read_site(Manuscript("content/site.yaml", text), problems.append)
    assert [problem.at.column for problem in problems] == [6]
    assert site
    assert not site.url
