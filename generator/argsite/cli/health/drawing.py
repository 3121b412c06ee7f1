"""Diagrams and cards: with what they are drawn, proved by a small drawing of each."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from argsite.cli.health.attempt import Failure, attempt
from argsite.cli.health.finding import Finding, State

_SMALL = 'digraph { node [shape=box, label="", width=1, height=1, fixedsize=true]; a; b; a -> b }'
"""A graph for Graphviz: two boxes and a line, without letters, so that it looks for no font."""

_SECONDS = 10.0

_ADVICE = "pip install pygraphviz, or install your system's package graphviz"


def diagrams(_root: Path | None) -> Iterator[Finding]:
    """Find Graphviz: within the process, or as a program."""
    library = attempt(_by_library)
    if not isinstance(library, Failure):
        yield Finding("Graphviz", library)
        return
    program = attempt(_by_program)
    if not isinstance(program, Failure):
        yield Finding("Graphviz", program)
        advice = "pip install pygraphviz draws many times faster"
        said = f"does not draw within the process: {library.why}"
        yield Finding("pygraphviz", said, State.NOTE, advice)
        return
    said = f"does not draw: {library.why}; {program.why}"
    yield Finding("Graphviz", said, State.MISSING, _ADVICE)


def cards(_root: Path | None) -> Iterator[Finding]:
    """Find what draws the pictures that go with a shared link, and their fonts."""
    drawn = attempt(_card)
    if isinstance(drawn, Failure):
        advice = "reinstall Argsite with the packages that it needs"
        said = f"cannot be drawn: {drawn.why}"
        yield Finding("cards", said, State.MISSING, advice)
    else:
        yield Finding("cards", drawn)


def _by_library() -> str:
    from argsite.diagram.layout import lay_out_here

    _prove(len(lay_out_here(_SMALL).across))
    pygraphviz = import_module("pygraphviz")
    graphviz = getattr(pygraphviz, "__graphviz_version__", "of an unknown version")
    return (
        f"{graphviz}, within the process (pygraphviz {pygraphviz.__version__}); a drawing came out"
    )


def _by_program() -> str:
    from argsite.diagram.layout import TooSlow, lay_out_by_program

    path = shutil.which("dot")
    if path is None:
        raise FileNotFoundError("there is no program `dot`")
    layout = lay_out_by_program(_SMALL, _SECONDS)
    if isinstance(layout, TooSlow):
        raise TimeoutError(f"`dot` took longer than {_SECONDS:g} s")
    _prove(len(layout.across))
    done = subprocess.run(  # noqa: S603 - the program that was just asked to draw
        [path, "-V"], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    number = re.search(r"\d+\.\d+[\d.]*", done.stderr + done.stdout)
    graphviz = number[0] if number else "of an unknown version"
    return f"{graphviz}, the program {path}; a drawing came out"


def _prove(boxes: int) -> None:
    if boxes != 2:  # noqa: PLR2004 - as many as were asked for
        raise ValueError(f"Graphviz placed {boxes} of 2 boxes")


def _card() -> str:
    from argsite.model import Status
    from argsite.pages.social_card.colours import colours
    from argsite.pages.social_card.drawing import Card, draw
    from argsite.theme import DEFAULT, find

    theme = find(DEFAULT, Path())
    card = Card(
        site="Site",
        title="Title",
        contention="Contention",
        status=Status.STANDS,
        mark="",
        tone="for",
        author="",
        date="",
        language="en",
    )
    if not draw(card, colours(theme, None)).startswith(b"\x89PNG"):
        raise ValueError("what came out is no picture")
    return "fonts and resvg are there; a drawing came out"
