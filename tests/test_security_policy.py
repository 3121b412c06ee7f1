"""SECURITY.md: each promise names tests that hold it, and those are there."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache

import pytest

from tests.built import ROOT

POLICY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

NAMED = sorted(set(re.findall(r"`(tests/[\w/.]+\.py)(?:::(\w+))?`", POLICY)))


@cache
def names_in(path: str) -> set[str]:
    """Return the names of functions, classes and values of a module."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    found = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {each.id for each in node.targets if isinstance(each, ast.Name)}
    return found


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_each_test_that_is_named_is_there(path: str, name: str) -> None:
    assert (ROOT / path).is_file()
    assert not name or name in names_in(path)
    assert not name or name.lower().startswith("test")


def section(title: str) -> str:
    """Return what stands under a heading, or another line that stands alone."""
    found = re.search(rf"^{title}\n(.*?)(?=^## |\Z)", POLICY, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def rows(title: str) -> list[str]:
    """Return the rows of the tables under a line, without their heads."""
    lines = section(title).splitlines()
    beginnings = [number + 1 for number, line in enumerate(lines) if line.startswith("|---")]
    found = []
    for beginning in beginnings:
        for line in lines[beginning:]:
            if not line.startswith("|"):
                break
            found.append(line)
    return found


@pytest.mark.parametrize("title", ["## What is promised", "Each of these is a test here:"])
def test_each_promise_names_a_test(title: str) -> None:
    found = rows(title)
    assert found
    for row in found:
        assert "`tests/" in row, row


def test_it_says_what_a_policy_has_to_say() -> None:
    for title in (
        "How to report a fault",
        "Who is trusted, and who is not",
        "What is not promised",
    ):
        assert section(f"## {title}").strip()


def test_the_version_is_one_that_is_supported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    series = ".".join(project["version"].split(".")[:2])
    assert f"| {series} | yes |" in rows("## Supported versions")


def test_it_names_no_address_that_nobody_reads() -> None:
    assert not re.search(r"[\w.]+@[\w.]+|https?://", POLICY)
