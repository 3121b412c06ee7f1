"""The fixpoint by numbers; what it means is tested in `test_standing.py`."""

from __future__ import annotations

from argsite.analysis.labelling import IN, OPEN, OUT, Labelling
from tests.analysis.notation import key, read


def labels(text: str, verdicts: dict[str, bool] | None = None) -> list[int]:
    """Return the labels of statements, then arguments, in their order."""
    return [*Labelling(read(text), verdicts or {}).labels]


def test_statements_come_first_then_arguments() -> None:
    graph = read("a: P > C; b: R -> P")
    found = Labelling(graph, {})
    by_key = dict(zip([*graph.statements, *graph.arguments], found.labels, strict=True))
    assert by_key[key("R")] == IN
    assert by_key[key("P")] == by_key[key("a")] == by_key[key("C")] == OUT


def test_what_waits_on_itself_stays_open() -> None:
    assert set(labels("A -> B; B -> A")) == {OPEN}


def test_what_is_settled_is_passed_on() -> None:
    assert labels("P > C", {key("P"): False}) == [OUT, OUT, OUT]


def test_reasons_are_kept_by_weight() -> None:
    found = Labelling(read("P > C *2; Q > C *0.5; R > C"), {})
    [pros] = [each for each in found.pros if each]
    assert [found.weights[each] for each in pros] == [0.5, 1.0, 2.0]
