"""The lock file, found and read: with any line ends, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argsite.formats.lock import NAME
from argsite.load import load
from argsite.problems import Code, Problem
from tests.sites import read, write


def published(root: Path, data: bytes) -> tuple[list[str], list[Code]]:
    """Return what a site with this lock file has published, and what is wrong with it."""
    write(root, {})
    (root / NAME).write_bytes(data)
    loaded, problems = read(root)
    found = list(loaded.library.published) if loaded.library else []
    return found, [each.code for each in problems]


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    write(tmp_path, {})
    loaded, problems = read(tmp_path)
    assert loaded.library
    assert (loaded.library.published, problems) == ({}, [])
    assert NAME not in loaded.manuscripts


@pytest.mark.parametrize(
    ("data", "found", "codes"),
    [
        (b"", [], []),
        (b"small/a\nsmall/b\n", ["small/a", "small/b"], []),
        (b"\xef\xbb\xbfsmall/a\r\nsmall/b\r\n", ["small/a", "small/b"], []),
        (b"small/a", ["small/a"], []),
        (b"small/\xff", [], [Code.BAD_CHARACTER]),
        (b"small/a\0", [], [Code.BAD_CHARACTER]),
        (b"what\nsmall/a\n", ["small/a"], [Code.BAD_VALUE]),
        (b"small/a\n" * 700_000, [], [Code.TOO_LARGE]),
    ],
)
def test_bytes(tmp_path: Path, data: bytes, found: list[str], codes: list[Code]) -> None:
    assert published(tmp_path, data) == (found, codes)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / NAME).mkdir()
    assert [each.code for each in read(tmp_path)[1]] == [Code.UNREADABLE_FILE]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    write(tmp_path, {})
    os.mkfifo(tmp_path / NAME)
    (problem,) = read(tmp_path)[1]
    assert problem.message == "'argsite.lock' is neither a file nor a folder"


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.lock").write_text("small/a\n", encoding="utf-8")
    write(tmp_path / "site", {})
    (tmp_path / "site" / NAME).symlink_to(tmp_path / "other.lock")
    (problem,) = read(tmp_path / "site")[1]
    assert problem.message == "'argsite.lock' is a link that leads out of the site's folder"
    (tmp_path / "site" / NAME).unlink()
    (tmp_path / "site" / NAME).symlink_to(tmp_path / "site" / "nowhere")
    (problem,) = read(tmp_path / "site")[1]
    assert problem.code is Code.UNREADABLE_FILE


def test_an_unsaved_text_stands_for_the_file(tmp_path: Path) -> None:
    published(tmp_path, b"small/a\n")
    problems: list[Problem] = []
    loaded = load(tmp_path, problems.append, unsaved={NAME: "small/b\n"})
    assert loaded.library
    assert list(loaded.library.published) == ["small/b"]
