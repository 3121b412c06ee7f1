"""A file is the old one or the new one, and keeps what is its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argsite.output.exchange import exchange, spelled, waiting


def test_bytes_take_the_place_of_others_and_nothing_is_left_beside(tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    for data in (b"first", b"second"):
        exchange(place, data)
        assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.yaml": data}


def test_permissions_stay(tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    place.write_bytes(b"old")
    place.chmod(0o640)
    exchange(place, b"new")
    assert place.stat().st_mode & 0o7777 == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="not an administrator")
def test_a_file_that_an_administrator_changes_stays_its_owners(tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    place.write_bytes(b"old")
    os.chown(place, 1234, 2345)
    exchange(place, b"new")
    assert (place.stat().st_uid, place.stat().st_gid) == (1234, 2345)


def test_what_a_killed_program_left_is_overwritten_and_no_link_is_followed(tmp_path: Path) -> None:
    place, other = tmp_path / "a.yaml", tmp_path / "other"
    other.write_bytes(b"other")
    waiting(place).symlink_to(other)
    exchange(place, b"new")
    assert place.read_bytes() == b"new"
    assert other.read_bytes() == b"other"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_where_a_step_fails_the_file_is_the_old_one_and_nothing_is_beside_it(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    place = tmp_path / "a.yaml"
    place.write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        exchange(place, b"new")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.yaml": b"old"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"a\nb\n"),
        (b"x\ny\n", b"a\nb\n"),
        (b"x\r\ny\r\n", b"a\r\nb\r\n"),
        (b"x\ry\r", b"a\rb\r"),
        (b"\xef\xbb\xbfx\n", b"\xef\xbb\xbfa\nb\n"),
    ],
)
def test_a_text_is_spelled_as_the_one_before(before: bytes, after: bytes) -> None:
    assert spelled("a\nb\n", before) == after
