"""A file that is kept for later, in a folder that may have come from a stranger."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from argsite import kept_file

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name")


def names(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_what_was_written_is_read_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    kept_file.write(tmp_path / "kept", b"one")
    kept_file.write(tmp_path / "kept", b"two")
    assert kept_file.read(tmp_path / "kept") == b"two"
    assert names(tmp_path) == ["kept"]


def test_a_file_that_is_not_believed_is_not_read(tmp_path: Path) -> None:
    kept_file.write(tmp_path / "kept", b"one")
    assert kept_file.read(tmp_path / "kept", lambda _: False) == b""


@needs_pipes
def test_nobody_waits_at_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kept")
    assert kept_file.read(tmp_path / "kept") == b""
    kept_file.write(tmp_path / "kept", b"one")
    assert kept_file.read(tmp_path / "kept") == b"one"


@needs_pipes
def test_what_stands_in_the_way_of_writing_is_no_pipe_to_wait_at(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"kept.new-{os.getpid()}")
    kept_file.write(tmp_path / "kept", b"one")
    assert names(tmp_path) == ["kept"]


def test_a_link_is_neither_read_nor_written_through(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_bytes(b"mine")
    folder = tmp_path / "cache"
    folder.mkdir()
    for name in ("kept", f"kept.new-{os.getpid()}"):
        (folder / name).symlink_to(mine)
    assert kept_file.read(folder / "kept") == (b"" if sys.platform != "win32" else b"mine")
    kept_file.write(folder / "kept", b"one")
    assert mine.read_bytes() == b"mine"
    assert names(folder) == ["kept"]
    assert kept_file.read(folder / "kept") == b"one"


def test_what_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept" / "inside").mkdir(parents=True)
    with pytest.raises(OSError):  # noqa: PT011 - each system has its own words for it
        kept_file.write(tmp_path / "kept", b"one")
    assert names(tmp_path) == ["kept"]
