"""Of two programs that write to one place, one waits or is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from argsite.errors import OutputError
from argsite.output.alone import alone, alone_at


def test_a_second_build_into_a_folder_is_refused_and_one_into_another_is_not(
    tmp_path: Path,
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    said = f"^another build is writing to {one}; wait until it is done$"
    with alone(one), alone(other), pytest.raises(OutputError, match=said), alone(one):
        pass
    with alone(one):
        pass


def test_a_command_waits_for_another_that_changes_the_files_of_a_site_but_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argsite.output.alone._PATIENCE", 0.1)
    said = f"^another command is writing to the files of {tmp_path}; wait until it is done$"
    with alone_at(tmp_path), pytest.raises(OutputError, match=said), alone_at(tmp_path):
        pass


def test_without_a_folder_for_temporary_files_the_lock_stands_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python falls back on the current folder, so that two builds might not see each other."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    out = tmp_path / "site" / "site"
    with alone(out), pytest.raises(OutputError, match="another build"), alone(out):
        pass
    assert [each.name for each in tmp_path.iterdir()] == ["site"]
    assert [each.name for each in out.parent.iterdir()] == [".cache"]


def test_a_lock_that_cannot_be_made_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "file"))
    (tmp_path / "file").write_bytes(b"")
    for lock in (alone, alone_at):
        with pytest.raises(OutputError, match=r"^cannot lock .*; set TMPDIR"), lock(tmp_path):
            pass
