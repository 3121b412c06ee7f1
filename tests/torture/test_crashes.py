"""A build is killed, stopped or let down by the machine at each of its system calls.

Each file of the site is then the old or the new one, one line says what happened, the next build
repairs, and what it leaves is what a build that nothing happened to leaves, byte for byte.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.torture.subjects import edit, make, tree
from tests.torture.trials import (
    SIGNALS,
    WRITING,
    Call,
    Commands,
    Done,
    calls,
    left_behind,
    some,
    strike,
    struck_by,
    writing,
)

MANIFEST = "site/.argsite-manifest.json"
LOCK = "argsite.lock"

BUILD = ["build", "p", "--workers", "2"]

Tree = Mapping[str, bytes | None]


class Subject(NamedTuple):
    """A site that is about to be built."""

    folder: Path
    """Where it is."""

    before: Tree
    """What stands there before."""

    after: Tree
    """What stands there after a build that nothing happens to."""

    calls: list[Call]
    """The system calls of such a build that change files, or read the author's."""

    restore: Callable[[], None]
    """Puts everything back as it was before."""


def prepare(commands: Commands, folder: Path, *, is_first: bool, shares: bool = False) -> Subject:
    """Make a site of which nothing is built yet, or which was edited since it was built."""
    site, kept = folder / "p", folder / "kept"
    make(site)
    if not is_first:
        assert commands.run(BUILD, folder).code == 0
    edit(site)
    before = tree(site)
    shutil.copytree(site, kept)

    def restore() -> None:
        shutil.rmtree(site)
        shutil.copytree(kept, site)  # with the times of the files, by which a build tells them

    found = calls(commands, BUILD, folder, WRITING, shares=shares)
    after = tree(site)
    restore()
    return Subject(site, before, after, writing(found, and_reading="content"), restore)


def test_whatever_happens_the_site_is_whole_and_the_next_build_repairs(
    struck: Commands, tmp_path: Path
) -> None:
    tried: Counter[str] = Counter()
    for is_first in (True, False):
        folder = tmp_path / f"first-{is_first}"
        folder.mkdir()
        subject = prepare(struck, folder, is_first=is_first)
        for blow, number, seconds in (
            *(("KILL", 1, 400), ("ENOSPC", 1, 40), ("EIO", 1, 20)),
            *(("EMFILE", 1, 15), ("INT", 1, 30), ("TERM", 1, 15)),
        ):
            for call in some(struck_by(subject.calls, blow), number, seconds):
                tried[blow] += 1
                _try(struck, subject, call, blow)
        print(f"calls: {len(subject.calls)}; struck until now: {dict(tried)}")  # noqa: T201 - for whoever asks


def test_workers_are_struck_and_none_is_left_behind(struck: Commands, tmp_path: Path) -> None:
    tried: Counter[str] = Counter()
    subject = prepare(struck, tmp_path, is_first=True, shares=True)
    of_workers = [each for each in subject.calls if each.process]
    blows = ("KILL", 2, 200), ("ENOSPC", 1, 20), ("EIO", 1, 10), ("EMFILE", 1, 10), ("INT", 1, 20)
    for blow, number, seconds in blows:
        for call in some(struck_by(of_workers, blow), number, seconds):
            tried[blow] += 1
            _try(struck, subject, call, blow, shares=True)
    print(f"calls of workers: {len(of_workers)}; struck: {dict(tried)}")  # noqa: T201 - as above


def _try(
    commands: Commands, subject: Subject, call: Call, blow: str, *, shares: bool = False
) -> None:
    """Strike a build, look at what it leaves, and let the next one repair that."""
    where = f"{blow} at {call}"
    done = commands.run(BUILD, subject.folder.parent, strace=strike(call, blow), shares=shares)
    now = tree(subject.folder)
    assert left_behind(done.session) == [], where
    for path, data in now.items():
        if path.startswith(("content", "site")) or path == LOCK:
            allowed = subject.before.get(path, b""), subject.after.get(path, b"")
            assert data in allowed or path == MANIFEST or data is None, (where, path)
    assert subject.before.keys() <= now.keys() | _of_site(subject.before), where
    if MANIFEST in now:
        json.loads(now[MANIFEST] or b"")
    _require_said(done, now, subject, blow, where)
    repaired = commands.run(BUILD, subject.folder.parent)
    assert (repaired.code, repaired.err) == (0, ""), where
    assert tree(subject.folder) == subject.after, where
    subject.restore()


def _of_site(paths: Tree) -> set[str]:
    return {path for path in paths if path.startswith("site/")}


def _require_said(done: Done, now: Tree, subject: Subject, blow: str, where: str) -> None:
    """Require the right exit code and one line that says what happened."""
    if blow == "KILL":
        # A worker that is killed takes the build with it. A call that another build made is not
        # always made by this one.
        assert done.code in {-9, 2} or now == subject.after, where
    elif blow in SIGNALS:
        assert done.code in {SIGNALS[blow], 0, 2}, (where, done)
        if done.code == SIGNALS[blow]:
            assert done.err.strip() == "argsite: stopped", where
            assert not [path for path in now if "staging" in path or "-new" in path], where
    elif done.code == 0:
        # Nothing of the site was struck, only what is remembered, or the lock file.
        lines = done.err.splitlines()
        rest = {path: data for path, data in now.items() if path != LOCK or not lines}
        assert rest == {path: subject.after[path] for path in rest}, where
        assert not lines or (len(lines) == 1 and lines[0].startswith("warning: ")), (where, lines)
    elif done.code == 1:
        assert "cannot be read" in done.err, (where, done)
    else:
        assert done.code == 2, (where, done)
        assert done.err.startswith("argsite: "), (where, done)
    if done.code == 2:
        assert done.err.count("\n") == 1, (where, done)


@pytest.mark.parametrize("form", ["ENOSPC", "EIO"])
def test_a_write_that_is_refused_is_said_with_the_systems_reason(
    struck: Commands, tmp_path: Path, form: str
) -> None:
    subject = prepare(struck, tmp_path, is_first=True)
    staged = [each for each in subject.calls if "staging/" in each.said and each.name == "write"]
    done = struck.run(BUILD, tmp_path, strace=strike(staged[0], form))
    reason = {"ENOSPC": "No space left on device", "EIO": "Input/output error"}[form]
    assert done == Done(
        2, "", f"argsite: cannot write the site to p/site: {reason}\n", done.session
    )
    assert not (tmp_path / "p" / "site").exists()
