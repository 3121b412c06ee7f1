"""`argsite serve` as it is typed, and what the terminal shows of it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argsite.cli import main
from argsite.serve import Port
from tests.previewed import previewed
from tests.samples import write_essay
from tests.sites import SMALL_ESSAY, write

ESSAY = "content/small/essay.yaml"


def test_it_says_where_it_is_and_each_change_with_what_came_of_it(tmp_path: Path) -> None:
    write(tmp_path / "site", {})
    with previewed(tmp_path / "site", tmp_path / "log") as preview:
        write(tmp_path / "site", {ESSAY: SMALL_ESSAY.replace("Small", "Large")})
        preview.wait_for(": shown in")
        write(tmp_path / "site", {ESSAY: SMALL_ESSAY.replace("title", "titel")})
        preview.wait_for("not shown")
    first, read, shown, problem, line, hint, count, not_shown, stopped = preview.said().splitlines()
    assert first == f"Showing {tmp_path / 'site'} at {preview.address}/ (Ctrl-C ends it)"
    assert read.partition(" ")[2].startswith("1 essay, 1 statement, read in ")
    assert f" {ESSAY}: shown in " in shown
    assert problem.startswith(f"{tmp_path / 'site' / ESSAY}:1:1: error: unknown key 'titel'")
    assert (line, hint) == ("    1 | titel: Small", "      | ^^^^^ did you mean 'title'?")
    assert count == "1 error"
    assert not_shown.endswith(f" {ESSAY}: not shown; {count}")
    assert stopped == "Stopped."


def test_it_listens_at_the_next_port_where_one_is_taken(tmp_path: Path) -> None:
    write(tmp_path, {})
    with (
        previewed(tmp_path, tmp_path / "one.log") as first,
        previewed(tmp_path, tmp_path / "two.log", "--port", str(first.port)) as second,
    ):
        assert second.port > first.port
        assert f"Port {first.port} is taken." in second.said()
        assert second.get("/")[0].status == 200


def test_it_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "site", {})
    before = sorted(path for path in (tmp_path / "site").rglob("*"))
    with previewed(tmp_path / "site", tmp_path / "log") as preview:
        assert preview.get("/small/")[0].status == 200
    assert sorted(path for path in (tmp_path / "site").rglob("*")) == before


def test_who_opens_it_to_the_network_is_told(tmp_path: Path) -> None:
    write(tmp_path, {})
    with previewed(tmp_path, tmp_path / "log", "--host", "0.0.0.0") as preview:  # noqa: S104 - as said
        assert preview.address.startswith("http://127.0.0.1:")
        assert preview.get("/")[0].status == 200
        assert "everybody who can reach this machine" in preview.said()


def test_it_ends_in_good_order_while_it_reads_for_the_first_time(tmp_path: Path) -> None:
    write_essay(tmp_path, "essay", 3_000)
    program = [sys.executable, "-u", "-m", "argsite", "serve", str(tmp_path), "--port", "0"]
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("Showing ")
        time.sleep(0.4)
        process.send_signal(signal.SIGINT)
        said = process.stdout.read()
    assert process.returncode in {0, 130}  # or it had not begun yet
    assert said.splitlines()[-1] in {"Stopped.", "argsite: stopped"}
    assert "Task" not in said
    assert "Traceback" not in said


def test_it_ends_though_a_large_site_is_still_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {})
    ends: list[int] = []

    def shown(_: Path, port: Port, __: object) -> bool:
        port.listening.close()
        return False

    monkeypatch.setattr("argsite.serve.serve", shown)
    monkeypatch.setattr("os._exit", ends.append)
    main(["serve", str(tmp_path), "--port", "0"])
    assert ends == [0]
    assert capsys.readouterr().out.splitlines()[-1] == "Stopped."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{site}/content"], "there is no folder content/ in"),
        (["{site}/none"], "does not exist"),
        (["{site}", "--port", "70000"], "70000"),
        (["{site}", "--host", "nowhere.invalid"], "no address 'nowhere.invalid' on this machine"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    write(tmp_path, {})
    code = main(["serve", *(each.format(site=tmp_path) for each in arguments)])
    captured = capsys.readouterr()
    assert code == 2
    assert said in captured.err
    assert captured.out == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_it_ends_where_nothing_can_be_said_any_more(tmp_path: Path) -> None:
    write(tmp_path, {})
    program = [sys.executable, "-u", "-m", "argsite", "serve", str(tmp_path), "--port", "0"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            program, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "argsite: cannot say what was done: No space left on device\n"
