"""When a build may say that nothing changed, and when not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from argsite import stamp
from argsite.build import build
from argsite.cache import Cache, site_cache
from argsite.fork import Fork
from argsite.stamp import look
from argsite.unchanged import unchanged
from tests.sites import write

SITE = {
    "content/site.yaml": "title: Essays\nurl: https://example.org\n",
    "content/park/essay.yaml": "title: Park\ncontention: {id: open, text: The park stays open.}\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Build a site."""
    write(tmp_path, SITE)
    assert build(tmp_path, tmp_path / "site").written
    return tmp_path


def test_a_site_that_nobody_touched_is_unchanged(site: Path) -> None:
    outcome = unchanged(site, site / "site")
    again = build(site, site / "site")
    assert outcome
    assert outcome.written == again.written
    assert outcome.problems == again.problems
    assert (outcome.essays, outcome.statements) == (again.essays, again.statements) == (1, 1)


def test_a_site_is_unchanged_after_an_edit_was_built(site: Path) -> None:
    same_size(site)
    assert unchanged(site, site / "site") is None
    assert build(site, site / "site").written
    assert unchanged(site, site / "site")


def test_an_edit_while_a_build_runs_is_seen_by_the_next(site: Path) -> None:
    same_size(site)
    seen = look(site, site_cache(site), site / "site")
    add_file(site)
    assert build(site, site / "site", seen=seen).written
    assert unchanged(site, site / "site") is None


def test_warnings_are_given_again_with_their_lines(tmp_path: Path) -> None:
    essay = "title: Park\ncontention:\n  text: It stays open.\n  rebuttals: [It stays open.]\n"
    write(
        tmp_path,
        {"content/site.yaml": "title: E\nurl: https://e.org\n", "content/park/essay.yaml": essay},
    )
    first = build(tmp_path, tmp_path / "site")
    assert first.problems
    again = unchanged(tmp_path, tmp_path / "site")
    assert again
    assert again.problems == first.problems
    assert {path: each.text for path, each in again.manuscripts.items()} == {
        path: first.manuscripts[path].text for path in again.manuscripts
    }
    assert "content/park/essay.yaml" in again.manuscripts


def add_file(root: Path) -> None:
    (root / "content/new.md").write_text("# New\n", encoding="utf-8")


def same_size(root: Path) -> None:
    place = root / "content/park/essay.yaml"
    before = place.stat()
    place.write_text(place.read_text(encoding="utf-8").replace("open.", "shut."), encoding="utf-8")
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))


def own_theme(root: Path) -> None:
    place = root / "themes/paper/styles/own.css"
    place.parent.mkdir(parents=True)
    place.write_text("p {}\n", encoding="utf-8")


def lose_output(root: Path) -> None:
    (root / "site/park/open.html").unlink()


def edit_output(root: Path) -> None:
    place = root / "site/park/open.html"
    place.write_bytes(place.read_bytes()[::-1])


def link_output(root: Path) -> None:
    place = root / "site/park/open.html"
    place.rename(root / "open.html")
    place.symlink_to(root / "open.html")


def lose_lock(root: Path) -> None:
    (root / "argsite.lock").unlink()


def tear(root: Path) -> None:
    for place in (root / ".cache/argsite").iterdir():
        place.write_bytes(place.read_bytes()[:-3])


@pytest.mark.parametrize(
    "change",
    [
        *(add_file, same_size, own_theme, lose_output, edit_output, link_output),
        *(lose_lock, tear),
    ],
)
def test_after_a_change_a_build_is_due(site: Path, change: Callable[[Path], None]) -> None:
    change(site)
    assert unchanged(site, site / "site") is None


@pytest.mark.parametrize("sent", [None, b""], ids=["whole", "lost"])
def test_what_another_process_looks_at_is_what_this_one_would_see(
    site: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes | None
) -> None:
    edit_output(site)
    cache, out = site_cache(site), site / "site"
    alone = look(site, cache, out)
    assert set(alone.stamp.files) - alone.standing == {"park/open.html"}
    monkeypatch.setattr(stamp, "_FEW", 1)
    monkeypatch.setattr(stamp, "processors", lambda: 2)
    if sent is not None:
        monkeypatch.setattr(Fork, "result", lambda _self: sent)
    assert look(site, cache, out) == alone


def test_another_output_folder_is_another_build(site: Path) -> None:
    assert unchanged(site, site / "elsewhere") is None


def pipe_output(root: Path) -> None:
    for place in (root / "site").rglob("*.html"):
        place.unlink()
        os.mkfifo(place)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name")
def test_pipes_in_the_output_are_not_waited_at(site: Path) -> None:
    pipe_output(site)
    assert unchanged(site, site / "site") is None


@pytest.mark.parametrize("linked", ["content", "content/park"])
def test_an_edit_behind_a_link_to_a_folder_is_seen(site: Path, linked: str) -> None:
    (site / linked).rename(site / "drafts")
    (site / linked).symlink_to(site / "drafts", target_is_directory=True)
    assert build(site, site / "site").written
    essay = site / "content/park/essay.yaml"
    essay.write_text(essay.read_text(encoding="utf-8").replace("open.", "shut."), encoding="utf-8")
    assert unchanged(site, site / "site") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name")
@pytest.mark.parametrize("target", ["pipe", "file"])
def test_what_a_link_leads_to_outside_is_not_looked_at(
    site: Path, tmp_path_factory: pytest.TempPathFactory, target: str
) -> None:
    """Such as `/proc/kmsg`, which is a file, and holds up whoever reads it."""
    outside = tmp_path_factory.mktemp("outside")
    os.mkfifo(outside / "pipe")
    (outside / "file").touch()
    (site / "content/park/log.yaml").symlink_to(outside / target)
    assert look(site, Cache(), site / "site").inputs == ""


def test_a_link_to_a_file_of_the_site_is_looked_at(site: Path) -> None:
    (site / "content/park/essay.yaml").rename(site / "essay.yaml")
    (site / "content/park/essay.yaml").symlink_to("../../essay.yaml")
    assert build(site, site / "site").written
    assert unchanged(site, site / "site")
    (site / "essay.yaml").write_text("title: Other\ncontention: Other.\n", encoding="utf-8")
    assert unchanged(site, site / "site") is None


def test_a_file_of_any_size_is_not_taken_into_memory(site: Path) -> None:
    with (site / "content/large.yaml").open("wb") as file:
        file.truncate(1 << 40)
    assert unchanged(site, site / "site") is None
    assert build(site, site / "site").failed
