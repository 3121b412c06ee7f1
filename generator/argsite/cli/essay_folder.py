"""An essay as one file, read; an essay's folder, written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from argsite.cli.made import make_folders, undo
from argsite.cli.starter import write_schemas
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
    """Write the essay, and before it what the site lacks: content/site.yaml, schemas for editors.

    `site` gives that file's text and is told whether the essay is the site's first. Returns whether
    the file was made. SetupError where something cannot be written; then all is as it was before.
    Where the program is killed there is no essay, and the same again makes it.
    """
    made: list[Path] = []
    content = root / CONTENT
    staged = waiting(content / name)
    try:
        make_folders(content, made)
        with alone_at(root), _removed(staged):
            _fill(staged, files)
            with undisturbed():
                makes_site = _furnish(root, site, made)
                # On some systems a rename replaces an empty folder that came meanwhile.
                staged.rename(content / name)
                made.clear()
    except OSError as error:
        raise SetupError(f"cannot write to {root}: {error.strerror or error}") from error
    finally:
        undo(made)
    return makes_site


def _furnish(root: Path, site: Callable[[bool], str], made: list[Path]) -> bool:
    """Make what a site has beside its essays; return whether it had no site.yaml."""
    from argsite.formats.yaml.schema import FOLDER, schema_files

    place = root / CONTENT / _SITE
    is_missing = not place.exists()
    if is_missing:
        is_first = not any(_is_essay(each) for each in place.parent.iterdir())
        made.append(place)
        exchange(place, site(is_first).encode())
    make_folders(root / FOLDER, made)
    made += [root / path for path in schema_files() if not (root / path).exists()]
    write_schemas(root)
    return is_missing


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
