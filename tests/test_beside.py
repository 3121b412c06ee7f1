"""What is done beside other work comes to what it comes to alone."""

from __future__ import annotations

import os

import pytest

from argsite import beside as module
from argsite import fork
from argsite.beside import beside
from argsite.problems import Code, Problem
from argsite.source import Location


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a processor to spare, whatever this machine has."""
    monkeypatch.setattr(module, "processors", lambda: 2)


def process() -> int:
    return os.getpid()


@pytest.mark.skipif(not fork.can_fork(), reason="there are no forks")
def test_the_work_is_done_by_another_process_where_that_is_worth_it() -> None:
    with beside(process, int) as result:
        assert result() != process()
    with beside(process, int, worth_it=False) as result:
        assert result() == process()


def test_with_one_processor_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "processors", lambda: 1)
    with beside(process, int) as result:
        assert result() == process()


@pytest.mark.parametrize("sent", [b"", b"torn"])
def test_where_the_process_fails_it_is_done_here(
    monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(fork.Fork, "result", lambda _self: sent)
    with beside(process, int) as result:
        assert result() == process()


@pytest.mark.skipif(not fork.can_fork(), reason="there are no forks")
def test_values_come_back_as_they_are() -> None:
    problem = Problem(Code.LOST_ID, Location("content/park/essay.yaml", 3, 5), "it is lost")
    with beside(lambda: [problem], list[Problem]) as result:
        assert result() == [problem]
    with beside(list, list[Problem]) as none:
        assert none() == []
