"""The processes that lay out graphs."""

from __future__ import annotations

from concurrent.futures import CancelledError

import pytest

from argsite.diagram.crew import Crew
from argsite.diagram.layout import TooSlow, lay_out_here
from argsite.diagram.plan import plan
from argsite.errors import LayoutError
from tests.diagram.charts import samples, tower

DOTS = [plan(chart).dot for chart in samples()]
TOO_LARGE = plan(tower(levels=1000, links=3)).dot


def test_answers_come_in_the_order_of_the_questions() -> None:
    crew = Crew(count=2, limit_seconds=10)
    coming = [crew.ask(DOTS[:3]), crew.ask(DOTS[3:])]
    answers = [answer for each in coming for answer in each.result()]
    crew.close()
    assert answers == [lay_out_here(dot) for dot in DOTS]


def test_one_slow_graph_does_not_take_others_with_it() -> None:
    crew = Crew(count=1, limit_seconds=1)
    answers = crew.ask([DOTS[0], TOO_LARGE, DOTS[1]]).result()
    crew.close()
    assert answers == [lay_out_here(DOTS[0]), TooSlow(1), lay_out_here(DOTS[1])]


def test_a_failure_is_raised_where_the_answer_is_taken() -> None:
    crew = Crew(count=1, limit_seconds=10)
    coming = crew.ask(["digraph {{{"])
    with pytest.raises(LayoutError, match="Graphviz failed"):
        coming.result()
    assert crew.ask(DOTS[:1]).result() == [lay_out_here(DOTS[0])]
    crew.close()


def test_closing_gives_up_what_is_not_done() -> None:
    crew = Crew(count=1, limit_seconds=60)
    coming = [crew.ask([TOO_LARGE]), crew.ask([TOO_LARGE])]
    crew.close()
    for each in coming:
        with pytest.raises((LayoutError, CancelledError)):
            each.result(timeout=1)
