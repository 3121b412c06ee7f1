"""A server that speaks the protocol of S3: from bucket to bucket as from folder to folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from argsite.cli import main
from argsite.errors import OutputError, SetupError
from argsite.output import File, publish
from argsite.remote.address import Address
from argsite.remote.fetch import fetched
from argsite.remote.file_system import opened
from argsite.remote.lease import NAME as LOCK
from argsite.remote.publish import bring
from argsite.remote.store import Store
from tests.built import build_site, files
from tests.looped import looped
from tests.remote.test_publish import SITE, Watched
from tests.stored import Bucket

ESSAY = """\
title: The park
contention:
  text: The gate should stay open at night.
  premises:
    - id: lit
      text: The paths are lit.
      rebuttals:
        - The lamps are old.
"""
TRAM = "title: The tram\ncontention: The tram is late.\n"
CONTENT = {
    "content/site.yaml": "title: The city\nurl: https://example.org\n",
    "content/park/essay.yaml": ESSAY,
    "content/tram/essay.yaml": TRAM,
}


@pytest.fixture
def site(bucket: Bucket) -> Bucket:
    """Put a small site into the bucket."""
    bucket.put({f"my-site/{name}": text for name, text in CONTENT.items()})
    return bucket


@pytest.fixture
def store(bucket: Bucket) -> Iterator[Store]:
    with opened(Address(f"s3://{bucket.name}/public")) as opened_store:
        yield opened_store


def build(bucket: Bucket, *more: str) -> int:
    """Build from the bucket into the bucket."""
    at = f"s3://{bucket.name}"
    return main(["build", f"{at}/my-site", "-o", f"{at}/public", *more])


def asked(bucket: Bucket, method: str, since: int = 0) -> list[str]:
    """Return the objects of the public site that were asked for, but what the output keeps."""
    head = f"/{bucket.name}/public/"
    found = [path for path in bucket.server.requests(method) if path.startswith(head)]
    names = [path.removeprefix(head) for path in found]
    return [name for name in names if not name.startswith(".argsite-")][since:]


def local(tmp_path: Path, bucket: Bucket) -> dict[str, bytes]:
    """Build the bucket's content from a folder into a folder; return the files."""
    root = tmp_path / "local"
    for name, data in bucket.files("my-site").items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return files(build_site(root))


# From end to end


def test_from_bucket_to_bucket_the_site_is_that_of_a_folder_byte_for_byte(
    site: Bucket, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(site) == 0
    said = capsys.readouterr().out
    assert f"→ s3://{site.name}/public (" in said
    expected = local(tmp_path, site)
    assert site.files("public") == expected
    assert not site.has(f"public/{LOCK}")


def test_an_unchanged_site_is_neither_fetched_nor_sent(
    site: Bucket, capsys: pytest.CaptureFixture[str]
) -> None:
    build(site)
    puts, gets = site.server.requests("PUT"), site.server.requests("GET")
    assert build(site) == 0
    assert "(0 written, " in capsys.readouterr().out.splitlines()[-1]
    assert site.server.requests("PUT") == puts
    new = site.server.requests("GET")[len(gets) :]
    assert [path for path in new if "?" not in path] == [
        f"/{site.name}/my-site/argsite.lock",
        f"/{site.name}/public/.argsite-manifest.json",
    ]


def test_after_an_edit_only_changed_files_are_sent(site: Bucket, tmp_path: Path) -> None:
    build(site)
    before = site.files("public")
    sent, removed = len(asked(site, "PUT")), len(asked(site, "DELETE"))
    text = ESSAY.replace("The lamps are old.", "Half of the lamps are old.")
    site.put({"my-site/content/park/essay.yaml": text})
    assert build(site) == 0
    after = site.files("public")
    assert after == local(tmp_path, site)
    changed = {name for name, data in after.items() if before.get(name) != data}
    assert set(asked(site, "PUT", sent)) == changed
    assert set(asked(site, "DELETE", removed)) == before.keys() - after.keys()
    assert 0 < len(changed) < len(after)


def test_where_an_essay_has_an_error_nothing_is_sent(
    site: Bucket, capsys: pytest.CaptureFixture[str]
) -> None:
    build(site)
    sent = len(asked(site, "PUT"))
    site.put({"my-site/content/tram/essay.yaml": TRAM + "contnetion: x\n"})
    assert build(site) == 1
    said = capsys.readouterr().err
    assert said.startswith("content/tram/essay.yaml:3:1: error: ")
    assert "the site that stood there still stands" in said
    assert len(asked(site, "PUT")) == sent


def test_a_check_names_files_as_their_author_does(
    site: Bucket, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", f"s3://{site.name}/my-site"]) == 0
    assert capsys.readouterr().err.startswith("content/park/essay.yaml:3:9: note: ")


def test_what_was_published_is_noted_beside_the_content(
    site: Bucket, capsys: pytest.CaptureFixture[str]
) -> None:
    build(site)
    assert "Made argsite.lock with 4 ids" in capsys.readouterr().out
    assert b"\npark/lit" in site.get("my-site/argsite.lock")
    assert main(["check", "--lock", f"s3://{site.name}/my-site"]) == 0
    assert "argsite.lock is complete" in capsys.readouterr().out


# What the store is asked, and what it says


def test_browsers_are_told_what_each_file_is(store: Store, bucket: Bucket) -> None:
    for name in ("a.html", "a.css", "a.js", "a.json", "a.svg", "a.woff2", "a.txt", "a"):
        store.write(name, b"x")
    assert {name: bucket.kind(f"public/{name}") for name in store.files()} == {
        "a": "application/octet-stream",
        "a.css": "text/css; charset=utf-8",
        "a.html": "text/html; charset=utf-8",
        "a.js": "text/javascript; charset=utf-8",
        "a.json": "application/json",
        "a.svg": "image/svg+xml",
        "a.txt": "text/plain; charset=utf-8",
        "a.woff2": "font/woff2",
    }


def test_a_file_is_created_only_where_none_is(store: Store) -> None:
    assert store.create("lock", b"mine")
    assert not store.create("lock", b"yours")
    assert store.read("lock") == b"mine"


def test_a_listing_tells_size_mark_and_md5(store: Store) -> None:
    store.write("deep/er/a b+ü.txt", b"hello")
    ((path, entry),) = store.files().items()
    assert path == "deep/er/a b+ü.txt"
    assert entry.size == 5
    assert entry.md5 == "5d41402abc4b2a76b9719d911017c592"
    assert entry == store.entry(path)
    assert store.top() == ["deep"]
    assert store.read(path, 2) == b"he"


def test_what_is_not_there_is_nothing(store: Store) -> None:
    assert store.files("nothing") == {}
    assert store.entry("nothing") is None
    assert store.read("nothing") is None
    store.remove("nothing")


def test_names_in_a_bucket_are_not_trusted(site: Bucket) -> None:
    site.put({"my-site/content//odd.yaml": "x"})
    with pytest.raises(SetupError, match=r"'content//odd\.yaml' is no name that a file here can"):
        fetched(Address(f"s3://{site.name}/my-site"))


def test_a_folder_that_a_console_made_is_no_file(site: Bucket) -> None:
    site.put({"my-site/content/": "", "my-site/content/park/": ""})
    assert build(site) == 0


def test_a_file_that_somebody_changed_is_noticed_without_any_memory(
    store: Store, bucket: Bucket, tmp_path: Path
) -> None:
    publish([File(*each) for each in SITE.items()], tmp_path / "site")
    bring(tmp_path / "site", store, "me")
    bucket.put({"public/park/index.html": b"ESSAY"})
    assert bring(tmp_path / "site", store, "another")[0].written == 1
    assert bucket.files("public") == SITE


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
def test_a_connection_lost_in_the_middle_leaves_whole_pages_and_is_repaired(
    store: Store, bucket: Bucket, tmp_path: Path, fails_at: int
) -> None:
    after = SITE | {"index.html": b"INDEX", "new.html": b"new", "assets/new.js": b"js"}
    for name, content in (("before", SITE), ("after", after)):
        publish([File(*each) for each in content.items()], tmp_path / name)
    bring(tmp_path / "before", store, "me")
    bucket.put({"public/notes.txt": b"somebody's"})
    with pytest.raises(OutputError, match="lost"):
        bring(tmp_path / "after", Watched(store, fails_at), "me")
    for name, data in bucket.files("public").items():
        assert data in (SITE.get(name), after.get(name), b"somebody's")
    bring(tmp_path / "after", store, "me")
    assert bucket.files("public") == after | {"notes.txt": b"somebody's"}


def test_no_thread_is_left_so_that_a_build_may_fork(store: Store, bucket: Bucket) -> None:
    with opened(Address(f"s3://{bucket.name}/other")) as other:
        other.write("a", b"")
        during = threading.active_count()
    assert threading.active_count() < during
    assert store.files() == {}


def test_a_caller_may_have_an_event_loop_of_its_own(bucket: Bucket) -> None:
    async def work() -> bytes | None:
        with opened(Address(f"s3://{bucket.name}/other")) as other:
            other.write("a", b"data")
            return other.read("a")

    assert looped(work()) == b"data"


# What goes wrong


def test_a_bucket_that_is_not_there_is_said(bucket: Bucket, tmp_path: Path) -> None:
    publish([File("index.html", b"index")], tmp_path / "site")
    with (
        opened(Address(f"s3://{bucket.name}-not/public")) as nowhere,
        pytest.raises(OutputError, match="The specified bucket does not exist"),
    ):
        bring(tmp_path / "site", nowhere, "me")


def test_without_credentials_it_is_said(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    with (
        opened(Address(f"s3://{bucket.name}/x")) as store,
        pytest.raises(SetupError, match=r"^cannot read s3://.*/x: Unable to locate credentials$"),
    ):
        store.files()


def test_a_missing_package_is_named() -> None:
    with (
        pytest.raises(SetupError, match=r"gs://x/y needs a package .* install gcsfs"),
        opened(Address("gs://x/y")),
    ):
        pass
