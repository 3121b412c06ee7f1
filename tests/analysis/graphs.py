"""Random graphs of every shape the format allows."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from argsite.model import Argument, Graph, Kind, Statement
from tests.analysis.notation import argument, statement


@st.composite
def graphs(draw: st.DrawFn, most: int = 9, *, weights: bool = True) -> Graph:
    """Draw up to `most` statements, and arguments of each kind: linked, cyclic, undercut twice."""
    names = [f"S{number}" for number in range(draw(st.integers(1, most)))]
    statements: list[Statement] = [
        replace(
            statement(name, point=draw(st.integers(0, 2))),
            presumed=draw(st.sampled_from((None, None, None, True, False))),
            accepted=draw(st.sampled_from((None,) * 8 + (True, False))),
        )
        for name in names
    ]
    premises = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)
    steps: list[Argument] = []
    for number in range(draw(st.integers(0, 2 * most))):
        undercuts = bool(steps) and draw(st.integers(0, 2)) == 0
        target = draw(st.sampled_from([each.id for each in steps] if undercuts else names))
        kind = Kind.UNDERCUT if undercuts else draw(st.sampled_from((Kind.FOR, Kind.AGAINST)))
        weight = draw(st.sampled_from((1.0, 1.0, 2.0, 3.0))) if weights else 1.0
        steps.append(argument(f"step.{number}", draw(premises), target, kind, weight))
    return Graph.of(statements, steps)


@st.composite
def attacks(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]]]:
    """Draw names and the pairs of them in which the first attacks the second."""
    names = [f"S{number}" for number in range(draw(st.integers(1, 8)))]
    pair = st.tuples(st.sampled_from(names), st.sampled_from(names))
    return names, draw(st.lists(pair, max_size=20, unique=True))


def below(graph: Graph, key: str) -> set[str]:
    """Return what lies below a statement, found by trying every argument until nothing is new."""
    found: set[str] = set()
    while True:
        new = {
            premise
            for each in graph.arguments.values()
            if graph.concluded(each).key in found | {key}
            for premise in each.premises
        }
        if new <= found:
            return found - {key}
        found |= new
