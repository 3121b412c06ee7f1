"""Code of templates is kept for the user who made it, and no other's is ever run."""

from __future__ import annotations

import marshal
import os
import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader

from argsite.pages import compiled
from argsite.pages.compiled import Compiled
from argsite.pages.composition import Composition

posix = pytest.mark.skipif(sys.platform == "win32", reason="there, folders of users are closed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where templates are kept; nothing is there yet."""
    return tmp_path / "argsite" / "templates"


class Counted(Composition):
    """Templates that count how often one was compiled."""

    compiled = 0

    def compile(self, *source: object, **named: object) -> object:  # type: ignore[override]  # counts
        """Compile a template."""
        self.compiled += 1
        return super().compile(*source, **named)  # type: ignore[call-overload]  # as it came


def made(folder: Path, text: str = "Hello {{ name }}", words: str = "en") -> int:
    """Set a page; return whether its template had to be compiled."""
    environment = Counted(DictLoader({"page": text}), kept=Compiled(words, folder))
    assert environment.get_template("page").render(name="you") == text.replace("{{ name }}", "you")
    return environment.compiled


def entry(folder: Path) -> Path:
    """Return the only file in a folder."""
    (path,) = folder.iterdir()
    return path


def test_a_template_is_compiled_once_for_each_state_and_language(folder: Path) -> None:
    assert [made(folder) for _ in range(3)] == [1, 0, 0]
    assert [made(folder, "Another {{ name }}") for _ in range(2)] == [1, 0]
    assert [made(folder, words="de") for _ in range(2)] == [1, 0]
    assert made(folder) == 0


def test_another_jinja_or_python_compiles_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(folder)
    monkeypatch.setattr("jinja2.__version__", "9.9")
    assert made(folder) == 1
    monkeypatch.setattr(compiled, "MAGIC_NUMBER", b"other")
    assert made(folder) == 1


@posix
def test_nobody_else_can_read_or_write_it(folder: Path) -> None:
    old = os.umask(0)
    try:
        made(folder)
    finally:
        os.umask(old)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert entry(folder).stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.parametrize("opened", ["folder", "above", "file"])
def test_what_others_may_write_is_not_run(folder: Path, opened: str) -> None:
    made(folder)
    path = {"folder": folder, "above": folder.parent, "file": entry(folder)}[opened]
    path.chmod(0o777)
    assert [made(folder), made(folder)] == [1, 1 if opened != "file" else 0]


@posix
@pytest.mark.parametrize("owned", ["folder", "above", "file"])
def test_what_another_user_owns_is_not_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, owned: str
) -> None:
    made(folder)
    asked = iter(["folder", "above", "file"])
    user = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: user + (next(asked) == owned))
    assert made(folder) == 1


@posix
def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    made(folder)
    path = entry(folder)
    elsewhere = path.rename(tmp_path / "elsewhere")
    path.symlink_to(elsewhere)
    assert made(folder) == 1
    folder.rename(tmp_path / "moved")
    folder.symlink_to(tmp_path / "moved")
    assert [made(folder), made(folder)] == [1, 1]


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 40, marshal.dumps(compile("1 / 0", "evil", "exec")), None],
    ids=["empty", "zeros", "foreign", "cut"],
)
def test_a_file_that_is_not_whole_is_made_anew(folder: Path, data: bytes | None) -> None:
    made(folder)
    path = entry(folder)
    path.write_bytes(path.read_bytes()[:-1] if data is None else data)
    assert [made(folder), made(folder)] == [1, 0]


def test_a_file_under_another_name_is_not_taken_for_it(folder: Path) -> None:
    made(folder)
    first = entry(folder)
    data = first.read_bytes()
    first.unlink()
    made(folder, "Another {{ name }}")
    entry(folder).write_bytes(data)
    assert made(folder, "Another {{ name }}") == 1


def test_where_nothing_can_be_written_templates_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "argsite").write_text("no folder", encoding="utf-8")
    folder = tmp_path / "argsite" / "templates"
    assert [made(folder), made(folder)] == [1, 1]


def test_the_oldest_go_where_there_are_many(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_MOST", 3)
    for number in range(6):
        made(folder, f"Template {number}")
        for path in folder.iterdir():
            os.utime(path, (path.stat().st_mtime - 100,) * 2)
    assert len(list(folder.iterdir())) == 3
    assert made(folder, "Template 5") == 0
    assert made(folder, "Template 0") == 1
