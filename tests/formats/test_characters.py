"""Bytes to text, and the characters that are refused with their place."""

from __future__ import annotations

import pytest

from argsite.formats.characters import decode, examine
from argsite.problems import Code, Problem


def refused(data: bytes) -> tuple[int, int, str]:
    """Return line, column and message of what is refused in `data`."""
    problems: list[Problem] = []
    assert not examine(decode("a.md", data), problems.append)
    (problem,) = problems
    assert problem.code is Code.BAD_CHARACTER
    return problem.at.line, problem.at.column, problem.message


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode("a.md", b"\xef\xbb\xbftitle").text == "title"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_break_becomes_a_line_feed(end: str) -> None:
    assert decode("a.md", f"one{end}two{end}".encode()).text == "one\ntwo\n"


def test_texts_in_any_script_are_accepted() -> None:
    text = "tab\there, ÅÄÖ, 湖, नमस्ते, 👩\u200d👧, \u2028, \u202e"
    problems: list[Problem] = []
    assert examine(decode("a.md", text.encode()), problems.append)
    assert not problems


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        ("café".encode("latin-1"), 1, 4, "byte 0xE9 is not UTF-8"),
        ("a\nöb".encode() + b"\xff", 2, 3, "byte 0xFF is not UTF-8"),
        ("title".encode("utf-16"), 1, 1, "byte 0xFF is not UTF-8"),
        (b"\xed\xa0\x80", 1, 1, "byte 0xED is not UTF-8"),
        (b"a\r\nb\x00c", 2, 2, "control character U+0000 cannot stand in a text"),
        ("a\x85".encode(), 1, 2, "control character U+0085 cannot stand in a text"),
        ("a\n\ufffe".encode(), 2, 1, "non-character U+FFFE cannot stand in a text"),
        ("\U0010ffff".encode(), 1, 1, "non-character U+10FFFF cannot stand in a text"),
    ],
)
def test_bad_bytes_and_characters_are_refused(
    data: bytes, line: int, column: int, message: str
) -> None:
    assert refused(data) == (line, column, message)
