"""What a command makes in a folder, and takes back where it cannot make all of it."""

from __future__ import annotations

from pathlib import Path


def make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; note in `made` the ones that were not there."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        made.append(each)
        each.mkdir(exist_ok=True)


def undo(made: list[Path]) -> None:
    """Remove what was made, the last first, as far as nobody has put anything into it."""
    for path in reversed(made):
        if path.is_dir():
            try:
                path.rmdir()
            except OSError:
                return
        else:
            path.unlink(missing_ok=True)
