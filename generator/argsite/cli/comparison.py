"""What `argsite build --verify` found, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argsite.cli.terminal import clean

if TYPE_CHECKING:  # the pipeline is loaded by the command that needs it: `--help` must be fast
    from argsite.output import Comparison

_MOST = 20
"""So many files of a kind are named."""


def equal(found: Comparison, out: object, seconds: float) -> str:
    """Say that all is as it should be, and whose other files are there."""
    files = _number(found.files)
    said = f"Verified {files} in {seconds:.2f} s: {out} holds what a build makes"
    return "\n".join([said, *_foreign(found)])


def different(found: Comparison, out: object) -> str:
    """Name what is not as it should be, and say what to do."""
    differing = [
        f"{path} (from line {line:,})" if line else path for path, line in found.differing.items()
    ]
    if len(found.missing) > found.files and not found.left:
        lines = [f"no site stands in {out}; `argsite build` writes it"]
        return "\n".join([*lines, *_foreign(found)])
    rows = (
        *_named("differs", differing),
        *_named("missing", found.missing),
        *_named("left over", found.left),
    )
    wrong = _number(len(found.differing) + len(found.missing) + len(found.left))
    advice = "`argsite build` puts that right; where it does not, please report it"
    return "\n".join(
        [
            f"{out} does not hold what a build makes:",
            *(clean(row) for row in rows),
            *_foreign(found),
            f"{wrong} not as it should be; {advice}",
        ]
    )


def _named(kind: str, paths: Sequence[str]) -> Iterator[str]:
    yield from (f"  {kind:<9}  {path}" for path in paths[:_MOST])
    if len(paths) > _MOST:
        yield f"  {kind:<9}  … and {len(paths) - _MOST:,} more"


def _foreign(found: Comparison) -> Iterator[str]:
    if found.foreign:
        count, such = _number(len(found.foreign)), found.foreign[0]
        yield clean(f"{count} not of Argsite's making, such as {such}, which a build leaves alone")


def _number(count: int) -> str:
    return f"{count:,} {'file' if count == 1 else 'files'}"
