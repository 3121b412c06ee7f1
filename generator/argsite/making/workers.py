"""Processes that do jobs beside each other: each is a copy of this one and has read the site.

Jobs go to them in chunks, whoever is free takes the next. Where the system cannot copy a process,
or this one has threads, which would not be copied, the jobs are done here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from argsite.errors import OutputError
from argsite.fork import can_fork
from argsite.garbage import collected

if TYPE_CHECKING:  # loaded where there is so much to do that processes are started
    from multiprocessing.connection import Connection

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


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
            yield from _shared(chunks, do, workers)


def _shared(
    chunks: Sequence[Chunk], do: Callable[[int, Chunk], Result], workers: int
) -> Iterator[Result]:
    import multiprocessing

    context = multiprocessing.get_context("fork")
    ends: list[Connection] = []
    processes = []
    try:
        for number in range(min(workers, len(chunks))):
            here, there = context.Pipe()
            others = [*ends, here]
            process = context.Process(target=work, args=(there, number, chunks, do, others))
            process.daemon = True
            process.start()
            there.close()
            processes.append(process)
            ends.append(here)
        yield from _deal(ends, len(chunks))
    finally:
        for end in ends:
            end.close()
        for process in processes:
            process.kill()
            process.join()


def _deal(ends: Sequence[Connection], total: int) -> Iterator[Any]:
    """Give out the chunks by their numbers, and yield what comes back."""
    from multiprocessing.connection import Connection, wait

    ahead = iter(range(total))
    busy = [end for end in ends if _give(end, ahead)]
    while busy:
        for end in wait(busy):
            if not isinstance(end, Connection):
                continue
            try:
                answer = end.recv()
            except (EOFError, OSError) as error:
                raise OutputError(
                    "a process that makes pages has ended; is there enough memory?"
                    " --workers 1 needs the least"
                ) from error
            if isinstance(answer, Exception):
                raise answer
            if not _give(end, ahead):
                busy.remove(end)
            yield answer


def _give(end: Connection, ahead: Iterator[int]) -> bool:
    number = next(ahead, None)
    if number is not None:
        end.send(number)
    return number is not None


def work(
    end: Connection,
    worker: int,
    chunks: Sequence[Chunk],
    do: Callable[[int, Chunk], Result],
    others: Sequence[Connection],
) -> None:
    """Do chunks until nobody asks for more."""
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
            answer = error
        try:
            end.send(answer)
        except OSError:  # as above
            return
