"""In which order the parts of a line stand."""

from __future__ import annotations

import pytest

from argsite.pages.social_card.reading_order import from_the_left, is_right_to_left


def seen(text: str, *, at_right: bool) -> str:
    """Return what stands from left to right; as in UAX #9, big letters read from the right."""
    hebrew = str.maketrans("ABCDEFGH", "אבגדהוזח")
    latin = str.maketrans("אבגדהוזח", "ABCDEFGH")
    parts = from_the_left(text.translate(hebrew), at_right=at_right)
    return "".join(part[::-1] if turned else part for part, turned in parts).translate(latin)


@pytest.mark.parametrize(
    ("text", "from_left", "from_right"),
    [
        ("abc", "abc", "abc"),
        ("ABC", "CBA", "CBA"),
        ("abc DEF ghi", "abc FED ghi", "ghi FED abc"),
        ("ABC def GH", "CBA def HG", "HG def CBA"),
        ("ABC def.", "CBA def.", ".def CBA"),
        ("ABC 12 def", "12 CBA def", "def 12 CBA"),
        ("ABC 12:30", "12:30 CBA", "12:30 CBA"),
        ("ABC 1,5 5%", "5% 1,5 CBA", "5% 1,5 CBA"),
        ("abc 12 DEF", "abc 12 FED", "FED abc 12"),
        ("ABC (def) GH", "CBA (def) HG", "HG )def( CBA"),  # whoever draws a bracket mirrors it
        ("2 ABC 2026", "2 2026 CBA", "2026 CBA 2"),
        ("", "", ""),
    ],
)
def test_parts_are_ordered_as_the_direction_of_the_line_asks(
    text: str, from_left: str, from_right: str
) -> None:
    assert seen(text, at_right=False) == from_left
    assert seen(text, at_right=True) == from_right


def test_numbers_after_arabic_letters_are_read_by_themselves() -> None:
    parts = from_the_left("في 10%", at_right=True)
    assert [(part, turned) for part, turned in parts] == [("%", True), ("10", False), ("في ", True)]


def test_marks_stay_with_their_letters() -> None:
    assert from_the_left("שָׁלוֹם", at_right=False) == [("שָׁלוֹם", True)]


def test_the_first_letter_says_from_where_a_text_reads() -> None:
    assert is_right_to_left("(12) אב cd")
    assert not is_right_to_left("«cd» אב")
    assert not is_right_to_left("12")
