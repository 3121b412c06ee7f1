"""`essay.json`: each key that README.md documents, with its type, and nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from argsite.model import Status
from tests.built import ROOT, make_site

CONTENT = {
    "content/site.yaml": "title: Essays\nlanguage: en-GB\n",
    "content/park/essay.yaml": """\
title: The park
subtitle: After dark
author: [A. Writer, B. Writer]
date: 2026-03-02
summary: Why it should stay open.
prose: It should stay open.
contention:
  id: open
  text: The *park* should stay open.
  aliases: [stay]
  note: A **note**.
  by: A council
  tags: [night]
  quote: should stay open
  expect: stands
  sources:
    - https://example.org/a
    - title: Rota
      author: [A, B]
      url: https://example.org/r
      date: 2026-01
      accessed: 2026-02-03
      archived: https://example.org/old
      page: 3–4
      quote: Every twenty minutes.
  premises:
    - together: [{id: lit, text: It is lit.}, {ref: staffed}]
      weight: 2.5
      label: presumably
      scheme: modus-ponens
      roles: {data: lit, warrant: 2}
      undercuts: [{id: fog, text: Not in fog., accepted: false}]
    - ref: other/far
  rebuttals:
    - {id: loud, text: It is loud., presumed: false, implicit: true}
points:
  - number: 1
    title: Staff
    claims: [{id: staffed, text: It is staffed.}, {id: cheap, text: It is cheap.}]
""",
    "content/other/essay.yaml": "title: Other\ncontention: {id: far, text: It is far.}\n",
}

Keys = dict[str, type | tuple[type, ...]]

NUMBER = (int, float)
MAYBE = (bool, type(None))

ESSAY: Keys = {
    "version": int,
    **dict.fromkeys(
        ["title", "subtitle", "date", "updated", "language", "summary", "contention"], str
    ),
    **dict.fromkeys(["authors", "points", "statements", "arguments", "elsewhere"], list),
}
POINT: Keys = {"number": int, "title": str, "claims": list}
STATEMENT: Keys = {
    **dict.fromkeys(["id", "text", "markdown", "status", "reason", "label"], str),
    **dict.fromkeys(["by", "note", "quote"], str),
    **dict.fromkeys(["tags", "aliases", "sources"], list),
    **dict.fromkeys(["presumed", "accepted"], MAYBE),
    "implicit": bool,
    "where": dict,
}
WHERE: Keys = {"point": int, "role": str, "page": str, "file": str, "line": int}
ARGUMENT: Keys = {
    **dict.fromkeys(["id", "target", "kind", "status", "reason", "scheme", "label"], str),
    "premises": list,
    "weight": NUMBER,
    "roles": dict,
    "point": int,
}
ELSEWHERE: Keys = dict.fromkeys(["id", "text", "status", "label", "page"], str)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the data of an essay that uses all there is."""
    site = make_site(tmp_path_factory.mktemp("site"), CONTENT)
    read = json.loads((site / "park" / "essay.json").read_bytes())
    assert isinstance(read, dict)
    return read


def hold(value: dict[str, Any], keys: Keys) -> None:
    """Check that a mapping has just these keys, with values of these types."""
    assert value.keys() == keys.keys()
    for key, type_ in keys.items():
        assert isinstance(value[key], type_), key


def test_keys_and_types(data: dict[str, Any]) -> None:
    hold(data, ESSAY)
    for name, keys in (("points", POINT), ("statements", STATEMENT), ("arguments", ARGUMENT)):
        assert data[name]
        for each in data[name]:
            hold(each, keys)
    for each in data["statements"]:
        hold(each["where"], WHERE)
        assert each["status"] in set(Status)
        assert each["label"] in {"in", "out", "open"}
    for each in data["arguments"]:
        assert each["kind"] in {"for", "against", "undercut"}
        assert each["status"] in {"in", "out", "open"}
    for each in data["elsewhere"]:
        hold(each, ELSEWHERE)


def test_readme_documents_just_these_keys() -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## Data for other tools")[1]
    rows = re.findall(r"^\| (`.+?) \| (.+) \|$", section.split("\n## ")[0], re.MULTILINE)
    values = {"in", "out", "open", "for", "against", "undercut", "true", "false", "essay/id"}
    told = {name: words(cell) - values for keys, cell in rows for name in words(keys)}
    assert told.keys() == ESSAY.keys()
    assert told["points"] == POINT.keys()
    assert told["statements"] == STATEMENT.keys() | WHERE.keys()
    assert told["arguments"] == ARGUMENT.keys()
    assert told["elsewhere"] == ELSEWHERE.keys()


def words(cell: str) -> set[str]:
    """Return what stands in backticks in a cell of a table."""
    return set(re.findall("`([^`]+)`", cell))


def test_the_essay_is_told_as_written(data: dict[str, Any]) -> None:
    told = {key: value for key, value in data.items() if ESSAY[key] is not list}
    assert told == {
        "version": 1,
        "title": "The park",
        "subtitle": "After dark",
        "date": "2026-03-02",
        "updated": "",
        "language": "en-GB",
        "summary": "Why it should stay open.",
        "contention": "open",
    }
    assert data["authors"] == ["A. Writer", "B. Writer"]
    assert data["points"] == [{"number": 1, "title": "Staff", "claims": ["staffed", "cheap"]}]
    assert [each["id"] for each in data["statements"]] == [
        "open", "lit", "fog", "loud", "staffed", "cheap",
    ]  # fmt: skip


def test_a_statement_is_told_in_full(data: dict[str, Any]) -> None:
    assert data["statements"][0] == {
        "id": "open",
        "text": "The park should stay open.",
        "markdown": "The *park* should stay open.",
        "status": "stands",
        "reason": "“It is lit” (with “It is staffed”) and “It is far” speak for it. "
        "“It is loud” speaks against it but is unsupported.",
        "label": "in",
        "where": {
            "point": 0,
            "role": "contention",
            "page": "open.html",
            "file": "content/park/essay.yaml",
            "line": 8,
        },
        "presumed": None,
        "accepted": None,
        "implicit": False,
        "by": "A council",
        "tags": ["night"],
        "aliases": ["stay"],
        "note": "A **note**.",
        "quote": "should stay open",
        "sources": [
            {"url": "https://example.org/a"},
            {
                "title": "Rota",
                "author": "A, B",
                "url": "https://example.org/r",
                "date": "2026-01",
                "accessed": "2026-02-03",
                "archived": "https://example.org/old",
                "page": "3–4",
                "quote": "Every twenty minutes.",
            },
        ],
    }


def test_an_argument_is_told_in_full(data: dict[str, Any]) -> None:
    first, undercut, far, loud = data["arguments"]
    assert first == {
        "id": "lit.for.open",
        "premises": ["lit", "staffed"],
        "target": "open",
        "kind": "for",
        "weight": 2.5,
        "status": "in",
        "reason": "Its premises hold. “Not in fog” undercuts it but is rejected.",
        "scheme": "modus-ponens",
        "roles": {"data": "lit", "warrant": "staffed"},
        "label": "presumably",
        "point": 0,
    }
    assert (undercut["kind"], undercut["target"]) == ("undercut", "lit.for.open")
    assert (far["premises"], far["weight"]) == (["other/far"], 1)
    assert (loud["kind"], loud["status"]) == ("against", "out")


def test_statements_of_other_essays_are_told_too(data: dict[str, Any]) -> None:
    assert data["elsewhere"] == [
        {
            "id": "other/far",
            "text": "It is far.",
            "status": "presumed",
            "label": "in",
            "page": "../other/far.html",
        }
    ]
