"""A digest is another one wherever an author wrote something else, and nowhere else."""

from __future__ import annotations

from dataclasses import fields
from dataclasses import replace as replace_
from typing import Any

import pytest

from argsite.load.digests import Digests, digests
from argsite.model import Argument, Essay, Kind, Point, Role, Source, Statement
from argsite.source import Location, Passage

replace: Any = replace_
"""Tests name fields by what they are called."""

AT = Location("content/e/essay.yaml", 3, 4, 5)
ELSEWHERE = Location("content/e/1-a.yaml", 9, 9, 9)
NOTE = Passage("A note.", AT)
STATEMENT = Statement("a", "e", Passage("A.", AT), AT, sources=(Source(AT, "Title"),), note=NOTE)
ARGUMENT = Argument("b.for.a", "e", ("e/b",), "e/a", Kind.FOR, AT)
POINT = Point(1, "Point", ("e/a",), AT)
LEFT = {"at", "refs"}
"""Places in files; and what arguments say too."""

OTHER = {
    "text": Passage("B.", AT),
    "role": Role.PREMISE,
    "kind": Kind.AGAINST,
    "aliases": (NOTE,),
    "note": Passage("Another note.", AT),
    "sources": (Source(AT, "Title", "Author"),),
    "quote": NOTE,
    "expect": NOTE,
    "tags": ("tag",),
    "premises": ("e/b", "e/c"),
    "roles": {"e/b": "data"},
    "points": (replace(POINT, prose=NOTE),),
    "statements": (STATEMENT, STATEMENT),
    "arguments": (),
    "authors": ("A",),
    "prose": NOTE,
    "weight": 2.0,
}


def of(statement: Statement = STATEMENT, argument: Argument = ARGUMENT) -> Digests:
    return digests(Essay("e", "E", "e/a", (), (statement,), (argument,), AT))


def other(value: object, name: str) -> object:
    """Return another value of a field."""
    if name in OTHER:
        return OTHER[name]
    if isinstance(value, str):
        return f"{value}x"
    return value + 1 if type(value) is int else not value


def written(kind: type[Statement | Argument | Source]) -> list[str]:
    """Return what an author writes of a thing: no places, nothing that follows from the rest."""
    return [each.name for each in fields(kind) if each.init and each.name != "at"]


@pytest.mark.parametrize("name", written(Statement))
def test_each_part_of_a_statement_counts(name: str) -> None:
    changed = replace(STATEMENT, **{name: other(getattr(STATEMENT, name), name)})
    assert of(changed).statements != of().statements


@pytest.mark.parametrize("name", written(Argument))
def test_each_part_of_an_argument_counts(name: str) -> None:
    changed = replace(ARGUMENT, **{name: other(getattr(ARGUMENT, name), name)})
    assert of(argument=changed).arguments != of().arguments


@pytest.mark.parametrize("name", written(Source))
def test_each_part_of_a_source_counts(name: str) -> None:
    source = replace(STATEMENT.sources[0], **{name: "Other"})
    assert of(replace(STATEMENT, sources=(source,))).statements != of().statements


def test_where_it_stands_does_not_count() -> None:
    moved = replace(
        STATEMENT,
        at=ELSEWHERE,
        text=Passage("A.", ELSEWHERE),
        note=Passage(NOTE.text, ELSEWHERE),
        sources=(Source(ELSEWHERE, "Title"),),
    )
    assert of(moved, replace(ARGUMENT, at=ELSEWHERE)) == of()


def test_there_is_one_digest_for_each() -> None:
    found = of()
    assert [len(found.statements), len(found.arguments)] == [1, 1]
    assert all(len(each) == 16 for each in (*found.statements, *found.arguments))


def test_what_is_shown_elsewhere_is_no_part_of_the_shape() -> None:
    changed = of(replace(STATEMENT, text=Passage("B.", AT)))
    assert changed.shape == of().shape
    assert changed.whole != of().whole
    assert of(replace(STATEMENT, id="c")).shape != of().shape
    assert of(argument=replace(ARGUMENT, weight=2.0)).shape != of().shape


LINK = Passage("See [a](#a).", AT)
LINKING = Essay(
    "e",
    "E",
    "e/a",
    (replace(POINT, prose=LINK),),
    (STATEMENT, replace(STATEMENT, id="b", aliases=(Passage("c", AT),), note=LINK)),
    (),
    AT,
    prose=LINK,
)


def links(essay: Essay) -> bytes:
    return digests(essay, {LINK.text, "[b](#b)"}).links


@pytest.mark.parametrize(
    "changed",
    [
        replace(LINKING, slug="f"),
        replace(LINKING, prose=None),
        replace(LINKING, points=(POINT,)),
        replace(LINKING, points=(replace(POINT, number=2, prose=LINK),)),
        replace(LINKING, statements=LINKING.statements[:1]),
        replace(LINKING, statements=LINKING.statements[::-1]),
        replace(LINKING, statements=(replace(STATEMENT, text=LINK), *LINKING.statements[1:])),
        replace(LINKING, prose=Passage("[b](#b)", AT)),
    ],
)
def test_what_links_and_what_links_may_name_has_a_digest(changed: Essay) -> None:
    assert links(changed) != links(LINKING)


def test_words_without_a_link_are_no_part_of_it() -> None:
    first, *rest = LINKING.statements
    said = replace(first, text=Passage("B.", AT), note=None, role=Role.PREMISE)
    moved = replace(LINKING, prose=Passage(LINK.text, ELSEWHERE))
    assert links(replace(LINKING, statements=(said, *rest))) == links(LINKING) == links(moved)


@pytest.mark.parametrize("name", [each.name for each in fields(Essay) if each.name not in LEFT])
def test_each_part_of_an_essay_counts(name: str) -> None:
    essay = Essay("e", "E", "e/a", (POINT,), (STATEMENT,), (ARGUMENT,), AT)
    changed = replace(essay, **{name: other(getattr(essay, name), name)})
    assert digests(changed).whole != digests(essay).whole
