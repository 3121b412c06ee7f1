"""A new site: a copy of the small complete one that comes with the package, and its schemas."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

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
    is_new = not folder.exists()
    try:
        if not is_new:
            _require_empty(folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MARK).mkdir(exist_ok=True)
    except OSError as error:
        raise _unmade(folder, error) from error
    files = _files()
    try:
        _write(folder, files)
        (folder / _MARK).rmdir()
    except BaseException as error:
        with undisturbed():
            _unwrite(folder, files, is_new=is_new)
        if isinstance(error, OSError):
            raise _unmade(folder, error) from error
        raise


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
            exchange(target, text.encode())
    except OSError as error:
        raise SetupError(f"cannot write {target}: {error.strerror or error}") from error


def _require_empty(folder: Path) -> None:
    """Raise SetupError where a folder holds what is not of a new site that was not made whole."""
    if not folder.is_dir():
        raise SetupError(f"{folder} is a file; name a folder that is not there yet")
    if not any(folder.iterdir()):
        return
    files = _files()
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


def _unwrite(folder: Path, files: Mapping[str, bytes], *, is_new: bool) -> None:
    """Remove what was written, and the folder where it was not there."""
    inner = {parent for path in files for parent in Path(path).parents if parent != Path()}
    for path in files:
        with suppress(OSError):
            (folder / path).unlink(missing_ok=True)
    for each in (*sorted(inner, key=lambda each: -len(each.parts)), _MARK):
        with suppress(OSError):
            (folder / each).rmdir()
    if is_new:
        with suppress(OSError):
            folder.rmdir()


def _unmade(folder: Path, error: OSError) -> SetupError:
    return SetupError(f"cannot make a site in {folder}: {error.strerror or error}")
