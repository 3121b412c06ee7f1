"""Files go to an address as they would go to a folder, and what was sent is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from argsite.errors import OutputError
from argsite.output import File, Written, publish
from argsite.output.alone import alone
from argsite.remote import keep
from argsite.remote.address import Address
from argsite.remote.file_system import opened
from argsite.remote.upload import publish_remote, upload, workplace

PUBLIC = Address("memory://public")


def site() -> Iterator[File]:
    """Yield the files of a site."""
    yield File("index.html", b"index")
    yield File("park/index.html", b"essay")


def put(path: str, data: bytes) -> None:
    """Put a file at the address."""
    with opened(PUBLIC) as store:
        store.write(path, data)


def test_files_are_published_as_they_come() -> None:
    assert publish_remote(site(), PUBLIC) == Written(2, 0, 0)
    assert publish_remote(site(), PUBLIC) == Written(0, 2, 0)
    with opened(PUBLIC) as store:
        assert store.read("park/index.html") == b"essay"


def test_a_path_that_leads_out_is_refused_as_for_a_folder() -> None:
    with pytest.raises(OutputError, match="cannot be the path of a file in the site"):
        publish_remote([File("../x", b"")], PUBLIC)
    assert not MemoryFileSystem().exists("/public")


def test_a_change_of_the_same_size_is_noticed_by_what_is_remembered(tmp_path: Path) -> None:
    publish(site(), tmp_path / "site")
    upload(tmp_path / "site", PUBLIC)
    put("index.html", b"INDEX")
    assert upload(tmp_path / "site", PUBLIC) == Written(1, 1, 0)


@pytest.mark.parametrize("notes", [b"", b"{}", b'{"version": 1, "owner": 3, "marks": []}'])
def test_damaged_notes_do_no_harm(tmp_path: Path, notes: bytes) -> None:
    publish(site(), tmp_path / "site")
    upload(tmp_path / "site", PUBLIC)
    (keep.folder("target", PUBLIC.text) / "published.json").write_bytes(notes)
    assert upload(tmp_path / "site", PUBLIC) == Written(0, 2, 0)


def test_how_far_it_is_is_told(tmp_path: Path) -> None:
    publish(site(), tmp_path / "site")
    told: list[tuple[str, int, int]] = []
    upload(tmp_path / "site", PUBLIC, lambda *news: told.append(news))
    assert told == [("uploads", 1, 2), ("uploads", 2, 2)]


def test_a_second_build_on_this_machine_is_refused_at_once(tmp_path: Path) -> None:
    publish(site(), tmp_path / "site")
    with (
        alone(keep.folder("target", PUBLIC.text) / "upload"),
        pytest.raises(OutputError, match=r"^another build is writing to memory://public; wait"),
    ):
        upload(tmp_path / "site", PUBLIC)


def test_each_source_and_target_has_a_workplace_of_its_own() -> None:
    places = {
        workplace(source, Address(target))
        for source in ("s3://b/one", "s3://b/two")
        for target in ("memory://one", "memory://two")
    }
    assert len(places) == 4
