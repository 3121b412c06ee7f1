"""Which files stand in the output folder as they were put there."""

from __future__ import annotations

from pathlib import Path

from argsite.making.ledger import Ledger
from argsite.output.present import Present


def standing_files(ledger: Ledger, out: Path) -> set[str]:
    """Return the paths of the files that hold what the ledger says."""
    present = Present(out)
    return {
        path
        for made in ledger.jobs.values()
        for path, hashed in zip(made.paths, made.hashes, strict=True)
        if present.has_hash(path, {hashed})
    }
