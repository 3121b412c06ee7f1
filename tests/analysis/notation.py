"""A short notation for graphs, so that a test is one readable line.

    P1 + P2 > C         P1 and P2, linked, speak for C
    R -> C              R speaks against C
    a: P > C; U -> a    the step from P to C is called a; U undercuts it
    P > C *2            the step weighs 2
    C presumed          also: not presumed, accepted, rejected

Parts are separated by semicolons or line breaks. Steps are named in lower case, statements begin
with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from argsite.analysis import Standing
from argsite.model import Argument, Essay, Graph, Kind, Point, Statement
from argsite.source import Location, Passage

ESSAY = "essay"
AT = Location("content/essay/essay.yaml")

_STEP = re.compile(
    r"(?:(?P<name>[a-z]\w*): *)?(?P<premises>[A-Z][\w +]*?) *(?P<arrow>->|>) *(?P<target>\w+)"
    r"(?: *\*(?P<weight>[\d.]+))?"
)
_FLAG = re.compile(
    r"(?P<statement>[A-Z]\w*)(?: (?P<flag>presumed|not presumed|accepted|rejected))?"
)


def read(notation: str) -> Graph:
    """Return the graph; its keys are `essay/` and the name of a statement or step."""
    statements: dict[str, Statement] = {}
    arguments: list[Argument] = []
    for part in re.split(r"[;\n]", notation):
        if not part.strip():
            continue
        step = _STEP.fullmatch(part.strip())
        flag = _FLAG.fullmatch(part.strip())
        if step:
            premises = [each.strip() for each in step["premises"].split("+")]
            is_undercut = step["target"][0].islower()
            for each in premises if is_undercut else [step["target"], *premises]:
                statements.setdefault(each, statement(each))
            name = step["name"] or f"step.{len(arguments) + 1}"
            kind = (
                Kind.UNDERCUT if is_undercut else Kind.FOR if step["arrow"] == ">" else Kind.AGAINST
            )
            weight = float(step["weight"] or 1)
            arguments.append(argument(name, premises, step["target"], kind, weight))
        elif flag:
            name = flag["statement"]
            statements[name] = _flagged(statements.get(name, statement(name)), flag["flag"])
        else:
            message = f"not in the notation: {part!r}"
            raise ValueError(message)
    return Graph.of(statements.values(), arguments)


def statement(name: str, point: int = 0) -> Statement:
    """Return a statement that says its own name."""
    return Statement(name, ESSAY, Passage(name, AT), AT, point=point)


def argument(
    name: str, premises: Iterable[str], target: str, kind: Kind, weight: float = 1.0
) -> Argument:
    """Return a step between statements and steps by their names."""
    return Argument(
        name, ESSAY, tuple(key(each) for each in premises), key(target), kind, AT, weight=weight
    )


def key(name: str) -> str:
    """Return the key of a statement or step."""
    return f"{ESSAY}/{name}"


def name(of: str) -> str:
    """Return the name of a statement or step, from its key."""
    return of.removeprefix(f"{ESSAY}/")


def names(keys: Iterable[str]) -> str:
    """Return names with spaces between."""
    return " ".join(name(each) for each in keys)


def words(standing: Standing) -> dict[str, str]:
    """Return the status of each statement by name."""
    return {name(each): str(status) for each, status in standing.statuses.items()}


def _flagged(plain: Statement, flag: str | None) -> Statement:
    match flag:
        case "presumed" | "not presumed":
            return replace(plain, presumed=flag == "presumed")
        case "accepted" | "rejected":
            return replace(plain, accepted=flag == "accepted")
        case _:
            return plain


def essay(graph: Graph, contention: str, *points: str) -> Essay:
    """Return an essay of all statements; each of the points is names with spaces between."""
    return Essay(
        slug=ESSAY,
        title="Essay",
        contention=key(contention),
        points=tuple(
            Point(number, f"Point {number}", tuple(key(each) for each in claims.split()), AT)
            for number, claims in enumerate(points, 1)
        ),
        statements=tuple(graph.statements.values()),
        arguments=tuple(graph.arguments.values()),
        at=AT,
    )
