"""A folder comes to hold exactly the site's files, and nothing of anybody else's is touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from io import FileIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argsite.errors import OutputError, SetupError
from argsite.output import File, Written, publish, refuse_unsafe

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

MANIFEST = ".argsite-manifest.json"

SITE = {
    "assets/style.css": b"body {}",
    "index.html": b"index",
    "park/index.html": b"essay",
    "park/lit-paths.html": b"statement",
    "park/essay.json": b"{}",
}


def put(files: Mapping[str, bytes], out: Path) -> Written:
    """Publish files that are given as a mapping."""
    return publish([File(path, data) for path, data in files.items()], out)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file in the folder but the manifest."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes()
        for place in sorted(folder.rglob("*"))
        if place.is_file() and place.name != MANIFEST
    }


def times(folder: Path) -> dict[str, int]:
    """Return when each file, the manifest too, was last written."""
    return {
        place.relative_to(folder).as_posix(): place.stat().st_mtime_ns
        for place in folder.rglob("*")
        if place.is_file()
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


# What a build writes


def test_a_first_build_writes_every_file(out: Path) -> None:
    assert put(SITE, out) == Written(written=5, unchanged=0, removed=0)
    assert tree(out) == SITE


def test_nothing_is_left_beside_the_output(out: Path) -> None:
    put(SITE, out)
    put(SITE | {"index.html": b"changed"}, out)
    assert [each.name for each in out.parent.iterdir()] == ["site"]


def test_the_manifest_names_every_file_with_its_hash(out: Path) -> None:
    put({"b.html": b"two", "a/index.html": b"one"}, out)
    assert (out / MANIFEST).read_text() == (
        '{"version": 1, "files": {\n'
        f'"a/index.html": ["{sha256(b"one").hexdigest()}"],\n'
        f'"b.html": ["{sha256(b"two").hexdigest()}"]\n'
        "}}\n"
    )


def test_the_same_site_again_touches_no_file(out: Path) -> None:
    put(SITE, out)
    before = times(out)
    assert put(SITE, out) == Written(written=0, unchanged=5, removed=0)
    assert times(out) == before


def test_only_files_with_other_bytes_are_replaced(out: Path) -> None:
    put(SITE, out)
    before = times(out)
    assert put(SITE | {"park/index.html": b"ESSAY"}, out) == Written(1, 4, 0)
    after = times(out)
    assert {path for path in after if after[path] != before[path]} == {"park/index.html", MANIFEST}
    assert tree(out)["park/index.html"] == b"ESSAY"


def test_what_is_gone_from_the_site_is_removed_with_its_empty_folders(out: Path) -> None:
    put(SITE | {"tram/deep/er.html": b"x"}, out)
    assert put({"index.html": b"index"}, out) == Written(0, 1, 5)
    assert sorted(each.name for each in out.iterdir()) == [MANIFEST, "index.html"]


def test_a_site_may_be_empty(out: Path) -> None:
    put(SITE, out)
    assert put({}, out) == Written(0, 0, 5)
    assert tree(out) == {}


def test_folders_above_the_output_are_made(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b" / "site"
    put(SITE, out)
    assert tree(out) == SITE


def test_the_output_may_be_named_by_a_winding_way(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    put(SITE, tmp_path / "other" / ".." / "site")
    assert tree(tmp_path / "site") == SITE
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other", "site"]


def test_the_files_are_taken_one_at_a_time(out: Path) -> None:
    alive = 0

    class Data(bytes):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    most = 0

    def files() -> Iterator[File]:
        nonlocal alive, most
        for number in range(50):
            alive += 1
            most = max(most, alive)
            yield File(f"{number}.html", Data(b"page"))

    assert publish(files(), out).written == 50
    assert most <= 2


# The order in which a site is published


def order_of(files: Mapping[str, bytes], out: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what happens to the output's files, in order: `+path` placed, `-path` removed."""
    seen: list[str] = []
    replace, unlink = os.replace, os.unlink

    def placed(source: Path | str, target: Path | str) -> None:
        seen.append("+" + Path(target).relative_to(out).as_posix())
        replace(source, target)

    def removed(place: Path | str, **options: int) -> None:
        if Path(place).is_relative_to(out):
            seen.append("-" + Path(place).relative_to(out).as_posix())
        unlink(place, **options)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", placed)
        patched.setattr(os, "unlink", removed)
        put(files, out)
    return seen


def test_assets_come_first_and_indexes_last(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert order_of(SITE, out, monkeypatch) == [
        f"+{MANIFEST}",
        "+assets/style.css",
        "+park/essay.json",
        "+park/lit-paths.html",
        "+park/index.html",
        "+index.html",
    ]


def test_new_pages_come_before_the_pages_that_link_to_them_and_removals_after(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(SITE, out)
    after = {
        "index.html": b"index links tram/",
        "tram/index.html": b"new",
        "park/index.html": b"essay links patrols",
        "park/patrols.html": b"new",
        "assets/style.css": b"body { color: black }",
    }
    assert order_of(after, out, monkeypatch) == [
        f"+{MANIFEST}",
        "+assets/style.css",
        "+park/patrols.html",
        "+tram/index.html",
        "+park/index.html",
        "+index.html",
        "-park/lit-paths.html",
        "-park/essay.json",
        f"+{MANIFEST}",
    ]


# Strangers


def test_strangers_survive(out: Path) -> None:
    out.mkdir()
    (out / ".git").mkdir()
    (out / ".git" / "HEAD").write_bytes(b"ref")
    (out / "CNAME").write_bytes(b"example.org")
    put(SITE, out)
    (out / "park" / "notes.txt").write_bytes(b"mine")
    put({"index.html": b"index"}, out)
    assert tree(out) == {
        ".git/HEAD": b"ref",
        "CNAME": b"example.org",
        "index.html": b"index",
        "park/notes.txt": b"mine",
    }


@pytest.mark.parametrize("stranger", ["park/patrols.html", "park"])
def test_a_stranger_in_the_way_stops_the_build_before_anything_is_written(
    out: Path, stranger: str
) -> None:
    put({"index.html": b"index"}, out)
    place = out / stranger
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"mine")
    before = tree(out)
    with pytest.raises(SetupError, match=f"{stranger} is in the way of a file of the site"):
        put({"index.html": b"new", "park/patrols.html": b"page"}, out)
    assert tree(out) == before


def test_a_folder_in_the_way_stops_the_build(out: Path) -> None:
    put({"index.html": b"index"}, out)
    (out / "about.html").mkdir()
    with pytest.raises(SetupError, match=r"about\.html is in the way"):
        put({"index.html": b"index", "about.html": b"about"}, out)


def test_a_stranger_with_the_same_bytes_is_no_obstacle(out: Path) -> None:
    put({"index.html": b"index"}, out)
    (out / "about.html").write_bytes(b"about")
    assert put({"index.html": b"index", "about.html": b"about"}, out) == Written(0, 2, 0)


def test_a_file_of_ours_that_was_edited_is_replaced(out: Path) -> None:
    put(SITE, out)
    (out / "index.html").write_bytes(b"edited")
    assert put(SITE, out) == Written(1, 4, 0)
    assert tree(out) == SITE


def test_a_file_of_ours_that_was_edited_is_not_removed(out: Path) -> None:
    put(SITE, out)
    (out / "park" / "lit-paths.html").write_bytes(b"edited")
    assert put({"index.html": b"index"}, out) == Written(0, 1, 3)
    assert tree(out) == {"index.html": b"index", "park/lit-paths.html": b"edited"}


def test_a_file_of_ours_that_was_deleted_comes_back(out: Path) -> None:
    put(SITE, out)
    (out / "index.html").unlink()
    assert put(SITE, out) == Written(1, 4, 0)
    assert tree(out) == SITE


# Files that become folders, names that change their case


def test_a_file_may_become_a_folder_and_a_folder_a_file(out: Path) -> None:
    put({"a": b"file", "b/one": b"1", "b/deep/two": b"2"}, out)
    assert put({"a/inner": b"x", "b": b"file"}, out) == Written(2, 0, 3)
    assert tree(out) == {"a/inner": b"x", "b": b"file"}


def test_a_folder_with_a_stranger_in_it_does_not_become_a_file(out: Path) -> None:
    put({"b/one": b"1"}, out)
    (out / "b" / "mine").write_bytes(b"mine")
    with pytest.raises(SetupError, match="b/mine is in the way"):
        put({"b": b"file"}, out)
    assert tree(out) == {"b/one": b"1", "b/mine": b"mine"}


def test_a_name_may_change_its_case(out: Path) -> None:
    put({"A.html": b"same", "index.html": b""}, out)
    assert put({"a.html": b"same", "index.html": b""}, out) == Written(1, 1, 1)
    assert sorted(each.name for each in out.glob("*.html")) == ["a.html", "index.html"]


# Paths


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../up.html",
        "park/../../up.html",
        "./a.html",
        "park//a.html",
        "park/",
        "park\\a.html",
        "C:/a.html",
        "nul\0.html",
        "\udc80.html",
        MANIFEST,
        ".ARGSITE-manifest.json",
        ".argsite-staging/0",
    ],
)
def test_a_path_that_is_not_plainly_inside_the_site_is_refused(out: Path, path: str) -> None:
    with pytest.raises(OutputError, match="cannot be the path of a file in the site"):
        put({"index.html": b"index", path: b"x"}, out)
    assert not out.exists()


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (("a.html", "a.html"), "two files of the site want one place: a.html and a.html"),
        (("a.html", "A.html"), "two files of the site want one place: a.html and A.html"),
        (("\u00e9.html", "e\u0301.html"), "two files of the site want one place"),
        (("park", "park/a.html"), "park would be a file and, for park/a.html, a folder as well"),
        (("Park/a.html", "park"), "Park would be a file and, for Park/a.html, a folder as well"),
    ],
)
def test_two_files_for_one_place_are_refused(
    out: Path, paths: tuple[str, ...], message: str
) -> None:
    with pytest.raises(OutputError, match=message):
        publish([File(path, b"") for path in paths], out)
    assert not out.exists()


# Builds that stop


def stopping(files: Mapping[str, bytes]) -> Iterator[File]:
    """Yield the files, then fail as a program with a bug would."""
    for path, data in files.items():
        yield File(path, data)
    raise KeyError


def test_a_build_that_fails_midway_changes_nothing(out: Path) -> None:
    put(SITE, out)
    before = times(out)
    with pytest.raises(KeyError):
        publish(stopping({"index.html": b"new", "more.html": b"more"}), out)
    assert times(out) == before
    assert [each.name for each in out.parent.iterdir()] == ["site"]


def test_a_first_build_that_fails_midway_leaves_no_folder(out: Path) -> None:
    with pytest.raises(KeyError):
        publish(stopping(SITE), out)
    assert list(out.parent.iterdir()) == []


KILLED = """
import os, sys
from pathlib import Path
from argsite.output import File, publish

count = int(sys.argv[2])

def dying(act):
    def wrapped(*given, **named):
        global count
        if count == 0:
            os._exit(9)
        count -= 1
        return act(*given, **named)
    return wrapped

os.replace, os.unlink = dying(os.replace), dying(os.unlink)
publish([File("index.html", b"new"), File("tram/a.html", b"a"), File("old", b"folder, once")],
        Path(sys.argv[1]))
"""


@pytest.mark.parametrize("steps", range(12))
def test_a_killed_build_leaves_whole_files_and_the_next_one_repairs(out: Path, steps: int) -> None:
    put(SITE | {"old/file": b"old"}, out)
    whole = set(SITE.values()) | {b"old", b"new", b"a", b"folder, once"}
    killed = subprocess.run([sys.executable, "-c", KILLED, out, str(steps)], check=False)
    assert killed.returncode == (9 if steps < 11 else 0)
    assert set(tree(out).values()) <= whole
    after = SITE | {"index.html": b"newer"}
    put(after, out)
    assert tree(out) == after
    assert not (out / "tram").exists()
    assert [each.name for each in out.parent.iterdir()] == ["site"]


def test_what_a_killed_build_staged_is_removed(out: Path) -> None:
    for folder in (out.parent / ".site.argsite-staging", out / ".argsite-staging"):
        folder.mkdir(parents=True)
        (folder / "0").write_bytes(b"half a pa")
    put(SITE, out)
    assert tree(out) == SITE
    assert [each.name for each in out.parent.iterdir()] == ["site"]


def test_bytes_that_the_disk_does_not_give_back_are_not_published(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(SITE, out)

    class Forgetful(FileIO):
        def write(self, data: ReadableBuffer) -> int:
            return super().write(bytes(data)[:-1]) + 1

    monkeypatch.setattr("builtins.open", lambda place, mode, **_: Forgetful(place, mode))
    with pytest.raises(OutputError, match=r"index\.html reads back with other bytes"):
        put(SITE | {"index.html": b"changed"}, out)
    assert tree(out) == SITE


def test_a_second_build_at_the_same_time_is_refused(out: Path) -> None:
    def files() -> Iterator[File]:
        yield File("index.html", b"first")
        with pytest.raises(OutputError, match=r"another build is writing to .*/site; wait"):
            put({"index.html": b"second"}, out.parent / "." / "site")
        put({"index.html": b"elsewhere"}, out.parent / "elsewhere")

    publish(files(), out)
    assert tree(out) == {"index.html": b"first"}
    put({"index.html": b"third"}, out)


def test_what_the_disk_says_is_one_line(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(FileIO):
        def write(self, _: ReadableBuffer) -> int:
            raise OSError(28, "No space left on device")

    put(SITE, out)
    monkeypatch.setattr("builtins.open", lambda place, mode, **_: Full(place, mode))
    with pytest.raises(OutputError) as caught:
        put(SITE | {"index.html": b"changed"}, out)
    assert str(caught.value) == f"cannot write the site to {out}: No space left on device"
    assert tree(out) == SITE


def test_a_name_that_the_system_cannot_write_is_one_line(out: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from argsite.output import File, publish\n"
        "print(sys.getfilesystemencoding())\n"
        "publish([File('\\u591c.html', b'night')], Path(sys.argv[1]))"
    )
    old = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code, out],
        env={**os.environ, **old, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.stdout == "utf-8\n":
        pytest.skip("this system names every file in UTF-8")
    assert done.stderr.splitlines()[-1] == (
        f"argsite.errors.OutputError: cannot write the site to {out}: the system's language"
        f" settings allow no file named {out}/\u591c.html; set PYTHONUTF8=1"
    )
    assert not out.exists()


def test_where_files_cannot_be_moved_from_beside_they_wait_inside(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the output is a disk of its own, or the folder above belongs to somebody else."""
    out.mkdir()

    def refuse(place: Path, target: Path) -> Path:
        raise OSError(18, "Invalid cross-device link", str(place), None, str(target))

    monkeypatch.setattr(Path, "rename", refuse)
    put(SITE, out)
    assert tree(out) == SITE
    assert not (out / ".argsite-staging").exists()
    assert [each.name for each in out.parent.iterdir()] == ["site"]


# Links


def test_no_link_in_the_output_is_written_through(tmp_path: Path, out: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    put({"index.html": b"index"}, out)
    (out / "park").symlink_to(elsewhere)
    with pytest.raises(SetupError, match="park is in the way"):
        put({"index.html": b"index", "park/a.html": b"a"}, out)
    assert list(elsewhere.iterdir()) == []


def test_no_link_in_the_output_is_removed_through(tmp_path: Path, out: Path) -> None:
    put({"index.html": b"index", "park/a.html": b"a"}, out)
    (out / "park").rename(tmp_path / "elsewhere")
    (out / "park").symlink_to(tmp_path / "elsewhere")
    put({"index.html": b"index"}, out)
    assert (tmp_path / "elsewhere" / "a.html").read_bytes() == b"a"


def test_a_link_in_the_place_of_a_file_is_in_the_way(tmp_path: Path, out: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"index")
    put({"index.html": b"index"}, out)
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(target)
    with pytest.raises(SetupError, match=r"index\.html is in the way"):
        put({"index.html": b"index"}, out)
    assert target.read_bytes() == b"index"


# Which folders are refused


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "content" / "park").mkdir(parents=True)
    (folder / "themes").mkdir()
    return folder


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        (".", "the site's own folder"),
        ("..", "a folder that the site itself stands in"),
        ("/", "the root of the file system"),
        ("content", "mixed with content/"),
        ("content/park", "mixed with content/"),
        ("content/new/site", "mixed with content/"),
        ("content/../content", "mixed with content/"),
        ("themes", "mixed with themes/"),
        ("themes/paper", "mixed with themes/"),
    ],
)
def test_a_folder_in_which_a_build_would_do_harm_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch, out: str, reason: str
) -> None:
    monkeypatch.chdir(root)
    with pytest.raises(SetupError, match=f"^the output folder {out} is {reason}"):
        refuse_unsafe(Path(), Path(out))


def test_home_is_refused(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    with pytest.raises(SetupError, match="is your home folder"):
        refuse_unsafe(root, tmp_path / "home")


def test_the_place_that_content_links_to_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "themes").rmdir()
    (root / "themes").symlink_to(tmp_path / "shared")
    with pytest.raises(SetupError, match="mixed with themes/"):
        refuse_unsafe(root, tmp_path / "shared" / "site")


def test_a_folder_that_is_not_empty_and_not_ours_is_refused(root: Path, out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_bytes(b"mine")
    with pytest.raises(SetupError, match="holds files that Argsite did not write, such as 'thesis"):
        refuse_unsafe(root, out)
    with pytest.raises(SetupError, match="holds files that Argsite did not write, such as 'thesis"):
        put(SITE, out)
    assert tree(out) == {"thesis.txt": b"mine"}


def test_a_file_is_refused(root: Path, out: Path) -> None:
    out.write_bytes(b"")
    with pytest.raises(SetupError, match="site is a file; delete it or name another with -o"):
        refuse_unsafe(root, out)


def test_a_link_is_refused_with_the_folder_it_leads_to(root: Path, out: Path) -> None:
    (out.parent / "public").mkdir()
    out.symlink_to("public")
    with pytest.raises(SetupError, match=r"site is a link; name the folder .*: -o .*/public$"):
        refuse_unsafe(root, out)


@pytest.mark.parametrize("harmless", [(), (".gitkeep",), ("CNAME", ".nojekyll", ".gitignore")])
def test_a_folder_that_is_absent_or_as_good_as_empty_is_free(
    root: Path, out: Path, harmless: tuple[str, ...]
) -> None:
    refuse_unsafe(root, out)
    out.mkdir()
    for name in harmless:
        (out / name).write_bytes(b"")
    refuse_unsafe(root, out)
    put(SITE, out)
    assert tree(out) == SITE | dict.fromkeys(harmless, b"")


def test_a_folder_that_we_built_is_ours(root: Path, out: Path) -> None:
    put(SITE, out)
    refuse_unsafe(root, out)
    refuse_unsafe(root, root / "site")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<<<<<<< ours",
        b"[]",
        b"[" * 100_000,
        b"\xff",
        b'{"version": 1}',
        b'{"version": 1, "files": {"../../thesis.txt": ["00"]}}',
        b'{"version": 1, "files": {"/etc/passwd": ["00"]}}',
        b'{"version": 1, "files": {"a.html": "00"}}',
        b'{"version": 1, "files": {"a.html": [1]}}',
    ],
    ids=lambda content: repr(content[:40]),
)
def test_a_damaged_manifest_is_refused_with_a_way_out(
    root: Path, out: Path, content: bytes
) -> None:
    put(SITE, out)
    (out / MANIFEST).write_bytes(content)
    for act in (lambda: refuse_unsafe(root, out), lambda: put({}, out)):
        with pytest.raises(SetupError) as caught:
            act()
        assert str(caught.value) == (
            f"{out / MANIFEST} is damaged, so nobody can tell which files in {out} are Argsite's;"
            " move your own files elsewhere, delete that folder and build again"
        )
    assert tree(out) == SITE


def test_a_manifest_of_another_version_is_refused(root: Path, out: Path) -> None:
    put(SITE, out)
    content = json.loads((out / MANIFEST).read_text()) | {"version": 2}
    (out / MANIFEST).write_text(json.dumps(content))
    with pytest.raises(SetupError, match="was built by another version of Argsite; empty that"):
        refuse_unsafe(root, out)


def test_a_manifest_that_is_no_file_is_refused(root: Path, out: Path) -> None:
    put(SITE, out)
    (out / MANIFEST).unlink()
    os.mkfifo(out / MANIFEST)
    with pytest.raises(SetupError, match="is damaged"):
        refuse_unsafe(root, out)


# Any sequence of builds, with strangers between them


def fits(files: Iterable[str]) -> bool:
    """Say whether the files could stand in one folder on any system."""
    lowered = [path.lower() for path in files]
    folders = {
        "/".join(path.split("/")[:end]) for path in lowered for end in range(1, path.count("/") + 1)
    }
    return len(set(lowered)) == len(lowered) and not folders & set(lowered)


_names = st.sampled_from(["a", "b", "A", "index.html", "x.html"])
_paths = st.lists(_names, min_size=1, max_size=3).map("/".join)
_sites = st.dictionaries(_paths, st.binary(max_size=2), max_size=6)
_fitting = _sites.filter(fits)
_builds = st.lists(st.tuples(_sites, _sites), max_size=5)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_builds)
def test_after_any_builds_the_folder_holds_the_site_and_the_strangers(
    builds: list[tuple[dict[str, bytes], dict[str, bytes]]],
) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        put({}, out)
        site: dict[str, bytes] = {}
        strangers: dict[str, bytes] = {}
        for files, newcomers in builds:
            for path, data in newcomers.items():
                if fits([*site, *strangers, path]):
                    (out / path).parent.mkdir(parents=True, exist_ok=True)
                    (out / path).write_bytes(data)
                    strangers[path] = data
            before = tree(out)
            try:
                put(files, out)
            except OutputError:
                assert not fits(files)
            except SetupError:
                assert not fits([*files, *strangers])
            else:
                site = files
                strangers = {path: data for path, data in strangers.items() if path not in site}
                assert tree(out) == site | strangers
                continue
            assert tree(out) == before


class Stop(BaseException):
    """What Ctrl-C does to a build."""


@settings(max_examples=100, deadline=None)
@given(_fitting, _fitting, _fitting, st.integers(0, 15))
def test_after_a_build_that_was_stopped_anywhere_the_next_one_repairs(
    first: dict[str, bytes], stopped: dict[str, bytes], last: dict[str, bytes], steps: int
) -> None:
    left = steps

    def stopping_at_zero(act: Callable[..., object]) -> Callable[..., object]:
        def acting(*given: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Stop
            return act(*given, **named)

        return acting

    with TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        put(first, out)
        with pytest.MonkeyPatch.context() as patched:
            for name in ("mkdir", "replace", "rmdir", "unlink"):
                patched.setattr(os, name, stopping_at_zero(getattr(os, name)))
            with suppress(Stop):
                put(stopped, out)
        put(last, out)
        assert tree(out) == last
        assert not [
            place for place in out.rglob("*") if place.is_dir() and not any(place.iterdir())
        ]
        assert json.loads((out / MANIFEST).read_text())["files"].keys() == last.keys()
        assert [each.name for each in out.parent.iterdir()] == ["site"]
