"""What every page draws on."""

from __future__ import annotations

from pathlib import Path

from argsite.model import Status
from tests.built import make_edition

ESSAY = """\
title: The park
contention:
  id: open
  text: The *park* should stay open.
  tags: [Night, parks & gates]
  premises:
    - {id: lit, text: It is lit., tags: [night, 夜, Parks gates]}
  rebuttals:
    - {id: dark, text: It is dark.}
    - {id: loud, text: It is loud., rebuttals: [{id: quiet, text: It is not.}]}
"""


def test_texts_places_and_statuses_are_known_by_key(tmp_path: Path) -> None:
    edition = make_edition(tmp_path, {"content/park/essay.yaml": ESSAY})
    assert edition.plain["park/open"] == "The park should stay open."
    assert list(edition.order("park").items())[:2] == [("park/open", 0), ("park/lit", 1)]
    assert edition.status("park/open") is Status.CONTESTED
    assert edition.essays["park"].title == "The park"


def test_only_objections_to_what_the_essay_argues_count_as_unanswered(tmp_path: Path) -> None:
    edition = make_edition(tmp_path, {"content/park/essay.yaml": ESSAY})
    assert edition.unanswered == {"park/dark.against.open"}


def test_tags_that_differ_in_capitals_are_one_and_each_has_a_page_of_its_own(
    tmp_path: Path,
) -> None:
    tags = make_edition(tmp_path, {"content/park/essay.yaml": ESSAY}).tags
    assert set(tags) == {"night", "parks & gates", "parks gates", "夜"}
    assert tags["night"] == "night"
    assert len(set(tags.values())) == 4


def test_a_tag_is_spelled_as_it_is_written_first_and_a_statement_has_it_once(
    tmp_path: Path,
) -> None:
    essay = ESSAY.replace("Parks gates]", "Parks gates, NIGHT]")
    edition = make_edition(tmp_path, {"content/park/essay.yaml": essay})
    assert edition.spelling["night"] == "Night"
    assert edition.tags_of("park/lit") == ("night", "夜", "parks gates")
