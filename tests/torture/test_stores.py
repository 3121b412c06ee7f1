"""A store fails at one of the calls that a build makes: each object is then the old or the new one.

The manifest names every object that is there, and the next build repairs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from argsite.cli import main
from tests.effort import LONG
from tests.torture.subjects import edit, make

CALLS = ("pipe_file", "cat_file", "info", "ls", "rm_file", "rmdir", "makedirs")
FAULTS = (
    OSError(5, "Input/output error"),
    TimeoutError("timed out"),
    PermissionError(13, "Permission denied"),
    ConnectionResetError(104, "Connection reset by peer"),
)


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Begin and end with a store that holds nothing, and a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / ".cache"))
    monkeypatch.chdir(tmp_path)
    forget()
    yield
    forget()


def forget() -> None:
    """Leave nothing in the store."""
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]


def objects() -> dict[str, bytes]:
    """Return every object of the store, except for the lock of a build."""
    found = {path: bytes(each.getvalue()) for path, each in MemoryFileSystem.store.items()}
    return {path: data for path, data in found.items() if "lock" not in path}


def put_back(kept: dict[str, bytes]) -> None:
    """Make the store hold these objects."""
    forget()
    system = MemoryFileSystem()
    for path, data in kept.items():
        system.makedirs(path.rpartition("/")[0], exist_ok=True)
        system.pipe_file(path, data)


def build(fails_at: int = -1, fault: Exception | None = None) -> tuple[int, int]:
    """Build into the store, which fails at one call; return the exit code and how many came."""
    count = 0

    def failing(act: Callable[..., object]) -> Callable[..., object]:
        def acting(*given: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count - 1 == fails_at and fault:
                raise fault
            return act(*given, **named)

        return acting

    with pytest.MonkeyPatch.context() as patched:
        for name in CALLS:
            patched.setattr(MemoryFileSystem, name, failing(getattr(MemoryFileSystem, name)))
        return main(["build", "p", "-o", "memory://public", "-q"]), count


@pytest.mark.parametrize("is_first", [True, False])
def test_wherever_a_store_fails_the_next_build_repairs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, is_first: bool
) -> None:
    make(tmp_path / "p")
    if not is_first:
        assert build()[0] == 0
    before = objects()
    edit(tmp_path / "p")
    code, total = build()
    assert code == 0
    after = objects()
    failed = 0
    for number in range(0, total, 1 if LONG else 23):
        put_back(before)
        capsys.readouterr()
        code, _ = build(number, FAULTS[number % len(FAULTS)])
        said = capsys.readouterr().err
        if code:
            failed += 1
            assert code == 2, said
            assert said.startswith("argsite: "), said
            assert said.count("\n") == 1, said
        now = objects()
        manifest = json.loads(now.get("/public/.argsite-manifest.json", b'{"files": {}}'))["files"]
        for path, data in now.items():
            name = path.removeprefix("/public/")
            if name != ".argsite-manifest.json":
                assert data in {before.get(path), after.get(path)}
                assert name in manifest
        assert build()[0] == 0
        assert objects() == after
    assert failed
    print(f"a store failed at {failed} of {total} calls")  # noqa: T201 - for whoever asks
