"""YAML written by hand-made rules reads back as what was written."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from argsite.formats.characters import FORBIDDEN
from argsite.formats.yaml.nodes import Mapping, Scalar, Sequence, parse
from argsite.formats.yaml.writing import WIDTH, Entry, Item, Literal, write
from argsite.problems import Problem
from argsite.source import Manuscript

TEXT = st.text(max_size=150).filter(
    lambda text: not FORBIDDEN.search(text) and not {"\u2028", "\u2029", "\r"} & set(text)
)
WORDS = st.lists(
    st.sampled_from(
        [
            "ab",
            "c:",
            "#d",
            "-",
            "'e'",
            '"',
            "null",
            "12",
            "f" * 30,
            "é",
            ": g",
            "[",
            "?",
            "h}",
            "i]",
        ]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


def read(text: str) -> Mapping:
    """Read YAML as the rest of the program does."""
    problems: list[Problem] = []
    node = parse(Manuscript("a.yaml", text), problems.append)
    assert not problems, text
    assert isinstance(node, Mapping)
    return node


def scalar(mapping: Mapping, key: str) -> str:
    """Return the text of a key."""
    value = mapping.entries[key].value
    assert isinstance(value, Scalar)
    return value.text


def test_a_file_reads_well() -> None:
    statement = (
        Entry("id", "a", above=("guess: premise",)),
        Entry(
            "text", "A text that is so long that it does not fit on one line, and is folded " * 2
        ),
    )
    entries = (
        Entry("number", 1),
        Entry("title", "Lamps: bright", beside="guess"),
        Entry("prose", Literal("One line.\n\n  Another.\n")),
        Entry("plain", "A text."),
        Entry("premises", (Item("Bare."), Item((statement[0],)), Item((*statement[:1],)))),
    )
    assert write(entries, ("yaml-language-server: $schema=x", "About.")) == (
        "# yaml-language-server: $schema=x\n"
        "# About.\n"
        "number: 1\n"
        'title: "Lamps: bright"  # guess\n'
        "prose: |\n"
        "  One line.\n"
        "\n"
        "    Another.\n"
        "plain: A text.\n"
        "premises:\n"
        "  - Bare.\n"
        "  # guess: premise\n"
        "  - id: a\n"
        "  # guess: premise\n"
        "  - id: a\n"
    )


def test_a_long_text_is_folded() -> None:
    text = "word " * 30 + "end"
    written = write((Entry("text", text, beside="guess"),))
    assert written.startswith("# guess\ntext: >-\n  word ")
    assert max(map(len, written.splitlines())) <= WIDTH
    assert scalar(read(written), "text") == text


@given(st.one_of(TEXT, WORDS))
def test_a_text_reads_back(text: str) -> None:
    written = write((Entry("a", text), Entry("b", (Item(text), Item((Entry("c", text),))))))
    node = read(written)
    assert scalar(node, "a") == text
    items = node.entries["b"].value
    assert isinstance(items, Sequence)
    first, second = items.items
    assert isinstance(first, Scalar)
    assert isinstance(second, Mapping)
    assert first.text == scalar(second, "c") == text
    # Other programs, which know types, take it for a text as well.
    assert yaml.safe_load(written)["a"] == text


@given(st.one_of(TEXT, WORDS))
def test_lines_read_back(text: str) -> None:
    lines = text.strip("\n")
    if lines.strip():
        node = read(write((Entry("a", (Entry("b", Literal(lines)),)), Entry("c", "d"))))
        inner = node.entries["a"].value
        assert isinstance(inner, Mapping)
        assert scalar(inner, "b") == f"{lines}\n"
