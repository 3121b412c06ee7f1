"""An essay as one file, read; an essay's folder, written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from argsite.errors import SetupError
from argsite.formats import ids
from argsite.formats.characters import decode
from argsite.load.files import LARGEST, Found, read_bytes
from argsite.output.alone import alone_at
from argsite.output.exchange import exchange, waiting, write_through
from argsite.source import Manuscript
from argsite.undisturbed import undisturbed

CONTENT = "content"
_SITE = "site.yaml"


def read_essay_file(path: Path) -> Manuscript:
    """Return a plain essay, not examined yet; SetupError where it cannot be read."""
    if path.is_dir():
        raise SetupError(f"{path} is a folder; name the file that holds the essay")
    data = read_bytes(Found(path.name, path.name, str(path), is_folder=False))
    if isinstance(data, str):
        raise SetupError(f"{path} {data}")
    if len(data) > LARGEST:
        raise SetupError(f"{path} is too large: over {LARGEST:,} bytes")
    return decode(path.name, data)


def refuse_taken(root: Path, name: str) -> None:
    """Raise SetupError where the site in `root` cannot take a new essay of this name."""
    content = root / CONTENT
    try:
        if root.exists() and not root.is_dir():
            raise SetupError(f"{root} is a file; name a folder with --into")
        if content.exists() and not content.is_dir():
            raise SetupError(f"{content} is a file, and essays stand in a folder of that name")
        if not content.exists() and (root / _SITE).is_file():
            above = root.resolve().parent
            raise SetupError(f"name the folder that holds content/ with --into: {above}")
        names = [each.name for each in content.iterdir()] if content.exists() else []
    except OSError as error:
        raise SetupError(f"cannot look into {root}: {error.strerror or error}") from error
    for taken in names:
        if ids.fold(taken) == ids.fold(name):
            where = (content / taken).as_posix()
            raise SetupError(f"{where} is there already; name another folder with --id")


def plant_essay(
    root: Path, name: str, files: Mapping[str, str], site: Callable[[bool], str]
) -> bool:
    """Write the essay, and content/site.yaml where there is none.

    `site` gives that file's text and is told whether the essay is the site's first. Returns whether
    the file was made. SetupError where something cannot be written; then all is as it was before.
    Where the program is killed there is no essay, and the same again makes it.
    """
    made: list[Path] = []
    content = root / CONTENT
    staged = waiting(content / name)
    try:
        made += _make(content)
        with alone_at(root), _removed(staged):
            _fill(staged, files)
            has_site = (content / _SITE).exists()
            with undisturbed():
                if not has_site:
                    is_first = not any(_is_essay(each) for each in content.iterdir())
                    made.append(content / _SITE)
                    exchange(content / _SITE, site(is_first).encode())
                # On some systems a rename replaces an empty folder that came meanwhile.
                staged.rename(content / name)
                made.clear()
    except OSError as error:
        raise SetupError(f"cannot write to {root}: {error.strerror or error}") from error
    finally:
        _undo(made)
    return not has_site


@contextmanager
def _removed(folder: Path) -> Iterator[None]:
    """Remove a folder before, which a killed program may have left, and after."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, str]) -> None:
    """Make a folder with these files, and wait until the disk has them."""
    folder.mkdir()
    for name, text in files.items():
        write_through(folder / name, text.encode())


def _is_essay(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith(".")


def _make(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the ones that were not there, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _undo(made: list[Path]) -> None:
    """Remove what was made, innermost first."""
    for path in reversed(made):
        if path.is_dir():
            try:
                path.rmdir()
            except OSError:  # somebody else has put something there
                return
        else:
            path.unlink(missing_ok=True)
