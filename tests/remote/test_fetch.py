"""A site at an address is copied, whole, and a second time only what changed is."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from argsite.errors import OutputError, SetupError
from argsite.load.files import LARGEST
from argsite.remote import keep
from argsite.remote.address import Address
from argsite.remote.fetch import fetched, hand_back_lock
from argsite.remote.file_system import opened

ADDRESS = Address("memory://my-site")

SITE = {
    "content/site.yaml": b"title: Parks\n",
    "content/park/essay.yaml": b"title: The park\n",
    "themes/mine/theme.yaml": b"",
    "argsite.lock": b"park/safe\n",
}


def put(files: Mapping[str, bytes]) -> None:
    """Put files of the site."""
    with opened(ADDRESS) as store:
        for path, data in files.items():
            store.write(path, data)


def remove(*paths: str) -> None:
    """Remove files of the site."""
    with opened(ADDRESS) as store:
        for path in paths:
            store.remove(path)


def tree(root: Path) -> dict[str, bytes]:
    """Return every file of the copy."""
    files = (place for place in sorted(root.rglob("*")) if place.is_file())
    return {place.relative_to(root).as_posix(): place.read_bytes() for place in files}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are fetched."""
    paths: list[str] = []
    usual: Callable[..., bytes] = MemoryFileSystem.cat_file

    def cat_file(self: MemoryFileSystem, path: str, **part: int) -> bytes:
        paths.append(path.removeprefix("/my-site/"))
        return usual(self, path, **part)

    monkeypatch.setattr(MemoryFileSystem, "cat_file", cat_file)
    return paths


def test_what_a_site_consists_of_is_copied() -> None:
    others = {"site/index.html": b"built", "README.md": b"", "content/.hidden": b""}
    put(SITE | others)
    assert tree(fetched(ADDRESS)) == SITE


def test_a_second_time_only_what_changed_is_fetched(read: list[str]) -> None:
    put(SITE)
    fetched(ADDRESS)
    assert sorted(read) == sorted(SITE)
    read.clear()
    fetched(ADDRESS)
    assert not read
    put({"content/park/essay.yaml": b"title: The dark\n"})
    root = fetched(ADDRESS)
    assert read == ["content/park/essay.yaml"]
    assert (root / "content/park/essay.yaml").read_bytes() == b"title: The dark\n"


def test_a_copy_that_somebody_touched_is_made_anew() -> None:
    put(SITE)
    root = fetched(ADDRESS)
    (root / "content/site.yaml").write_bytes(b"title: Other\n")
    (root / "content/park/essay.yaml").unlink()
    (root / "content/more.md").write_bytes(b"")
    assert tree(fetched(ADDRESS)) == SITE


@pytest.mark.parametrize("notes", [b"", b"{", b'{"version": 1, "files": []}', b"[1]"])
def test_damaged_notes_do_no_harm(notes: bytes) -> None:
    put(SITE)
    root = fetched(ADDRESS)
    (root.parent / "fetched.json").write_bytes(notes)
    assert tree(fetched(ADDRESS)) == SITE


def test_what_is_gone_is_gone_from_the_copy() -> None:
    put(SITE | {"content/park/1-point.yaml": b"", "content/tram/essay.yaml": b""})
    fetched(ADDRESS)
    remove("content/park/1-point.yaml", "content/tram/essay.yaml", "argsite.lock")
    root = fetched(ADDRESS)
    assert tree(root) == {path: data for path, data in SITE.items() if path != "argsite.lock"}
    assert not (root / "content/tram").exists()


def test_a_file_may_become_a_folder_and_back() -> None:
    put(SITE | {"content/tram": b"a file"})
    fetched(ADDRESS)
    remove("content/tram")
    put({"content/tram/essay.yaml": b""})
    assert (fetched(ADDRESS) / "content/tram/essay.yaml").is_file()
    remove("content/tram/essay.yaml")
    with opened(ADDRESS) as store:
        store.tidy("content/tram")
    put({"content/tram": b"a file"})
    assert (fetched(ADDRESS) / "content/tram").is_file()


def test_what_a_build_keeps_beside_the_copy_stays() -> None:
    put(SITE)
    root = fetched(ADDRESS)
    (root / ".cache").mkdir()
    (root / ".cache" / "kept").write_bytes(b"")
    assert (fetched(ADDRESS) / ".cache" / "kept").is_file()


def test_of_a_file_that_is_too_large_no_more_is_taken_than_shows_it() -> None:
    put(SITE | {"content/park/1-long.yaml": b"#" * (LARGEST + 1000)})
    assert (fetched(ADDRESS) / "content/park/1-long.yaml").stat().st_size == LARGEST + 1


def test_a_file_that_changes_meanwhile_is_fetched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    put(SITE)
    usual: Callable[..., bytes] = MemoryFileSystem.cat_file
    changes = iter([b"title: A longer title\n"])

    def cat_file(self: MemoryFileSystem, path: str, **part: int) -> bytes:
        if path.endswith("site.yaml"):
            for text in changes:
                self.pipe_file(path, text)
        return usual(self, path, **part)

    monkeypatch.setattr(MemoryFileSystem, "cat_file", cat_file)
    assert (fetched(ADDRESS) / "content/site.yaml").read_bytes() == b"title: A longer title\n"


def test_a_file_that_never_stays_the_same_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    put(SITE)
    usual: Callable[..., bytes] = MemoryFileSystem.cat_file

    def cat_file(self: MemoryFileSystem, path: str, **part: int) -> bytes:
        return usual(self, path, **part) + b"x"

    monkeypatch.setattr(MemoryFileSystem, "cat_file", cat_file)
    with pytest.raises(SetupError, match=r"/argsite.lock changes while it is read; try again"):
        fetched(ADDRESS)


def test_without_content_it_is_said() -> None:
    with pytest.raises(SetupError, match="there is no folder content/ in memory://my-site"):
        fetched(ADDRESS)


def test_who_names_the_content_itself_is_told_what_to_name() -> None:
    put(SITE)
    with pytest.raises(SetupError, match=r"holds content/: memory://my-site$"):
        fetched(ADDRESS.child("content"))


def test_a_copy_that_cannot_be_kept_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    put(SITE)

    def refuse(place: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(place))

    monkeypatch.setattr(keep, "put", refuse)
    with pytest.raises(OutputError) as error:
        fetched(ADDRESS)
    assert str(error.value).startswith(
        "cannot keep a copy of memory://my-site: No space left on device ("
    )


def test_a_cache_folder_that_cannot_be_made_is_named(cache: Path) -> None:
    cache.write_bytes(b"a file")
    with pytest.raises(SetupError, match=r"cannot keep a copy in .*; name another folder"):
        fetched(ADDRESS)


def test_the_lock_file_is_handed_back_with_what_others_added() -> None:
    put(SITE)
    root = fetched(ADDRESS)
    (root / "argsite.lock").write_text("park/safe\npark/lit\n")
    put({"argsite.lock": b"park/safe\ntram/late\n"})
    assert hand_back_lock(ADDRESS, root) == ""
    assert tree(fetched(ADDRESS))["argsite.lock"] == b"park/lit\npark/safe\ntram/late\n"


def test_a_lock_file_that_cannot_be_handed_back_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    put(SITE)
    root = fetched(ADDRESS)
    (root / "argsite.lock").write_text("park/safe\npark/lit\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("Access Denied")

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", refuse)
    fault = hand_back_lock(ADDRESS, root)
    assert fault == "cannot write memory://my-site/argsite.lock: Access Denied"
    assert tree(fetched(ADDRESS))["argsite.lock"] == SITE["argsite.lock"]
