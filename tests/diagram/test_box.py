"""How a statement is set in its box."""

from __future__ import annotations

from argsite.diagram import Node
from argsite.diagram.box import baseline, set_box
from argsite.model import Role, Status

NODE = Node(
    "p",
    "p.html",
    "Because",
    "Wardens pass every twenty minutes until midnight.",
    Status.PRESUMED,
    Role.PREMISE,
    status_word="presumed",
)


def test_word_and_status_share_the_first_row() -> None:
    box = set_box(NODE, 212)
    assert box.word == ("Because",)
    assert box.status_row == 0
    assert box.lines == ("Wardens pass every twenty", "minutes until midnight.")


def test_words_that_take_two_rows_end_without_a_dot() -> None:
    box = set_box(NODE._replace(word="Does not follow · unanswered"), 212)
    assert box.word == ("Does not follow", "unanswered")
    assert box.status_row == 0


def test_the_status_gets_a_row_of_its_own_where_the_words_leave_no_room() -> None:
    box = set_box(NODE._replace(word="Because", status_word="unsupported"), 160)
    assert box.word == ("Because",)
    assert box.status_row == 1


def test_words_are_not_broken_where_a_row_of_their_own_holds_them() -> None:
    box = set_box(NODE._replace(word="Because … · point 4", status_word="contested"), 160)
    assert box.word == ("Because … · point 4",)
    assert box.status_row == 1


def test_what_is_hidden_is_counted_in_the_last_row() -> None:
    box = set_box(NODE._replace(more="+12 more"), 212)
    assert box.more == "+12 more"
    assert box.height == set_box(NODE, 212).height + 18


def test_all_rows_lie_in_the_box() -> None:
    box = set_box(NODE._replace(more="+12 more", text="word " * 99), 212)
    rows = box.head + len(box.lines) + 1
    assert baseline(rows - 1) < box.height
    assert box.lines[-1].endswith("…")
