"""What a build left, as bytes and back."""

from __future__ import annotations

import pytest

from argsite.imprint import Stamp, parse, to_bytes
from argsite.problems import Code, Problem, Severity
from argsite.source import Location

STAMP = Stamp(
    inputs="1f",
    lock="2e",
    files={"index.html": "17,16,120,4", "park/a b.html": "17,15,99,5"},
    unsure={"index.html": "abc"},
    problems=(
        Problem(
            Code.QUESTION, Location("content/é.yaml", 2, 3, 4), "why?", "say", Severity.WARNING
        ),
    ),
    texts={"content/é.yaml": "one: \ud800\n"},
    essays=1,
    statements=2,
    arguments=3,
)


@pytest.mark.parametrize("stamp", [Stamp(), STAMP])
def test_a_stamp_comes_back_as_it_was(stamp: Stamp) -> None:
    assert parse(to_bytes(stamp)) == stamp


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\xff", b"null", b"7", b"{}", b"[]", b"[" * 100_000),
        to_bytes(STAMP)[:-1],
        b'["", "", 7, {}, [], {}, [0, 0, 0]]',
        b'["", "", "", [], [], {}, [0, 0, 0]]',
        b'["", "", "", {}, [["a", 1, 1, 1, "question", "why"]], {}, [0, 0, 0]]',
        b'["", "", "", {}, [["a", 1, 1, 1, "foreign", "", "", "error"]], {}, [0, 0, 0]]',
        b'["", "", "", {}, [["a", [], 1, 1, "question", "", "", "error"]], {}, [0, 0, 0]]',
        b'["", "", "", {}, [], {}, [0, 0]]',
    ],
)
def test_other_bytes_are_no_stamp(data: bytes) -> None:
    assert parse(data) is None


def test_a_file_without_a_signature_is_none_that_was_left() -> None:
    found = parse(b'["", "", "1,1,1,1 a\\n b\\n\\n", {}, [], {}, [0, 0, 0]]')
    assert found
    assert found.files == {"a": "1,1,1,1"}
