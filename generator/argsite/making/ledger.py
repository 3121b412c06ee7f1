"""What was made last, and of what: so that a build makes only what is not as it was.

It lies in the site's cache, one for each output folder. Nothing depends on it: where it is
missing, torn or of another version everything is made anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from argsite.cache import Cache
from argsite.numbers import EACH, unpacked
from argsite.packing import pack, unpack

_FORM = "ledger 5"


class Made(NamedTuple):
    """The files of one job, and what they were made of."""

    paths: tuple[str, ...]
    """Where they stand."""

    hashes: tuple[str, ...]
    """The hash of each."""

    basis: bytes
    """The digest of what the job was given."""

    around: bytes
    """The digest of how everything argues around its essay; empty for a job of no essay."""

    noted: bytes
    """What it looked at: places in the ledger's names, packed."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was made for one output folder."""

    frame: bytes = b""
    """The digest of what stands around every page."""

    names: tuple[str, ...] = ()
    """What jobs looked at: keys of statements, folders of essays with a mark."""

    digests: tuple[bytes, ...] = ()
    """The digest of each of the names, as it was."""

    essays: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of all facts of an essay's statements, by folder."""

    jobs: Mapping[str, Made] = field(default_factory=dict)
    """Each job, by the path of its first file."""


def read(cache: Cache, out: Path) -> Ledger:
    """Return the ledger of an output folder; an empty one where there is none."""
    data = cache.recall(_inputs(out))
    ledger = unpack(data, Ledger) if data else None
    if ledger is None or not _is_sound(ledger):
        return Ledger()
    return ledger


def write(cache: Cache, out: Path, ledger: Ledger) -> None:
    """Keep the ledger of an output folder."""
    cache.keep(_inputs(out), pack(ledger))


def _inputs(out: Path) -> tuple[str, ...]:
    return _FORM, str(out.resolve())


def _is_sound(ledger: Ledger) -> bool:
    made = ledger.jobs.values()
    most = len(ledger.names)
    return (
        len(ledger.digests) == most
        and all(len(each.paths) == len(each.hashes) for each in made)
        and all(len(each.noted) % EACH == 0 for each in made)
        and max(unpacked(b"".join([each.noted for each in made])), default=-1) < most
    )
