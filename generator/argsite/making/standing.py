"""Which files stand in the output folder as they were put there."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from argsite.making.ledger import Ledger
from argsite.output.present import Present


def standing_files(ledger: Ledger, out: Path, known: Collection[str]) -> set[str]:
    """Return the paths of the files that hold what the ledger says.

    Those that are `known` to do so are not read.
    """
    present = Present(out)
    return {
        path
        for made in ledger.jobs.values()
        for path, hashed in zip(made.paths, made.hashes, strict=True)
        if path in known or present.has_hash(path, {hashed})
    }
