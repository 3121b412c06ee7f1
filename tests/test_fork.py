"""Work in a process of its own."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from argsite.fork import Fork, can_fork, processors

pytestmark = pytest.mark.skipif(not can_fork(), reason="there are no forks")


def test_what_the_work_gives_comes_back_however_much_it_is() -> None:
    with Fork(lambda: b"x" * 1_000_000) as fork:
        assert fork.result() == b"x" * 1_000_000


def test_the_work_is_done_in_another_process() -> None:
    with Fork(lambda: str(os.getpid()).encode()) as fork:
        assert fork.result() != str(os.getpid()).encode()


def test_a_process_that_ends_early_gives_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    def die() -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b"never"

    def fail() -> bytes:
        raise ValueError("a bug")

    for work in (die, fail):
        with Fork(work) as fork:
            assert fork.result() == b""
    assert capfd.readouterr() == ("", "")


def test_no_process_is_left_behind() -> None:
    def wait() -> bytes:
        signal.pause()
        return b""

    begun = Fork(wait)
    with pytest.raises(KeyboardInterrupt), begun:
        raise KeyboardInterrupt
    with pytest.raises(ProcessLookupError):
        os.kill(begun._process, 0)  # noqa: SLF001 - nothing else tells which process it was


def test_beside_other_threads_there_is_no_fork() -> None:
    go_on = threading.Event()
    thread = threading.Thread(target=go_on.wait)
    thread.start()
    assert not can_fork()
    go_on.set()
    thread.join()


def test_there_is_a_processor() -> None:
    assert processors() >= 1
