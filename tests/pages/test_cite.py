"""How to cite an essay or a statement."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

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
        "  author = {{A. Writer} and "
        "{The \\textbraceleft{}Lamp\\textbraceright{} Society}},\n"
        "  title = {{The park after 100 \\% dark}},\n"
        "  howpublished = {{Essays \\& maps}},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
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
    assert citation.bibtex.startswith("@incollection{park:open,\n")
    assert (
        "  title = {{The park should stay open.}},\n"
        "  booktitle = {{The park after 100 \\% dark}},\n"
        "  publisher = {{Essays \\& maps}},\n"
    ) in citation.bibtex
    (item,) = json.loads(citation.csl)
    assert item["id"] == "park:open"
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
    assert (
        citation.bibtex == "@misc{park,\n  title = {{The park}},\n  howpublished = {{Essays}},\n}"
    )
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
    odd = replace(ESSAY, title=r"\input{x} $ # _ ~ ^ & % <a|b>", authors=())
    expected = (
        r"\textbackslash{}input\textbraceleft{}x\textbraceright{} \$ \# \_ \textasciitilde{} "
        r"\textasciicircum{} \& \% \textless{}a\textbar{}b\textgreater{}"
    )
    citation = cite.essay(Site("Essays", HERE), odd, OPEN, ENGLISH)
    assert f"title = {{{{{expected}}}}}" in citation.bibtex
    assert json.loads(citation.csl)[0]["title"] == odd.title


@pytest.mark.parametrize("title", ["a } b", "{{{", "\\}", "}{"])
def test_braces_are_even_in_bibtex_whatever_a_title_holds(title: str) -> None:
    depth = 0
    for sign in cite.essay(SITE, replace(ESSAY, title=title), OPEN, ENGLISH).bibtex:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0


def test_a_statement_and_an_essay_never_have_the_same_key() -> None:
    essay = cite.essay(SITE, replace(ESSAY, slug="p-q"), OPEN, ENGLISH)
    statement = cite.statement(SITE, replace(ESSAY, slug="p"), "p/q", OPEN, ENGLISH)
    keys = [json.loads(each.csl)[0]["id"] for each in (essay, statement)]
    assert keys == ["p-q", "p:q"]
    essay = cite.essay(SITE, replace(ESSAY, slug="पार्क"), OPEN, ENGLISH)
    assert essay.bibtex.startswith("@misc{पार्क,\n")


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("2026-12-02", "  year = {2026},\n  month = dec,\n"),
        ("2026-01", "  year = {2026},\n  month = jan,\n"),
        ("2026", "  year = {2026},\n"),
        ("", ""),
    ],
)
def test_a_date_is_a_year_and_a_month_once(date: str, fields: str) -> None:
    entry = cite.essay(SITE, replace(ESSAY, date=date), OPEN, ENGLISH).bibtex
    assert f"  howpublished = {{{{Essays \\& maps}}}},\n{fields}  url" in entry
    assert "date =" not in entry


@pytest.mark.parametrize(
    ("title", "author", "cited"),
    [
        ("Is it dark?", "A. B.", "A. B. “Is it dark?” Essays & maps. "),
        ("Dark…", "A (ed.)", "A (ed.) “Dark…” Essays & maps. "),
        ("Dark", "A! B", "A! B. “Dark”. Essays & maps. "),
        ("暗い。", "A", "A. “暗い。” Essays & maps. "),
        ("https://example.org", "A", "A. “https://example.org”. Essays & maps. "),
    ],
)
def test_a_sentence_ends_once(title: str, author: str, cited: str) -> None:
    work = replace(ESSAY, title=title, authors=(author,))
    assert cite.essay(SITE, work, OPEN, ENGLISH).plain.startswith(cited)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("It is dark.", "“It is dark”, in"),
        ("It is dark...", "“It is dark...”, in"),
        ("Is it dark?", "“Is it dark?”, in"),
    ],
)
def test_only_a_full_stop_gives_way_to_the_comma(text: str, cited: str) -> None:
    assert cited in cite.statement(SITE, ESSAY, "park/open", text, ENGLISH).plain
