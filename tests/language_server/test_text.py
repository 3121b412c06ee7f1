"""Lines and columns as editors count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.language_server.text import Edit, Place, Units, changed, column, lines, width

_CODEC = {Units.UTF8: ("utf-8", 1), Units.UTF16: ("utf-16-le", 2), Units.UTF32: ("utf-32-le", 4)}

LINE = st.text(st.sampled_from("aé漢🌳\u2028\x85\x0b "), max_size=8)


def test_lines_break_where_editors_break_them() -> None:
    assert lines("a\nb\r\nc\rd\u2028e\x85f\x0bg") == ["a", "b", "c", "d\u2028e\x85f\x0bg"]
    assert lines("") == [""]


@pytest.mark.parametrize(("units", "count"), [(Units.UTF8, 10), (Units.UTF16, 5), (Units.UTF32, 4)])
def test_a_width_is_counted_in_units(units: Units, count: int) -> None:
    assert width("aé漢🌳", units) == count


@given(LINE, st.sampled_from(Units), st.integers(0, 40))
def test_a_column_is_where_its_units_end(line: str, units: Units, units_before: int) -> None:
    codec, size = _CODEC[units]
    before = line.encode(codec)[: units_before * size].decode(codec, "ignore")
    assert column(line, units_before, units) == len(before)


@given(LINE, st.sampled_from(Units))
def test_a_column_comes_back(line: str, units: Units) -> None:
    for count in range(len(line) + 1):
        assert column(line, width(line[:count], units), units) == count


@given(
    st.lists(LINE, min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.tuples(st.integers(0, 4), st.integers(0, 8)),
    st.tuples(st.integers(0, 4), st.integers(0, 8)),
)
def test_an_edit_replaces_what_stands_between_two_places(
    rows: list[str], line_break: str, one: tuple[int, int], other: tuple[int, int]
) -> None:
    text = line_break.join(rows)
    ends, places = [], []
    for row, count in sorted((one, other)):
        line = min(row, len(rows) - 1)
        before = rows[line][:count]
        ends.append(len(line_break.join([*rows[:line], before])))
        places.append(Place(line, width(before, Units.UTF16)))
    start, end = ends[0], max(ends)
    edit = Edit(places[0], places[1], "new")
    assert changed(text, edit, Units.UTF16) == f"{text[:start]}new{text[end:]}"


@pytest.mark.parametrize(
    ("start", "end", "result"),
    [
        (Place(0, 99), Place(0, 99), "oneX\ntwo"),
        (Place(9, 0), Place(9, 9), "one\ntwoX"),
        (Place(0, 0), Place(99, 0), "X"),
        (Place(1, 2), Place(0, 1), "one\ntwXo"),
    ],
)
def test_an_edit_past_the_end_is_at_the_end(start: Place, end: Place, result: str) -> None:
    assert changed("one\ntwo", Edit(start, end, "X"), Units.UTF16) == result
