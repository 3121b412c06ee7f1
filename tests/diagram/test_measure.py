"""How wide texts are, and how they break into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from argsite.diagram.measure import width, wrap

EM = 100.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0.0),
        ("i", 22.2),
        ("M", 83.3),
        ("Ж", 92.4),
        ("Ω", 74.8),
        ("é", 55.6),
        ("e\N{COMBINING ACUTE ACCENT}", 55.6),
        ("漢字", 200.0),
        ("한국", 200.0),
        ("\N{FULLWIDTH COMMA}", 100.0),
        ("🎉", 130.0),
        ("👨‍👩‍👧‍👦", 130.0),
        ("🇩🇪", 130.0),
        ("👍🏽", 130.0),
        ("❤\N{VARIATION SELECTOR-16}", 130.0),
        ("a\N{ZERO WIDTH SPACE}b", 111.2),
        ("a\N{SOFT HYPHEN}b", 111.2),
        ("ក", 80.0),
    ],
)
def test_width_is_that_of_the_family_or_a_careful_guess(text: str, expected: float) -> None:
    assert width(text, EM) == pytest.approx(expected, abs=0.1)


def test_bold_is_wider() -> None:
    assert width("Because", 12, bold=True) > width("Because", 12)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("   ", ()),
        ("One line", ("One line",)),
        ("The park  should\nstay open at night", ("The park", "should stay", "open at night")),
        ("Donaudampfschifffahrt", ("Donaudampfsc", "hifffahrt")),
        ("漢字漢字漢字漢字漢字", ("漢字漢字漢字漢", "字漢字")),
        ("漢字漢字漢字漢。", ("漢字漢字漢字", "漢。")),
        ("see 漢字漢字 there", ("see 漢字漢字", "there")),
        ("10\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 people", ("10\xa0000\xa0000", "people")),
    ],
)
def test_lines_break_at_spaces_and_beside_wide_characters(
    text: str, lines: tuple[str, ...]
) -> None:
    assert wrap(text, 14, 100, 9) == lines


def test_a_text_that_is_cut_ends_with_an_ellipsis() -> None:
    assert wrap("The park should stay open at night", 14, 100, 2) == (
        "The park",
        "should stay…",
    )


def test_a_cut_line_makes_room_for_its_ellipsis() -> None:
    assert wrap("Donaudampfschifffahrt", 14, 100, 1) == ("Donaudampf…",)


@given(st.text(max_size=200), st.integers(20, 300), st.integers(1, 9))
def test_no_line_is_wider_than_it_may_be(text: str, most: int, most_lines: int) -> None:
    lines = wrap(text, 14, most, most_lines)
    assert len(lines) <= most_lines
    for line in lines:
        one_cluster = len(list(iter_graphemes(line.removesuffix("…")))) <= 1
        assert width(line, 14) <= most + 0.001 or one_cluster


@given(st.text(st.characters(codec="utf-8", categories=["L", "N"]) | st.just(" "), max_size=80))
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    lines = wrap(text, 14, 200, 1000)
    assert "".join("".join(lines).split()) == "".join(text.split())
