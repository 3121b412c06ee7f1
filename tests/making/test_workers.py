"""Chunks done by several processes: all results, and every way of going wrong."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing import Pipe
from time import sleep

import pytest

from argsite.errors import LayoutError, OutputError
from argsite.making.workers import share, work

pytestmark = pytest.mark.copies


@pytest.mark.parametrize("workers", [1, 2, 3, 20])
def test_each_chunk_is_done_once(workers: int) -> None:
    found = list(
        share([[number] * 3 for number in range(10)], lambda _, chunk: sum(chunk), workers)
    )
    assert sorted(found) == [3 * number for number in range(10)]


def test_no_chunk_no_work() -> None:
    assert list(share([], lambda *_: 1, 4)) == []


def fail(_: int, chunk: int) -> int:
    """Fail at the third chunk."""
    if chunk == 2:
        raise LayoutError("Graphviz failed: no ink")
    return chunk


def bug(_: int, chunk: int) -> int:
    """Divide by each chunk."""
    return 1 // chunk


@pytest.mark.parametrize("workers", [1, 3])
def test_what_goes_wrong_in_a_worker_is_raised_here(workers: int) -> None:
    with pytest.raises(LayoutError, match="no ink"):
        list(share(range(5), fail, workers))
    with pytest.raises(ZeroDivisionError):
        list(share(range(5), bug, workers))


class UnsendableError(Exception):
    """Is made of more than it keeps, as exceptions of some libraries are."""

    def __init__(self, place: object, line: int) -> None:
        super().__init__(f"line {line}")
        self.place = place


@pytest.mark.usefixtures("copied")
def test_where_a_bug_arose_in_a_worker_is_noted() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        list(share(range(5), bug, 3))
    (note,) = caught.value.__notes__
    assert note.startswith("In a process beside this one:\nTraceback ")
    assert ", in bug\n" in note


@pytest.mark.usefixtures("copied")
@pytest.mark.parametrize("place", ["a.html", threading.Lock()])
def test_a_bug_that_cannot_be_sent_is_told_of_and_not_taken_for_a_lack_of_memory(
    place: object, capfd: pytest.CaptureFixture[str]
) -> None:
    def do(_: int, chunk: int) -> int:
        raise UnsendableError(place, chunk)

    # Where tblib is loaded, as by Dask, more can be sent.
    with pytest.raises((RuntimeError, UnsendableError), match="line ") as caught:
        list(share(range(5), do, 3))
    assert ", in do\n" in caught.value.__notes__[0]
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("copied")
def test_a_worker_that_is_killed_is_told_of() -> None:
    def die(_: int, chunk: int) -> int:
        if chunk == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return chunk

    with pytest.raises(OutputError, match="a process that makes pages has ended"):
        list(share(range(6), die, 2))


@pytest.mark.usefixtures("copied")
def test_a_worker_that_is_no_longer_wanted_ends_without_a_word(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail_first(_: int, chunk: int) -> int:
        if chunk:
            sleep(0.01)
            return chunk
        raise LayoutError("Graphviz failed: no ink")

    for _ in range(5):
        with pytest.raises(LayoutError):
            list(share(range(40), fail_first, 2))
    # One answer is not read yet when the other end closes.
    here, there = Pipe()
    there.send("unread")
    here.close()
    work(there, 0, [], fail, [])
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("copied")
def test_workers_are_other_processes_and_none_is_left() -> None:
    found = set(share(range(8), lambda *_: os.getpid(), 2))
    assert os.getpid() not in found
    for process in found:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.usefixtures("copied")
def test_a_worker_that_lived_long_enough_is_replaced_by_a_new_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("argsite.making.workers.LIFE", 0)
    done: list[int] = []

    def do(worker: int, chunk: int) -> tuple[int, int, int, int]:
        done.append(chunk)
        return worker, chunk, len(done), os.getpid()

    found = list(share(range(6), do, 2))
    assert {worker for worker, *_ in found} == {0, 1}
    assert sorted(chunk for _, chunk, *_ in found) == [0, 1, 2, 3, 4, 5]
    # None has done anything before: each is a copy of this process as it is now.
    assert {each for *_, each, _ in found} == {1}
    for *_, process in found:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_where_there_are_threads_everything_is_done_here() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert set(share(range(4), lambda *_: os.getpid(), 2)) == {os.getpid()}
    finally:
        done.set()
        thread.join()
