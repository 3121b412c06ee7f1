"""The commands that write an author's files are struck at each of their system calls.

Each file is then the old or the new one, whole; the same command, given again, does the rest, and
nothing that a command left on its way stays.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from argsite.cli.unfinished import LIST
from tests.torture.subjects import make, put, tree
from tests.torture.trials import (
    SIGNALS,
    WRITING,
    Commands,
    Done,
    calls,
    left_behind,
    some,
    strike,
    struck_by,
    writing,
)

MESSY = {
    "content/lake/essay.yaml": (
        '\ufefftitle: "The lake"\r\ncontention:\r\n  text:   "The lake is wide."\r\n  id: wide\r\n'
    ),
    "content/park/2-dew.yaml": (
        "number: 2\ntitle: Dew\nclaim:\n"
        "  text: 'There is dew.'\n  premises:\n    - text: 'It was cold.'\n"
    ),
}
"""Files that are not in one style; the first has a byte order mark and line ends of Windows."""

LINKS = {
    "content/park/essay.yaml": (
        "title: A green park\ncontention:\n  id: green\n  text: It is green.\n"
        "  premises:\n    - ref: alive\n    - ref: grass\n"
    ),
    "content/pond/essay.yaml": (
        "title: The pond\ncontention:\n  id: deep\n  text: The pond is deep.\n"
        "  premises:\n    - ref: park/grass\n"
    ),
    "content/about.md": "# About\n\nSee [the grass](park#grass).\n",
}
"""Files that name one statement."""

TEXT = "The lamps\n\n1. The path is dark, because there are no lamps.\n\n2. Lamps cost little.\n"


class Task(NamedTuple):
    """A command that writes an author's files."""

    arguments: list[str]
    """What is asked for, in the folder above the site."""

    files: dict[str, str]
    """What the site has beside the usual files."""

    is_whole: bool = True
    """Whether all its files change or none."""


TASKS = {
    "fmt": Task(["fmt", "p"], MESSY),
    "rename": Task(["rename", "park/grass", "lawn", "p"], LINKS),
    "import": Task(["import", "text.txt", "--into", "p", "--id", "lamps"], {}),
    "import first": Task(["import", "text.txt", "--into", "new/p", "--id", "lamps"], {}),
    "new": Task(["new", "new/p"], {}, is_whole=False),
    "schema": Task(["schema", "--write", "p"], {}, is_whole=False),
    "check": Task(["check", "p", "--lock", "-q"], {}),
}


@pytest.mark.parametrize("name", TASKS)
def test_no_text_is_lost_and_the_same_command_does_the_rest(
    struck: Commands, tmp_path: Path, name: str
) -> None:
    task = TASKS[name]
    make(tmp_path / "home" / "p")
    put(tmp_path / "home" / "p", task.files)
    put(tmp_path / "home", {"text.txt": TEXT})
    kept, home = tmp_path / "kept", tmp_path / "home"
    before = tree(home)
    shutil.copytree(home, kept)
    found = writing(calls(struck, task.arguments, home, WRITING))
    found = [each for each in found if ".cache" not in each.said]
    after = tree(home)
    assert after != before
    tried: Counter[str] = Counter()
    for blow, number, seconds in (
        ("KILL", 2, 60),
        ("ENOSPC", 1, 15),
        ("EIO", 1, 10),
        ("EMFILE", 1, 10),
        ("INT", 1, 15),
    ):
        for call in some(struck_by(found, blow), number, seconds):
            shutil.rmtree(home)
            shutil.copytree(kept, home)
            tried[blow] += 1
            where = f"{blow} at {call}"
            done = struck.run(task.arguments, home, strace=strike(call, blow))
            now = tree(home)
            assert left_behind(done.session) == [], where
            _require_whole(now, before, after, where, whole=task.is_whole or blow != "KILL")
            _require_said(done, now, before, after, blow, where)
            again = struck.run(task.arguments, home)
            # Where it was done already there may be nothing left to do.
            assert again.code in {0, 2 if now == after or _is_done(now, after) else 0}, (
                where,
                again,
            )
            assert tree(home) == after, where
    print(f"{name}: {len(found)} calls, struck {dict(tried)}")  # noqa: T201 - for whoever asks


def _is_done(now: dict[str, bytes | None], after: dict[str, bytes | None]) -> bool:
    return after.items() <= now.items()


def _require_whole(
    now: dict[str, bytes | None],
    before: dict[str, bytes | None],
    after: dict[str, bytes | None],
    where: str,
    *,
    whole: bool,
) -> None:
    """Require that each file is the old or the new one; half of a new site may be there."""
    for path, data in before.items():
        assert now.get(path) in {data, after.get(path)}, (where, path)
    for path, data in now.items():
        waits = ".argsite-" in path
        if whole and not waits and path not in before:
            assert data == after.get(path, b"?"), (where, path)


def _require_said(  # noqa: PLR0913, PLR0917 - what there is to compare
    done: Done,
    now: dict[str, bytes | None],
    before: dict[str, bytes | None],
    after: dict[str, bytes | None],
    blow: str,
    where: str,
) -> None:
    if done.code == 0:
        assert {path: data for path, data in now.items() if LIST not in path} == after, where
    elif blow == "KILL":
        assert done.code == -9, where
    elif blow in SIGNALS:
        assert (done.code, done.err.strip()) == (SIGNALS[blow], "argsite: stopped"), where
        assert now in (before, after), where
    else:
        assert done.code == 2, (where, done)
        assert done.err.startswith("argsite: "), (where, done)
        assert done.err.count("\n") == 1, (where, done)


def test_a_rename_that_was_killed_is_told_of_and_finished_by_the_next_command(
    struck: Commands, tmp_path: Path
) -> None:
    make(tmp_path / "p")
    put(tmp_path / "p", LINKS)
    kept = tmp_path / "kept"
    shutil.copytree(tmp_path / "p", kept)
    rename = TASKS["rename"].arguments
    found = calls(struck, rename, tmp_path, "rename")
    moves = [each for each in found if "content/" in each.said]
    assert len(moves) == 4
    after = tree(tmp_path / "p")
    shutil.rmtree(tmp_path / "p")
    shutil.copytree(kept, tmp_path / "p")
    struck.run(rename, tmp_path, strace=strike(moves[2], "KILL"))
    # Whoever builds meanwhile is told what is wrong, and nothing is published.
    built = struck.run(["build", "p"], tmp_path)
    assert built.code == 1
    assert "'grass' is an older id of 'lawn'" in built.err
    done = struck.run(rename, tmp_path)
    assert done.code == 0
    assert done.out.startswith("Finished what was stopped before:\n  p/content/")
    found_now = {path: data for path, data in tree(tmp_path / "p").items() if "site" not in path}
    assert found_now == {path: data for path, data in after.items() if "site" not in path}


def test_permissions_links_line_ends_and_the_byte_order_mark_stay(
    commands: Commands, tmp_path: Path
) -> None:
    site = tmp_path / "p"
    make(site)
    put(site, MESSY)
    linked, drafts = site / "content/lake/essay.yaml", site / "drafts"
    drafts.mkdir()
    linked.rename(drafts / "lake.yaml")
    linked.symlink_to("../../drafts/lake.yaml")
    (drafts / "lake.yaml").chmod(0o640)
    dew = site / "content/park/2-dew.yaml"
    (tmp_path / "backup.yaml").hardlink_to(dew)
    before = dew.read_bytes()
    done = commands.run(["fmt", "p"], tmp_path)
    assert done.code == 0
    assert done.err == (
        "p/content/park/2-dew.yaml had another name (a hard link), which keeps the text from"
        " before\n"
    )
    assert linked.is_symlink()
    data = (drafts / "lake.yaml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbftitle: The lake\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert (drafts / "lake.yaml").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "backup.yaml").read_bytes() == before != dew.read_bytes()
