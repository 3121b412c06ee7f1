"""A machine that has too little of something: files, processes, room, permission, a home."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.effort import LONG
from tests.torture.subjects import edit, make, put, tree
from tests.torture.trials import Commands, Done

BUILD = ["build", "p", "--workers", "2"]
NOBODY = 65534


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site that was edited since it was built."""
    return tmp_path / "p"


def prepare(commands: Commands, site: Path) -> None:
    """Build a site, and edit it."""
    make(site)
    assert commands.run(BUILD, site.parent).code == 0
    edit(site)


def require_refused(done: Done, *reasons: str) -> None:
    """Require one line that says what happened."""
    assert done.code == 2, done
    assert done.err.startswith("argsite: "), done
    assert done.err.count("\n") == 1, done
    assert any(reason in done.err for reason in reasons), done


def require_repaired(commands: Commands, site: Path) -> None:
    """Require that the next build makes what a build of a fresh copy makes."""
    assert commands.run(BUILD, site.parent).code == 0
    fresh = site.parent / "fresh" / "p"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(site / "content", fresh / "content")
    shutil.copy(site / "argsite.lock", fresh)
    assert commands.run(BUILD, fresh.parent).code == 0
    assert tree(site) == tree(fresh)


@pytest.mark.parametrize("shares", [False, True])
def test_too_few_open_files(commands: Commands, site: Path, *, shares: bool) -> None:
    codes = set()
    for most in range(3, 24) if LONG else (4, 6, 9):
        prepare(commands, site)
        limits = {"RLIMIT_NOFILE": most}
        done = commands.run(BUILD, site.parent, limits=limits, shares=shares)
        codes.add(done.code)
        if done.code:
            require_refused(done, "Too many open files", "cannot be read", "cannot lock")
        require_repaired(commands, site)
    assert 2 in codes


@pytest.mark.parametrize("most", [0, 100, 4_000, 20_000, 90_000] if LONG else [20_000])
def test_files_may_not_be_large(commands: Commands, site: Path, most: int) -> None:
    make(site)
    done = commands.run(BUILD, site.parent, limits={"RLIMIT_FSIZE": most}, out=os.devnull)
    # What the command says goes to a file here, which may be too large as well.
    assert done.code == 2, done
    assert done.err.count("\n") <= 1, done
    require_repaired(commands, site)


@pytest.fixture
def as_somebody(site: Path) -> Callable[[], int]:
    """Return what makes the site nobody's in particular, and gives a user who may not write all."""

    def become() -> int:
        if not hasattr(os, "geteuid"):
            pytest.skip("there are no such users")
        if os.geteuid():
            return 0
        for above in site.parents:
            if above.stat().st_uid == 0 and above != Path("/") and not above.stat().st_mode & 1:
                above.chmod(above.stat().st_mode | 0o111)
        for place in (site, *site.rglob("*")):
            os.chown(place, NOBODY, NOBODY)
        return NOBODY

    return become


def test_no_further_process(commands: Commands, site: Path, as_somebody: Callable[[], int]) -> None:
    """What other processes would do is done by the one that is there."""
    prepare(commands, site)
    user = as_somebody()
    done = commands.run(BUILD, site.parent, limits={"RLIMIT_NPROC": 1}, user=user, shares=True)
    assert done.err == ""
    assert done.code == 0
    require_repaired(commands, site)


@pytest.mark.parametrize(
    ("closed", "reasons"),
    [
        ("site", ("Permission denied",)),
        ("site/park", ("Permission denied",)),
        (".", ("Permission denied",)),
    ],
)
def test_folders_that_may_not_be_written(
    commands: Commands,
    site: Path,
    as_somebody: Callable[[], int],
    closed: str,
    reasons: tuple[str, ...],
) -> None:
    prepare(commands, site)
    user = as_somebody()
    (site / closed).chmod(0o555)
    before = tree(site / "site")
    done = commands.run(BUILD, site.parent, user=user)
    if done.code:
        require_refused(done, *reasons)
    if closed != "site/park" and done.code:
        assert tree(site / "site") == before
    (site / closed).chmod(0o755)
    require_repaired(commands, site)


def test_an_authors_folder_that_may_not_be_written(
    commands: Commands, site: Path, as_somebody: Callable[[], int]
) -> None:
    prepare(commands, site)
    user = as_somebody()
    (site / "content" / "lake" / "essay.yaml").write_text(
        'title: "The lake"\ncontention: "It is wide."\n', encoding="utf-8"
    )
    (site / "content" / "lake").chmod(0o555)
    before = tree(site)
    done = commands.run(["fmt", "p"], site.parent, user=user)
    require_refused(done, "cannot be written")
    assert tree(site) == before
    (site / "content" / "lake").chmod(0o755)


@pytest.mark.parametrize("home", ["", "/nonexistent", "/dev/null", "relative"])
def test_no_home(commands: Commands, site: Path, home: str) -> None:
    make(site)
    environment = {"HOME": home, "XDG_CACHE_HOME": ""}
    done = commands.run(BUILD, site.parent, environment=environment)
    assert (done.code, done.err) == (0, "")
    assert not (site.parent / "relative").exists()


@pytest.mark.parametrize("place", ["/nonexistent", "/dev/null", "/proc"])
def test_no_folder_for_temporary_files_where_it_is_said_to_be(
    commands: Commands, site: Path, place: str
) -> None:
    make(site)
    done = commands.run(BUILD, site.parent, environment={"TMPDIR": place})
    assert (done.code, done.err) == (0, "")
    assert sorted(each.name for each in site.iterdir()) == [
        ".cache", "argsite.lock", "content", "site",
    ]  # fmt: skip


@pytest.fixture
def mounting(tmp_path: Path) -> list[str]:
    """Return what a command begins with that may mount disks of its own."""
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    trial = [*alone, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)]
    if not shutil.which("unshare") or subprocess.run(trial, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    return alone


IN_A_SMALL_DISK = """
import os, subprocess, sys
from pathlib import Path

disk, options, more, site = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", disk], check=True)
subprocess.run(["cp", "-r", site, f"{disk}/p"], check=True)
build = [sys.executable, "-m", "argsite", "build", f"{disk}/p"]
first = subprocess.run(build, capture_output=True, text=True)
print(first.returncode, first.stderr.replace(disk, "DISK"), sep="|", end="|")
print(",".join(sorted(each.name for each in Path(disk, "p").iterdir())), end="|")
subprocess.run(["mount", "-o", f"remount,{more}", disk], check=True)
second = subprocess.run(build, capture_output=True, text=True)
print(second.returncode, second.stderr, sep="|", end="|")
print(",".join(sorted(each.name for each in Path(disk, "p").iterdir())))
"""


@pytest.mark.parametrize(
    ("options", "more", "reason"),
    [
        ("size=160k", "size=10m", "No space left on device"),
        ("size=10m,nr_inodes=40", "nr_inodes=1000", "No space left on device"),
        ("size=40k", "size=10m", "No space left on device"),
        ("size=300k", "size=10m", "No space left on device"),
        ("size=10m,nr_inodes=14", "nr_inodes=1000", "No space left on device"),
    ][: 5 if LONG else 2],
)
def test_a_small_disk(
    mounting: list[str], site: Path, options: str, more: str, reason: str
) -> None:
    make(site)
    disk = site.parent / "disk"
    disk.mkdir()
    done = subprocess.run(
        [*mounting, sys.executable, "-c", IN_A_SMALL_DISK, disk, options, more, site],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    code, said, left, again, nothing, whole = done.stdout.strip().split("|")
    assert (code, again, nothing) == ("2", "0", "")
    assert said.startswith("argsite: cannot write the site to DISK/p/site: ")
    assert reason in said
    assert said.count("\n") == 1
    assert "staging" not in left
    assert whole == ".cache,argsite.lock,content,site"


ON_A_DISK_THAT_IS_READ_ONLY = """
import json, subprocess, sys

site, *orders = sys.argv[1:]
subprocess.run(["mount", "--bind", site, site], check=True)
subprocess.run(["mount", "-o", "remount,bind,ro", site], check=True)
for order in orders:
    command = [sys.executable, "-m", "argsite", *order.split()]
    done = subprocess.run(command, capture_output=True, text=True)
    print(json.dumps([done.returncode, done.stderr]))
"""


def test_a_disk_that_is_read_only(mounting: list[str], commands: Commands, site: Path) -> None:
    """Also the superuser may write nothing there; what writes elsewhere is done."""
    prepare(commands, site)
    put(site, {"content/lake/essay.yaml": 'title: "The lake"\ncontention: "It is wide."\n'})
    before, elsewhere = tree(site), site.parent / "elsewhere"
    orders = {
        "build p": (2, "cannot write the site to p/site: Read-only file system"),
        "fmt p": (2, "cannot be written: it is read-only"),
        "rename lake/it-is-wide broad p": (2, "cannot be written: it is read-only"),
        "schema --write p": (2, "Read-only file system"),
        "new p/other": (2, "Read-only file system"),
        f"build p -q -o {elsewhere}": (0, "warning: cannot write p/argsite.lock: Read-only"),
        "stats p": (0, ""),
    }
    done = subprocess.run(
        [*mounting, sys.executable, "-c", ON_A_DISK_THAT_IS_READ_ONLY, site.name, *orders],
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=site.parent,
    )
    told = map(json.loads, done.stdout.splitlines())
    for (code, said), (order, (expected, reason)) in zip(told, orders.items(), strict=True):
        assert code == expected, (order, said)
        assert reason in said, (order, said)
        assert said.count("\n") == bool(reason), (order, said)
    assert tree(site) == before
    assert (elsewhere / "lake" / "index.html").is_file()
