"""A new site: a copy of the small complete one that comes with the package, and its schemas."""

from __future__ import annotations

from pathlib import Path

from argsite import kept_file
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
    write_schemas(folder)


def write_schemas(folder: Path) -> None:
    """Write what editors need to know of the format into the site in `folder`.

    SetupError where it cannot be written.
    """
    from argsite.formats.yaml.schema import schema_files

    try:
        for path, text in schema_files().items():
            target = folder / path
            if target.parent.is_symlink():
                # It came with the site, perhaps a stranger's, and may lead anywhere.
                raise SetupError(f"{target.parent} is a link; delete it, and a folder is made")
            target.parent.mkdir(exist_ok=True)
            # An editor that watches the file must never read half of it.
            kept_file.write(target, text.encode(), prefix=".")
    except OSError as error:
        raise SetupError(f"cannot write {target}: {error.strerror or error}") from error


def _copy(source: Path, folder: Path) -> None:
    """Copy the bytes alone: where the package is read-only, the copy must not be."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in sorted(source.rglob("*")):
        target = folder / place.relative_to(source)
        if place.is_dir():
            target.mkdir()
        else:
            target.write_bytes(place.read_bytes())
