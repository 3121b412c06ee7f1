"""How to cite an essay or a statement."""

from __future__ import annotations

from argsite.model import Essay, Site
from argsite.pages import cite
from argsite.source import Location

HERE = Location("content/park/essay.yaml")
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


def test_an_essay_is_cited_by_its_authors_title_date_and_address() -> None:
    citation = cite.essay(SITE, ESSAY)
    assert citation.plain == (
        "A. Writer and The {Lamp} Society. “The park after 100 % dark”. Essays & maps. "
        "2 March 2026. https://example.org/essays/park/index.html"
    )
    assert citation.bibtex == (
        "@misc{park,\n"
        "  author = {{A. Writer} and {The \\{Lamp\\} Society}},\n"
        "  title = {{The park after 100 \\% dark}},\n"
        "  booktitle = {Essays \\& maps},\n"
        "  year = {2026},\n"
        "  date = {2026-03-02},\n"
        "  url = {https://example.org/essays/park/index.html},\n"
        "}"
    )


def test_a_statement_is_cited_with_its_essay() -> None:
    citation = cite.statement(SITE, ESSAY, "park/open", "The park should stay open.")
    assert citation.plain == (
        "A. Writer and The {Lamp} Society. “The park should stay open”, in “The park "
        "after 100 % dark”. Essays & maps. 2 March 2026. "
        "https://example.org/essays/park/open.html"
    )
    assert citation.bibtex.startswith("@misc{park-open,\n")
    assert "  title = {{The park should stay open.}},\n" in citation.bibtex


def test_what_is_not_known_is_left_out() -> None:
    bare = Essay("park", "The park", "park/open", (), (), (), HERE)
    citation = cite.essay(Site("Essays", HERE), bare)
    assert citation.plain == "“The park”. Essays."
    assert citation.bibtex == "@misc{park,\n  title = {{The park}},\n  booktitle = {Essays},\n}"


def test_signs_that_mean_something_in_tex_are_escaped() -> None:
    odd = Essay("park", r"\input{x} $ # _ ~ ^ & %", "park/open", (), (), (), HERE)
    expected = r"\textbackslash{}input\{x\} \$ \# \_ \textasciitilde{} \textasciicircum{} \& \%"
    assert f"title = {{{{{expected}}}}}" in cite.essay(Site("Essays", HERE), odd).bibtex
