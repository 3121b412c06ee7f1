"""Several files change together, and what a killed command left undone is done or cleared away."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.cli.unfinished import LIST, Change, Finished, change, finish
from argsite.errors import OutputError
from argsite.output.exchange import waiting

NAMES = ("a", "b", "c")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    for name in NAMES:
        (tmp_path / "content" / name).write_text(f"old {name}", encoding="utf-8")
    return tmp_path


def changes(root: Path) -> list[Change]:
    """Return what shall happen to each file."""
    return [
        Change(root / "content" / each, f"old {each}".encode(), f"new {each}".encode())
        for each in NAMES
    ]


def tree(root: Path) -> dict[str, str]:
    """Return each file with its text."""
    places = sorted(each for each in root.rglob("*") if each.is_file())
    return {each.relative_to(root).as_posix(): each.read_text(encoding="utf-8") for each in places}


OLD = {f"content/{each}": f"old {each}" for each in NAMES}
NEW = {f"content/{each}": f"new {each}" for each in NAMES}


class Killed(BaseException):
    """What a kill is to a program: nothing is cleared away after it."""


def kill(root: Path, monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    """Change all files, and be killed after so many moves of a file; the first is the list's."""
    left = moves
    replace = Path.replace

    def dying(place: Path, target: Path) -> Path:
        nonlocal left
        if not left:
            raise Killed
        left -= 1
        return replace(place, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", dying)
        if not moves:
            patched.setattr(Path, "unlink", lambda *_given, **_named: None)
        with pytest.raises(Killed):
            change(root, changes(root))


def test_all_files_change_and_nothing_is_left(root: Path) -> None:
    change(root, changes(root))
    assert tree(root) == NEW
    assert finish(root) == Finished()


@pytest.mark.parametrize("moves", [1, 2, 3])
def test_once_the_list_is_there_the_next_command_does_the_rest(
    root: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    kill(root, monkeypatch, moves)
    assert (root / LIST).is_file()
    assert finish(root).changed == tuple(f"content/{each}" for each in NAMES[moves - 1 :])
    assert tree(root) == NEW


def test_before_the_list_is_there_nothing_has_changed_nor_will(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill(root, monkeypatch, 0)
    assert tree(root).keys() > OLD.keys()
    assert finish(root) == Finished()
    assert tree(root) == OLD


def test_what_somebody_edits_meanwhile_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill(root, monkeypatch, 1)
    (root / "content" / "b").write_text("edited", encoding="utf-8")
    assert finish(root) == Finished(("content/a", "content/c"), ("content/b",))
    assert tree(root) == NEW | {"content/b": "edited"}


@pytest.mark.parametrize(
    "told",
    ["", "{}", "[1]", "[" * 5000, '[["../secret", "", ""]]', '[["/etc/passwd", "a", "b"]]'],
)
def test_a_list_that_says_nothing_good_is_removed(root: Path, told: str) -> None:
    (root / LIST).write_text(told, encoding="utf-8")
    finish(root)
    assert tree(root) == OLD


def test_a_list_from_elsewhere_changes_no_file_outside_the_site(root: Path) -> None:
    outside = root.parent / "outside"
    outside.write_text("old a", encoding="utf-8")
    waiting(outside).write_text("new a", encoding="utf-8")
    one = changes(root)[0]
    with pytest.raises(ValueError, match="outside"):
        change(root, [one, Change(outside, one.before, one.after)])
    outside.unlink()
    waiting(outside).unlink(missing_ok=True)


def test_a_full_disk_changes_nothing_and_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    for some in (changes(root), changes(root)[:1]):
        with pytest.raises(OutputError, match=r"No space left on device; nothing was changed$"):
            change(root, some)
    assert tree(root) == OLD


def test_a_disk_that_fails_midway_is_said_with_what_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def failing(place: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(5, "Input/output error")
        return replace(place, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", failing)
        said = "b cannot be written: Input/output error; 1 of 3 files are changed, run this again"
        with pytest.raises(OutputError, match=said):
            change(root, changes(root))
    finish(root)
    assert tree(root) == NEW
