"""The rules for an output folder hold for a store as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import pytest
from fsspec.implementations.memory import MemoryFileSystem
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argsite.errors import OutputError, SetupError
from argsite.output import File, Written, publish
from argsite.output.manifest import NAME as MANIFEST
from argsite.remote.address import Address
from argsite.remote.file_system import opened
from argsite.remote.lease import NAME as LOCK
from argsite.remote.lease import Rhythm
from argsite.remote.publish import bring
from argsite.remote.store import Entry, Store

PUBLIC = Address("memory://public")

SITE = {
    "assets/style.css": b"body {}",
    "index.html": b"index",
    "park/index.html": b"essay",
    "park/lit-paths.html": b"statement",
    "park/essay.json": b"{}",
}


class Watched:
    """A store that notes what is changed in it, and fails at one of the changes."""

    def __init__(self, store: Store, fails_at: int = -1) -> None:
        self.address = store.address
        self.parallel = store.parallel
        self.changes: list[str] = []
        self.reads: list[str] = []
        self._store = store
        self._fails_at = fails_at

    def files(self, folder: str = "") -> Mapping[str, Entry]:
        """List, as the store does."""
        return self._store.files(folder)

    def top(self) -> list[str]:
        """Name what is right there."""
        return self._store.top()

    def entry(self, path: str) -> Entry | None:
        """Look at one file."""
        return self._store.entry(path)

    def read(self, path: str, most: int | None = None) -> bytes | None:
        """Read a file, and note it."""
        self.reads.append(path)
        return self._store.read(path, most)

    def write(self, path: str, data: bytes) -> None:
        """Write a file, and note it."""
        self._note(path)
        self._store.write(path, data)

    def create(self, path: str, data: bytes) -> bool:
        """Create a file."""
        return self._store.create(path, data)

    def remove(self, path: str) -> None:
        """Remove a file, and note it."""
        self._note(f"- {path}")
        self._store.remove(path)

    def tidy(self, folder: str) -> None:
        """Remove an empty folder."""
        self._store.tidy(folder)

    def _note(self, change: str) -> None:
        if change.endswith(LOCK):
            return
        if len(self.changes) == self._fails_at:
            raise OutputError("the connection was lost")
        self.changes.append(change)


@pytest.fixture
def store() -> Iterator[Watched]:
    with opened(PUBLIC) as opened_store:
        yield Watched(opened_store)


def send(
    files: Mapping[str, bytes], store: Store, marks: Mapping[str, str] | None = None
) -> tuple[Written, dict[str, str]]:
    """Bring a store to hold these files."""
    with TemporaryDirectory() as folder:
        publish([File(*each) for each in files.items()], Path(folder, "site"))
        return bring(Path(folder, "site"), store, "me", marks=marks, rhythm=Rhythm(0.01, 2))


def put(files: Mapping[str, bytes]) -> None:
    """Put files into the store as somebody else would."""
    with opened(PUBLIC) as store:
        for path, data in files.items():
            store.write(path, data)


def tree() -> dict[str, bytes]:
    """Return every file of the store but the manifest."""
    with opened(PUBLIC) as store:
        paths = sorted(store.files())
        found = {path: store.read(path) or b"" for path in paths}
    return {path: data for path, data in found.items() if path != MANIFEST}


# What is written


def test_a_first_time_every_file_is_written_in_an_order_in_which_links_resolve(
    store: Watched,
) -> None:
    written, _ = send(SITE, store)
    assert written == Written(5, 0, 0)
    assert tree() == SITE
    assert store.changes == [
        MANIFEST,
        "assets/style.css",
        "park/essay.json",
        "park/lit-paths.html",
        "park/index.html",
        "index.html",
        MANIFEST,
    ]


def test_the_manifest_is_that_of_a_local_folder(store: Watched, tmp_path: Path) -> None:
    send(SITE, store)
    publish([File(*each) for each in SITE.items()], tmp_path / "site")
    assert store.read(MANIFEST) == (tmp_path / "site" / MANIFEST).read_bytes()


def test_the_same_site_again_changes_nothing(store: Watched) -> None:
    _, marks = send(SITE, store)
    store.changes.clear()
    assert send(SITE, store, marks)[0] == Written(0, 5, 0)
    assert send(SITE, store)[0] == Written(0, 5, 0)
    assert not store.changes


def test_only_what_differs_is_written_and_what_is_gone_is_removed_last(store: Watched) -> None:
    send(SITE | {"tram/index.html": b"tram"}, store)
    store.changes.clear()
    written, _ = send(SITE | {"park/index.html": b"ESSAY"}, store)
    assert written == Written(1, 4, 1)
    assert store.changes == [MANIFEST, "park/index.html", "- tram/index.html", MANIFEST]
    assert not MemoryFileSystem().exists("/public/tram")


def test_before_the_first_change_the_manifest_names_old_and_new(store: Watched) -> None:
    send(SITE, store)
    failing = Watched(store, fails_at=1)
    with pytest.raises(OutputError, match="lost"):
        send({"index.html": b"INDEX", "new.html": b"new"}, failing)
    known = (store.read(MANIFEST) or b"").decode()
    for data in (*SITE.values(), b"INDEX", b"new"):
        assert sha256(data).hexdigest() in known


def test_a_name_may_become_a_folder_and_back(store: Watched) -> None:
    send({"park": b"a file", "tram/index.html": b"x"}, store)
    after = {"park/index.html": b"essay", "tram": b"a file"}
    send(after, store)
    assert tree() == after


# What others did


def test_a_file_that_somebody_deleted_comes_back(store: Watched) -> None:
    _, marks = send(SITE, store)
    store.remove("park/index.html")
    store.changes.clear()
    assert send(SITE, store, marks)[0] == Written(1, 4, 0)
    assert tree() == SITE
    assert store.changes == [MANIFEST, "park/index.html", MANIFEST]


def test_a_file_that_somebody_changed_is_replaced(store: Watched) -> None:
    _, marks = send(SITE, store)
    put({"park/index.html": b"ESSAY"})
    assert send(SITE, store, marks)[0].written == 1
    put({"park/index.html": b"longer than before"})
    assert send(SITE, store)[0].written == 1
    assert tree() == SITE


def test_a_file_of_ours_that_somebody_changed_is_not_removed(store: Watched) -> None:
    _, marks = send(SITE, store)
    put({"park/index.html": b"ESSAY"})
    assert send({"index.html": b"index"}, store, marks)[0].removed == 3
    assert tree() == {"index.html": b"index", "park/index.html": b"ESSAY"}


def test_what_is_removed_is_read_only_where_it_may_be_another(store: Watched) -> None:
    _, marks = send(SITE, store)
    store.reads.clear()
    put({"park/index.html": b"essay"})
    send({"index.html": b"index"}, store, marks)
    assert set(store.reads) - {MANIFEST, LOCK} == {"park/index.html"}


def test_what_others_put_there_stays(store: Watched) -> None:
    send(SITE, store)
    strangers = {"CNAME": b"example.org", "papers/thesis.pdf": b"pdf"}
    put(strangers)
    send({"index.html": b"index"}, store)
    assert tree() == {"index.html": b"index", **strangers}


def test_a_store_that_is_not_ours_is_refused(store: Watched) -> None:
    put({"holiday.jpg": b"jpg", ".hidden": b"", "CNAME": b""})
    with pytest.raises(SetupError) as error:
        send(SITE, store)
    assert str(error.value) == (
        "memory://public holds files that Argsite did not write, such as 'holiday.jpg';"
        " name another folder with -o"
    )
    assert not store.changes


def test_hidden_files_and_a_domain_do_no_harm(store: Watched) -> None:
    put({".well-known/x": b"", "CNAME": b"example.org"})
    send(SITE, store)
    assert tree() == SITE | {".well-known/x": b"", "CNAME": b"example.org"}


@pytest.mark.parametrize("stranger", ["new.html", "new", "new.html/inside"])
def test_a_file_in_the_way_is_named_and_stays(store: Watched, stranger: str) -> None:
    send(SITE, store)
    put({stranger: b"somebody's"})
    store.changes.clear()
    with pytest.raises(SetupError, match=r"memory://public/new.* is in the way"):
        send(SITE | {"new.html": b"new", "new/er.html": b"newer"}, store)
    assert not store.changes


def test_a_file_that_is_the_wanted_one_is_not_in_the_way(store: Watched) -> None:
    send(SITE, store)
    put({"new.html": b"new"})
    assert send(SITE | {"new.html": b"new"}, store)[0] == Written(0, 6, 0)
    assert send(SITE, store)[0] == Written(0, 5, 1)


@pytest.mark.parametrize("data", [b"", b"{", b'{"version": 1, "files": {"../x": []}}'])
def test_a_damaged_manifest_is_refused(store: Watched, data: bytes) -> None:
    send(SITE, store)
    put({MANIFEST: data})
    with pytest.raises(SetupError, match=f"memory://public/{MANIFEST} is damaged"):
        send(SITE, store)


def test_a_build_that_was_faster_is_seen(store: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    send(SITE, store)
    usual: Callable[[Watched, str, bytes], bool] = Watched.create
    other = {"index.html": b"of another build"}

    def create(self: Watched, path: str, data: bytes) -> bool:
        monkeypatch.setattr(Watched, "create", usual)
        send(other, store)
        return usual(self, path, data)

    monkeypatch.setattr(Watched, "create", create)
    assert send(SITE | {"index.html": b"INDEX"}, store)[0] == Written(5, 0, 0)
    assert tree() == SITE | {"index.html": b"INDEX"}


# What goes wrong


def test_a_file_that_is_not_kept_whole_is_noticed(
    store: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual: Callable[[Watched, str, bytes], None] = Watched.write

    def write(self: Watched, path: str, data: bytes) -> None:
        usual(self, path, data[:3] if path == "index.html" else data)

    monkeypatch.setattr(Watched, "write", write)
    with pytest.raises(OutputError, match=r"index.html was not kept whole: 3 of 5 bytes"):
        send(SITE, store)
    monkeypatch.setattr(Watched, "write", usual)
    send(SITE, store)
    assert tree() == SITE


def test_a_folder_without_a_site_is_refused(store: Watched, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="there is no site in"):
        bring(tmp_path, store, "me")


def test_a_local_site_that_was_changed_is_not_sent(store: Watched, tmp_path: Path) -> None:
    publish([File("index.html", b"index")], tmp_path / "site")
    (tmp_path / "site" / "index.html").write_bytes(b"INDEX")
    with pytest.raises(OutputError, match=r"index.html was changed after it was built"):
        bring(tmp_path / "site", store, "me")


PATHS = st.sampled_from(["index.html", "a.html", "a/index.html", "a/b", "a", "assets/x.css"])
SITES = st.dictionaries(PATHS, st.binary(max_size=3)).filter(
    lambda site: "a" not in site or not any(path.startswith("a/") for path in site)
)


@given(before=SITES, after=SITES, fails_at=st.integers(0, 12), remembers=st.booleans())
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_lost_in_the_middle_pages_are_whole_and_the_next_build_repairs(
    cache: Path,
    before: dict[str, bytes],
    after: dict[str, bytes],
    fails_at: int,
    *,
    remembers: bool,
) -> None:
    rmtree(cache, ignore_errors=True)
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    with opened(PUBLIC) as store:
        _, marks = send(before, store)
        try:
            send(after, Watched(store, fails_at), marks if remembers else None)
        except OutputError:
            for path, data in tree().items():
                assert data in (before.get(path), after.get(path))
        else:
            assert tree() == after
        send(after, store, marks if remembers else None)
        assert tree() == after
        again = Watched(store)
        assert send(after, again)[0].written == 0
        assert not again.changes
