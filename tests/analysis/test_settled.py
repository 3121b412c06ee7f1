"""Who settled a statement, and against what."""

from __future__ import annotations

import pytest

from argsite.analysis import explain, flatten, stand
from argsite.language import ENGLISH
from tests.analysis.notation import key, name, read


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("P > C; C accepted", "The author accepts it."),
        ("P -> C; C accepted", "The author accepts it, although P speaks against it."),
        (
            "P + Q -> C; C accepted",
            "The author accepts it, although P and Q together speak against it.",
        ),
        ("P -> C; C rejected", "The author rejects it."),
        ("P > C; C rejected", "The author rejects it, although P speaks for it."),
        ("P > C; Q > C; C rejected", "The author rejects it, although P and Q speak for it."),
    ],
)
def test_what_the_author_settled(notation: str, expected: str) -> None:
    graph = read(notation)
    assert flatten(explain(ENGLISH, graph, stand(graph), key("C")), name) == expected


@pytest.mark.parametrize(
    ("holds", "expected"),
    [
        (True, "The reader accepts it, although Q speaks against it."),
        (False, "The reader rejects it, although P speaks for it."),
    ],
)
def test_what_the_reader_settled(holds: bool, expected: str) -> None:  # noqa: FBT001 - a parameter of the test
    graph = read("P > C; Q -> C")
    standing = stand(graph, {key("C"): holds})
    assert flatten(explain(ENGLISH, graph, standing, key("C")), name) == expected


def test_what_a_reader_settled_is_not_put_down_to_the_author() -> None:
    graph = read("P > C; C accepted")
    standing = stand(graph, {key("P"): False, key("C"): False})
    for each in ("P", "C"):
        told = flatten(explain(ENGLISH, graph, standing, key(each)), name)
        assert told == "The reader rejects it."
