"""Of two builds into one address the second is refused, and a killed one's lock does not stay."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from argsite.errors import OutputError
from argsite.remote.address import Address
from argsite.remote.file_system import opened
from argsite.remote.lease import NAME, Lease, Rhythm, leased
from argsite.remote.store import Store

QUICK = Rhythm(beat=0.01, beats=3)
SLOW = Rhythm(beat=60, beats=1)


@pytest.fixture
def store() -> Iterator[Store]:
    with opened(Address("memory://public")) as opened_store:
        yield opened_store


def owner(store: Store) -> object:
    """Return whose lock stands there; None where there is none."""
    data = store.read(NAME)
    return data and json.loads(data)["owner"]


def test_a_lock_is_there_while_it_is_held(store: Store) -> None:
    with leased(store, "me", SLOW):
        assert owner(store) == "me"
    assert owner(store) is None


def test_a_lock_is_gone_after_a_failure(store: Store) -> None:
    with pytest.raises(OSError, match="no"), leased(store, "me", SLOW):
        raise OSError("no")
    assert owner(store) is None


def test_while_a_lock_lives_another_build_is_refused(store: Store) -> None:
    with (
        leased(store, "me", QUICK),
        pytest.raises(OutputError, match="another build is writing to memory://public; wait"),
        leased(store, "you", Rhythm(beat=0.5, beats=20)),
    ):
        pass


def test_a_lock_that_stays_the_same_is_left_over(store: Store) -> None:
    store.write(NAME, Lease(store, "killed").data())
    with leased(store, "me", QUICK):
        assert owner(store) == "me"


def test_a_lock_of_the_same_owner_is_left_over_at_once(store: Store) -> None:
    store.write(NAME, Lease(store, "me").data())
    with leased(store, "me", SLOW):
        assert owner(store) == "me"


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{}", b"{"])
def test_an_odd_lock_ends_like_any_other(store: Store, data: bytes) -> None:
    store.write(NAME, data)
    with leased(store, "me", QUICK):
        assert owner(store) == "me"


def test_a_lock_that_was_taken_ends_the_build_and_stays(store: Store) -> None:
    with leased(store, "me", SLOW) as lease:
        store.write(NAME, Lease(store, "you").data())
        lease.renew()
        with pytest.raises(OutputError, match="another build"):
            lease.require()
    assert owner(store) == "you"
