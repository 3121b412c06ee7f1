"""Numbered points: read from files of their own or inline, then put in order."""

from __future__ import annotations

import re
from typing import NamedTuple

from argsite.formats.yaml.keys import POINT, check_keys, need, take
from argsite.formats.yaml.keys import point as keys
from argsite.formats.yaml.nodes import Mapping, Node
from argsite.formats.yaml.values import wrong_type
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Passage


class WrittenPoint(NamedTuple):
    """A point as it stands in a file."""

    number: int
    """Its number; 0 where none could be read."""

    number_at: Location
    """Where the number stands."""

    at: Location
    """Where the point begins."""

    title: str
    """Its heading."""

    prose: Passage | None
    """Markdown."""

    claims: tuple[Node, ...]
    """What it argues for, still to be read."""


def read_point(node: Node, report: Report, file_number: int = 0) -> WrittenPoint | None:
    """Return a point; `file_number` is the number in its file's name, where it has one."""
    if not isinstance(node, Mapping):
        wrong_type("a point", "a mapping of keys", node, report, "write 'number: 1' and so on")
        return None
    check_keys(node, POINT, report)
    number, number_at = need(node, keys.NUMBER, POINT, report) or (0, node.at)
    if number and file_number and number != file_number:
        message = f"the number is {number}, but the file's name begins with {file_number}"
        hint = "make them the same"
        report(Problem(Code.POINT_NUMBER, number_at, message, hint))
    return WrittenPoint(
        number or file_number,
        number_at,
        node.at,
        need(node, keys.TITLE, POINT, report) or "",
        take(node, keys.PROSE, report),
        _claims(node, report),
    )


def file_number(path: str) -> int:
    """Return the number that the name of a point's file begins with."""
    found = re.match("[0-9]{1,4}", path.rpartition("/")[2])
    return int(found.group()) if found else 0


def put_in_order(points: list[WrittenPoint], report: Report) -> list[WrittenPoint]:
    """Return the points by number; report numbers that are there twice or missing."""
    ordered = sorted(points, key=lambda point: point.number)
    by_number: dict[int, WrittenPoint] = {}
    for point in ordered:
        first = by_number.setdefault(point.number, point)
        if point.number and first is not point:
            at = first.number_at
            message = f"point {point.number} is there twice"
            hint = f"the other stands at {at.path}:{at.line}:{at.column}"
            report(Problem(Code.POINT_NUMBER, point.number_at, message, hint))
    if all(point.number for point in ordered):
        due = 1
        for number, point in by_number.items():
            if number > due:
                hint = "points are numbered 1, 2, 3 …, without gaps"
                report(Problem(Code.POINT_NUMBER, point.number_at, _missing(due, number), hint))
            due = number + 1
    return ordered


def _missing(first: int, next_: int) -> str:
    if next_ - first == 1:
        return f"point {first} is missing before point {next_}"
    return f"points {first} to {next_ - 1} are missing before point {next_}"


def _claims(node: Mapping, report: Report) -> tuple[Node, ...]:
    one, several = node.entries.get(keys.CLAIM.name), node.entries.get(keys.CLAIMS.name)
    if one and several:
        hint = "write all of them under 'claims'"
        message = "a point has either 'claim' or 'claims', not both"
        report(Problem(Code.UNKNOWN_KEY, several.key_at, message, hint))
    if several:
        claims = take(node, keys.CLAIMS, report)
        if claims and not claims.items:
            message = "'claims' is an empty list, and a point needs a claim"
            hint = "write the claims below it, each after '- '"
            report(Problem(Code.MISSING_KEY, claims.at, message, hint))
        return ((one.value,) if one else ()) + tuple(claims.items if claims else ())
    claim = need(node, keys.CLAIM, POINT, report)
    return () if claim is None else (claim,)
