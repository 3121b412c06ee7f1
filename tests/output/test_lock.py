"""The lock file, written: by a build that publishes, or when it is asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from argsite.build import build, check_and_record
from argsite.cli import main
from argsite.formats.lock import NAME
from argsite.output import Recorded, record
from tests.sites import write

SITE = "title: Parks\nurl: https://example.org/\n"
ESSAY = "title: The park\ncontention:\n  id: keep\n  text: Keep.\n  premises: [It is green.]\n"
CHANGED = ESSAY.replace("keep", "stay")


def make(root: Path, site: str = SITE, essay: str = ESSAY) -> Path:
    """Write a small site; return where its lock file is."""
    write(root, {"content/site.yaml": site, "content/park/essay.yaml": essay})
    return root / NAME


def keys(lock: Path) -> list[str]:
    """Return the lines of a lock file that are no comments."""
    lines = lock.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def codes(root: Path) -> list[str]:
    """Build the site; return what is said of it."""
    return [each.code.value for each in build(root, root / "site").problems]


def test_a_build_of_a_site_with_an_address_writes_down_what_it_publishes(tmp_path: Path) -> None:
    lock = make(tmp_path)
    outcome = build(tmp_path, tmp_path / "site")
    assert outcome.recorded == Recorded(2, is_new=True)
    assert keys(lock) == ["park/it-is-green", "park/keep"]


def test_without_an_address_a_build_adds_to_the_file_that_is_there(tmp_path: Path) -> None:
    lock = make(tmp_path, "title: Parks\n")
    assert build(tmp_path, tmp_path / "site").recorded is None
    assert not lock.exists()
    lock.write_bytes(b"")
    assert build(tmp_path, tmp_path / "site").recorded == Recorded(2)
    assert keys(lock) == ["park/it-is-green", "park/keep"]


def test_a_second_build_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    lock = make(tmp_path)
    build(tmp_path, tmp_path / "site")
    before = lock.read_bytes(), lock.stat().st_mtime_ns, lock.stat().st_ino
    assert build(tmp_path, tmp_path / "site").recorded == Recorded(0)
    assert (lock.read_bytes(), lock.stat().st_mtime_ns, lock.stat().st_ino) == before


def test_line_ends_of_windows_are_no_change(tmp_path: Path) -> None:
    lock = make(tmp_path)
    build(tmp_path, tmp_path / "site")
    lock.write_bytes(b"\xef\xbb\xbf" + lock.read_bytes().replace(b"\n", b"\r\n"))
    before = lock.read_bytes()
    assert build(tmp_path, tmp_path / "site").recorded == Recorded(0)
    assert lock.read_bytes() == before


def test_an_id_that_disappears_is_missed_until_an_alias_or_the_author_says_so(
    tmp_path: Path,
) -> None:
    lock = make(tmp_path)
    assert codes(tmp_path) == []
    make(tmp_path, essay=CHANGED)
    assert codes(tmp_path) == ["lost-id"]
    assert keys(lock) == ["park/it-is-green", "park/keep", "park/stay"]
    assert codes(tmp_path) == ["lost-id"]
    make(tmp_path, essay=CHANGED.replace("  text: Keep", "  aliases: [keep]\n  text: Keep"))
    assert codes(tmp_path) == []
    make(tmp_path, essay=CHANGED)
    lock.write_text("park/it-is-green\npark/stay\n", encoding="utf-8")
    assert codes(tmp_path) == []


def test_a_mistake_leaves_the_file_alone(tmp_path: Path) -> None:
    lock = make(tmp_path)
    lock.write_text("park/keep\n?\n", encoding="utf-8")
    for outcome in (build(tmp_path, tmp_path / "site"), check_and_record(tmp_path)):
        assert outcome.failed
        assert outcome.recorded is None
    assert lock.read_text(encoding="utf-8") == "park/keep\n?\n"


def test_a_file_that_cannot_be_written_is_a_warning_and_the_site_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        done = record(tmp_path, None, ["park/keep"])
    assert done == Recorded(0, fault=f"cannot write {tmp_path / NAME}: Permission denied")
    monkeypatch.setattr("argsite.build.record", lambda *_: done)
    assert main(["build", str(tmp_path), "-q"]) == 0
    assert capsys.readouterr().err == (
        f"warning: cannot write {tmp_path / NAME}: Permission denied\n"
    )
    assert (tmp_path / "site" / "index.html").is_file()
    assert main(["check", str(tmp_path), "--lock"]) == 2
    assert capsys.readouterr() == (
        "",
        f"argsite: cannot write {tmp_path / NAME}: Permission denied\n",
    )
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".argsite")] == []


def test_a_build_of_the_same_content_writes_what_an_earlier_one_could_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = make(tmp_path)
    arguments = ["build", str(tmp_path), "-q"]
    with monkeypatch.context() as patch:
        patch.setattr("argsite.build.record", lambda *_: Recorded(0, fault="the disk is full"))
        assert main(arguments) == 0
    assert not lock.exists()
    assert main(arguments) == 0
    assert keys(lock) == ["park/it-is-green", "park/keep"]


def test_a_link_stays_and_so_do_permissions_and_what_somebody_adds_meanwhile(
    tmp_path: Path,
) -> None:
    kept = tmp_path / "kept.lock"
    kept.write_bytes(b"\xef\xbb\xbfpark/old\r\n")
    kept.chmod(0o640)
    lock = tmp_path / NAME
    lock.symlink_to(kept)
    assert record(tmp_path, None, ["park/keep"]) == Recorded(1)
    assert lock.is_symlink()
    assert kept.read_bytes() == b"\xef\xbb\xbfpark/keep\r\npark/old\r\n"
    assert kept.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == [NAME, "kept.lock"]


def test_check_writes_the_file_when_it_is_asked_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = make(tmp_path, "title: Parks\n")
    assert main(["check", str(tmp_path)]) == 0
    assert not lock.exists()
    capsys.readouterr()
    for said in (
        "Made argsite.lock with 2 ids; keep it beside content/",
        "argsite.lock is complete",
    ):
        assert main(["check", str(tmp_path), "--lock"]) == 0
        assert capsys.readouterr().out.split("\n")[0] == said
    make(tmp_path, essay=CHANGED)
    assert main(["check", str(tmp_path), "--lock", "--format", "json"]) == 0
    assert capsys.readouterr().out.startswith("{")
    assert keys(lock) == ["park/it-is-green", "park/keep", "park/stay"]
    make(tmp_path, essay="title: 1\n")
    assert main(["check", str(tmp_path), "--lock", "-q"]) == 1
    assert capsys.readouterr().err.endswith("\nargsite.lock was left as it is\n")


def test_no_link_that_came_with_a_site_is_written_through(tmp_path: Path) -> None:
    """Of which number a process will be, anybody may guess; in a container it is small."""
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    for name in (f".argsite.lock.{os.getpid()}", f".argsite.lock.new-{os.getpid()}"):
        (tmp_path / name).symlink_to(mine)
    write(tmp_path, {"content/site.yaml": "title: E\nurl: https://example.org\n"})
    assert build(tmp_path, tmp_path / "site").recorded
    assert mine.read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "argsite.lock").is_file()


def test_a_lock_file_that_leads_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "argsite.lock").symlink_to(mine)
    done = record(site, None, ["park/keep"])
    assert done.fault == f"{site / NAME} is a link that leads out of the site; delete it"
    assert mine.read_text(encoding="utf-8") == "mine"
