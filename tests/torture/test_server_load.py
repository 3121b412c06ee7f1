"""Very many connections, slow ones, ones that read nothing: others are served, nothing leaks."""

from __future__ import annotations

import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.effort import LONG, effort, within
from tests.previewed import PATIENCE_SECONDS, Previewed, previewed
from tests.sites import SMALL_ESSAY, write
from tests.torture.wires import (
    EVENTS,
    HAS_PROC,
    HOST,
    files_of,
    hears,
    held,
    memory_of,
    reset,
)

ESSAY = "content/small/essay.yaml"

GET = b"GET / HTTP/1.1\r\n" + HOST + b"\r\n"

MANY = effort(300, 1_000)
"""Connections at once; a test itself may have few files open where nobody asks for more."""

pytestmark = pytest.mark.skipif(not HAS_PROC, reason="the system does not say what a process takes")


@pytest.fixture(scope="module", autouse=True)
def many_files() -> Iterator[None]:
    """Let this program hold as many connections as the tests need."""
    import resource

    some, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(some, min(most, 4_096)), most))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (some, most))


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Previewed]:
    """Show a small site, which must be well afterwards and hold no connection any more."""
    write(tmp_path / "site", {})
    with previewed(tmp_path / "site", tmp_path / "log") as shown:
        assert shown.get("/")[0].status == 200
        calm = files_of(shown.process.pid)
        yield shown
        assert shown.get("/")[0].status == 200
        wait_until(lambda: files_of(shown.process.pid) <= calm)
        assert "Traceback" not in shown.said()
        assert "bug" not in shown.said()


def wait_until(done: Callable[[], bool]) -> None:
    """Wait for something that comes sooner or later."""
    late = time.monotonic() + PATIENCE_SECONDS
    while not done():
        assert time.monotonic() < late
        time.sleep(0.05)


def save(preview_root: Path, word: str) -> None:
    """Save a change."""
    write(preview_root, {ESSAY: SMALL_ESSAY.replace("Small", word)})


def test_those_who_say_little_or_nothing_are_hung_up_on(preview: Previewed) -> None:
    half = b"GET / HTTP/1.1\r\nX: "
    with held(preview.port, MANY // 2) as silent, held(preview.port, MANY // 2, half) as slow:
        late = time.monotonic() + PATIENCE_SECONDS
        while [wire for wire in slow if takes(wire, b"a")]:
            assert time.monotonic() < late
            assert preview.get("/small/")[0].status == 200
            time.sleep(1)
        assert {hears(wire) for wire in silent} == {b""}


def takes(wire: socket.socket, data: bytes) -> bool:
    """Send something; say whether the connection was still open."""
    try:
        wire.sendall(data)
    except OSError:
        return False
    return True


def test_very_many_pages_listen_and_each_is_told(preview: Previewed, tmp_path: Path) -> None:
    with held(preview.port, MANY, EVENTS) as wires:
        assert all(hears(wire).startswith(b"HTTP/1.1 200 OK") for wire in wires)
        assert preview.get("/")[0].status == 200
        for wire in wires:
            wire.settimeout(PATIENCE_SECONDS)
        save(tmp_path / "site", "Large")
        preview.wait_for("shown in")
        for wire in wires:
            heard = b""
            while heard.count(b"data: ") < 1 or b'"troubles": []' not in heard:
                piece = wire.recv(65_536)
                assert piece
                heard += piece
        assert preview.get("/")[0].status == 200
        for wire in wires[::2]:
            reset(wire)


def test_listening_and_leaving_again_and_again_leaves_nothing(preview: Previewed) -> None:
    memory = 0
    for turn in range(effort(5, 60)):
        with held(preview.port, 100, EVENTS) as wires:
            for wire in wires[::3]:
                hears(wire)
            for wire in wires[::2]:
                reset(wire)
        if turn == 1:
            memory = memory_of(preview.process.pid)
    wait_until(lambda: files_of(preview.process.pid) < 60)
    assert memory_of(preview.process.pid) - memory < 30_000_000


def test_those_who_read_nothing_take_little(preview: Previewed) -> None:
    before = memory_of(preview.process.pid)
    asked = b"GET /assets/script.js HTTP/1.1\r\n" + HOST + b"\r\n"
    with held(preview.port, effort(100, 500), asked * 200):
        for _ in within(effort(2, 40)):
            assert preview.get("/small/")[0].status == 200
            assert memory_of(preview.process.pid) - before < 100_000_000
            time.sleep(0.1)


def test_pages_that_listen_and_read_nothing_take_no_more_for_each_change(
    preview: Previewed, tmp_path: Path
) -> None:
    mistakes = "".join(f"wrong-{number}: {'x' * 500}\n" for number in range(100))
    with held(preview.port, 50, EVENTS):
        save(tmp_path / "site", "Large")
        preview.wait_for("shown in")
        before = memory_of(preview.process.pid)
        for number in range(effort(10, 200)):
            write(tmp_path / "site", {ESSAY: f"{mistakes}n-{number}: 1\n"})
            time.sleep(0.05)
        save(tmp_path / "site", "Last")
        wait_until(lambda: b"Last" in preview.get("/small/")[1])
        assert memory_of(preview.process.pid) - before < 60_000_000


@pytest.mark.skipif(not shutil.which("sh"), reason="there is no shell that limits files")
@pytest.mark.parametrize("files", [64, 256, 1_024] if LONG else [128])
def test_where_few_files_may_be_open_it_says_so_and_goes_on(tmp_path: Path, files: int) -> None:
    write(tmp_path / "site", {})
    limited = ("sh", "-c", f'ulimit -n {files}; exec "$@"', "sh")
    with previewed(tmp_path / "site", tmp_path / "log", before=limited) as preview:
        with held(preview.port, files + 200, EVENTS) as wires:
            assert preview.get("/")[0].status == 200
            save(tmp_path / "site", "Large")
            wait_until(lambda: b"Large" in preview.get("/small/")[1])
            assert any(b'"troubles": []' in hears(wire) for wire in wires)
        wait_until(lambda: files_of(preview.process.pid) < files // 2)
        save(tmp_path / "site", "Larger")
        wait_until(lambda: b"Larger" in preview.get("/small/")[1])
        warned = [line for line in preview.said().splitlines() if line.startswith("argsite: ")]
        assert len(warned) == 1
        assert "open" in warned[0]
        assert "Traceback" not in preview.said()


def test_it_ends_at_once_whatever_is_open(tmp_path: Path) -> None:
    write(tmp_path / "site", {})
    asked = b"GET /assets/script.js HTTP/1.1\r\n" + HOST + b"\r\n"
    with previewed(tmp_path / "site", tmp_path / "log") as preview:
        with (
            held(preview.port, 50),
            held(preview.port, 50, b"GET / HTTP/1.1\r\nX: "),
            held(preview.port, 50, asked * 200),
            held(preview.port, 50, EVENTS),
            held(preview.port, 50, GET),
        ):
            assert preview.stop() == 0
        assert preview.said().splitlines()[-1] == "Stopped."
        assert "Traceback" not in preview.said()
        assert "Cancel" not in preview.said()


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sign: signal.Signals
) -> None:
    root, scratch = tmp_path / "site", tmp_path / "scratch"
    write(root, {})
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    before = sorted(root.rglob("*"))
    with previewed(root, tmp_path / "log") as preview:
        assert preview.get("/small/map.html")[0].status == 200
        children = children_of(preview.process.pid)
        with held(preview.port, 5, EVENTS):
            preview.process.send_signal(sign)
            assert preview.process.wait(PATIENCE_SECONDS) == 0
        assert preview.said().splitlines()[-1] == "Stopped."
    assert sorted(root.rglob("*")) == before
    assert list(scratch.iterdir()) == []
    assert not [each for each in children if Path(f"/proc/{each}").exists()]


def children_of(parent: int) -> list[str]:
    """Return the numbers of the processes that a process started and that still run."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, its_parent = place.read_text(encoding="utf-8").rpartition(") ")[2].split()[:2]
            if int(its_parent) == parent and state != "Z":
                found.append(place.parent.name)
    return found


def test_rebuilding_again_and_again_takes_no_more_memory(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, {"content/about.md": "# About\n", ESSAY: SMALL_ESSAY})
    with previewed(root, tmp_path / "log") as preview:
        memory = 0
        turns = effort(15, 400)
        for turn in range(turns):
            name = f"content/essay-{turn}/essay.yaml"
            write(root, {name: f"title: T{turn}\ncontention: {'A claim. ' * 200}\n"})
            wait_until(lambda: preview.get(f"/essay-{turn}/")[0].status == 200)  # noqa: B023 - it waits
            shutil.rmtree((root / name).parent)
            wait_until(lambda: preview.get(f"/essay-{turn}/")[0].status == 404)  # noqa: B023 - as above
            if turn == turns // 3:
                memory = memory_of(preview.process.pid)
        assert memory_of(preview.process.pid) - memory < 20_000_000
