"""Why a step is in, out or open."""

from __future__ import annotations

import pytest

from argsite.analysis import explain_step, flatten, stand
from argsite.language import ENGLISH
from tests.analysis.notation import key, name, read


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("a: P > C", "Its premise holds, and nothing undercuts it."),
        ("a: P + Q > C", "Its premises hold, and nothing undercuts it."),
        ("a: P > C; U -> a; V -> U", "Its premise holds. U undercuts it but is answered by V."),
        ("a: P > C; P rejected", "It fails: P is rejected."),
        ("a: P > C; U -> a", "It fails: U undercuts it."),
        ("a: P > C; P -> P", "It waits on P, which is open."),
        ("a: P > C; Q > P; R -> P", "It waits on P, which is contested."),
        ("a: P > C; U -> a; U -> U", "U undercuts it but is not settled."),
        (
            "a: P > C; U -> a; V -> a; U -> U; V -> V",
            "U and V undercut it but are not settled.",
        ),
    ],
)
def test_the_step_a(notation: str, expected: str) -> None:
    graph = read(notation)
    assert flatten(explain_step(ENGLISH, graph, stand(graph), key("a")), name) == expected
