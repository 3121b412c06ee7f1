"""The yaml-test-suite: what is YAML is read for what it says or refused by name, the rest refused.

PyYAML's two parsers read YAML 1.1 with habits of their own. What they do otherwise is listed here,
document by document, so that a change of theirs is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from argsite.build import check
from argsite.formats.characters import decode, examine
from argsite.formats.yaml import nodes, read_site, read_theme, syntax
from argsite.formats.yaml.laid_out import read_tree
from argsite.formats.yaml.layout import lay_out
from argsite.formats.yaml.nodes import Node, parse
from argsite.formats.yaml.tree import comments_of
from argsite.problems import Problem, is_error
from argsite.source import Manuscript
from tests.sites import SMALL_ESSAY, write
from tests.suites import Document, yaml_documents
from tests.torture import yaml_events

TOO_NEW = {
    "a ':' that touches its value, or is not on the line of its key, in brackets": {
        *("4MUZ-0", "4MUZ-1", "4MUZ-2", "58MP", "5MUD", "5T43", "9SA2", "DBG4", "HM87-0"),
        *("K3WX", "NJ66", "VJP3-1"),
    },
    "a ':' with nothing before it or after it": {
        *("2JQS", "CFD4", "FRK4", "NHX8", "S3PD", "SM9W-1", "UKK6-0"),
    },
    "a tab between a mark and its value, or on a line of its own": {
        *("6BCT", "6CA3", "A2M4", "DK95-0", "DK95-3", "DK95-4", "Q5MG", "Y79Y-10"),
    },
    "a block that is all of the file, and not indented": {"DK3J", "FP8R"},
}
"""YAML that no parser of PyYAML reads: it is refused."""

TOO_NEW_FOR_C = {"4ABK", "96NN-0", "96NN-1", "R4YG", "Y79Y-1"}
"""A key without a ':' in brackets, a tab at the start of a block: the C parser refuses them."""

TOO_NEW_FOR_PYTHON = {
    *("6HB6", "DC7X", "DK95-5", "HS5T", "J3BT", "JR7V", "K54U", "NB6Z", "UV7Q", "Y79Y-2"),
}
"""Tabs after a value, '?' within a text in brackets: the parser in Python refuses them."""

LENIENT = {
    "9C9N": "lines of a list in brackets need not be indented",
    "QB6E": "lines of a quoted text need not be indented",
    "DK95-1": "a tab may indent a line of a quoted text",
    "S98Z": "blank lines above a block may be wider than it",
    "G5U8": "'-' is a text in brackets",
    "YJV2": "'-' is a text in brackets",
}
"""What is no YAML and is read all the same, since no word of it is lost."""

LENIENT_IN_C = {
    "MUS6-0": "what follows a version is dropped",
    "Y79Y-3": "a tab may indent a line in brackets",
}
"""The same, for the C parser."""

OTHERWISE = {
    "652Z": "'?' before a word in brackets is taken for the mark of a key",
    "HM87-1": "'?' before a word in brackets is taken for the mark of a key",
    "JEF9-2": "a line of spaces at the end of a file has no line break",
    "L24T-1": "a line of spaces at the end of a file has no line break",
}
"""What is read as something else."""


def read(document: Document) -> tuple[Node | None, list[Problem]]:
    """Return what is read of a document, and its errors."""
    problems: list[Problem] = []
    manuscript = decode("essay.yaml", document.text.encode())
    node = parse(manuscript, problems.append) if examine(manuscript, problems.append) else None
    return node, [each for each in problems if is_error(each)]


@pytest.fixture(params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let each of PyYAML's parsers read; return the language that it is written in."""
    name = str(request.param)
    for module in (nodes, syntax):
        monkeypatch.setattr(module, "PARSER", yaml.CBaseLoader if name == "C" else yaml.BaseLoader)
    nodes._parsed.cache_clear()  # noqa: SLF001 - what the other parser read is kept there
    yield name
    nodes._parsed.cache_clear()  # noqa: SLF001 - as above


def test_yaml_is_read_for_what_it_says_or_refused_by_name(parser: str) -> None:
    refused: set[str] = set()
    otherwise: set[str] = set()
    agreed = named = 0
    for document in yaml_documents():
        if document.fails:
            continue
        node, errors = read(document)
        if errors and yaml_events.unused(document):
            named += 1
        elif errors:
            refused.add(document.name)
        else:
            assert node is not None
            assert not yaml_events.unused(document) - {"a directive"}, document
            same = yaml_events.read(node) == yaml_events.due(document)
            agreed += same
            otherwise |= set() if same else {document.name}
    own = TOO_NEW_FOR_C if parser == "C" else TOO_NEW_FOR_PYTHON
    assert refused == set().union(own, *TOO_NEW.values())
    assert otherwise == OTHERWISE.keys()
    assert (agreed, named) == ((172, 98) if parser == "C" else (170, 95))


def test_what_is_no_yaml_is_refused(parser: str) -> None:
    wrong = [each for each in yaml_documents() if each.fails]
    assert len(wrong) == 94
    taken = {each.name for each in wrong if not read(each)[1]}
    assert taken == LENIENT.keys() | (LENIENT_IN_C.keys() if parser == "C" else set())


@pytest.mark.parametrize("name", sorted({*LENIENT, *LENIENT_IN_C} - {"MUS6-0"}))
def test_no_word_is_lost_of_what_is_read_all_the_same(name: str) -> None:
    (document,) = (each for each in yaml_documents() if each.name == name)
    node, _ = read(document)
    assert node
    said = " ".join(each.removeprefix("=VAL") for each in yaml_events.read(node))
    written = re.sub(r"(?m)^ *#.*", "", document.text)
    assert set(re.findall(r"\w+", written)) <= set(re.findall(r"\w+", said))


def test_each_document_as_an_essay_and_as_a_point_is_refused_where_it_stands(
    tmp_path: Path,
) -> None:
    # None of them is an essay or a point; what matters is that each gets an error of its own.
    contents = {}
    for document in yaml_documents():
        name = document.name.lower()
        contents[f"content/essay-{name}/essay.yaml"] = document.text
        contents[f"content/point-{name}/essay.yaml"] = SMALL_ESSAY
        contents[f"content/point-{name}/1-point.yaml"] = document.text
    write(tmp_path, contents)
    problems = check(tmp_path).problems
    wrong = {each.at.path for each in problems if is_error(each)}
    assert wrong == {path for path, text in contents.items() if text != SMALL_ESSAY}
    for each in problems:
        assert 1 <= each.at.line <= contents[each.at.path].count("\n") + 1


def test_each_document_as_a_sites_settings_and_as_a_themes_is_refused() -> None:
    for document in yaml_documents():
        manuscript = Manuscript("a.yaml", document.text)
        for reader in (read_site, read_theme):
            problems: list[Problem] = []
            reader(manuscript, problems.append)
            assert any(is_error(each) for each in problems), document


def test_what_is_read_is_written_in_one_style_without_a_change_of_what_it_says() -> None:
    laid_out = 0
    for document in yaml_documents():
        rows = document.text.removesuffix("\n").split("\n")
        inner = "".join(f"  {row}\n" if row else "\n" for row in rows)
        for text in (document.text, f"title: T\nnote:\n{inner}"):
            manuscript = decode("a.yaml", text.encode())
            before, errors = read(document._replace(text=text))
            tree = None if errors else read_tree(manuscript)
            if before is None or tree is None:
                continue
            laid_out += 1
            written = Manuscript("a.yaml", lay_out(tree))
            after, errors = read(document._replace(text=written.text))
            assert after is not None, written
            assert says(after) == says(before), written
            again = read_tree(written)
            assert again, written
            assert comments_of(again) == comments_of(tree), written
    assert laid_out > 250


def says(node: Node) -> list[str]:
    """Return the events of what was read; a text of nothing but blank lines is an empty one."""
    return [each if each[5:].strip() else each[:5].strip() for each in yaml_events.read(node)]
