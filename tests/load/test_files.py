"""Files are found and read without trusting them."""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path

import pytest

from argsite.errors import SetupError
from argsite.load import load
from argsite.load.files import LARGEST
from argsite.problems import Code, Problem
from tests.sites import read, write

FILES = {"content/park/essay.yaml": "title: The park\ncontention: The park.\n"}


def problems_of(root: Path) -> list[tuple[Code, str, str]]:
    """Return code, path and message of each problem."""
    return [(each.code, each.at.path, each.message) for each in read(root)[1]]


def ignore(_: Problem) -> None:
    """Report nothing: no problem is due."""
    pytest.fail("a problem was reported")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of a small correct site."""
    root = tmp_path / "site"
    root.mkdir()
    write(root, FILES)
    return root


def test_a_folder_without_content_is_a_fault_of_the_set_up(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="there is no folder 'content'"):
        load(tmp_path, ignore)
    (tmp_path / "content").write_text("")
    with pytest.raises(SetupError, match="there is no folder 'content'"):
        load(tmp_path, ignore)


def test_hidden_files_are_ignored(site: Path) -> None:
    (site / "content/.site.yaml.swp").write_bytes(b"\xff")
    (site / "content/park/.1-draft.yaml").write_bytes(b"\xff")
    (site / "content/.git").mkdir()
    assert problems_of(site) == []


def test_a_file_that_is_not_utf_8_is_shown_with_its_line(site: Path) -> None:
    (site / "content/park/1-a.yaml").write_bytes("number: 1\ntitle: caf\xe9\n".encode("latin-1"))
    loaded, problems = read(site)
    assert loaded.library is None
    assert [(each.at.line, each.at.column) for each in problems] == [(2, 11)]
    assert "content/park/1-a.yaml" in loaded.manuscripts


def test_a_file_over_the_limit_is_refused(site: Path) -> None:
    (site / "content/about.md").write_bytes(b"x" * (LARGEST + 1))
    assert problems_of(site) == [
        (Code.TOO_LARGE, "content/about.md", "the file is too large: over 5,000,000 bytes")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_out_of_the_site_are_refused_and_links_within_are_read(
    site: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n")
    (site / "content/out.md").symlink_to(tmp_path / "secret.md")
    (site / "content/folder").symlink_to(tmp_path)
    (site / "notes.md").write_text("# Notes\n")
    (site / "content/in.md").symlink_to("../notes.md")
    (site / "content/nowhere.md").symlink_to("nothing.md")
    (site / "content/around.md").symlink_to("around.md")
    loaded, _ = read(site)
    assert "content/in.md" in loaded.manuscripts
    out = "is a link that leads out of the site's folder"
    found = {path: message for _, path, message in problems_of(site)}
    assert found["content/out.md"] == f"'out.md' {out}"
    assert found["content/folder"] == f"'folder' {out}"
    assert found["content/nowhere.md"].startswith("'nowhere.md' cannot be read")
    assert found["content/around.md"].startswith("'around.md' cannot be read")
    assert len(found) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_content_that_is_a_link_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/content").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SetupError, match="leads out"):
        load(tmp_path / "site", ignore)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_and_sockets_are_refused_without_opening_them(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(site / "content/about.md")
    os.mkfifo(site / "content/park/1-a.yaml")
    monkeypatch.chdir(site)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("content/site.yaml")
        found = problems_of(site)
    assert [(code, path) for code, path, _ in found] == [
        (Code.UNREADABLE_FILE, "content/about.md"),
        (Code.UNREADABLE_FILE, "content/park/1-a.yaml"),
        (Code.UNREADABLE_FILE, "content/site.yaml"),
    ]
    assert all(message.endswith("is neither a file nor a folder") for _, _, message in found)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_names_that_are_not_utf_8_are_reported(site: Path) -> None:
    Path(os.fsdecode(os.fsencode(site) + b"/content/caf\xe9.md")).write_text("# Menu\n")
    assert problems_of(site) == [
        (
            Code.UNREADABLE_FILE,
            "content/caf\\xe9.md",
            "'caf\\xe9.md' has a name that is not UTF-8",
        )
    ]


def test_files_without_permission_are_reported(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "content/lake").mkdir()

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    listed = os.scandir
    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(
        os, "scandir", lambda path: refuse() if Path(path).name == "lake" else listed(path)
    )
    why = "cannot be read: Permission denied"
    assert problems_of(site) == [
        (Code.UNREADABLE_FILE, "content/lake", f"'lake' {why}"),
        (Code.UNREADABLE_FILE, "content/park/essay.yaml", f"'essay.yaml' {why}"),
    ]


def test_the_order_of_a_folder_does_not_matter(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    point = "number: {0}\ntitle: T\nclaim: Claim {0}.\n"
    write(site, {f"content/park/{n}-a.yaml": point.format(n) for n in range(1, 12)})
    write(site, {f"content/{name}.md": f"# {name}\n" for name in "zxy"})
    forwards = read(site)[0].library
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: reversed([*listed(self)]))
    assert read(site)[0].library == forwards
    assert forwards
    assert [point.number for point in forwards.essays[0].points] == [*range(1, 12)]


def test_problems_of_all_files_come_together(site: Path) -> None:
    write(
        site,
        {
            "content/site.yaml": "titel: Essays\n",
            "content/park/1-a.yaml": "number: one\n",
            "content/park/2-b.yaml": "number: [\n",
            "content/lake/essay.yaml": "contention: A: B\n",
        },
    )
    found: list[Problem] = []
    load(site, found.append)
    assert {each.at.path for each in found} == {
        "content/site.yaml",
        "content/park/1-a.yaml",
        "content/park/2-b.yaml",
        "content/lake/essay.yaml",
    }
