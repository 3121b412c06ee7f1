"""What the margin says of statements that the prose links."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.pages.desk import Desk
from argsite.pages.frame import frame
from argsite.pages.press import Press
from argsite.pages.remarks import Remarks
from argsite.theme import DEFAULT, find
from tests import dom
from tests.built import make_edition

ESSAY = """\
title: The park
contention:
  id: open
  text: Open it.
  note: A *judgement*.
  premises:
    - {id: plain, text: A plain one.}
    - id: sourced
      text: It is lit.
      sources:
        - {title: The report, author: A. Writer, url: https://example.org/report, date: "2025"}
"""


@pytest.fixture
def remarks(tmp_path: Path) -> Remarks:
    """Begin the page of the essay."""
    desk = Desk(make_edition(tmp_path, {"content/park/essay.yaml": ESSAY}), "park/index.html")
    return Remarks(Press(find(DEFAULT, tmp_path)), desk, frame(desk, "The park"), "park")


def test_a_statement_s_note_is_said_where_it_is_linked_first(remarks: Remarks) -> None:
    assert "A <em>judgement</em>." in remarks("#open")
    assert remarks("park#open") == ""


def test_a_source_is_said_with_all_that_leads_to_it(remarks: Remarks) -> None:
    said = remarks("#sourced")
    assert 'href="https://example.org/report"' in said
    words = " ".join("".join(dom.fragment(said).itertext()).split())
    assert words == "Source A. Writer: The report, 2025"


@pytest.mark.parametrize(
    "address", ["#plain", "#missing", "about.html", "https://example.org/#open"]
)
def test_nothing_is_said_of_other_links(remarks: Remarks, address: str) -> None:
    assert remarks(address) == ""
