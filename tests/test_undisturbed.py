"""Steps that belong together are not disturbed by Ctrl-C nor by a polite kill."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from argsite.fork import Fork
from argsite.undisturbed import undisturbed

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "pthread_sigmask"), reason="signals cannot be held back here"
)


def test_ctrl_c_comes_when_the_steps_are_done() -> None:
    done = []

    def steps() -> None:
        with undisturbed():
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            done.append("first")
            done.append("second")
        done.append("never")

    with pytest.raises(KeyboardInterrupt):
        steps()
    assert done == ["first", "second"]


def test_within_other_such_steps_it_comes_after_the_outer_ones() -> None:
    done = []

    def steps() -> None:
        with undisturbed():
            with undisturbed():
                signal.pthread_kill(threading.get_ident(), signal.SIGINT)
                done.append("inner")
            done.append("outer")
        done.append("never")

    with pytest.raises(KeyboardInterrupt):
        steps()
    assert done == ["inner", "outer"]


def test_a_copy_of_the_process_leaves_ctrl_c_to_the_process_that_made_it() -> None:
    def work() -> bytes:
        os.kill(os.getpid(), signal.SIGINT)
        return b"done"

    with Fork(work) as fork:
        assert fork.result() == b"done"


def test_a_copy_of_the_process_can_be_ended_politely() -> None:
    def work() -> bytes:
        os.kill(os.getpid(), signal.SIGTERM)
        return b"never"

    with Fork(work) as fork:
        assert fork.result() == b""
