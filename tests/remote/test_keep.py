"""Copies stand in the user's own cache folder, readable by nobody else."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from argsite.errors import SetupError
from argsite.remote import keep


def test_a_folder_is_kept_for_what_identifies_it(cache: Path) -> None:
    place = keep.folder("source", "s3://bucket/my-site")
    assert place == keep.folder("source", "s3://bucket/my-site")
    assert place != keep.folder("source", "s3://bucket/my", "site")
    assert place.parent == cache / "argsite" / "remote"
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0


def test_without_a_named_folder_it_is_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert keep.folder("source").is_relative_to(tmp_path)


def test_without_a_home_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError

    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(Path, "home", unknown)
    with pytest.raises(SetupError, match="name a folder with XDG_CACHE_HOME"):
        keep.folder("source")


def test_notes_are_read_as_they_were_written(tmp_path: Path) -> None:
    keep.write_notes(tmp_path / "notes.json", {"owner": "me"})
    assert keep.read_notes(tmp_path / "notes.json")["owner"] == "me"
    assert [each.name for each in tmp_path.iterdir()] == ["notes.json"]


def test_notes_that_cannot_be_written_are_left_out(tmp_path: Path) -> None:
    keep.write_notes(tmp_path / "nowhere" / "notes.json", {"owner": "me"})
    assert keep.read_notes(tmp_path / "nowhere" / "notes.json") == {}


def test_a_long_name_can_be_put(tmp_path: Path) -> None:
    keep.put(tmp_path / ("x" * 250), b"data", tmp_path)
    assert (tmp_path / ("x" * 250)).read_bytes() == b"data"
