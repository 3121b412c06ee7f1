"""No regular expression of the package goes back and forth over a text made for it.

A pattern that looks through the rest of a text from each of its places takes a hundred times as
long for a text ten times as long: a second for ten thousand characters, an hour for a million. One
that does not takes some microseconds.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from tests.effort import effort
from tests.torture.patterns import Used, baits, used

LENGTH = effort(10_000, 20_000)
"""Characters of a bait."""

SECONDS = effort(1, 3) / 2
"""Time of the processor that one may take: where it is sound, a thousandth of that is enough."""

SHORT = {
    "argsite.pages.social_card.reading_order": "a title has 2,000 characters at most",
    "argsite.cli.health.drawing": "what a program of this machine says of itself",
    "argsite.cli.health.surroundings": "what a program of this machine says of itself",
}
"""Modules whose patterns meet short texts only, and why."""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such clock here")
@pytest.mark.parametrize("use", used(), ids=lambda use: f"{use.module}-{use.pattern.pattern[:40]}")
def test_no_pattern_goes_back_and_forth(use: Used) -> None:
    length = 1_000 if use.module in SHORT else LENGTH
    for bait in baits(use.pattern, length):
        with limited(f"{use.way} in {bait[:40]!r} … takes long"):
            use.on(bait)


def test_all_modules_that_are_excused_use_patterns() -> None:
    assert SHORT.keys() <= {each.module for each in used()}


@contextmanager
def limited(reason: str) -> Iterator[None]:
    """Fail where what is done takes more time of the processor than it may."""

    def fail(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail(reason)

    before = signal.signal(signal.SIGVTALRM, fail)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
