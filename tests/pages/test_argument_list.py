"""The argument as a nested list: whatever its shape, the list nests as lists must."""

from __future__ import annotations

from pathlib import Path

from argsite.pages.argument_list import argument_rows, rows_above_points, rows_of_point
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.links import ListRow
from tests.built import make_edition

ESSAY = """\
title: The park
contention:
  id: open
  text: Open it.
  premises:
    - together: [{id: lit, text: It is lit., premises: [Lamps.]}, {id: staffed, text: Staffed.}]
      undercuts:
        - {id: weather, text: Not in fog., rebuttals: [{id: lamps-pierce, text: They pierce it.}]}
    - ref: lit
  rebuttals:
    - {id: noise, text: It is loud.}
"""


def rows_below(desk: Desk, key: str, *, most: int) -> tuple[ListRow, ...]:
    """Return the argument about a claim as if no other point had claims."""
    return rows_of_point(desk, key, {}, most=most)


def edition_of(root: Path, essay: str) -> Edition:
    """Return the edition of a site of one essay."""
    return make_edition(root, {"content/park/essay.yaml": essay})


def drawn(rows: tuple[ListRow, ...]) -> list[str]:
    """Return the list as lines, each level set in; check that all that begins also ends."""
    lines: list[str] = []
    begun: list[str] = []
    for row in rows:
        if row.begins_undercuts:
            begun.append("undercuts")
        if row.begins_item:
            begun.append("item")
        facts = [row.remark, "unanswered" if row.unanswered else ""]
        counts = [f"{row.pro} for" if row.pro else "", f"{row.con} against" if row.con else ""]
        told = "; ".join(filter(None, [*counts, *facts]))
        line = f"{row.word} {row.link.key.partition('/')[2]}".strip()
        depth = begun.count("item") - 1
        lines.append("  " * depth + line + (f" ({told})" if told else ""))
        if row.opens:
            begun.append("premise")
        for part in row.closes:
            assert begun.pop() == part
    assert not begun
    return lines


def test_the_whole_argument_as_a_list(tmp_path: Path) -> None:
    desk = Desk(edition_of(tmp_path, ESSAY), "park/outline.html")
    rows = argument_rows(desk, ("park/open",), opened=True)
    assert drawn(rows) == [
        "open (2 for; 1 against)",
        "  Because lit (1 for)",
        "    Because lamps",
        "  and staffed",
        "    Does not follow weather (1 against)",
        "      But lamps-pierce",
        "  Because lit (1 for; argued above)",
        "  But noise (unanswered)",
    ]


def test_below_a_statement_the_statement_itself_is_left_out(tmp_path: Path) -> None:
    desk = Desk(edition_of(tmp_path, ESSAY), "park/index.html")
    assert drawn(rows_below(desk, "park/open", most=100)) == [
        "Because lit (1 for)",
        "  Because lamps",
        "and staffed",
        "  Does not follow weather (1 against)",
        "    But lamps-pierce",
        "Because lit (1 for; argued above)",
        "But noise (unanswered)",
    ]
    assert rows_below(desk, "park/noise", most=100) == ()


def test_a_long_argument_is_cut_by_levels_and_says_what_is_left_out(tmp_path: Path) -> None:
    desk = Desk(edition_of(tmp_path, ESSAY), "park/index.html")
    rows = rows_below(desk, "park/open", most=7)
    assert "+1 more" in {row.remark for row in rows}
    assert {row.link.key for row in rows} >= {"park/lit", "park/staffed", "park/noise"}
    drawn(rows)


def test_a_short_list_comes_opened_and_a_long_one_folded(tmp_path: Path) -> None:
    desk = Desk(edition_of(tmp_path, ESSAY), "park/index.html")
    assert all(row.opened == row.opens for row in rows_below(desk, "park/open", most=100))
    many = "title: Many\ncontention:\n  id: open\n  text: Open.\n  premises:\n" + "".join(
        f"    - Reason {number}.\n" for number in range(20)
    )
    (tmp_path / "many").mkdir()
    desk = Desk(edition_of(tmp_path / "many", many), "park/index.html")
    assert not any(row.opened for row in rows_below(desk, "park/open", most=100))


def nested(depth: int) -> str:
    """Return an essay whose premises nest so deep."""
    lines = ["title: Deep", "contention:", "  id: s0", "  text: S."]
    for number in range(1, depth + 1):
        indent = "  " + "    " * (number - 1)
        lines += [f"{indent}premises:", f"{indent}  - id: s{number}", f"{indent}    text: S."]
    return "\n".join(lines) + "\n"


def test_what_lies_very_deep_follows_below(tmp_path: Path) -> None:
    desk = Desk(edition_of(tmp_path, nested(12)), "park/outline.html")
    lines = drawn(argument_rows(desk, ("park/s0",)))
    assert lines[7:] == [
        "              Because s7 (1 for)",
        "                Because s8 (1 for; continued below)",
        "s8 (1 for)",
        "  Because s9 (1 for)",
        "    Because s10 (1 for)",
        "      Because s11 (1 for)",
        "        Because s12",
    ]
    assert drawn(rows_below(desk, "park/s0", most=100))[-1].strip() == "Because s12"


POINTS = """\
title: The park
contention:
  id: open
  text: Open it.
  premises:
    - {id: safe, text: It is safe., premises: [{ref: lit}, Wardens.]}
  rebuttals:
    - {id: noise, text: It is loud., undercuts: [Not at night.]}
points:
  - {number: 1, title: Light, claim: {id: lit, text: It is lit., premises: [Lamps.]}}
"""


def test_the_argument_about_a_contention_stops_at_the_points(tmp_path: Path) -> None:
    desk = Desk(edition_of(tmp_path, POINTS), "park/index.html")
    assert drawn(rows_above_points(desk, "park/open", most=100)) == [
        "Because safe (2 for)",
        "  Because lit (argued in point 1)",
        "  Because wardens",
        "But noise",
        "  Does not follow not-at-night",
    ]


def test_what_another_point_argues_for_is_printed_there(tmp_path: Path) -> None:
    desk = Desk(edition_of(tmp_path, POINTS), "park/index.html")
    rows = rows_of_point(desk, "park/open", {"park/lit": 1, "park/noise": 2}, most=100)
    assert drawn(rows) == drawn(rows_below(desk, "park/open", most=100))
    assert [(each.link.key, each.in_print) for each in rows if each.in_print] == [
        ("park/lit", "argued in point 1")
    ]
