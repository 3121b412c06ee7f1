"""Work for many files is done several at a time where a store allows it, and ends at a failure."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Barrier, Event

import pytest

from argsite.errors import OutputError
from argsite.remote.address import Address
from argsite.remote.file_system import opened
from argsite.remote.store import Store, each


@pytest.fixture
def store() -> Iterator[Store]:
    with opened(Address("memory://public")) as opened_store:
        yield opened_store


@pytest.mark.parametrize("parallel", [1, 4])
def test_work_is_done_once_for_each_path(store: Store, parallel: int) -> None:
    store.parallel = parallel
    done: list[str] = []
    each(store, (f"{number}" for number in range(100)), done.append)
    assert sorted(done, key=int) == [f"{number}" for number in range(100)]
    each(store, [], done.append)
    assert len(done) == 100


def test_several_are_under_way_at_once(store: Store) -> None:
    store.parallel = 3
    together = Barrier(3, timeout=60)

    def work(_path: str) -> None:
        together.wait()

    each(store, "abc", work)


@pytest.mark.parametrize("parallel", [1, 2])
def test_after_a_failure_nothing_new_is_begun(store: Store, parallel: int) -> None:
    store.parallel = parallel
    begun: list[str] = []
    failed = Event()

    def work(path: str) -> None:
        begun.append(path)
        if path == "0":
            failed.set()
            raise OutputError("the connection was lost")
        failed.wait(60)

    with pytest.raises(OutputError, match="lost"):
        each(store, [f"{number}" for number in range(1000)], work)
    assert len(begun) < 1000
