"""A polite kill ends a command as Ctrl-C does."""

from __future__ import annotations

import signal

import pytest

from argsite.cli import stops


@pytest.fixture
def _heeded() -> object:
    """Give signals back to the tests."""
    kept = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    yield
    for each, handler in kept.items():
        signal.signal(each, handler)


@pytest.mark.usefixtures("_heeded")
def test_each_way_to_stop_has_its_exit_code() -> None:
    stops.heed()
    with pytest.raises(KeyboardInterrupt) as stopped:
        signal.raise_signal(signal.SIGTERM)
    assert stops.code_of(stopped.value) == 143
    with pytest.raises(KeyboardInterrupt) as stopped:
        signal.raise_signal(signal.SIGINT)
    assert stops.code_of(stopped.value) == 130


def test_the_cause_of_what_a_library_makes_of_it_counts() -> None:
    made = RuntimeError()
    made.__cause__ = stops.Terminated()
    assert stops.code_of(made) == 143
    made.__cause__ = KeyboardInterrupt()
    assert stops.code_of(made) == 130


@pytest.mark.usefixtures("_heeded")
def test_what_is_over_cannot_be_stopped() -> None:
    stops.heed()
    stops.ignore()
    signal.raise_signal(signal.SIGTERM)
    signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("_heeded")
def test_signals_of_another_program_are_left_alone() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    stops.heed()
    stops.ignore()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
