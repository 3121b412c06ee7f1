"""The argument as scripts get it: everything of the graph, in its order, and which essays join."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from argsite.pages.argument_data import argument_data
from argsite.pages.edition import Edition
from tests.built import make_edition

ONE = """\
title: One
contention:
  id: top
  text: The contention.
  premises:
    - id: reason
      text: A reason.
      presumed: false
    - together:
        - ref: two/shared
        - text: With this.
          id: linked
      weight: 2
      undercuts:
        - id: doubt
          text: It does not follow.
          accepted: false
"""
TWO = """\
title: Two
contention:
  id: shared
  text: What two essays share.
"""
ALONE = """\
title: Alone
contention:
  id: top
  text: Joined with nothing.
"""


def edition_of(root: Path) -> Edition:
    """Read three essays, of which two are joined."""
    contents = {"one": ONE, "two": TWO, "alone": ALONE}
    return make_edition(
        root, {f"content/{slug}/essay.yaml": text for slug, text in contents.items()}
    )


def data_of(edition: Edition) -> dict[str, Any]:
    """Return what each file hands over, by its path."""
    pages = (page for job in argument_data(edition) for page in job.make(()))
    calls = [page.data.decode().removeprefix("argsiteData(").rstrip(";\n)") for page in pages]
    values = [json.loads(f"[{call}]") for call in calls]
    return dict(values)


def test_everything_of_an_essay_is_there_and_what_is_usual_is_left_out(tmp_path: Path) -> None:
    assert data_of(edition_of(tmp_path))["data/essays/one/argument.js"] == {
        "with": ["one", "two"],
        "statements": [["top"], ["reason", False], ["linked"], ["doubt", None, False]],
        "arguments": [
            ["reason.for.top", ["reason"], "top", "for"],
            ["shared.for.top", ["two/shared", "linked"], "top", "for", 2.0],
            ["doubt.undercuts.shared", ["doubt"], "shared.for.top", "undercut"],
        ],
    }


def test_older_ids_are_there(tmp_path: Path) -> None:
    aliases = "  id: top\n  aliases: [before, at-first]\n"
    edition = make_edition(
        tmp_path, {"content/one/essay.yaml": ALONE.replace("  id: top\n", aliases)}
    )
    found = data_of(edition)["data/essays/one/argument.js"]
    assert found["aliases"] == [["before", "top"], ["at-first", "top"]]


def test_joined_essays_name_each_other(tmp_path: Path) -> None:
    found = {path: data["with"] for path, data in data_of(edition_of(tmp_path)).items()}
    assert found == {
        "data/essays/alone/argument.js": ["alone"],
        "data/essays/one/argument.js": ["one", "two"],
        "data/essays/two/argument.js": ["one", "two"],
    }


def test_joined_through_a_third_is_joined(tmp_path: Path) -> None:
    contents = {
        f"content/essay-{number}/essay.yaml": (
            f"title: Essay {number}\ncontention:\n  id: top\n  text: Contention {number}.\n"
            f"  premises:\n    - ref: essay-{number + 1}/top\n"
            if number < 4
            else f"title: Essay {number}\ncontention:\n  id: top\n  text: The last.\n"
        )
        for number in range(1, 5)
    }
    found = data_of(make_edition(tmp_path, contents))
    everyone = [f"essay-{number}" for number in range(1, 5)]
    assert all(data["with"] == everyone for data in found.values())
    assert len(found) == 4


def test_the_files_hold_the_graph_in_its_order(tmp_path: Path) -> None:
    edition = edition_of(tmp_path)
    found = {path.split("/")[2]: data for path, data in data_of(edition).items()}
    statements = [
        f"{slug}/{each[0]}" for slug, data in found.items() for each in data["statements"]
    ]
    steps = [f"{slug}/{each[0]}" for slug, data in found.items() for each in data["arguments"]]
    assert statements == list(edition.graph.statements)
    assert steps == list(edition.graph.arguments)


def test_a_large_family_is_named_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argsite.pages.argument_data.MOST_JOINED", 1)
    data = data_of(edition_of(tmp_path))
    family = ["one", "two"]
    assert data["data/essays/one/family.js"] == family
    for slug in family:
        held = data[f"data/essays/{slug}/argument.js"]
        assert (held["family"], "with" in held) == ("one", False)
    assert data["data/essays/alone/argument.js"]["with"] == ["alone"]


def test_essays_are_joined_through_others_whatever_the_order(tmp_path: Path) -> None:
    def chained(slug: str, other: str) -> str:
        return f"title: {slug}\ncontention: {{id: a, text: A., premises: [{{ref: {other}/a}}]}}\n"

    links = [("a", "b"), ("c", "d"), ("e", "f"), ("d", "e"), ("b", "c")]
    contents = {f"content/{slug}/essay.yaml": chained(slug, other) for slug, other in links}
    contents["content/f/essay.yaml"] = "title: F\ncontention: {id: a, text: A.}\n"
    data = data_of(make_edition(tmp_path, contents))
    for slug in "abcdef":
        assert data[f"data/essays/{slug}/argument.js"]["with"] == [*"abcdef"]
