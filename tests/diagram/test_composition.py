"""How a view becomes a chart."""

from __future__ import annotations

from argsite.analysis.standing import stand
from argsite.analysis.view import Bridge, View
from argsite.diagram import Chart, chart
from argsite.model import Argument, Graph, Kind, Role, Statement, Status
from argsite.source import Location, Passage

AT = Location("content/e/essay.yaml")


def statement(key: str, role: Role = Role.PREMISE, point: int = 0) -> Statement:
    return Statement(key, "e", Passage(f"*Text* of {key}.", AT), AT, role=role, point=point)


def argument(key: str, premises: str, target: str, kind: Kind, label: str = "") -> Argument:
    keys = tuple(f"e/{premise}" for premise in premises.split())
    return Argument(key, "e", keys, f"e/{target}", kind, AT, label=label)


GRAPH = Graph.of(
    [
        statement("c", Role.CONTENTION),
        statement("k", Role.CLAIM, point=2),
        statement("p"),
        statement("q"),
        statement("u", Role.UNDERCUT),
        statement("r", Role.REBUTTAL),
        statement("s", Role.REBUTTAL),
    ],
    [
        argument("k.c", "k", "c", Kind.FOR),
        argument("p.k", "p q", "k", Kind.FOR, label="presumably"),
        argument("u.p.k", "u", "p.k", Kind.UNDERCUT),
        argument("r.k", "r", "k", Kind.AGAINST),
        argument("s.r", "s", "r", Kind.AGAINST),
    ],
)


def shown(statements: str, arguments: str, hidden: dict[str, int] | None = None) -> Chart:
    view = View(
        "e/k",
        tuple(f"e/{key}" for key in statements.split()),
        tuple(f"e/{key}" for key in arguments.split()),
        {f"e/{key}": count for key, count in (hidden or {}).items()},
    )
    return chart_of(view)


def chart_of(view: View) -> Chart:
    return chart(
        view,
        GRAPH,
        stand(GRAPH),
        href=lambda key: f"{key.removeprefix('e/')}.html",
        plain=lambda key: GRAPH.statements[key].text.text.replace("*", ""),
        unanswered={"e/u.p.k"},
        prefix="map",
        title="A map",
    )


WHOLE = shown("c k p q u r s", "k.c p.k u.p.k r.k s.r")


def test_each_statement_says_what_it_does() -> None:
    assert {node.key: node.word for node in WHOLE.nodes} == {
        "e/c": "Contention",
        "e/k": "Because · point 2",
        "e/p": "Because · presumably",
        "e/q": "and",
        "e/u": "Does not follow · unanswered",
        "e/r": "But",
        "e/s": "But",
    }


def test_a_claim_alone_is_named_by_its_point() -> None:
    assert [node.word for node in shown("k", "").nodes] == ["Point 2"]


def test_the_box_of_an_objection_that_nothing_answers_says_so() -> None:
    assert [node.key for node in WHOLE.nodes if node.unanswered] == ["e/u"]


def test_text_link_focus_and_status() -> None:
    node = WHOLE.nodes[1]
    assert node.text == "Text of k."
    assert node.href == "k.html"
    assert node.focus
    assert node.status is Status.UNSUPPORTED


def test_roles_follow_the_first_use_in_view() -> None:
    roles = [node.role for node in WHOLE.nodes]
    assert roles == [
        "contention",
        "claim",
        "premise",
        "premise",
        "undercut",
        "rebuttal",
        "rebuttal",
    ]


def test_steps_know_whether_they_have_fallen() -> None:
    assert {step.key: step.out for step in WHOLE.steps} == {
        "e/k.c": True,
        "e/p.k": True,
        "e/u.p.k": False,
        "e/r.k": True,
        "e/s.r": False,
    }


def test_steps_without_both_ends_in_view_are_left_out() -> None:
    assert [step.key for step in shown("c k p u", "k.c p.k u.p.k").steps] == ["e/k.c"]


def test_a_way_that_is_not_shown_is_indirect() -> None:
    view = View("e/c", ("e/c", "e/r"), (), {}, (Bridge("e/r", "e/c", Kind.AGAINST),))
    found = chart_of(view)
    assert [node.word for node in found.nodes] == ["Contention", "But …"]
    assert [node.role for node in found.nodes] == [Role.CONTENTION, Role.REBUTTAL]
    assert [(step.target, step.kind, step.indirect) for step in found.steps] == [
        ("e/c", Kind.AGAINST, True)
    ]


def test_what_is_hidden_is_counted() -> None:
    assert [node.more for node in shown("k p", "", {"p": 12}).nodes] == ["", "+12 more"]


def test_the_description_counts() -> None:
    assert WHOLE.description.startswith("7 statements and 5 steps between them.")
    assert shown("k", "").description.startswith("1 statement and 0 steps")
