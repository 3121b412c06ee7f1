"""A process that lays out graphs: lists of DOT texts in, layouts out, each a line of JSON.

`python -m argsite.diagram.worker` ends when its input does. It can be killed in the middle of a
layout that takes too long (`crew.py`).
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import BinaryIO

from argsite.diagram.layout import lay_out_here
from argsite.errors import LayoutError

_INPUT = 0
_OUTPUT = 1


def work(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer each list of DOT texts with `{"layouts": […]}` or `{"error": …}`."""
    for request in requests:
        answer: dict[str, object]
        try:
            answer = {"layouts": [dict(lay_out_here(dot).across) for dot in json.loads(request)]}
        except LayoutError as error:
            answer = {"error": str(error)}
        answers.write(json.dumps(answer).encode() + b"\n")
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
