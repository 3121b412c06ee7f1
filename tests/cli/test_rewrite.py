"""Files written anew: what of them stays, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argsite.cli.rewrite import rewrite
from argsite.errors import OutputError, SetupError
from argsite.source import Manuscript

NAME = "content/a/essay.yaml"


def write(root: Path, before: bytes, text: str = "b\nc\n") -> Path:
    """Write a file, then write it anew with another text."""
    place = root / NAME
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(before)
    rewrite(root, [Manuscript(NAME, "a\nb\n")], [Manuscript(NAME, text)])
    return place


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\n", b"b\nc\n"),
        (b"a\r\nb\r\n", b"b\r\nc\r\n"),
        (b"a\rb\r", b"b\rc\r"),
        (b"\xef\xbb\xbfa\r\nb\r\n", b"\xef\xbb\xbfb\r\nc\r\n"),
    ],
)
def test_line_ends_and_the_byte_order_mark_stay(
    before: bytes, after: bytes, tmp_path: Path
) -> None:
    place = write(tmp_path, before)
    assert place.read_bytes() == after
    assert [each.name for each in place.parent.iterdir()] == [place.name]


def test_permissions_stay(tmp_path: Path) -> None:
    place = tmp_path / NAME
    place.parent.mkdir(parents=True)
    place.touch()
    place.chmod(0o640)
    write(tmp_path, b"a\nb\n")
    assert place.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "drafts" / "essay.yaml"
    target.parent.mkdir()
    target.touch()
    (tmp_path / NAME).parent.mkdir(parents=True)
    (tmp_path / NAME).symlink_to(target)
    place = write(tmp_path, b"a\nb\n")
    assert place.is_symlink()
    assert target.read_bytes() == b"b\nc\n"


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / NAME).parent.mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"a\nb\n")
    (root / NAME).symlink_to(tmp_path / "secret")
    with pytest.raises(SetupError, match="leads out of the site's folder"):
        rewrite(root, [Manuscript(NAME, "a\nb\n")], [Manuscript(NAME, "b\n")])
    assert (tmp_path / "secret").read_bytes() == b"a\nb\n"


def test_what_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="was changed while it was read"):
        write(tmp_path, b"somebody else's\n")
    assert (tmp_path / NAME).read_bytes() == b"somebody else's\n"


def test_no_file_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    other = tmp_path / "content" / "other.yaml"
    other.parent.mkdir()
    other.write_bytes(b"x\n")
    before = [Manuscript("content/other.yaml", "x\n"), Manuscript(NAME, "a\n")]
    after = [Manuscript("content/other.yaml", "y\n"), Manuscript(NAME, "b\n")]
    with pytest.raises(SetupError, match="cannot be read"):
        rewrite(tmp_path, before, after)
    assert other.read_bytes() == b"x\n"


def test_a_read_only_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # an administrator may write everything
    with pytest.raises(OutputError, match="it is read-only"):
        write(tmp_path, b"a\nb\n")
    assert (tmp_path / NAME).read_bytes() == b"a\nb\n"


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_is_cut_short_leaves_the_file_and_nothing_beside_it(
    fault: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write(tmp_path, b"a\nb\n")
    assert (tmp_path / NAME).read_bytes() == b"a\nb\n"
    assert [each.name for each in (tmp_path / NAME).parent.iterdir()] == ["essay.yaml"]
