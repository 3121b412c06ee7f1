"""What a build remembers for the next, and that nothing depends on it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from argsite.cache import FOLDER, Cache, site_cache, why_unused


def refuse() -> bytes:
    """Fail: what is remembered is not made again."""
    pytest.fail("it was made again")


def giving(data: bytes) -> Callable[[], bytes]:
    """Return a way to make some bytes."""
    return lambda: data


def entry(folder: Path) -> Path:
    """Return the one entry of a cache."""
    (found,) = folder.iterdir()
    return found


def test_what_was_made_is_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cache"
    assert Cache(folder).made(["a", "b"], giving(b"picture")) == b"picture"
    assert Cache(folder).made(["a", "b"], refuse) == b"picture"


def test_each_input_counts_and_where_one_ends(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number, inputs in enumerate((["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], [])):
        expected = str(number).encode()
        assert cache.made(inputs, giving(expected)) == expected


def test_without_a_folder_nothing_is_remembered() -> None:
    cache = Cache()
    assert cache.made(["a"], giving(b"one")) == b"one"
    assert cache.made(["a"], giving(b"two")) == b"two"
    cache.prune()


@pytest.mark.parametrize("kept", range(0, 32 + len(b"picture"), 3))
def test_an_entry_that_was_cut_is_made_anew(tmp_path: Path, kept: int) -> None:
    Cache(tmp_path).made(["a"], giving(b"picture"))
    whole = entry(tmp_path).read_bytes()
    entry(tmp_path).write_bytes(whole[:kept])
    assert Cache(tmp_path).made(["a"], giving(b"picture")) == b"picture"
    assert Cache(tmp_path).made(["a"], refuse) == b"picture"


@pytest.mark.parametrize("place", [0, 31, 32, -1])
def test_an_entry_of_which_a_byte_is_another_is_made_anew(tmp_path: Path, place: int) -> None:
    Cache(tmp_path).made(["a"], giving(b"picture"))
    changed = bytearray(entry(tmp_path).read_bytes())
    changed[place] ^= 1
    for data in (changed, entry(tmp_path).read_bytes() + b"x", b"x" * 100):
        entry(tmp_path).write_bytes(data)
        assert Cache(tmp_path).made(["a"], giving(b"picture")) == b"picture"


def test_an_entry_that_cannot_be_removed_keeps_no_other(tmp_path: Path) -> None:
    names = [f"{number:064x}" for number in range(20)]
    for name in names:
        # A folder is what even a superuser cannot remove as a file.
        (tmp_path / name).mkdir() if int(name, 16) % 2 else (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (0, 0))
    Cache(tmp_path).prune()
    assert sorted(path.name for path in tmp_path.iterdir()) == names[1::2]


def test_an_entry_under_another_name_is_not_believed(tmp_path: Path) -> None:
    Cache(tmp_path / "one").made(["a"], giving(b"a"))
    Cache(tmp_path / "two").made(["b"], giving(b"b"))
    entry(tmp_path / "one").replace(entry(tmp_path / "two"))
    assert Cache(tmp_path / "two").made(["b"], giving(b"b")) == b"b"


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file", encoding="utf-8")
    cache = Cache(in_the_way)
    assert cache.made(["a"], giving(b"picture")) == b"picture"
    cache.prune()
    assert in_the_way.read_text(encoding="utf-8") == "a file"


def test_a_cache_that_this_user_may_not_look_into_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(path: object, **_named: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", path)

    cache = Cache(tmp_path / "cache")
    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", forbidden)
        assert not cache.has(["a"])
        assert cache.made(["a"], giving(b"picture")) == b"picture"


def test_a_folder_in_an_entrys_place_stops_nothing(tmp_path: Path) -> None:
    Cache(tmp_path).made(["a"], giving(b"picture"))
    place = entry(tmp_path)
    place.unlink()
    place.mkdir()
    assert Cache(tmp_path).made(["a"], giving(b"picture")) == b"picture"


def test_pruning_removes_what_nobody_asked_for_and_leaves_other_files(tmp_path: Path) -> None:
    for name in ("old", "new"):
        Cache(tmp_path).made([name], giving(name.encode()))
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    Cache(tmp_path).made(["young"], giving(b"young"))
    cache = Cache(tmp_path)
    cache.made(["new"], refuse)
    cache.prune()
    assert Cache(tmp_path).made(["new"], refuse) == b"new"
    assert Cache(tmp_path).made(["young"], refuse) == b"young"
    assert Cache(tmp_path).made(["old"], giving(b"made again")) == b"made again"
    assert (tmp_path / "notes.txt").exists()


def test_what_was_kept_with_another_key_is_neither_found_nor_believed(tmp_path: Path) -> None:
    Cache(tmp_path, b"mine").keep(["a"], b"mine")
    Cache(tmp_path, b"theirs").keep(["a"], b"theirs")
    assert Cache(tmp_path, b"mine").recall(["a"]) == b"mine"
    mine, theirs = tmp_path.iterdir()
    for one, other in ((mine, theirs), (theirs, mine)):
        both = one.read_bytes(), other.read_bytes()
        one.write_bytes(both[1])
        assert Cache(tmp_path, b"mine").recall(["a"]) in {None, b"mine"}
        one.write_bytes(both[0])


@pytest.mark.parametrize("linked", [".cache", ".cache/argsite"])
def test_a_cache_that_is_reached_by_a_link_is_not_used(tmp_path: Path, linked: str) -> None:
    """It came with a site, and leads to files of the user's that have names as entries have."""
    blobs = tmp_path / "blobs"
    (blobs / "argsite").mkdir(parents=True)
    for folder in (blobs, blobs / "argsite"):
        (folder / ("0" * 64)).write_bytes(b"mine")
        os.utime(folder / ("0" * 64), (0, 0))
    before = sorted(blobs.rglob("*"))
    site = tmp_path / "site"
    (site / linked).parent.mkdir(parents=True)
    (site / linked).symlink_to(blobs, target_is_directory=True)
    cache = site_cache(site)
    assert cache.made(["a"], giving(b"one")) == b"one"
    assert cache.made(["a"], giving(b"two")) == b"two"
    cache.prune()
    assert sorted(blobs.rglob("*")) == before
    assert why_unused(site, b"key") == f"{site / FOLDER} is reached by a link"


def test_a_site_may_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real", target_is_directory=True)
    site_cache(tmp_path / "site").keep(["a"], b"kept")
    assert site_cache(tmp_path / "real").recall(["a"]) == b"kept"


def test_a_user_without_a_cache_of_their_own_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argsite.cache.own_key", bytes)
    site_cache(tmp_path).keep(["a"], b"kept")
    assert not (tmp_path / FOLDER).exists()
