"""The only caller of Graphviz: DOT in, how far from the left everything stands out.

Graphviz comes inside `pygraphviz`, whose wheels carry it; where there is no wheel, the same DOT
goes to a `dot` program.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from argsite.diagram.dot import PER_INCH
from argsite.errors import LayoutError

MISSING = (
    "Graphviz is missing: install it with `pip install pygraphviz`, "
    "or as your system's package `graphviz`, so that `dot` can be run"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands from left to right."""

    across: Mapping[str, float]
    """Name in the DOT text to its centre, px from the left."""


class TooSlow(NamedTuple):
    """The answer where a layout was stopped at its time limit."""

    limit_seconds: float
    """The limit."""


@cache
def has_library() -> bool:
    """Say whether Graphviz can be called in this process."""
    try:
        import pygraphviz  # noqa: F401 - whether it loads is the question
    except ImportError:
        return False
    return True


@cache
def graphviz_version() -> str:
    """Return which Graphviz lays out: another one may put things elsewhere; empty without one."""
    if has_library():
        import pygraphviz

        return str(pygraphviz.__graphviz_version__)
    try:
        done = subprocess.run(["dot", "-V"], capture_output=True, check=True)  # noqa: S607 - as below
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stderr.decode(errors="replace").strip()


def lay_out_here(dot: str) -> Layout:
    """Lay out one graph in this process, however long it takes; LayoutError where that fails."""
    import pygraphviz

    try:
        with pygraphviz.AGraph(string=dot) as graph:
            return _read(graph.draw(format="plain", prog="dot"))
    except (pygraphviz.DotError, ValueError) as error:
        raise LayoutError(f"Graphviz failed: {error}") from error
    except OSError as error:  # it is handed its text in a temporary file
        raise LayoutError(
            f"Graphviz cannot write to the temporary folder: {error.strerror}"
        ) from error


def lay_out_by_program(dot: str, limit_seconds: float) -> Layout | TooSlow:
    """Lay out one graph with the `dot` program; LayoutError where there is none or it fails."""
    try:
        done = subprocess.run(
            ["dot", "-Tplain"],  # noqa: S607 - Graphviz stands where its user has put it
            input=dot.encode(),
            capture_output=True,
            check=True,
            timeout=limit_seconds,
        )
    except subprocess.TimeoutExpired:
        return TooSlow(limit_seconds)
    except OSError as error:
        raise LayoutError(MISSING) from error
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode(errors="replace").strip()
        raise LayoutError(f"Graphviz failed: {words or error}") from error
    return _read(done.stdout)


def _read(plain: bytes) -> Layout:
    """Read Graphviz' `plain` format."""
    across = {}
    for row in plain.decode().splitlines():
        if row.startswith("node "):
            _, name, inches, _ = row.split(" ", 3)
            across[name.strip('"')] = round(float(inches) * PER_INCH, 1)
    return Layout(across)
