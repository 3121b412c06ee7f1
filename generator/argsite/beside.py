"""Work that a process of its own does, while this one does something else.

It gives what it would give here. So where no process is to be had, or it ended early, the work is
done when somebody asks for what it gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from argsite.fork import Fork, can_fork, processors
from argsite.packing import pack, unpack

Value = TypeVar("Value")


@contextmanager
def beside(
    work: Callable[[], Value], kind: type[Value], *, worth_it: bool = True
) -> Iterator[Callable[[], Value]]:
    """Begin some work; call what this gives, once, for its result, which is of the type `kind`.

    What takes about as long as a process begins and ends is not `worth_it`.
    """
    if not worth_it or processors() == 1 or not can_fork():
        yield work
        return
    with Fork(lambda: pack(work())) as fork:

        def received() -> Value:
            value = unpack(fork.result(), kind)
            return work() if value is None else value

        yield received
