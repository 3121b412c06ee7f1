"""A process that lays out graphs: DOT texts in, layouts out.

`python -m argsite.diagram.worker` ends when its input does. It can be killed in the middle of a
layout that takes too long (`crew.py`). What goes through the pipes is pickled: both ends are this
program, and nothing is kept.
"""

from __future__ import annotations

import pickle
from contextlib import suppress
from typing import BinaryIO

from argsite.diagram.layout import Layout, lay_out_here
from argsite.errors import LayoutError

_INPUT = 0
_OUTPUT = 1


def work(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer each DOT text with its layout, or with a sentence on what failed."""
    with suppress(EOFError):
        while True:
            dot = pickle.load(requests)  # noqa: S301 - from the process that started this one
            answer: Layout | str
            try:
                answer = lay_out_here(dot)
            except LayoutError as error:
                answer = str(error)
            pickle.dump(answer, answers)
            answers.flush()


def main() -> None:
    """Work for the process that started this one, until it or the person at it has enough."""
    with (
        suppress(BrokenPipeError, KeyboardInterrupt),
        open(_INPUT, "rb") as requests,
        open(_OUTPUT, "wb") as answers,
    ):
        work(requests, answers)


if __name__ == "__main__":
    main()
