"""Processes that do jobs beside each other: each is a copy of this one and has read the site.

Jobs go to them in chunks, whoever is free takes the next. Where the system cannot copy a process or
has no room for a copy, or this one has threads, which would not be copied, the jobs are done here.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from argsite.errors import OutputError, note_place
from argsite.fork import can_fork
from argsite.garbage import collected
from argsite.undisturbed import left_to_parent, undisturbed

if TYPE_CHECKING:  # loaded where there is so much to do that processes are started
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

LIFE = 10.0
"""Seconds after which a worker is let go and another takes its place.

A worker shares the memory of this process until it looks at an object, which Python notes in the
object itself. So each would hold most of a large site by and by. A new one shares everything again,
and is there in some hundredths of a second.
"""

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


class _Worker(NamedTuple):
    number: int
    process: BaseProcess
    end: Connection
    born: float


def share(
    chunks: Sequence[Chunk], do: Callable[[int, Chunk], Result], workers: int
) -> Iterator[Result]:
    """Yield the result of each chunk, in the order in which they are done.

    `do` is called with the number of its worker, from 0, and a chunk.
    Raises what `do` raises; OutputError where a worker ends without an answer. None is left behind.
    """
    with collected():
        if min(workers, len(chunks)) == 1 or not can_fork():
            for chunk in chunks:
                yield do(0, chunk)
        else:
            yield from _Crew(chunks, do).results(min(workers, len(chunks)))


class _Crew:
    """The workers at work."""

    def __init__(self, chunks: Sequence[Any], do: Callable[[int, Any], Any]) -> None:
        self._chunks = chunks
        self._do = do
        self._ahead = iter(range(len(chunks)))
        self._busy: dict[Connection, _Worker] = {}

    def results(self, workers: int) -> Iterator[Any]:
        """Give out the chunks by their numbers, and yield what comes back."""
        from multiprocessing.connection import wait

        try:
            for number in range(workers):
                if not self._begins(number):
                    break
            if not self._busy:
                yield from (self._do(0, self._chunks[each]) for each in self._ahead)
            while self._busy:
                for end in wait(list(self._busy)):
                    worker = self._busy[end]  # type: ignore[index] # it is one of those waited for
                    answer = _answer(worker)
                    self._give(worker)
                    yield answer
        finally:
            for worker in list(self._busy.values()):
                self._end(worker)

    def _begins(self, number: int) -> bool:
        """Begin a worker and give it a chunk, unless the system has no room for one more."""
        try:
            worker = self._begin(number)
        except OSError:
            return False
        self._give(worker)
        return True

    def _give(self, worker: _Worker) -> None:
        """Give a worker the next chunk, or one who takes its place; where there is none it goes."""
        chunk = next(self._ahead, None)
        if chunk is None:
            self._end(worker)
            return
        if monotonic() - worker.born > LIFE:
            with suppress(OSError):  # where there can be no other it goes on
                other = self._begin(worker.number)
                self._end(worker)
                worker = other
        try:
            worker.end.send(chunk)
        except OSError as error:
            raise _ended() from error

    def _begin(self, number: int) -> _Worker:
        import multiprocessing

        context = multiprocessing.get_context("fork")
        here, there = context.Pipe()
        gc.freeze()  # what came in since the last one was copied
        given = (there, number, self._chunks, self._do, [*self._busy, here])
        process = context.Process(target=_begun, args=given, daemon=True)
        try:
            with (
                undisturbed()
            ):  # Ctrl-C reaches the copy too, which has to be told to leave it here
                process.start()
                worker = self._busy[here] = _Worker(number, process, here, monotonic())
        except OSError:
            here.close()
            raise
        finally:
            there.close()
        return worker

    def _end(self, worker: _Worker) -> None:
        del self._busy[worker.end]
        worker.end.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()


def _answer(worker: _Worker) -> Any:  # noqa: ANN401 - whatever `do` gives
    try:
        answer = worker.end.recv()
    except (EOFError, OSError) as error:
        raise _ended() from error
    if isinstance(answer, Exception):
        raise answer
    return answer


def _ended() -> OutputError:
    return OutputError(
        "a process that makes pages has ended; is there enough memory? --workers 1 needs the least"
    )


def _begun(*given: Any) -> None:  # noqa: ANN401 - whatever `work` takes
    left_to_parent()
    work(*given)


def work(
    end: Connection,
    worker: int,
    chunks: Sequence[Chunk],
    do: Callable[[int, Chunk], Result],
    others: Sequence[Connection],
) -> None:
    """Do chunks until nobody asks for more."""
    gc.disable()  # circles of objects go when the process does, which is soon
    for other in others:  # copied with this process; as long as it holds them, nobody sees an end
        other.close()
    while True:
        try:
            number = end.recv()
        except (OSError, EOFError, KeyboardInterrupt):  # where the other end closed, or was killed
            return
        try:
            answer: object = do(worker, chunks[number])
        except KeyboardInterrupt:
            return
        except Exception as error:  # noqa: BLE001 - it is raised again by the process that asked
            answer = _portable(error)
        try:
            end.send(answer)
        except OSError:  # as above
            return


def _portable(error: Exception) -> Exception:
    """Return the exception with its place, or one that says the same where it cannot be sent."""
    note_place(error)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - it was made in this process
    except Exception:  # noqa: BLE001 - exceptions of libraries need arguments that are not kept
        said = RuntimeError(f"{type(error).__name__}: {error}")
        said.__notes__ = error.__notes__
        return said
    return error
