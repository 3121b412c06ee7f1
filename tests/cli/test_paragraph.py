"""Text is broken into lines that fit, and nothing of it is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.cli.paragraph import Ink, Run, cells, lines

WORDS = st.text(
    st.sampled_from("abc de\u0301 \u591c\u306e\u3002 \U0001f9d1\u200d\U0001f4bb \u05d0 \u202e\x1b"),
    max_size=60,
)


def set_in(width: int | None, *runs: str | Run, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of some runs without colours."""
    given_ = [Run(each) if isinstance(each, str) else each for each in runs]
    return list(lines(given_, first, rest, width, coloured=False))


@pytest.mark.parametrize(
    ("width", "text", "expected"),
    [
        (None, "as long as it is", ["as long as it is"]),
        (22, "twenty letters or so, and more", ["twenty letters or so,", "and more"]),
        (20, "x" * 45, ["x" * 20, "x" * 20, "x" * 5]),
        (20, "", [""]),
        (20, "\u591c" * 12, ["\u591c" * 10, "\u591c" * 2]),
        (20, "\u591c" * 10 + "\u3002", ["\u591c" * 9, "\u591c\u3002"]),
        (20, "one  two", ["one  two"]),
    ],
)
def test_lines(width: int | None, text: str, expected: list[str]) -> None:
    assert set_in(width, text) == expected


def test_what_stands_before_the_lines_takes_its_room() -> None:
    assert set_in(30, "a " * 25, first="- ", rest="  ")[0] == "- " + " ".join("a" * 14)


def test_a_name_to_be_copied_is_not_broken() -> None:
    name = "a-very-long-name-of-a-statement"
    assert set_in(20, "text ", Run(f"[{name}]", whole=True)) == ["text", f"[{name}]"]


def test_what_a_terminal_would_obey_becomes_a_mark() -> None:
    assert set_in(None, "a\x1b[2Jb\u202ec\u2066d\x9b") == ["a\ufffd[2Jb\ufffdc\ufffdd\ufffd"]


def test_one_ink_is_one_style() -> None:
    runs = [Run("two words", Ink("red")), Run(" and "), Run("bold ones", Ink(bold=True))]
    assert list(lines(runs, "", "", None, coloured=True)) == [
        "\x1b[31mtwo words\x1b[0m and\x1b[1m bold ones\x1b[0m"
    ]


@given(st.lists(WORDS, max_size=4), st.integers(1, 50))
def test_nothing_is_lost_and_lines_fit(texts: list[str], width: int) -> None:
    found = set_in(width, *texts)
    told = "".join(found).replace(" ", "")
    expected = re.sub(r"[ \t\n]", "", "".join(texts))
    assert told == expected.replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert all(cells(line) <= max(width, 20) for line in found)
