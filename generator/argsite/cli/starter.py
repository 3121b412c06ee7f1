"""A new site: a copy of the small complete one that comes with the package."""

from __future__ import annotations

from pathlib import Path

from argsite.errors import SetupError

STARTER = Path(__file__).resolve().parents[1] / "starter"
"""Where it is."""


def plant(folder: Path) -> None:
    """Copy the starter into `folder`, which is made where it is not there.

    SetupError where it is not an empty folder, or cannot be written.
    """
    try:
        if folder.exists():
            if not folder.is_dir():
                raise SetupError(f"{folder} is a file; name a folder that is not there yet")
            if any(folder.iterdir()):
                raise SetupError(f"{folder} is not empty; name another folder")
        _copy(STARTER, folder)
    except OSError as error:
        raise SetupError(f"cannot make a site in {folder}: {error.strerror or error}") from error


def _copy(source: Path, folder: Path) -> None:
    """Copy the bytes alone: where the package is read-only, the copy must not be."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in sorted(source.rglob("*")):
        target = folder / place.relative_to(source)
        if place.is_dir():
            target.mkdir()
        else:
            target.write_bytes(place.read_bytes())
