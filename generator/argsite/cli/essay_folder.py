"""An essay as one file, read; an essay's folder, written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from argsite.errors import SetupError
from argsite.formats import ids
from argsite.formats.characters import decode
from argsite.load.files import LARGEST, Found, read_bytes
from argsite.source import Manuscript

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
    """
    made: list[Path] = []
    staged = None
    try:
        content = root / CONTENT
        made += _make(content)
        staged = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=content))
        for file, text in files.items():
            (staged / file).write_text(text, encoding="utf-8", newline="\n")
        staged.chmod(0o777 & ~_umask())
        has_site = (content / _SITE).exists()
        if not has_site:
            is_first = not any(_is_essay(each) for each in content.iterdir())
            with (content / _SITE).open("x", encoding="utf-8", newline="\n") as stream:
                made.append(content / _SITE)
                stream.write(site(is_first))
        # On some systems a rename replaces an empty folder that came meanwhile; nothing is lost.
        staged.rename(content / name)
        staged = None
        made.clear()
    except OSError as error:
        raise SetupError(f"cannot write to {root}: {error.strerror or error}") from error
    finally:
        if staged:
            shutil.rmtree(staged, ignore_errors=True)
        _undo(made)
    return not has_site


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


def _umask() -> int:
    """Return the permissions that new files do not get; asking for them means setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
