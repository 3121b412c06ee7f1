"""What can be found on a site, and where a result leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.pages.search.documents import Document, documents
from tests.built import make_edition

CONTENTS = {
    "content/about.md": "# About us\n\nA page with [a link](park/index.html).\n\n    and code\n",
    "content/park/essay.yaml": """\
title: The park
subtitle: At night
author: [A. Writer, B. Writer]
summary: Whether it is safe.
prose: |
  It opens *here*.
contention:
  id: safe
  text: The park is **safe**.
  by: A warden
  note: A note, in `Markdown`.
  quote: It opens here.
  tags: [night, parks, Night]
  sources:
    - {title: Yearbook, author: Bureau, date: 2024, quote: Half., page: 12–14}
    - {title: Yearbook, author: Bureau, date: 2024, quote: A third.}
points:
  - number: 1
    title: Lamps
    prose: |
      # One

      Two.
    claim:
      id: lit
      text: Lamps are lit.
      sources: [{title: Yearbook, author: Bureau, date: 2024, url: "https://example.org/y"}]
""",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Return the documents of a site by their keys."""
    edition = make_edition(tmp_path_factory.mktemp("site"), CONTENTS)
    return {each.key: each for each in documents(edition)}


def test_a_statement_is_found_by_all_that_is_said_of_it(found: dict[str, Document]) -> None:
    assert found["park/safe"] == Document(
        key="park/safe",
        kind="contention",
        path="park/safe.html",
        title="The park is safe.",
        essay="park",
        status="presumed",
        by="A warden",
        body=(
            "A note, in Markdown.",
            "It opens here.",
            "Bureau: Yearbook, 2024, 12–14",
            "Bureau: Yearbook, 2024",
            "night · parks",
        ),
    )


def test_a_claim_says_in_which_point_it_stands(found: dict[str, Document]) -> None:
    assert (found["park/lit"].kind, found["park/lit"].point) == ("claim", 1)


def test_prose_is_found_by_its_passages(found: dict[str, Document]) -> None:
    opening = found["park/index.html#opening"]
    assert (opening.path, opening.title, opening.by) == (
        "park/index.html",
        "The park",
        "A. Writer, B. Writer",
    )
    assert opening.body == ("At night", "Whether it is safe.", "It opens here.")
    point = found["park/index.html#point-1"]
    assert (point.path, point.title, point.point) == ("park/index.html#point-1", "Lamps", 1)
    assert point.body == ("One", "Two.")


def test_a_source_is_found_once_however_often_it_is_cited(found: dict[str, Document]) -> None:
    (source,) = (each for each in found.values() if each.kind == "source")
    assert (source.title, source.by, source.essay) == ("Yearbook", "Bureau", "park")
    assert source.body == ("Half.", "A third.", "2024", "https://example.org/y")
    assert source.path.startswith("sources.html#yearbook-")


def test_without_a_list_of_sources_a_source_leads_to_a_statement(tmp_path: Path) -> None:
    contents = CONTENTS | {"content/site.yaml": "title: Site\noptions: {lists: [statements]}\n"}
    found = documents(make_edition(tmp_path, contents))
    (source,) = (each for each in found if each.kind == "source")
    assert source.path == "park/safe.html#sources"


def test_a_plain_page_is_found(found: dict[str, Document]) -> None:
    page = found["about.html"]
    assert (page.path, page.title, page.kind) == ("about.html", "About us", "page")
    assert page.body == ("About us", "A page with a link.", "and code")
