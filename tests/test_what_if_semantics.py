"""The scripts' "what if" and the build agree: labels, statuses and reasons of random graphs."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from argsite.analysis import explain, explain_step, flatten, stand
from argsite.language import words_of
from argsite.model import Argument, Graph, Kind, Statement
from argsite.theme import find, join_scripts
from tests.analysis.graphs import graphs
from tests.analysis.notation import argument, name, read, statement

ROOT = Path(__file__).parents[1]
SEED = 20260301
GRAPHS = 4_000
BATCH = 400

ENTRY = """
import { Graph } from "./argument.js";
import { explain } from "./reasons.js";
import { explainStep } from "./reasons-steps.js";
import { stand } from "./standing.js";

const text = (parts) => parts.map((part) => part.key?.split("/")[1] ?? part).join("");

globalThis.answers = (questions) => questions.map(({ statements, steps, settled }) => {
  const graph = new Graph(statements, steps);
  const standing = stand(graph, new Map(settled));
  return {
    labels: Object.fromEntries(standing.labels),
    statuses: Object.fromEntries(standing.statuses),
    reasons: [...graph.statements.keys()].map((key) => text(explain(graph, standing, key))),
    steps: [...graph.arguments.keys()].map((key) => text(explainStep(graph, standing, key))),
  };
});
"""
"""What the page of the tests runs: the theme's own modules, asked about many graphs at once."""

Settled = dict[str, bool]
Question = tuple[Graph, Settled]
Json = dict[str, object]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that answers questions with the theme's scripts."""
    theme = find("paper", ROOT)
    modules = {place: path.read_text(encoding="utf-8") for place, path in theme.scripts.items()}
    with browser.new_context() as context:
        opened = context.new_page()
        opened.add_script_tag(content=join_scripts({**modules, "ask.js": ENTRY}, "ask.js"))
        yield opened


def answer_of_build(graph: Graph, settled: Settled) -> Json:
    """Return what the build says of a graph."""
    english = words_of("en")
    standing = stand(graph, settled)
    return {
        "labels": {key: str(label) for key, label in standing.labels.items()},
        "statuses": {key: str(status) for key, status in standing.statuses.items()},
        "reasons": [
            flatten(explain(english, graph, standing, key), name) for key in graph.statements
        ],
        "steps": [
            flatten(explain_step(english, graph, standing, key), name) for key in graph.arguments
        ],
    }


def answers_of_scripts(page: Page, questions: list[Question]) -> list[Json]:
    """Return what the scripts say of some graphs."""
    asked = [
        {
            "statements": [
                {"key": each.key, "presumed": each.presumed, "accepted": each.accepted}
                for each in graph.statements.values()
            ],
            "steps": [
                {
                    "key": each.key,
                    "premises": each.premises,
                    "target": each.target,
                    "kind": str(each.kind),
                    "weight": each.weight,
                }
                for each in graph.arguments.values()
            ],
            "settled": list(settled.items()),
        }
        for graph, settled in questions
    ]
    # As one text: a browser is handed that much faster than the values in it.
    told = page.evaluate("text => JSON.stringify(answers(JSON.parse(text)))", json.dumps(asked))
    found: list[Json] = json.loads(told)
    return found


def question(chance: random.Random) -> Question:
    """Make a graph of any shape, and what a reader settles in it."""
    names = [f"S{number}" for number in range(chance.randint(1, 14))]
    statements: list[Statement] = [
        replace(
            statement(each),
            presumed=chance.choice((None, None, None, True, False)),
            accepted=chance.choice((None,) * 8 + (True, False)),
        )
        for each in names
    ]
    steps: list[Argument] = []
    for number in range(chance.randint(0, 2 * len(names))):
        premises = chance.sample(names, min(len(names), chance.choice((1, 1, 1, 2, 3, 4))))
        premises += premises[: chance.random() < 0.05]  # now and then one is written twice
        undercuts = bool(steps) and chance.random() < 0.3
        target = chance.choice([each.id for each in steps] if undercuts else names)
        kind = Kind.UNDERCUT if undercuts else chance.choice((Kind.FOR, Kind.AGAINST))
        weight = chance.choice((1.0, 1.0, 1.0, 2.0, 0.5))
        steps.append(argument(f"step.{number}", premises, target, kind, weight))
    settled = {each.key: chance.random() < 0.5 for each in statements if chance.random() < 0.15}
    return Graph.of(statements, steps), settled


@pytest.mark.slow
def test_thousands_of_random_graphs_fare_alike_in_both(page: Page) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same graphs each time, not a secret
    words: set[str] = set()
    for _ in range(GRAPHS // BATCH):
        questions = [question(chance) for _ in range(BATCH)]
        answers = answers_of_scripts(page, questions)
        for asked, answer in zip(questions, answers, strict=True):
            expected = answer_of_build(*asked)
            assert answer == expected
            words.update(expected["statuses"].values())  # type: ignore[attr-defined] # a mapping
    # All words came up: otherwise the graphs would be too plain to tell anything.
    assert len(words) == 8


@settings(max_examples=40)
@given(graph=graphs(), data=st.data())
def test_what_hypothesis_finds_fares_alike_too(
    page: Page, graph: Graph, data: st.DataObject
) -> None:
    keys = st.sampled_from(sorted(graph.statements))
    settled = data.draw(st.dictionaries(keys, st.booleans(), max_size=3))
    assert answers_of_scripts(page, [(graph, settled)]) == [answer_of_build(graph, settled)]


NOTATIONS = (
    "P1 + P2 > C; X -> P2; Y -> C",
    "C presumed; r: R -> C *2; U -> r; u: V > U",
    "P > Q; Q > R; R > P; P -> C",
    "a: P > C; b: Q > C; c: R > C; d: S > C; U -> a; U -> b; U -> c; U -> d",
    "A > C; B > C; D > C; E > C; F > C; G -> C",
    "A + B + D > C; E + F > C; G -> C",
    "a: P > C; u: U -> a; v: V -> u; w: W -> v",
)
"""Graphs whose reasons have lists, brackets and undercuts of undercuts in them."""


@pytest.mark.parametrize("notation", NOTATIONS)
def test_whatever_the_reader_settles_both_say_the_same(page: Page, notation: str) -> None:
    graph = read(notation)
    questions: list[Question] = [
        (graph, {key: verdict}) for key in graph.statements for verdict in (True, False)
    ]
    answers = answers_of_scripts(page, questions)
    assert answers == [answer_of_build(*each) for each in questions]


def test_a_deep_chain_does_not_overflow(page: Page) -> None:
    statements = [statement(f"S{number}") for number in range(10_000)]
    steps = [
        argument(f"step.{number}", [f"S{number + 1}"], f"S{number}", Kind.FOR)
        for number in range(9_999)
    ]
    graph = Graph.of(statements, steps)
    asked: list[Question] = [(graph, {"essay/S9999": False})]
    assert answers_of_scripts(page, asked) == [answer_of_build(*asked[0])]
