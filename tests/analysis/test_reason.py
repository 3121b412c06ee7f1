"""Each status says why, in a sentence or two; the cases show all kinds, as readers see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argsite.analysis import Mention, Standing, explain, explain_step, flatten, stand
from argsite.language import ENGLISH, Words, languages, words_of
from argsite.model import Graph, Status
from tests.analysis.graphs import graphs
from tests.analysis.notation import key, name, read
from tests.casebook import Case, read_cases


@pytest.mark.parametrize(
    "case", read_cases("standing"), ids=lambda case: f"{case.path.stem}: {case.title}"
)
def test_case(case: Case, golden_fence: Callable[[Case, str, str], None]) -> None:
    graph = read(case.fences["graph"])
    golden_fence(case, "standing", told(graph, stand(graph)))


def told(graph: Graph, standing: Standing) -> str:
    """Return a line for each statement, and for each step that has a name."""
    lines = [
        f"{name(each)}: {status}. {flatten(explain(ENGLISH, graph, standing, each), name)}"
        for each, status in standing.statuses.items()
    ]
    for step in graph.arguments:
        if not name(step).startswith("step."):
            reason = flatten(explain_step(ENGLISH, graph, standing, step), name)
            lines.append(f"{name(step)}: {standing.labels[step]}. {reason}")
    return "\n".join(lines)


def test_every_status_has_a_case() -> None:
    shown = {
        status
        for case in read_cases("standing")
        for status in stand(read(case.fences["graph"])).statuses.values()
    }
    assert shown == set(Status)


def test_a_reason_names_statements_by_key() -> None:
    graph = read("P > C")
    reason = explain(ENGLISH, graph, stand(graph), key("C"))
    assert reason == (Mention(key("P")), " speaks for it, and nothing speaks against it.")


@given(graphs())
@settings(max_examples=600, deadline=None)
def test_every_reason_is_a_sentence_about_statements_of_the_graph(graph: Graph) -> None:
    standing = stand(graph)
    reasons = [explain(ENGLISH, graph, standing, each) for each in graph.statements]
    reasons += [explain_step(ENGLISH, graph, standing, each) for each in graph.arguments]
    for reason in reasons:
        mentions = {part.key for part in reason if isinstance(part, Mention)}
        assert mentions <= graph.statements.keys()
        text = flatten(reason, name)
        assert text[0].isupper()
        assert text.endswith(".")
        assert "  " not in text
        assert " ," not in text
        assert " ." not in text
        assert ".." not in text


@given(graphs(), st.sampled_from([words_of(each) for each in languages()]))
@settings(max_examples=300, deadline=None)
def test_every_reason_is_told_in_each_language(graph: Graph, words: Words) -> None:
    standing = stand(graph)
    for each in graph.statements:
        reason = explain(words, graph, standing, each)
        plain = explain(ENGLISH, graph, standing, each)
        assert {part for part in reason if isinstance(part, Mention)} == {
            part for part in plain if isinstance(part, Mention)
        }
        text = flatten(reason, name)
        assert text.endswith(".")
        assert "%(" not in text
        assert (text == flatten(plain, name)) is (words is ENGLISH)
