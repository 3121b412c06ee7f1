"""A site made once more in a scratch folder, and compared with what stands in its output folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from argsite.build import Progress, build, silent
from argsite.errors import OutputError
from argsite.outcome import Outcome
from argsite.output import Comparison, compare, refuse_unsafe
from argsite.stopwatch import Stopwatch


class Verified(NamedTuple):
    """What came of it."""

    outcome: Outcome
    """What came of making the site."""

    comparison: Comparison | None
    """How the output folder compares; None where a mistake stands in the way of a site."""


def verify(
    root: Path,
    out: Path,
    progress: Progress = silent,
    *,
    workers: int = 0,
    watch: Stopwatch | None = None,
) -> Verified:
    """Compare the folder `out` with what a build of the site at `root` makes.

    Nothing that was remembered is drawn on. Nothing is written but a folder in the system's
    temporary one, which is gone afterwards.
    Raises an `ArgsiteError` where the machine or the set-up stands in the way.
    """
    watch = watch or Stopwatch()
    refuse_unsafe(root, out)
    with _scratch() as made:
        outcome = build(root, made, progress, workers=workers, watch=watch, afresh=True)
        if outcome.written is None:
            return Verified(outcome, None)
        with watch.stage("comparing"):
            return Verified(outcome, compare(made, out))


@contextmanager
def _scratch() -> Iterator[Path]:
    try:
        folder = TemporaryDirectory(prefix="argsite-", ignore_cleanup_errors=True)
    except OSError as error:
        raise OutputError(f"cannot make a scratch folder: {error.strerror or error}") from error
    with folder as name:
        yield Path(name, "site")
