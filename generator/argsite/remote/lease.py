"""A lock object in a store, so that of two builds into one address the second is refused.

Whoever holds it writes it anew every few seconds. One that stays the same for several such times
is left over from a build that was killed, and is taken. So nobody's clock has to be right. Where a
store cannot create a file only if there is none, two builds that begin in the same moment may
both go on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from secrets import token_hex
from threading import Event, Thread

from argsite.errors import ArgsiteError, OutputError
from argsite.remote.store import Store, Told, silent

NAME = ".argsite-lock"
"""The lock's name in the output folder."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a lock is written anew, and how long one that stays the same is believed."""

    beat: float = 5.0
    """Seconds between two times."""

    beats: int = 4
    """How many times may be missed."""


USUAL = Rhythm()


class Lease:
    """A lock that is held."""

    def __init__(self, store: Store, owner: str) -> None:
        self._store = store
        self._owner = owner
        self._build = token_hex(8)
        self._count = 0
        self._lost = False

    def data(self) -> bytes:
        """Return other bytes each time, which say whose the lock is."""
        self._count += 1
        told = {"owner": self._owner, "build": self._build, "count": self._count}
        return json.dumps(told).encode()

    def is_mine(self) -> bool:
        """Say whether this build's lock is what stands in the store."""
        return _told(self._store).get("build") == self._build

    def renew(self) -> None:
        """Show that this build lives; once another has taken the lock, notice that instead."""
        with suppress(ArgsiteError):  # a store that cannot be reached now may be a little later
            if self.is_mine():
                self._store.write(NAME, self.data())
            else:
                self._lost = True

    def require(self) -> None:
        """Raise OutputError where another build has taken the lock."""
        if self._lost:
            raise _taken(self._store)


@contextmanager
def leased(
    store: Store, owner: str, rhythm: Rhythm = USUAL, told: Told = silent
) -> Iterator[Lease]:
    """Hold the lock of a store; OutputError where another build has it.

    A lock of the same `owner` is left over: that there is one build of an owner at a time is
    seen to elsewhere.
    """
    lease = Lease(store, owner)
    if not store.create(NAME, lease.data()):
        _wait_for_its_end(store, owner, rhythm, told)
        store.remove(NAME)
        if not store.create(NAME, lease.data()):
            raise _taken(store)
    if not lease.is_mine():
        raise _taken(store)
    over = Event()
    heart = Thread(target=_beat, args=(lease, over, rhythm.beat), daemon=True)
    heart.start()
    try:
        yield lease
    finally:
        over.set()
        heart.join()
        with suppress(ArgsiteError):  # what went wrong before is said, and the lock ends by itself
            if lease.is_mine():
                store.remove(NAME)


def _beat(lease: Lease, over: Event, pause: float) -> None:
    while not over.wait(pause):
        lease.renew()


def _wait_for_its_end(store: Store, owner: str, rhythm: Rhythm, told: Told) -> None:
    """Return once the lock that stands there is gone or left over; OutputError where it lives."""
    first = _told(store)
    pause = Event()
    times = 2 * rhythm.beats
    for time in range(times):
        now = _told(store)
        if not now or now.get("owner") == owner:
            return
        if now != first:
            raise _taken(store)
        told("looks at another build's lock", time, times)
        pause.wait(rhythm.beat / 2)


def _told(store: Store) -> dict[str, object]:
    """Return what the lock says; nothing where there is none, what it holds where it is odd."""
    data = store.read(NAME)
    if data is None:
        return {}
    with suppress(ValueError, RecursionError):
        told = json.loads(data)
        if isinstance(told, dict) and told:
            return told
    return {"odd": data.decode("utf-8", "replace")}


def _taken(store: Store) -> OutputError:
    return OutputError(f"another build is writing to {store.address}; wait until it is done")
