"""An essay from its files: `essay.yaml`, and one file for each numbered point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argsite.formats.yaml.keys import ESSAY, check_keys, need, take
from argsite.formats.yaml.keys import essay as keys
from argsite.formats.yaml.nodes import Mapping, Node, parse
from argsite.formats.yaml.points import WrittenPoint, file_number, put_in_order, read_point
from argsite.formats.yaml.statements import read_statements
from argsite.formats.yaml.steps import Premise, root
from argsite.formats.yaml.values import wrong_type
from argsite.model import Essay, Point, Role, Statement
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Manuscript


def read_essay(
    slug: str, main: Manuscript, parts: Sequence[Manuscript], report: Report
) -> Essay | None:
    """Return the essay; `parts` are the files of its points.

    None where a file is no YAML at all: what is missing then would give rise to false problems.
    Those of the other files are reported all the same.
    """
    node = parse(main, report)
    nodes = [(parse(part, report), file_number(part.path)) for part in parts]
    points = [
        point
        for each, number in nodes
        if each is not None and (point := read_point(each, report, number))
    ]
    if isinstance(node, Mapping):
        points = _inline_points(node, report) + points
    elif node is not None:
        wrong_type("an essay", "a mapping of keys", node, report, "begin with 'title: …'")
    if not isinstance(node, Mapping):
        read_statements(slug, _roots(None, points), report)
        return None
    if any(each is None for each, _ in nodes):
        _assemble(slug, node, points, report)
        return None
    return _assemble(slug, node, put_in_order(points, report), report)


def _inline_points(node: Mapping, report: Report) -> list[WrittenPoint]:
    written = take(node, keys.POINTS, report)
    read = (read_point(each, report) for each in (written.items if written else ()))
    return [each for each in read if each]


def _assemble(slug: str, node: Mapping, points: list[WrittenPoint], report: Report) -> Essay:
    check_keys(node, ESSAY, report)
    contention = need(node, keys.CONTENTION, ESSAY, report)
    content = read_statements(slug, _roots(contention, points), report)
    keys_at = {statement.at: statement.key for statement in _roots_of(content.statements)}
    return Essay(
        slug=slug,
        title=need(node, keys.TITLE, ESSAY, report) or slug,
        contention="" if contention is None else keys_at.get(contention.at, ""),
        points=tuple(_point(each, keys_at) for each in points),
        statements=content.statements,
        arguments=content.arguments,
        at=node.at,
        refs=content.refs,
        subtitle=take(node, keys.SUBTITLE, report) or "",
        authors=take(node, keys.AUTHOR, report) or (),
        date=take(node, keys.DATE, report) or "",
        updated=_updated(node, report),
        language=take(node, keys.LANGUAGE, report) or "",
        summary=take(node, keys.SUMMARY, report) or "",
        prose=take(node, keys.PROSE, report),
        needs_sources=take(node, keys.SOURCES, report) or False,
    )


def _updated(node: Mapping, report: Report) -> str:
    """Return when the essay was last changed; report a day before it appeared."""
    date = take(node, keys.DATE, lambda _: None) or ""
    updated = take(node, keys.UPDATED, report) or ""
    if updated and keys.DATE.name not in node.entries:
        message, hint = "'updated' needs 'date'", "write 'date', the day the essay appeared, too"
    elif updated and updated < date:
        message, hint = f"'updated' is before 'date', {date}", "write the day of the last change"
    else:
        return updated
    report(Problem(Code.BAD_VALUE, node.entries[keys.UPDATED.name].value.at, message, hint))
    return ""


def _roots(contention: Node | None, points: list[WrittenPoint]) -> Iterable[Premise]:
    if contention is not None:
        yield root(contention, Role.CONTENTION, 0)
    for point in points:
        for claim in point.claims:
            yield root(claim, Role.CLAIM, point.number)


def _roots_of(statements: Sequence[Statement]) -> Iterable[Statement]:
    return (each for each in statements if each.role in {Role.CONTENTION, Role.CLAIM})


def _point(written: WrittenPoint, keys_at: dict[Location, str]) -> Point:
    claims = (keys_at.get(claim.at) for claim in written.claims)
    return Point(
        number=written.number,
        title=written.title,
        claims=tuple(key for key in claims if key),
        at=written.at,
        prose=written.prose,
    )
