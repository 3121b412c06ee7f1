"""How to cite an essay or a statement."""

from __future__ import annotations

import json

from argsite.language import words_of
from argsite.model import Essay, Site
from argsite.pages import cite
from argsite.source import Location

HERE = Location("content/park/essay.yaml")
ENGLISH = words_of("en")
SITE = Site("Essays & maps", HERE, url="https://example.org/essays")
ESSAY = Essay(
    "park",
    "The park after 100 % dark",
    "park/open",
    (),
    (),
    (),
    HERE,
    authors=("A. Writer", "The {Lamp} Society"),
    date="2026-03-02",
)
BARE = Essay("park", "The park", "park/open", (), (), (), HERE)
OPEN = "The park should stay open."


def test_an_essay_is_cited_by_its_authors_title_date_and_address() -> None:
    citation = cite.essay(SITE, ESSAY, OPEN, ENGLISH)
    assert citation.plain == (
        "A. Writer and The {Lamp} Society. “The park after 100 % dark”. Essays & maps. "
        "2 March 2026. https://example.org/essays/park/index.html"
    )
    assert citation.bibtex == (
        "@misc{park,\n"
        "  author = {{A. Writer} and {The \\{Lamp\\} Society}},\n"
        "  title = {{The park after 100 \\% dark}},\n"
        "  booktitle = {{Essays \\& maps}},\n"
        "  year = {2026},\n"
        "  date = {2026-03-02},\n"
        "  url = {https://example.org/essays/park/index.html},\n"
        "}"
    )
    assert json.loads(citation.csl) == [
        {
            "id": "park",
            "type": "webpage",
            "title": "The park after 100 % dark",
            "author": [{"literal": "A. Writer"}, {"literal": "The {Lamp} Society"}],
            "container-title": "Essays & maps",
            "issued": {"date-parts": [[2026, 3, 2]]},
            "language": "en",
            "URL": "https://example.org/essays/park/index.html",
        }
    ]


def test_a_statement_is_cited_with_its_essay() -> None:
    citation = cite.statement(SITE, ESSAY, "park/open", OPEN, ENGLISH)
    assert citation.plain == (
        "A. Writer and The {Lamp} Society. “The park should stay open”, in “The park "
        "after 100 % dark”. Essays & maps. 2 March 2026. "
        "https://example.org/essays/park/open.html"
    )
    assert citation.bibtex.startswith("@misc{park-open,\n")
    assert (
        "  title = {{The park should stay open.}},\n"
        "  booktitle = {{The park after 100 \\% dark}},\n"
        "  series = {{Essays \\& maps}},\n"
    ) in citation.bibtex
    (item,) = json.loads(citation.csl)
    assert item["id"] == "park-open"
    assert item["type"] == "chapter"
    assert item["title"] == OPEN
    assert item["container-title"] == "The park after 100 % dark"
    assert item["collection-title"] == "Essays & maps"


def test_a_statement_can_be_quoted_in_a_line() -> None:
    quoted = (
        "“The park should stay open.” (A. Writer and The {Lamp} Society, "
        "“The park after 100 % dark”)"
    )
    assert cite.statement(SITE, ESSAY, "park/open", OPEN, ENGLISH).quotable == quoted
    assert cite.essay(SITE, ESSAY, OPEN, ENGLISH).quotable == quoted
    assert cite.essay(SITE, BARE, OPEN, ENGLISH).quotable == f"“{OPEN}” (“The park”)"


def test_what_is_not_known_is_left_out() -> None:
    citation = cite.essay(Site("Essays", HERE), BARE, OPEN, ENGLISH)
    assert citation.plain == "“The park”. Essays."
    assert citation.bibtex == "@misc{park,\n  title = {{The park}},\n  booktitle = {{Essays}},\n}"
    assert json.loads(citation.csl) == [
        {
            "id": "park",
            "type": "webpage",
            "title": "The park",
            "container-title": "Essays",
            "language": "en",
        }
    ]


def test_the_address_of_a_name_in_another_script_is_one_that_other_texts_can_hold() -> None:
    site = Site("Есеї", HERE, url="https://example.org")
    essay = Essay("парк", "Парк", "парк/а", (), (), (), HERE)
    citation = cite.essay(site, essay, "А.", ENGLISH)
    assert citation.plain.endswith("https://example.org/%D0%BF%D0%B0%D1%80%D0%BA/index.html")


def test_signs_that_mean_something_in_tex_are_escaped() -> None:
    odd = Essay("park", r"\input{x} $ # _ ~ ^ & %", "park/open", (), (), (), HERE)
    expected = r"\textbackslash{}input\{x\} \$ \# \_ \textasciitilde{} \textasciicircum{} \& \%"
    citation = cite.essay(Site("Essays", HERE), odd, OPEN, ENGLISH)
    assert f"title = {{{{{expected}}}}}" in citation.bibtex
    assert json.loads(citation.csl)[0]["title"] == odd.title
