"""What a page makes of addresses, texts and reasons."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.model import Status
from argsite.pages.desk import Desk, shortened
from argsite.pages.edition import Edition
from tests.built import make_edition

CONTENT = {
    "content/site.yaml": "title: Essays\n",
    "content/about.md": "# About\n",
    "content/park/essay.yaml": """\
title: The park
contention:
  id: open
  text: The *park* should stay [open](other#far).
  tags: [Night, parks & gates]
  premises:
    - {id: lit, text: It is lit., tags: [night, 夜]}
  rebuttals:
    - {id: dark, text: The "far" end is <dark>., by: A council, implicit: true}
""",
    "content/other/essay.yaml": """\
title: Another
contention: {id: far, text: It is far., tags: [Parks gates]}
""",
}


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Return the edition of a site of two small essays."""
    return make_edition(tmp_path, CONTENT)


@pytest.fixture
def desk(edition: Edition) -> Desk:
    """Return the desk at which the page of a statement is written."""
    return Desk(edition, "park/open.html")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#lit", "lit.html"),
        ("park#lit", "lit.html"),
        ("other#far", "../other/far.html"),
        ("#%6Cit", "lit.html"),
        ("#nowhere", None),
        ("lit.html?from=here#for", "lit.html#for"),
        ("l%69t.html", "lit.html"),
        ("#open", "open.html"),
        ("../about.html", "../about.html"),
        ("map.html", "map.html"),
        ("index.html#contention", "index.html#contention"),
        ("../other/index.html", "../other/index.html"),
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("../../elsewhere.html", None),
        ("/about.html", None),
        ("//example.org", None),
        ("javascript:alert(1)", None),
    ],
)
def test_an_address_in_an_essay_is_resolved(desk: Desk, address: str, expected: str | None) -> None:
    assert desk.resolve(address, "park") == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("park#lit", "park/lit.html"),
        ("park/index.html", "park/index.html"),
        ("about.html", "about.html"),
        ("https://example.org", "https://example.org"),
        ("../about.html", None),
    ],
)
def test_an_address_in_a_plain_page_is_seen_from_the_top(
    edition: Edition, address: str, expected: str | None
) -> None:
    assert Desk(edition, "index.html").resolve(address, "") == expected


def test_a_statement_is_named_without_links(desk: Desk) -> None:
    link = desk.link("park/open")
    assert link.html == "The <em>park</em> should stay open."
    assert link.href == "open.html"
    assert link.status is Status.CONTESTED
    dark = desk.link("park/dark")
    assert (dark.by, dark.implicit) == ("A council", True)


def test_texts_become_html(desk: Desk) -> None:
    assert desk.inline("*See* [far](other#far)", "park") == (
        '<em>See</em> <a href="../other/far.html">far</a>'
    )
    assert desk.block("# See\n\n[lit](#lit)", "park", under=2) == (
        '<h3>See</h3>\n<p><a href="lit.html">lit</a></p>\n'
    )


def test_a_reason_links_the_statements_it_names(desk: Desk) -> None:
    sentence = desk.why("park/open")
    assert '<a class="mention" href="lit.html">It is lit</a>' in sentence
    assert '<a class="mention" href="dark.html">The "far" end is &lt;dark&gt;</a>' in sentence


def test_a_sentence_that_ends_with_a_shortened_name_has_no_dot_too_many(tmp_path: Path) -> None:
    long = "The lamps along the lake " * 5
    essay = f"""\
title: The park
contention:
  id: open
  text: Open it.
  rebuttals: [{{text: It is dark., rebuttals: [{{text: {long}}}]}}]
"""
    edition = make_edition(tmp_path, {"content/park/essay.yaml": essay})
    sentence = Desk(edition, "park/open.html").why("park/open")
    assert "It is dark</a> speaks against it but is answered by <a" in sentence
    assert sentence.endswith(" the …</a>")


def test_the_permanent_address_is_in_full_where_the_site_knows_its_own(tmp_path: Path) -> None:
    site = {"content/site.yaml": "title: Essays\nurl: https://example.org/essays/\n"}
    edition = make_edition(tmp_path, CONTENT | site)
    assert (
        Desk(edition, "park/open.html").permalink() == "https://example.org/essays/park/open.html"
    )


def test_without_the_sites_address_the_permanent_address_is_relative(desk: Desk) -> None:
    assert desk.permalink() == "open.html"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is lit.", "It is lit"),
        ("Is it lit?", "Is it lit?"),
        ("a" * 72 + ".", "a" * 72),
        ("a" * 80, "a" * 72 + " …"),
        ("lamp, " * 20, "lamp, " * 11 + "lamp …"),
    ],
)
def test_a_long_text_is_shortened_between_words(text: str, expected: str) -> None:
    assert shortened(text) == expected
