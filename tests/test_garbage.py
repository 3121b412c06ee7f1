"""Whether Python looks for circles of objects, and that it is afterwards as it was before."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from argsite.garbage import collected, uncollected


class Circle:
    """An object that refers to itself, so that only a look for circles takes it away."""

    def __init__(self) -> None:
        """Close the circle."""
        self.self = self


@pytest.fixture(autouse=True, params=[True, False])
def enabled(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Run each test where Python looks by itself, and where it does not."""
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


def test_no_circles_are_looked_for_meanwhile(*, enabled: bool) -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled() is enabled


def test_it_is_as_before_after_a_fault_too(*, enabled: bool) -> None:
    with pytest.raises(ValueError, match="fault"), uncollected():
        raise ValueError("fault")
    assert gc.isenabled() is enabled


def test_circles_are_looked_for_among_new_objects(*, enabled: bool) -> None:
    old = Circle()
    with collected():
        assert gc.isenabled()
        new = Circle()
        references = weakref.ref(old), weakref.ref(new)
        del old, new
        gc.collect()
        assert references[0]() is not None
        assert references[1]() is None
    assert gc.isenabled() is enabled
    gc.collect()
    assert references[0]() is None
