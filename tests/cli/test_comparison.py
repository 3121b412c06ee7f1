"""`argsite build --verify`: what it says, and that it writes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argsite.cli import main
from argsite.cli.comparison import different, equal
from argsite.output import MANIFEST, Comparison
from tests.sites import write

ESSAY = "title: Park\ncontention: {id: open, text: The park stays open.}\n"


@pytest.fixture
def park(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a site in the current folder and build it."""
    site = "title: Essays\nurl: https://example.org\n"
    write(tmp_path, {"content/site.yaml": site, "content/park/essay.yaml": ESSAY})
    monkeypatch.chdir(tmp_path)
    assert main(["build", "-q"]) == 0
    return tmp_path


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return every file below a folder, with when it was written."""
    return {
        str(each): (each.stat().st_mtime_ns, each.read_bytes())
        for each in folder.rglob("*")
        if each.is_file()
    }


def test_after_a_build_all_is_as_it_should_be(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(park)
    assert main(["build", "--verify"]) == 0
    said = capsys.readouterr()
    assert re.fullmatch(
        r"Verified \d+ files in \d\.\d\d s: site holds what a build makes\n", said.out
    )
    assert said.err == ""
    assert state(park) == before


def test_what_is_not_is_named_and_left_as_it_is(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (park / "site/index.html").unlink()
    page = park / "site/park/open.html"
    page.write_bytes(page.read_bytes() + b"<script>alert(1)</script>")
    (park / "site/mine.html").touch()
    lines = page.read_bytes().count(b"\n") + 1
    before = state(park)
    for options in ([], ["-q"]):
        assert main(["build", "--verify", *options]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err == (
            "site does not hold what a build makes:\n"
            f"  differs    park/open.html (from line {lines})\n"
            "  missing    index.html\n"
            "1 file not of Argsite's making, such as mine.html, which a build leaves alone\n"
            "2 files not as it should be; `argsite build` puts that right;"
            " where it does not, please report it\n"
        )
    assert state(park) == before
    assert main(["build", "-q"]) == 0
    assert main(["build", "-q", "--verify"]) == 0


def test_an_edit_that_was_not_built_yet_shows(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    essay = park / "content/park/essay.yaml"
    essay.write_text(ESSAY.replace("open.", "shut."), encoding="utf-8")
    assert main(["build", "--verify"]) == 1
    assert "differs    park/open.html" in capsys.readouterr().err


def test_no_cache_is_drawn_on_and_none_is_made(park: Path) -> None:
    """Even one that the user's own programs sealed may be wrong, if Argsite has a mistake."""
    for name in ("argsite.lock", ".cache"):
        assert (park / name).exists()
        (park / name).rename(park / f"{name} elsewhere")
    assert main(["build", "-q", "--verify"]) == 0
    assert not (park / "argsite.lock").exists()
    assert not (park / ".cache").exists()


def test_the_users_own_cache_is_neither(park: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = park / "home"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    assert main(["build", "-q", "--verify"]) == 0
    assert not home.exists()


def test_where_no_site_stands(park: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--verify", "-o", "public"]) == 1
    assert capsys.readouterr().err == "no site stands in public; `argsite build` writes it\n"
    assert not (park / "public").exists()


def test_with_a_mistake_nothing_is_compared(park: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (park / "content/park/essay.yaml").write_text("title: Park\n", encoding="utf-8")
    assert main(["build", "--verify"]) == 1
    assert capsys.readouterr().err.endswith("1 error, 1 warning\nnothing was compared\n")


def test_a_folder_of_others_is_a_matter_of_the_set_up(
    park: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (park / "mine").mkdir()
    (park / "mine/letter.txt").touch()
    assert main(["build", "--verify", "-o", "mine"]) == 2
    assert "holds files that Argsite did not write" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--explain",), "--explain"),
        (("--profile", "file"), "--profile"),
        (("--cluster", "tcp://host:8786"), "--cluster"),
    ],
)
def test_what_it_has_no_use_for(
    park: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], name: str
) -> None:
    assert main(["build", str(park), "--verify", *options]) == 2
    said = capsys.readouterr().err
    assert said.endswith(f"--verify makes everything here and anew; leave out {name}\n")


@pytest.mark.parametrize("where", [("-o", "memory://bucket/site"), ()])
def test_it_compares_with_a_folder_of_this_machine(
    park: Path, capsys: pytest.CaptureFixture[str], where: tuple[str, ...]
) -> None:
    from fsspec.implementations.memory import MemoryFileSystem

    store = MemoryFileSystem()
    store.put(str(park / "content"), "/bucket/content", recursive=True)
    folder = str(park) if where else "memory://bucket"
    assert main(["build", folder, "--verify", *where]) == 2
    said = capsys.readouterr().err
    assert said.endswith("--verify compares with a folder of this machine; name it with -o\n")


def test_timings(park: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(park), "--verify", "--timings", "--workers", "1"]) == 0
    assert "s  comparing" in capsys.readouterr().out


def test_many_are_not_all_named() -> None:
    many = {f"{number:02}.html": 0 for number in range(30)}
    lines = different(Comparison(40, many, (), ("old\x1b.html",), ()), "site").splitlines()
    assert lines[1] == "  differs    00.html"
    assert lines[20] == "  differs    19.html"
    assert lines[21] == "  differs    … and 10 more"
    assert lines[22] == "  left over  old\N{REPLACEMENT CHARACTER}.html"
    assert lines[23].startswith("31 files not as it should be;")


def test_files_of_others_are_told_of() -> None:
    said = equal(Comparison(1, {}, (), (), ("a", "b")), "site", 1)
    assert said == (
        "Verified 1 file in 1.00 s: site holds what a build makes\n"
        "2 files not of Argsite's making, such as a, which a build leaves alone"
    )


def test_a_manifest_alone_that_is_missing_is_no_missing_site() -> None:
    said = different(Comparison(0, {}, (MANIFEST,), ("a",), ()), "site")
    assert said.startswith("site does not hold what a build makes:\n")
