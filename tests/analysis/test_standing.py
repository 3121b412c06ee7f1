"""What a status means: the table, the definition word by word, and Dung's grounded extension."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py_arg.abstract_argumentation_classes import (  # type: ignore[import-untyped] # no types
    abstract_argumentation_framework as dung,
)
from py_arg.abstract_argumentation_classes.argument import Argument as Node  # type: ignore[import-untyped] # no types
from py_arg.abstract_argumentation_classes.defeat import Defeat  # type: ignore[import-untyped] # no types
from py_arg.algorithms.semantics import (  # type: ignore[import-untyped] # no types
    get_grounded_extension as dung_grounded,
)

from argsite.analysis import Label, fares_alike, stand
from argsite.model import Argument, Graph, Kind, Status
from tests import sites
from tests.analysis.graphs import attacks, graphs
from tests.analysis.notation import argument, key, read, statement, words

TABLE = [
    ("P1 + P2 > C", "C stands, P1 presumed, P2 presumed"),
    ("P1 + P2 > C; X -> P2", "C unsupported, P1 presumed, P2 rebutted, X presumed"),
    ("P1 > C; P2 > C; X -> P2", "C stands, P1 presumed, P2 rebutted, X presumed"),
    ("P > C; R -> C", "C contested, P presumed, R presumed"),
    ("P > C *2; R -> C", "C stands, P presumed, R presumed"),
    ("P > C; R -> C *2", "C rebutted, P presumed, R presumed"),
    ("P > C; R -> C; Q -> R", "C stands, P presumed, R rebutted, Q presumed"),
    ("a: P > C; U -> a", "C unsupported, P presumed, U presumed"),
    ("a: P > C; u: U -> a; V -> u", "C stands, P presumed, U presumed, V presumed"),
    ("P > C; r: R -> C; U -> r", "C stands, P presumed, R presumed, U presumed"),
    ("P -> Q; Q -> P", "P open, Q open"),
    ("P -> P", "P open"),
    ("X -> Y; Y -> Z; Z -> X", "X open, Y open, Z open"),
    ("P > Q; Q > P", "P open, Q open"),
    ("P > Q; Q > P; R > P", "P stands, Q stands, R presumed"),
    ("C presumed; R -> C", "C rebutted, R presumed"),
    ("C not presumed", "C unsupported"),
    (
        "P > C; R -> C; S -> R; T -> S",
        "C contested, P presumed, R presumed, S rebutted, T presumed",
    ),
    # What the author settles comes first.
    ("P > C; P rejected", "C unsupported, P rejected"),
    ("R -> C; C accepted", "C accepted, R presumed"),
    ("R -> C; R accepted; S -> R", "C rebutted, R accepted, S presumed"),
    # A statement waits on what is contested, and falls with what falls.
    ("P > C; C > D; R -> C", "C contested, D open, P presumed, R presumed"),
    ("C > D; R -> C", "C rebutted, D unsupported, R presumed"),
    # The presumption is a reason like any other, but weighs nothing.
    ("P > C; C presumed; X -> P", "C presumed, P rebutted, X presumed"),
    ("P > C; C presumed; R -> C; X -> P", "C rebutted, P rebutted, R presumed, X presumed"),
    # Weights count argument by argument: they are not added up.
    ("P > C; Q > C; R -> C *1.5", "C rebutted, P presumed, Q presumed, R presumed"),
    ("P > C; Q > C *2; R -> C", "C stands, P presumed, Q presumed, R presumed"),
    # A heavier argument that is itself open leaves the matter open, or contested.
    ("P > C; R -> C *2; R -> R", "C open, P presumed, R open"),
    ("P > C; Q -> C; R -> C *2; R -> R", "C contested, P presumed, Q presumed, R open"),
    # Attacks alone: with two cycles nothing is in; an unattacked statement decides what it can.
    (
        "A -> B; B -> A; B -> C; C -> D; D -> E; E -> C",
        "A open, B open, C open, D open, E open",
    ),
    (
        "A -> B; C -> B; C -> D; D -> C; D -> E; E -> E",
        "A presumed, B rebutted, C open, D open, E open",
    ),
]


@pytest.mark.parametrize(("notation", "expected"), TABLE)
def test_each_statement_gets_its_word(notation: str, expected: str) -> None:
    assert words(stand(read(notation))) == dict(each.split() for each in expected.split(", "))


def test_a_reader_can_settle_what_the_author_left_open() -> None:
    graph = read("P > C")
    rejected = stand(graph, {key("P"): False})
    assert words(rejected) == {"C": "unsupported", "P": "rejected"}


def test_a_reader_goes_before_the_author() -> None:
    graph = read("P > C; C rejected")
    assert words(stand(graph, {key("C"): True})) == {"C": "accepted", "P": "presumed"}


def test_a_reader_may_name_statements_that_are_gone() -> None:
    assert words(stand(read("P > C"), {key("Gone"): True})) == {"C": "stands", "P": "presumed"}


def test_arguments_are_labelled_too() -> None:
    graph = read("a: P > C; u: U -> a; v: V -> u; X -> X; x: X > C")
    labels = stand(graph).labels
    assert {each: str(labels[key(each)]) for each in "auvx"} == {
        "a": "in",
        "u": "out",
        "v": "in",
        "x": "open",
    }


@given(graphs(), st.data())
@settings(max_examples=1000, deadline=None)
def test_it_is_the_definition(graph: Graph, data: st.DataObject) -> None:
    some = st.dictionaries(st.sampled_from(list(graph.statements)), st.booleans(), max_size=2)
    settled = data.draw(some)
    standing = stand(graph, settled)
    labels = _defined_labels(graph, settled)
    assert standing.labels == labels
    assert standing.statuses == {
        each: _defined_word(graph, settled, labels, each) for each in graph.statements
    }


@given(attacks())
@settings(max_examples=1000, deadline=None)
def test_attacks_alone_give_the_grounded_extension(
    drawn: tuple[list[str], list[tuple[str, str]]],
) -> None:
    names, pairs = drawn
    graph = Graph.of(
        [statement(each) for each in names],
        [
            argument(f"step.{number}", [attacker], attacked, Kind.AGAINST)
            for number, (attacker, attacked) in enumerate(pairs)
        ],
    )
    nodes = {each: Node(each) for each in names}
    defeats = [Defeat(nodes[a], nodes[b]) for a, b in pairs]
    framework = dung.AbstractArgumentationFramework("", list(nodes.values()), defeats)
    grounded = {each.name for each in dung_grounded.get_grounded_extension(framework)}
    attacked = {b for a, b in pairs if a in grounded}
    labels = stand(graph).labels
    assert {each for each in names if labels[key(each)] is Label.IN} == grounded
    assert {each for each in names if labels[key(each)] is Label.OUT} == attacked


@given(graphs(), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_the_order_of_writing_does_not_matter(graph: Graph, chance: random.Random) -> None:
    statements, arguments = list(graph.statements.values()), list(graph.arguments.values())
    chance.shuffle(statements)
    chance.shuffle(arguments)
    again = Graph.of(statements, _targets_first(arguments))
    assert stand(again) == stand(graph)


@given(graphs())
@settings(max_examples=300, deadline=None)
def test_settling_what_holds_anyway_changes_no_label(graph: Graph) -> None:
    standing = stand(graph)
    decided = {
        each: standing.labels[each] is Label.IN
        for each in graph.statements
        if standing.labels[each] is not Label.OPEN
    }
    assert stand(graph, decided).labels == standing.labels


@given(graphs())
@settings(max_examples=300, deadline=None)
def test_words_agree_with_labels(graph: Graph) -> None:
    standing = stand(graph)
    words = {
        Label.IN: {Status.STANDS, Status.PRESUMED, Status.ACCEPTED},
        Label.OUT: {Status.REBUTTED, Status.UNSUPPORTED, Status.REJECTED},
        Label.OPEN: {Status.CONTESTED, Status.OPEN},
    }
    for each, status in standing.statuses.items():
        assert status in words[standing.labels[each]]


def test_a_chain_of_ten_thousand_needs_no_recursion() -> None:
    names = [f"S{number}" for number in range(10_000)]
    steps = [
        argument(f"step.{number}", [below], above, Kind.AGAINST)
        for number, (above, below) in enumerate(pairwise(names))
    ]
    standing = stand(Graph.of(map(statement, names), steps))
    assert standing.statuses[key("S9999")] is Status.PRESUMED
    assert standing.statuses[key("S9998")] is Status.REBUTTED
    assert standing.statuses[key("S9997")] is Status.PRESUMED


def _targets_first(arguments: list[Argument]) -> list[Argument]:
    placed = [each for each in arguments if each.kind is not Kind.UNDERCUT]
    undercuts = [each for each in arguments if each.kind is Kind.UNDERCUT]
    while undercuts:
        keys = {each.key for each in placed}
        placed += [each for each in undercuts if each.target in keys]
        undercuts = [each for each in undercuts if each.target not in keys]
    return placed


# The definition as semantics has it, round by round, slow and plain.


def _defined_labels(graph: Graph, settled: Mapping[str, bool]) -> dict[str, Label]:
    labels = dict.fromkeys([*graph.statements, *graph.arguments], Label.OPEN)
    while True:
        new = {each: _argument_label(graph, labels, each) for each in graph.arguments} | {
            each: _statement_label(graph, settled, labels, each) for each in graph.statements
        }
        if new == labels:
            return labels
        labels = new


def _argument_label(graph: Graph, labels: Mapping[str, Label], of: str) -> Label:
    premises = [labels[each] for each in graph.arguments[of].premises]
    undercuts = [labels[each.key] for each in graph.arguments.values() if each.target == of]
    if Label.OUT in premises or Label.IN in undercuts:
        return Label.OUT
    if all(each is Label.IN for each in premises) and all(each is Label.OUT for each in undercuts):
        return Label.IN
    return Label.OPEN


def _verdict(graph: Graph, settled: Mapping[str, bool], of: str) -> bool | None:
    return settled[of] if of in settled else graph.statements[of].accepted


def _statement_label(
    graph: Graph, settled: Mapping[str, bool], labels: Mapping[str, Label], of: str
) -> Label:
    verdict = _verdict(graph, settled, of)
    if verdict is not None:
        return Label.IN if verdict else Label.OUT
    arguments = [each for each in graph.arguments.values() if each.target == of]
    reasons = [(labels[each.key], each.weight) for each in arguments if each.kind is Kind.FOR]
    against = [(labels[each.key], each.weight) for each in arguments if each.kind is Kind.AGAINST]
    presumed = graph.statements[of].presumed
    if not graph.arguments_for(of) if presumed is None else presumed:
        reasons.append((Label.IN, 0.0))
    if any(
        reason is Label.IN and all(con is Label.OUT or w > v for con, v in against)
        for reason, w in reasons
    ):
        return Label.IN
    if all(reason is Label.OUT for reason, _ in reasons) or any(
        con is Label.IN and all(reason is Label.OUT or w < v for reason, w in reasons)
        for con, v in against
    ):
        return Label.OUT
    return Label.OPEN


def _defined_word(
    graph: Graph, settled: Mapping[str, bool], labels: Mapping[str, Label], of: str
) -> Status:
    verdict = _verdict(graph, settled, of)
    if verdict is not None:
        return Status.ACCEPTED if verdict else Status.REJECTED
    pros, cons = graph.arguments_for(of), graph.arguments_against(of)
    pros_in = [each for each in pros if labels[each.key] is Label.IN]
    cons_in = [each for each in cons if labels[each.key] is Label.IN]
    if labels[of] is Label.IN:
        return Status.STANDS if pros_in else Status.PRESUMED
    if labels[of] is Label.OPEN:
        tie = any(pro.weight == con.weight for pro in pros_in for con in cons_in)
        return Status.CONTESTED if tie else Status.OPEN
    for con in cons_in:
        if all(labels[pro.key] is Label.OUT or con.weight > pro.weight for pro in pros):
            return Status.REBUTTED
    return Status.UNSUPPORTED


PARK = """\
title: The park
contention:
  id: open
  text: It stays open.
  premises: [{id: lit, text: It is lit.}, {id: calm, text: It is calm.}]
  rebuttals: [{id: noise, text: It is loud., weight: 2}]
"""


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        ("It is lit.", "It is well lit.", True),
        ("title: The park", "title: Parks", True),
        ("weight: 2", "weight: 3", False),
        ("It is lit.}", "It is lit., accepted: false}", False),
        ("It is lit.}", "It is lit., presumed: false}", False),
        ("id: lit", "id: light", False),
        (", {id: calm, text: It is calm.}", "", False),
    ],
)
def test_two_graphs_fare_alike_where_only_words_differ(
    tmp_path: Path, old: str, new: str, *, alike: bool
) -> None:
    found = []
    for number, text in enumerate((PARK, PARK.replace(old, new))):
        sites.write(tmp_path / str(number), {"content/park/essay.yaml": text})
        library = sites.read(tmp_path / str(number))[0].library
        assert library
        found.append(library.graph)
    assert fares_alike(*found) is alike
    assert fares_alike(found[0], found[0])
    if alike:
        assert stand(found[0]) == stand(found[1])
