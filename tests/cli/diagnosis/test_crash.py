"""What is kept of a bug: types and places of Argsite's own code, and nothing that was said."""

from __future__ import annotations

import os
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from argsite.build import check
from argsite.cli import main
from argsite.cli.diagnosis.crash import Crash, Fault, Place, faults, keep, recall, told
from argsite.cli.voice import TerminalVoice
from argsite.errors import note_place
from argsite.packing import pack
from argsite.serve.news import News
from argsite.users_cache import Shelf, users_cache
from tests.sites import write

WORDS = "the text of an author"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user an empty cache."""
    folder = tmp_path / "cache"
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder


def bug() -> Exception:
    """Have Argsite's own code fail, and another failure come of it; return that."""
    with pytest.raises(TypeError) as first:
        check(None)  # type: ignore[arg-type] # that is the bug
    error = LookupError(WORDS)
    error.__cause__ = first.value
    return error


def test_types_and_places_are_kept() -> None:
    keep(bug(), ["check", "--format", "json", WORDS])
    kept = recall()
    assert kept
    assert kept.version == "0.1.0"
    assert kept.command == "check --format"
    assert [fault.kind for fault in kept.faults] == ["LookupError", "TypeError"]
    places = kept.faults[1].places
    assert ("argsite/build.py", "check") in {(each.file, each.function) for each in places}
    assert all(each.line > 0 for each in places)


def test_nothing_that_was_said_is_kept(cache: Path) -> None:
    keep(bug(), ["check", WORDS])
    (file,) = (each for each in cache.rglob("*") if each.is_file())
    for private in (WORDS, str(Path.home()), str(Path(__file__).parents[3]), __name__):
        assert private.encode() not in file.read_bytes()


def test_the_last_one_takes_the_place_of_the_one_before(cache: Path) -> None:
    keep(bug(), ["check"])
    keep(KeyError(WORDS), ["build"])
    assert recall() == Crash("0.1.0", "build", (Fault("KeyError", ()),))
    assert len([each for each in cache.rglob("*") if each.is_file()]) == 1


def test_a_place_in_another_process_is_kept() -> None:
    error = bug().__cause__
    assert isinstance(error, Exception)
    note_place(error)
    (fault,) = faults(error.with_traceback(None))
    assert ("argsite/build.py", "check") in {(each.file, each.function) for each in fault.places}


def test_circles_and_long_chains_end() -> None:
    one, other = KeyError("1"), KeyError("2")
    one.__context__, other.__context__ = other, one
    assert len(faults(one)) == 2
    last: Exception = KeyError("0")
    for _ in range(1000):
        following = KeyError("n")
        following.__cause__ = last
        last = following
    assert len(faults(last)) == 5


def deep(depth: int) -> None:
    """Call itself until Python refuses."""
    deep(depth + 1)


def test_a_deep_one_is_cut() -> None:
    with pytest.raises(RecursionError) as caught:
        deep(0)
    assert len(faults(caught.value)[0].places) <= 60


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["build", "-o", WORDS, "--workers=2"], "build --workers -o"),
        (["why", WORDS, "--no-such", f"--{WORDS}"], "why"),
        (["import", "thesis.md", "--language", WORDS], "import --language"),
        ([WORDS], ""),
        ([], ""),
    ],
)
def test_of_a_command_only_its_words_are_told(arguments: list[str], command: str) -> None:
    assert told(arguments) == command


@pytest.mark.parametrize(
    "spoilt",
    [
        Crash(WORDS, "build", ()),
        Crash("0.1.0", f"build {WORDS}", ()),
        Crash("0.1.0", "build", (Fault(WORDS, ()),)),
        Crash("0.1.0", "build", (Fault("KeyError", (Place("/home/me/a.py", 1, "f"),)),)),
        Crash("0.1.0", "build", (Fault("KeyError", (Place("argsite/../me.py", 1, "f"),)),)),
        Crash("0.1.0", "build", (Fault("KeyError", (Place("argsite/a.py", 1, WORDS),)),)),
        Crash("0.1.0", "build", (Fault("KeyError\n# more", ()),)),
    ],
)
def test_what_others_wrote_there_is_not_told(spoilt: Crash) -> None:
    shelf = Shelf(users_cache("crashes"), most=1)
    shelf.keep(pack(spoilt), b"last")
    assert recall() is None
    shelf.keep(pack(replace(spoilt, version="0.1.0", command="build", faults=())), b"last")
    assert recall()


def test_a_bug_that_a_preview_outlives_is_kept(tmp_path: Path) -> None:
    TerminalVoice(tmp_path).news(News(fault="LookupError: …", bug=bug()))
    kept = recall()
    assert kept
    assert (kept.command, kept.ended, kept.faults[0].kind) == ("serve", False, "LookupError")


def test_a_file_that_is_no_crash_is_none(cache: Path) -> None:
    keep(bug(), ["check"])
    (file,) = (each for each in cache.rglob("*") if each.is_file())
    for data in (b"", b"\x00" * 100, file.read_bytes()[:-3]):
        file.write_bytes(data)
        assert recall() is None


def test_a_bug_that_ends_a_command_is_kept_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    write(site, {})

    def fail(*_given: object, **_named: object) -> None:
        raise ZeroDivisionError(WORDS)

    monkeypatch.setattr(import_module("argsite.build"), "check_library", fail)
    assert main(["check", str(site)]) == 70
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert main(["doctor", "--report", str(site)]) == 0
    report = capsys.readouterr().out
    assert "## Last bug: argsite 0.1.0, `argsite check`, exit code 70\n" in report
    assert "\nZeroDivisionError\n" in report
    assert "\n  argsite/build.py:" in report
    assert WORDS not in report


@pytest.mark.skipif(os.name == "nt", reason="modes say nothing there")
def test_where_nothing_can_be_kept_a_bug_is_still_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "site", {})
    (tmp_path / "cache").write_text("a file", encoding="utf-8")

    def fail(*_given: object, **_named: object) -> None:
        raise ZeroDivisionError(WORDS)

    monkeypatch.setattr(import_module("argsite.build"), "check_library", fail)
    assert main(["check", str(tmp_path / "site")]) == 70
    assert capsys.readouterr().err.count("\n") == 1
    assert recall() is None
