"""YAML to nodes: every scalar is the text that was written, and knows its place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argsite.formats.characters import FORBIDDEN, decode
from argsite.formats.yaml import nodes, syntax
from argsite.formats.yaml.nodes import Mapping, Node, Scalar, Sequence, parse
from argsite.formats.yaml.syntax import DEEPEST
from argsite.problems import Code, Problem
from argsite.source import Location, Manuscript


def read(text: str) -> tuple[Node | None, list[Problem]]:
    """Parse `text`; return the document and the problems."""
    problems: list[Problem] = []
    return parse(Manuscript("a.yaml", text), problems.append), problems


def value(text: str) -> str:
    """Return the text of key `a` in a YAML text that is correct."""
    node, problems = read(text)
    assert not problems
    assert isinstance(node, Mapping)
    scalar = node.entries["a"].value
    assert isinstance(scalar, Scalar)
    return scalar.text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("012", "012"),
        ("1:30", "1:30"),
        ("1.10", "1.10"),
        ("2024-13-45", "2024-13-45"),
        ("~", "~"),
        ("null", "null"),
        ("", ""),
        ("'it''s'", "it's"),
        ('"a\\tb \\u00e9 \\U0001F600"', "a\tb é 😀"),
        ("one\n  two\n\n  three", "one two\nthree"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("C# and F#", "C# and F#"),
        ("https://example.org/#top", "https://example.org/#top"),
    ],
)
def test_scalars_are_the_text_that_was_written(written: str, text: str) -> None:
    assert value(f"a: {written}") == text


def test_nodes_know_their_places() -> None:
    node, _ = read("# note\nöäü: [one, 'two']\nb:\n  - c: three\n")
    assert isinstance(node, Mapping)
    one_two = node.entries["öäü"].value
    assert isinstance(one_two, Sequence)
    assert node.at == Location("a.yaml", 2, 1)
    assert node.entries["öäü"].key_at == Location("a.yaml", 2, 1, 3)
    assert [each.at for each in one_two.items] == [
        Location("a.yaml", 2, 7, 3),
        Location("a.yaml", 2, 12, 5),
    ]
    below = node.entries["b"].value
    assert isinstance(below, Sequence)
    assert below.items[0].at == Location("a.yaml", 4, 5)


def test_places_hold_behind_windows_line_breaks_and_a_byte_order_mark() -> None:
    problems: list[Problem] = []
    parse(decode("a.yaml", b"\xef\xbb\xbfa: b\r\nc: d\r\nc: e\r\n"), problems.append)
    assert [each.at for each in problems] == [Location("a.yaml", 3, 1)]


def test_a_line_separator_is_refused_with_its_place() -> None:
    node, problems = read("a: b\nc: d\u2028e\n")
    assert node is None
    assert [(each.code, each.at) for each in problems] == [
        (Code.BAD_CHARACTER, Location("a.yaml", 2, 5))
    ]


def test_a_second_of_two_equal_keys_is_reported_and_the_rest_is_read() -> None:
    node, problems = read("a: 1\nb: 2\na: 3\n")
    assert isinstance(node, Mapping)
    assert set(node.entries) == {"a", "b"}
    assert [each.code for each in problems] == [Code.DUPLICATE_KEY]


BILLION_LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 100_000, Code.TOO_DEEP),
        ("{a: " * 100_000, Code.TOO_DEEP),
        ("- " * 3_000 + "a", Code.TOO_DEEP),
        ("? " * 3_000 + "a", Code.BAD_YAML),
        ("\n".join(" " * n + "a:" for n in range(3_000)), Code.TOO_DEEP),
        (BILLION_LAUGHS, Code.FORBIDDEN_YAML),
        ("a: " + "*b" * 100_000, Code.FORBIDDEN_YAML),
    ],
    ids=["brackets", "braces", "lists", "keys", "mappings", "laughs", "stars"],
)
def test_hostile_files_are_refused_at_once(text: str, code: Code) -> None:
    node, problems = read(text)
    assert node is None
    assert [each.code for each in problems] == [code]


def test_nesting_up_to_the_limit_is_read() -> None:
    node, problems = read("[" * DEEPEST + "]" * DEEPEST)
    assert node is not None
    assert not problems


def test_a_character_that_the_parser_refuses_is_a_problem_too() -> None:
    node, problems = read("a: \x07")
    assert node is None
    assert [(each.code, each.message) for each in problems] == [(Code.BAD_YAML, "this is not YAML")]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    node, problems = read(FORBIDDEN.sub("", text))
    assert node is not None or problems


YAML_LIKE = st.lists(
    st.sampled_from([*"-:?[]{},#&*!|>'\"%@`\\ab1 \n\t", "- ", ": ", " #", "\n  ", "<<: ", "..."])
).map("".join)


@given(YAML_LIKE)
def test_no_text_of_yaml_marks_raises(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems
    for problem in problems:
        assert 1 <= problem.at.line <= text.count("\n") + 1


@pytest.fixture
def _slow_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (nodes, syntax):
        monkeypatch.setattr(module, "PARSER", yaml.BaseLoader)


@pytest.mark.usefixtures("_slow_parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c", (1, 5)),
        ("a:\n\tb: c", (2, 1)),
        ("a: 'b", (1, 4)),
        ('a: "b" c', (1, 8)),
        ("a: @b", (1, 4)),
        ("a: [b\nc: d", (1, 4)),
        ("a: b\nc\nd: e", (2, 1)),
    ],
)
def test_the_parser_in_python_is_understood_too(text: str, place: tuple[int, int]) -> None:
    _, problems = read(text)
    (problem,) = problems
    assert (problem.code, problem.at[1:3]) == (Code.BAD_YAML, place)
    assert "expected" not in problem.message
