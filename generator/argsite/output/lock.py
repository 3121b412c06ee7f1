"""The lock file, written: what a site publishes is added to what it has published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from argsite.deeds import Recorded
from argsite.errors import OutputError
from argsite.formats import lock
from argsite.formats.characters import decode
from argsite.output.alone import alone_at
from argsite.output.exchange import exchange, spelled


def record(root: Path, before: str | None, addresses: Iterable[str]) -> Recorded:
    """Add the addresses to the lock file of the site at `root`, in one step or not at all.

    `before` is its text as it was read; None where there is no such file. What somebody has added
    since then stays.
    """
    wanted = list(addresses)
    if lock.add(before or "", wanted) == before:
        return Recorded(0)
    try:
        with alone_at(root):
            return _add(root / lock.NAME, wanted)
    except OutputError as error:
        return Recorded(0, fault=f"cannot write {root / lock.NAME}: {error}")


def _add(path: Path, addresses: Iterable[str]) -> Recorded:
    try:
        place = path.resolve()  # a link stays one
        if not place.is_relative_to(path.parent.resolve()):
            return Recorded(0, fault=f"{path} is a link that leads out of the site; delete it")
        is_new = not place.exists()
        data = b"" if is_new else place.read_bytes()
        text = decode(path.name, data).text
        after = lock.add(text, addresses)
        if after != text:
            exchange(place, spelled(after, data))
    except OSError as error:
        return Recorded(0, fault=f"cannot write {path}: {error.strerror or error}")
    return Recorded(len(_addresses(after) - _addresses(text)), is_new)


def _addresses(text: str) -> set[str]:
    return {lock.address(line) for line in text.split("\n")} - {""}
