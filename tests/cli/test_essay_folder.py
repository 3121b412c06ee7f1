"""An essay's folder is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argsite.cli.essay_folder import plant_essay, refuse_taken
from argsite.errors import SetupError


def site(_is_first: bool) -> str:  # noqa: FBT001 - called so
    """Return a site.yaml."""
    return "title: S\n"


def test_a_fault_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(SetupError, match=r"cannot write to .*: No space left on device"):
        plant_essay(tmp_path / "a" / "b", "park", {"essay.yaml": "title: A\n"}, site)
    assert not list(tmp_path.iterdir())
    (tmp_path / "content" / "other").mkdir(parents=True)
    with pytest.raises(SetupError):
        plant_essay(tmp_path, "park", {"essay.yaml": "title: A\n"}, site)
    assert [each.name for each in (tmp_path / "content").iterdir()] == ["other"]
    (tmp_path / "content" / "site.yaml").write_text("title: S\n", encoding="utf-8")
    with pytest.raises(SetupError):
        plant_essay(tmp_path, "park", {"essay.yaml": "title: A\n"}, site)
    names = sorted(each.name for each in (tmp_path / "content").iterdir())
    assert names == ["other", "site.yaml"]


def test_being_stopped_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: object, **_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        plant_essay(tmp_path, "park", {"essay.yaml": "title: A\n"}, site)
    assert not list(tmp_path.iterdir())


def test_names_that_a_file_system_may_take_for_one_are_taken(tmp_path: Path) -> None:
    (tmp_path / "content" / "Park").mkdir(parents=True)
    refuse_taken(tmp_path, "parks")
    with pytest.raises(SetupError, match="content/Park is there already"):
        refuse_taken(tmp_path, "park")


def test_the_files_have_the_line_ends_of_every_system(tmp_path: Path) -> None:
    assert plant_essay(tmp_path, "park", {"essay.yaml": "title: Ä\n"}, site)
    assert (tmp_path / "content/park/essay.yaml").read_bytes() == "title: Ä\n".encode()
    assert (tmp_path / "content/site.yaml").read_bytes() == b"title: S\n"
    assert not plant_essay(tmp_path, "lake", {"essay.yaml": "title: B\n"}, site)
