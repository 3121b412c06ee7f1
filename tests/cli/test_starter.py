"""A new site is made whole or, where that was stopped, made whole by the same command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from argsite.cli.starter import plant
from argsite.errors import SetupError


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file."""
    places = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in places}


def stop(folder: Path, monkeypatch: pytest.MonkeyPatch, files: int, error: BaseException) -> None:
    """Fail after so many files, with half a file."""
    write = Path.write_bytes
    left = files

    def failing(place: Path, data: bytes) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            write(place, data[: len(data) // 2])
            raise error
        return write(place, data)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", failing)
        plant(folder)


@pytest.mark.parametrize("is_new", [True, False])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_fault_leaves_everything_as_it_was(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_new: bool
) -> None:
    folder = tmp_path / "site"
    if not is_new:
        folder.mkdir()
    with pytest.raises((SetupError, KeyboardInterrupt)):
        stop(folder, monkeypatch, 5, error)
    assert folder.exists() is not is_new
    assert not is_new or not list(tmp_path.iterdir())
    assert is_new or not list(folder.iterdir())


def test_what_a_kill_left_half_made_is_made_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, half = tmp_path / "whole", tmp_path / "half"
    plant(whole)
    with monkeypatch.context() as patched:
        for name in ("_unwrite", "undo"):
            patched.setattr(f"argsite.cli.starter.{name}", lambda *_given: None)
        with pytest.raises(KeyboardInterrupt):
            stop(half, monkeypatch, 5, KeyboardInterrupt())
    assert tree(half) != tree(whole)
    kept = tmp_path / "kept"
    shutil.copytree(half, kept)
    plant(half)
    assert tree(half) == tree(whole)
    assert sorted(each.name for each in half.iterdir()) == sorted(
        each.name for each in whole.iterdir()
    )
    # What somebody has written meanwhile is no part of it.
    edited = next(each for each in sorted(kept.rglob("*")) if each.is_file())
    edited.write_text("my own words", encoding="utf-8")
    before = tree(kept)
    with pytest.raises(SetupError, match="is not empty"):
        plant(kept)
    assert tree(kept) == before


def test_a_site_that_is_whole_is_not_made_again(tmp_path: Path) -> None:
    plant(tmp_path / "site")
    with pytest.raises(SetupError, match="is not empty"):
        plant(tmp_path / "site")


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), KeyboardInterrupt()])
def test_being_stopped_while_a_folder_is_looked_at_takes_nothing_from_it(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path / "site")
    before = tree(tmp_path)

    def fail(*_given: object) -> None:
        raise error

    monkeypatch.setattr(Path, "rglob", fail)
    with pytest.raises((SetupError, KeyboardInterrupt)):
        plant(tmp_path / "site")
    monkeypatch.undo()
    assert tree(tmp_path) == before
