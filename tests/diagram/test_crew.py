"""The processes that draw charts."""

from __future__ import annotations

from concurrent.futures import CancelledError

import pytest

from argsite.diagram import Drawing, Layout
from argsite.diagram.crew import Crew
from argsite.diagram.layout import TooSlow
from argsite.diagram.plan import draw_here
from argsite.errors import LayoutError
from tests.diagram.charts import samples, tower

CHARTS = samples()
TOO_LARGE = tower(levels=1000, links=3)


def expected() -> list[Drawing]:
    """Return the drawings of the charts, made in this process."""
    known: dict[str, Layout] = {}
    return [draw_here(chart, known) for chart in CHARTS]


def test_answers_come_in_the_order_of_the_questions() -> None:
    crew = Crew(count=2, limit_seconds=10)
    coming = [crew.ask(CHARTS[:3]), crew.ask(CHARTS[3:])]
    answers = [answer for each in coming for answer in each.result()]
    crew.close()
    assert answers == expected()


def test_one_slow_chart_does_not_take_others_with_it() -> None:
    crew = Crew(count=1, limit_seconds=1)
    answers = crew.ask([CHARTS[0], TOO_LARGE, CHARTS[1]]).result()
    crew.close()
    first, second, *_ = expected()
    assert answers == [first, TooSlow(1), second]


def test_a_failure_is_raised_where_the_answer_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    crew = Crew(count=1, limit_seconds=10)
    with monkeypatch.context() as patch:
        patch.setattr("argsite.diagram.crew._talk", lambda *_: "Graphviz failed: no memory")
        coming = crew.ask(CHARTS[:1])
        with pytest.raises(LayoutError, match="no memory"):
            coming.result()
    assert crew.ask(CHARTS[:1]).result() == expected()[:1]
    crew.close()


def test_closing_gives_up_what_is_not_done() -> None:
    crew = Crew(count=1, limit_seconds=60)
    coming = [crew.ask([TOO_LARGE]), crew.ask([TOO_LARGE])]
    crew.close()
    for each in coming:
        with pytest.raises((LayoutError, CancelledError)):
            each.result(timeout=1)
