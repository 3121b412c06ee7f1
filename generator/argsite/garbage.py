"""When Python looks for objects that only refer to each other: not while a whole site is read.

Reading and planning make many objects and few such circles, and each look goes through all of
them, which would take a third of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Do not look for circles."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextmanager
def collected() -> Iterator[None]:
    """Look for circles among what is made from now on, also where nobody else does.

    What is there already is left alone, so that processes which are copied share it.
    """
    before = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not before:
            gc.disable()
