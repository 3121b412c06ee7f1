"""Layouts kept from one build to the next, so that what was laid out once never is again.

They are known by what Graphviz was asked. A build's processes each lay out what they need; the
process that started them takes what they found (`take`) and keeps all in one file:

    layouts = Layouts(data)       # whatever there is; what is no file of ours is nothing
    layouts.take(portion)         # of each worker: its engine's `layouts.portion()`
    data = layouts.to_bytes()

Many maps are trees, which need no Graphviz, and it is slow to load; so a file is read, and
Graphviz asked which one it is, where something is looked for.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import blake2b, sha256
from itertools import chain
from typing import NamedTuple

from argsite.diagram.layout import Layout, graphviz_version
from argsite.diagram.plan import Plan

_HEAD = b"argsite layouts 2\n"
"""Begins the file; another number where `dot.py`, `centre.py` or what is kept changes."""

_MOST_BYTES = 8_000_000
"""What the file holds at most: tens of thousands of small maps."""

_NAME = 16
_CHECK = 32
_LENGTH = struct.Struct("<I")
_TENTHS = 10
"""Places are kept in tenths of a px, to which they are rounded."""


class Portion(NamedTuple):
    """What one process found, for the one that keeps it: plain values, to be sent."""

    new: Mapping[bytes, bytes]
    """Layouts that were not known."""

    used: frozenset[bytes]
    """Names of all that were asked for."""


class Layouts:
    """Settled layouts, of this build and of earlier ones."""

    def __init__(self, data: bytes = b"") -> None:
        """Begin with those in a file: none where it is cut, not ours, or of another Graphviz."""
        self._data = data
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()

    @property
    def are_new(self) -> bool:
        """Whether any was found that was not known."""
        return bool(self._new)

    def open(self) -> None:
        """Read the file and load Graphviz now, before this process is copied."""
        graphviz_version()
        _ = self._known

    @cached_property
    def _known(self) -> dict[bytes, bytes]:
        """All layouts, those last that were used last."""
        return _read(self._data)

    def find(self, planned: Plan) -> Layout | None:
        """Return the layout of a plan; None where it is not known."""
        name = _name(planned)
        self._used.add(name)
        kept = self._known.get(name, b"")
        names = planned.skeleton.ranks
        if len(kept) != len(names) * 4:
            return None
        places = struct.unpack(f"<{len(names)}i", kept)
        return Layout({each: place / _TENTHS for each, place in zip(names, places, strict=True)})

    def keep(self, planned: Plan, layout: Layout) -> None:
        """Keep the settled layout of a plan."""
        name = _name(planned)
        places = (round(layout.across[each] * _TENTHS) for each in planned.skeleton.ranks)
        self._known[name] = self._new[name] = struct.pack(
            f"<{len(planned.skeleton.ranks)}i", *places
        )

    def portion(self) -> Portion:
        """Return what was asked for and found since this was asked last."""
        portion = Portion(self._new, frozenset(self._used))
        self._new, self._used = {}, set()
        return portion

    def take(self, portion: Portion) -> None:
        """Add what another process found."""
        if portion.new:
            self._known.update(portion.new)
        self._new.update(portion.new)
        self._used.update(portion.used)

    def to_bytes(self) -> bytes:
        """Return a file of the layouts used last, as many as it may hold."""
        used = [name for name in self._known if name in self._used]
        rest = [name for name in self._known if name not in self._used]
        size = 0
        parts = []
        for name in chain(used, rest):
            entry = name + _LENGTH.pack(len(self._known[name])) + self._known[name]
            size += len(entry)
            if size > _MOST_BYTES:
                break
            parts.append(entry)
        body = b"".join(parts)
        return _head() + sha256(body).digest() + body


def _read(data: bytes) -> dict[bytes, bytes]:
    if not data:
        return {}
    head = _head()
    check, body = data[len(head) : len(head) + _CHECK], data[len(head) + _CHECK :]
    if not data.startswith(head) or sha256(body).digest() != check:
        return {}
    return dict(_entries(body))


def _entries(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(body):
        begin = at + _NAME + _LENGTH.size
        end = begin + _LENGTH.unpack_from(body, at + _NAME)[0]
        yield body[at : at + _NAME], body[begin:end]
        at = end


def _head() -> bytes:
    return _HEAD + f"{graphviz_version()}\n".encode()


def _name(planned: Plan) -> bytes:
    return blake2b(planned.question.encode(), digest_size=_NAME).digest()
