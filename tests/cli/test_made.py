"""What was made can be taken back, and what was there before stays."""

from __future__ import annotations

from pathlib import Path

from argsite.cli.made import make_folders, undo


def test_folders_that_were_made_are_removed_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    made: list[Path] = []
    make_folders(tmp_path / "there" / "a" / "b", made)
    made.append(tmp_path / "there" / "a" / "b" / "file")
    made[-1].write_bytes(b"x")
    assert [each.name for each in made] == ["a", "b", "file"]
    undo(made)
    assert [each.name for each in tmp_path.rglob("*")] == ["there"]
    undo(made)


def test_a_folder_into_which_somebody_put_something_stays(tmp_path: Path) -> None:
    made: list[Path] = []
    make_folders(tmp_path / "a" / "b", made)
    (tmp_path / "a" / "b" / "other").write_bytes(b"x")
    undo(made)
    assert (tmp_path / "a" / "b" / "other").is_file()
