"""When Python looks for circles, and that it does so afterwards as it did before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from argsite.garbage import collected, uncollected


@pytest.fixture(params=[True, False])
def enabled(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Begin with a collector that runs, and with one that does not."""
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield bool(request.param)
    (gc.enable if before else gc.disable)()


def test_nothing_is_looked_for_until_the_end(enabled: bool) -> None:  # noqa: FBT001 - a fixture
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled() is enabled


def test_what_comes_later_is_looked_through_within(enabled: bool) -> None:  # noqa: FBT001 - as above
    with uncollected(), collected():
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0
    assert gc.isenabled() is enabled


def test_a_fault_ends_it_too(enabled: bool) -> None:  # noqa: FBT001 - as above
    with pytest.raises(ValueError, match="x"), uncollected(), collected():
        raise ValueError("x")
    assert gc.isenabled() is enabled
