"""A site's cache that is torn, foreign, hostile or in the way: pages come out as without one."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from argsite import kept_file
from argsite.build import build
from argsite.cache import FOLDER, Cache
from argsite.diagram import layouts
from argsite.making import ledger
from argsite.output.file import File, digest
from argsite.users_cache import own_key
from argsite.version import code
from tests.built import files
from tests.effort import LONG, effort
from tests.sites import write

CONTENT = {
    "content/site.yaml": "title: Essays\nurl: https://example.org\n",
    "content/park/essay.yaml": """\
title: Park
contention:
  id: open
  text: The park stays open at night.
  premises:
    - id: lit
      text: Its paths are lit.
      sources: [{title: A report}]
    - text: Lit paths are safe.
      rebuttals: [Some were robbed there.]
      premises:
        - ref: lit
""",
    "content/gate/essay.yaml": """\
title: Gate
contention:
  text: The gate stays shut.
  premises: [Nobody uses it., {ref: park/open}]
""",
    "content/about.md": "# About\n\nWho writes, and why.\n",
}

ARGSITE = "from argsite.cli import main; raise SystemExit(main())"


class Built(NamedTuple):
    """A site that was built once, to be copied."""

    root: Path
    """Its folder, with the cache and the output."""

    expected: dict[str, bytes]
    """What a build gives."""


def make(root: Path, content: dict[str, str]) -> Built:
    """Write a site and build it."""
    write(root, content)
    outcome = build(root, root / "site")
    assert outcome.written, outcome.problems
    return Built(root, files(root / "site"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a site with entries of all kinds in its cache."""
    return make(tmp_path_factory.mktemp("cache") / "built", CONTENT)


@pytest.fixture
def site(built: Built, tmp_path: Path) -> Built:
    """Return a site as it stands after a build, with all times as they were left."""
    # A stamp tells files by their numbers, so that it is of use where they have been made.
    root = tmp_path / "site of mine"
    write(root, CONTENT)
    build(root, root / "site")
    return Built(root, built.expected)


def entries(root: Path) -> list[Path]:
    """Return the entries of a site's cache."""
    return sorted((root / FOLDER).iterdir())


def assert_sound(site: Built) -> None:
    """Build with whatever the cache is now, then from what that leaves."""
    out = site.root / "site"
    assert build(site.root, out).written
    assert files(out) == site.expected
    assert_works_again(site)


def assert_works_again(site: Built) -> None:
    """Say that nothing is made that was made before."""
    again = build(site.root, site.root / "site")
    assert not again.reasons, "the cache of the build before is of no use"
    assert files(site.root / "site") == site.expected


# Damaged


def cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data))]


def flip(data: bytes, dice: random.Random) -> bytes:
    place = dice.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << dice.randrange(8)]) + data[place + 1 :]


def grow(data: bytes, dice: random.Random) -> bytes:
    return data + dice.randbytes(dice.randrange(1, 50))


def blank(data: bytes, dice: random.Random) -> bytes:
    """Return as many bytes of nothing: what a file system gives back after a power cut."""
    place = dice.randrange(len(data))
    return data[:place] + bytes(len(data) - place)


def empty(_data: bytes, _dice: random.Random) -> bytes:
    return b""


DAMAGE = (cut, flip, grow, blank, empty)


@pytest.mark.parametrize("number", range(effort(3, 40)))
def test_with_any_entries_damaged_the_pages_are_the_same(site: Built, number: int) -> None:
    dice = random.Random(number)  # noqa: S311 - to be had again
    found = entries(site.root)
    for place in dice.sample(found, dice.randint(1, len(found))):
        place.write_bytes(dice.choice(DAMAGE)(place.read_bytes(), dice))
    if number % 2:
        shutil.rmtree(site.root / "site")
    assert_sound(site)


@pytest.mark.parametrize("number", range(effort(1, 20)))
def test_with_entries_swapped_the_pages_are_the_same(site: Built, number: int) -> None:
    dice = random.Random(number)  # noqa: S311 - to be had again
    found = entries(site.root)
    held = [place.read_bytes() for place in found]
    dice.shuffle(held)
    for place, data in zip(found, held, strict=True):
        place.write_bytes(data)
    assert_sound(site)


def test_any_bit_of_an_entry_counts_and_any_byte_that_is_missing(tmp_path: Path) -> None:
    Cache(tmp_path, b"key").keep(["a"], b"kept")
    (place,) = tmp_path.iterdir()
    whole = place.read_bytes()
    number = int.from_bytes(whole)
    flipped = [(number ^ 1 << bit).to_bytes(len(whole)) for bit in range(8 * len(whole))]
    for damaged in (*flipped, *(whole[:end] for end in range(len(whole))), whole + b"\0"):
        place.write_bytes(damaged)
        assert Cache(tmp_path, b"key").recall(["a"]) is None


# Of others


def test_the_cache_of_another_site_is_of_no_use(site: Built, tmp_path: Path) -> None:
    other = make(tmp_path / "other", {**CONTENT, "content/site.yaml": "title: Another\n"})
    shutil.rmtree(site.root / FOLDER)
    shutil.copytree(other.root / FOLDER, site.root / FOLDER)
    assert_sound(site)


def test_what_another_version_kept_is_of_no_use(
    site: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        with monkeypatch.context() as patched:
            another = SimpleNamespace(version="another", platform=sys.platform, path=sys.path)
            patched.setattr("argsite.version.sys", another)
            code.cache_clear()
            again = build(site.root, site.root / "site")
    finally:
        code.cache_clear()
    assert set(again.reasons.values()) == {
        "site.yaml, the theme, the plain pages or Argsite changed"
    }
    assert_sound(site)


def test_layouts_of_another_graphviz_are_of_no_use(
    site: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(layouts, "graphviz_version", lambda: "0.1 of another")
        shutil.rmtree(site.root / "site")
        shutil.rmtree(site.root / FOLDER)
        assert build(site.root, site.root / "site").written
    shutil.rmtree(site.root / "site")
    assert_sound(site)


def poison(root: Path, key: bytes) -> None:
    """Put another page into the output, and vouch for it in the ledger as a build does."""
    out, cache = root / "site", Cache(root / FOLDER, key)
    evil = File("park/open.html", b"<script>alert(1)</script>")
    (out / evil.path).write_bytes(evil.data)
    known = ledger.read(cache, out)
    jobs = dict(known.jobs)
    for name, made in known.jobs.items():
        hashes = zip(made.paths, made.hashes, strict=True)
        believed = tuple(digest(evil.data) if path == evil.path else each for path, each in hashes)
        jobs[name] = made._replace(hashes=believed)
    ledger.write(cache, out, replace(known, jobs=jobs))


def test_a_page_that_came_with_its_cache_from_a_stranger_is_not_published(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, CONTENT)
    with monkeypatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path.with_name("of a stranger")))
        build(tmp_path, tmp_path / "site")
        poison(tmp_path, own_key())
        # Who made the cache believes it, or else nothing is tried here.
        build(tmp_path, tmp_path / "site")
        assert b"alert" in files(tmp_path / "site")["park/open.html"]
    assert_sound(Built(tmp_path, built.expected))


def test_two_users_of_one_folder_keep_their_own_beside_each_other(
    site: Built, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = {place.name for place in entries(site.root)}
    with monkeypatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path / "another's"))
        assert build(site.root, site.root / "site").reasons
        assert_works_again(site)
    assert before < {place.name for place in entries(site.root)}
    assert_works_again(site)


# Whatever a cache says


def lying(dice: random.Random, recall: Callable[..., bytes | None]) -> Callable[..., bytes | None]:
    """Return a `recall` whose entries are damaged under a seal that is in order."""

    def recalled(cache: Cache, inputs: Sequence[str]) -> bytes | None:
        data = recall(cache, inputs)
        if not data or dice.random() < 0.5:
            return data
        return dice.choice(DAMAGE)(data, dice)

    return recalled


def around(root: Path) -> dict[str, bytes]:
    """Return what stands beside a site."""
    return {
        str(place): place.read_bytes()
        for place in sorted(root.parent.rglob("*"))
        if place.is_file() and not {"site", ".cache"} & {*place.relative_to(root.parent).parts[1:2]}
    }


@pytest.mark.parametrize("number", range(effort(4, 150)))
def test_even_a_sealed_entry_that_lies_touches_nothing_but_the_site(
    site: Built, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only Argsite can have made one; then that is a bug, and the build may end as with a bug."""
    (site.root.parent / "mine.txt").write_text("mine", encoding="utf-8")
    before, lock = around(site.root), str(site.root / "argsite.lock")
    dice = random.Random(number)  # noqa: S311 - to be had again
    if number % 2:
        shutil.rmtree(site.root / "site")
    with monkeypatch.context() as patched, suppress(Exception):
        patched.setattr(Cache, "recall", lying(dice, Cache.recall))
        build(site.root, site.root / "site")
    # A build writes into the list of ids, too: there is one more if what was read of an essay lies.
    assert {**around(site.root), lock: b""} == {**before, lock: b""}


# In the way


def links(root: Path) -> None:
    """Let each entry be a link to a file of the user's."""
    for place in entries(root):
        place.unlink()
        place.symlink_to(root / "content/site.yaml")


def links_to_write_through(root: Path) -> None:
    """Let what a process of any number would write first be a link."""
    for place in entries(root):
        for number in (os.getpid(), os.getpid() + 1):
            place.with_name(f"{place.name}.new-{number}").symlink_to(root / "content/site.yaml")
        place.unlink()


def folders(root: Path) -> None:
    """Let each entry be a folder."""
    for place in entries(root):
        place.unlink()
        (place / "inside").mkdir(parents=True)


def a_file(root: Path) -> None:
    """Let the folder be a file."""
    shutil.rmtree(root / FOLDER)
    (root / FOLDER).write_text("mine", encoding="utf-8")


def a_file_above(root: Path) -> None:
    """Let the folder above be a file."""
    shutil.rmtree(root / FOLDER.parent)
    (root / FOLDER.parent).write_text("mine", encoding="utf-8")


def a_link_out(root: Path) -> None:
    """Let the folder be a link to one of the user's."""
    shutil.rmtree(root / FOLDER)
    (root.parent / "blobs").mkdir()
    (root.parent / "blobs" / ("0" * 64)).write_text("mine", encoding="utf-8")
    os.utime(root.parent / "blobs" / ("0" * 64), (0, 0))
    (root / FOLDER).symlink_to(root.parent / "blobs", target_is_directory=True)


def a_link_round(root: Path) -> None:
    """Let the folder be a link to itself."""
    shutil.rmtree(root / FOLDER.parent)
    (root / FOLDER.parent).symlink_to(root / FOLDER.parent)


def a_crowd(root: Path) -> None:
    """Let many files of somebody else's stand there."""
    for number in range(effort(3_000, 100_000)):
        (root / FOLDER / f"of-another-{number}").touch()


def an_old_crowd(root: Path) -> None:
    """Let many entries stand there that nobody asks for."""
    for number in range(effort(1_000, 30_000)):
        place = root / FOLDER / f"{number:064x}"
        place.touch()
        os.utime(place, (0, 0))


IN_THE_WAY = (
    *(links, links_to_write_through, folders, a_file, a_file_above, a_link_out, a_link_round),
    *(a_crowd, an_old_crowd),
)


@pytest.mark.parametrize("put", IN_THE_WAY)
def test_whatever_stands_in_the_place_of_a_cache_the_pages_are_the_same(
    site: Built, put: Callable[[Path], None]
) -> None:
    put(site.root)
    before = around(site.root)
    for _ in range(2):
        assert build(site.root, site.root / "site").written
        assert files(site.root / "site") == site.expected
    shutil.rmtree(site.root / "site")
    assert build(site.root, site.root / "site").written
    assert files(site.root / "site") == site.expected
    assert around(site.root) == before
    if put in {links, links_to_write_through, a_crowd, an_old_crowd}:
        assert_works_again(site)


def run(
    root: Path,
    before: str = "",
    **settings: Any,  # noqa: ANN401 - whatever a process can be given
) -> subprocess.CompletedProcess[str]:
    """Run `argsite build` in a process of its own, which is stopped after a minute."""
    program = f"{before}\n{ARGSITE}"
    return subprocess.run(
        [sys.executable, "-c", program, "build", str(root)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **settings,
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name")
def test_pipes_in_the_place_of_entries_hold_nothing_up(site: Built) -> None:
    for place in entries(site.root):
        place.unlink()
        os.mkfifo(place)
    done = run(site.root)
    assert done.returncode == 0, done.stderr
    assert files(site.root / "site") == site.expected
    assert_sound(site)


FULL = """\
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize("limit", [0, 40, 700, 5_000] if LONG else [40, 700])
def test_a_disk_that_holds_no_more_leaves_no_half_entry(site: Built, limit: int) -> None:
    """The output stands as it should, so that nothing has to be written but the cache."""
    shutil.rmtree(site.root / FOLDER)
    done = run(site.root, FULL.format(limit=limit))
    # The locks of builds and the layouts of Graphviz need some bytes in the temporary folder.
    if limit > 500:
        assert done.returncode == 0, done.stderr
    elif done.returncode:
        assert done.returncode == 2, done.stderr
        assert "temporary" in done.stderr
    assert "bug" not in done.stderr
    assert files(site.root / "site") == site.expected
    if (site.root / FOLDER).exists():
        assert not [place for place in entries(site.root) if kept_file.SUFFIX in place.name]
    assert_sound(site)


def test_a_disk_that_fails_now_and_then_leaves_no_half_entry(
    site: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(site.root / FOLDER)
    real, turns = os.fdopen, iter(range(10_000))

    def failing(*given: object, **named: object) -> object:
        file = real(*given, **named)  # type: ignore[call-overload] # as it was called
        if "w" in str(given[1]) and next(turns) % 3:
            file.close()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return file

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", failing)
        assert build(site.root, site.root / "site").written
    assert not [place for place in entries(site.root) if kept_file.SUFFIX in place.name]
    assert_sound(site)


# Another user's


NOBODY = 65_534


class Shared(NamedTuple):
    """A site where another user can reach it."""

    site: Built
    """The site; its folder is the superuser's."""

    as_nobody: dict[str, Any]
    """What makes a process another user's, who has a home."""


@pytest.fixture
def shared(built: Built) -> Iterator[Shared]:
    """Build a site in a folder that all users may look into."""
    if os.name != "posix" or os.geteuid():
        pytest.skip("only the superuser can be somebody else")
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(folder, "home of nobody")
        home.mkdir()
        os.chown(home, NOBODY, NOBODY)
        env = {key: text for key, text in os.environ.items() if key != "XDG_CACHE_HOME"}
        as_nobody: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": ()}
        as_nobody |= {"env": {**env, "HOME": str(home)}, "cwd": home}
        loading = [sys.executable, "-c", "import argsite.build"]
        try:
            subprocess.run(loading, **as_nobody, capture_output=True, check=True)
        except (PermissionError, subprocess.CalledProcessError):
            pytest.skip("another user cannot run Argsite here")
        root = Path(folder, "site of mine")
        write(root, CONTENT)
        build(root, root / "site")
        yield Shared(Built(root, built.expected), as_nobody)


def own(folder: Path, user: int) -> None:
    """Give a folder with all that is in it to a user."""
    for place in (folder, *folder.rglob("*")):
        os.chown(place, user, user, follow_symlinks=False)


def test_another_users_cache_is_neither_believed_nor_needed(shared: Shared) -> None:
    """The superuser made it, with rights that others have not."""
    site = shared.site
    own(site.root / "site", NOBODY)
    os.chown(site.root, NOBODY, NOBODY)
    for place in (site.root / FOLDER, *entries(site.root)):
        place.chmod(place.stat().st_mode & ~0o077)
    for _ in range(2):
        done = run(site.root, **shared.as_nobody)
        assert done.returncode == 0, done.stderr
        assert files(site.root / "site") == site.expected


def test_a_cache_that_may_be_read_but_not_written_is_of_use(shared: Shared) -> None:
    site = shared.site
    own(site.root, NOBODY)
    assert run(site.root, **shared.as_nobody).returncode == 0
    kept = {place: place.read_bytes() for place in entries(site.root)}
    for place in (site.root / FOLDER, *kept):
        os.chown(place, 0, 0)
    (site.root / "content/about.md").write_text("# About\n\nAnother.\n", encoding="utf-8")
    done = run(site.root, **shared.as_nobody)
    assert done.returncode == 0, done.stderr
    assert b"Another." in files(site.root / "site")["about.html"]
    assert {place: place.read_bytes() for place in entries(site.root)} == kept


def test_the_superuser_believes_nobodys_cache_neither(shared: Shared) -> None:
    site = shared.site
    shutil.rmtree(site.root / FOLDER)
    shutil.rmtree(site.root / "site")
    own(site.root, NOBODY)
    assert run(site.root, **shared.as_nobody).returncode == 0
    (site.root / "site/park/open.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    assert_sound(site)


# The user's own


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user a cache of the test's own; return its folder."""
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("XDG's variables are for others")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "argsite"


def kept(home: Path) -> list[Path]:
    """Return the files of the user's cache: templates, styles and scripts, the key."""
    return sorted(place for place in home.rglob("*") if place.is_file())


@pytest.mark.parametrize("number", range(effort(2, 15)))
def test_with_the_users_own_cache_damaged_the_pages_are_the_same(
    built: Built, home: Path, tmp_path: Path, number: int
) -> None:
    site = Built(tmp_path / "site of mine", built.expected)
    write(site.root, CONTENT)
    assert_sound(site)
    dice = random.Random(number)  # noqa: S311 - to be had again
    found = kept(home)
    assert {place.parent.name for place in found} == {"assets", "key", "templates"}
    for place in found if number % 2 else dice.sample(found, dice.randint(1, len(found))):
        place.write_bytes(dice.choice(DAMAGE)(place.read_bytes(), dice))
    shutil.rmtree(site.root / "site")
    assert_sound(site)


def test_with_entries_of_the_users_own_cache_swapped_the_pages_are_the_same(
    built: Built, home: Path, tmp_path: Path
) -> None:
    """Else a template would be run in the place of another."""
    site = Built(tmp_path / "site of mine", built.expected)
    write(site.root, CONTENT)
    assert_sound(site)
    found = kept(home)
    held = [place.read_bytes() for place in found]
    for place, data in zip(found, [*held[1:], held[0]], strict=True):
        place.write_bytes(data)
    shutil.rmtree(site.root / "site")
    assert_sound(site)


def test_where_the_users_own_cache_cannot_be_kept_nothing_is_remembered_and_nothing_else_changes(
    built: Built, home: Path, tmp_path: Path
) -> None:
    home.parent.mkdir()
    home.write_text("a file is in the way", encoding="utf-8")
    site = Built(tmp_path / "site of mine", built.expected)
    write(site.root, CONTENT)
    for _ in range(2):
        assert build(site.root, site.root / "site").written
        assert files(site.root / "site") == site.expected
    assert not (site.root / FOLDER).exists()


# Several at once


@pytest.mark.parametrize("number", range(effort(1, 6)))
def test_builds_at_the_same_time_share_one_cache(site: Built, tmp_path: Path, number: int) -> None:
    if number % 2:
        shutil.rmtree(site.root / FOLDER)
    program = [sys.executable, "-c", ARGSITE, "build", str(site.root), "-q", "-o"]
    outs = [tmp_path / f"out {each}" for each in range(4)]
    running = [subprocess.Popen([*program, str(out)], stderr=subprocess.PIPE) for out in outs]
    for process, out in zip(running, outs, strict=True):
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
        assert files(out) == site.expected
    assert not [place for place in entries(site.root) if kept_file.SUFFIX in place.name]
    assert_sound(site)
