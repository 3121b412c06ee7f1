"""Where this user's programs keep what they can make again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from argsite.users_cache import Shelf, own_key, users_cache

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="XDG's variables are for others"
)


def test_it_is_in_the_users_own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert users_cache("templates") == tmp_path / "cache/argsite/templates"
    for unset in ("", "relative/cache"):
        monkeypatch.setenv("XDG_CACHE_HOME", unset)
        assert users_cache("templates") == tmp_path / "home/.cache/argsite/templates"


@pytest.fixture
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user a cache of the test's own; return its folder."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_user_has_one_key_and_another_user_another(
    cache_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = own_key()
    assert len(key) == 32
    assert own_key() == key
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home / "of another"))
    assert own_key() not in {key, b""}


@pytest.mark.parametrize("data", [b"", b"short", b"x" * 33])
def test_a_damaged_key_is_made_anew(cache_home: Path, data: bytes) -> None:
    own_key()
    place = cache_home / "argsite/key/key"
    place.write_bytes(data)
    key = own_key()
    assert key == own_key() == place.read_bytes()


@pytest.mark.parametrize("mode", [0o666, 0o620, 0o602])
def test_a_key_that_others_may_write_is_made_anew(cache_home: Path, mode: int) -> None:
    key = own_key()
    place = cache_home / "argsite/key/key"
    place.chmod(mode)
    assert own_key() not in {key, b""}
    assert place.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "others may write"])
def test_what_is_no_folder_of_the_users_alone_holds_no_key(cache_home: Path, kind: str) -> None:
    folder = cache_home / "argsite/key"
    folder.parent.mkdir(parents=True)
    if kind == "link":
        (cache_home / "theirs").mkdir()
        folder.symlink_to(cache_home / "theirs")
    elif kind == "pipe":
        os.mkfifo(folder)
    elif kind == "folder":
        (folder / "key").mkdir(parents=True)
    else:
        folder.mkdir()
        folder.chmod(0o777)
    assert own_key() == b""


@pytest.mark.parametrize("inside", [".cache", "deep/inside/.cache"])
def test_what_stands_in_a_site_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    """A service that builds may say so, to keep the folder; the site may have brought one."""
    (tmp_path / "site" / "content").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "site" / inside))
    assert own_key() == b""
    assert not Shelf(users_cache("templates"), 3).is_there
    assert not (tmp_path / "site" / inside).exists()


def test_a_home_folder_that_is_a_site_too_is_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert own_key()


def test_the_oldest_go_whatever_else_stands_there(cache_home: Path) -> None:
    folder = cache_home / "argsite/assets"
    for number in range(5):
        Shelf(folder, 9).keep(b"kept", b"%d" % number)
    for number, place in enumerate(sorted(folder.iterdir())):
        os.utime(place, (number, number))
    (folder / "nowhere").symlink_to(folder / "missing")
    (folder / "a folder").mkdir()
    for odd in ("nowhere", "a folder"):
        os.utime(folder / odd, (0, 0), follow_symlinks=False)
    Shelf(folder, 3).keep(b"new", b"new")
    assert Shelf(folder, 3).recall(b"new") == b"new"
    assert len([*folder.iterdir()]) == 4
