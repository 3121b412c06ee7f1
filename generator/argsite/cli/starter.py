"""A new site: a copy of the small complete one that comes with the package, and its schemas."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from argsite.cli.made import make_folders, undo
from argsite.errors import SetupError
from argsite.output.exchange import exchange, waiting
from argsite.undisturbed import undisturbed

STARTER = Path(__file__).resolve().parents[1] / "starter"
"""Where it is."""


_MARK = waiting(Path("site"))
"""The name of a folder in a new site that is there as long as the site is not whole."""


def plant(folder: Path) -> None:
    """Copy the starter into `folder`, which is made where it is not there.

    SetupError where it is not an empty folder, or cannot be written; then all is as it was before.
    Where the program is killed the same again makes the rest.
    """
    try:
        files = _files()
        if folder.exists():
            _require_empty(folder, files)
        _make(folder, files)
    except OSError as error:
        said = f"cannot make a site in {folder}: {error.strerror or error}"
        raise SetupError(said) from error


def _make(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a site in a folder that holds nothing of anybody else's, or leave it as it was."""
    made: list[Path] = []
    try:
        make_folders(folder, made)
        (folder / _MARK).mkdir(exist_ok=True)
        _write(folder, files)
        (folder / _MARK).rmdir()
    except BaseException:
        with undisturbed():
            _unwrite(folder, files)
            undo(made)
        raise


def write_schemas(folder: Path) -> None:
    """Write what editors need to know of the format into the site in `folder`.

    SetupError where it cannot be written.
    """
    from argsite.formats.yaml.schema import schema_files

    try:
        with undisturbed():
            for path, text in schema_files().items():
                target = folder / path
                if target.parent.is_symlink():
                    # It came with the site, perhaps a stranger's, and may lead anywhere.
                    raise SetupError(f"{target.parent} is a link; delete it, and a folder is made")
                target.parent.mkdir(exist_ok=True)
                # An editor that watches the file must never read half of it.
                exchange(target, text.encode())
    except OSError as error:
        raise SetupError(f"cannot write {target}: {error.strerror or error}") from error


def _require_empty(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raise SetupError where a folder holds what is not of a new site that was not made whole."""
    if not folder.is_dir():
        raise SetupError(f"{folder} is a file; name a folder that is not there yet")
    if not any(folder.iterdir()):
        return
    folders = {parent.as_posix() for path in files for parent in Path(path).parents}
    known = {str(_MARK), *files, *folders}
    found = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*")}
    is_ours = (folder / _MARK).is_dir() and found.keys() <= known
    if not is_ours or not all(
        files[path].startswith(place.read_bytes())  # and nobody has written to it since
        for path, place in found.items()
        if place.is_file()
    ):
        raise SetupError(f"{folder} is not empty; name another folder")


def _files() -> dict[str, bytes]:
    """Return every file of a new site; the bytes alone: the package may be read-only."""
    from argsite.formats.yaml.schema import schema_files

    places = sorted(place for place in STARTER.rglob("*") if place.is_file())
    files = {each.relative_to(STARTER).as_posix(): each.read_bytes() for each in places}
    return files | {path: text.encode() for path, text in schema_files().items()}


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _unwrite(folder: Path, files: Mapping[str, bytes]) -> None:
    """Remove what was written."""
    inner = {parent for path in files for parent in Path(path).parents if parent != Path()}
    for path in files:
        with suppress(OSError):
            (folder / path).unlink(missing_ok=True)
    for each in (*sorted(inner, key=lambda each: -len(each.parts)), _MARK):
        with suppress(OSError):
            (folder / each).rmdir()
