"""Where Argsite's parts come from: what it asks for has bounds, and what tests run with is locked.

That the lowest versions do is tried by `make lowest` (tests/tools/lowest.py), which takes long.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.built import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKED = (ROOT / "tests" / "locked.txt").read_text(encoding="utf-8")

PARTS = [each.rstrip() for each in re.split(r"\n(?=\S)", LOCKED) if not each.startswith("#")]
"""The lines of each package of the lock."""


def asked() -> dict[str, list[str]]:
    """Return what is asked for, by the table of pyproject.toml that asks."""
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    found = {"dependencies": project["dependencies"], **project["optional-dependencies"]}
    found |= {
        f"group {name}": [each for each in group if isinstance(each, str)]
        for name, group in groups.items()
    }
    return {**found, "build-system": PROJECT["build-system"]["requires"]}


ASKED = [(table, line) for table, lines in asked().items() for line in lines]


@pytest.mark.parametrize(("table", "line"), ASKED)
def test_each_dependency_has_a_lower_bound(table: str, line: str) -> None:
    operators = {each.operator for each in Requirement(line).specifier}
    assert operators & {">=", "=="}, f"{table}: {line}"


@pytest.mark.parametrize(
    ("table", "line"), [(table, line) for table, line in ASKED if table != "group bench"]
)
def test_the_lock_is_up_to_date(table: str, line: str) -> None:
    requirement = Requirement(line)
    name = canonicalize_name(requirement.name)
    found = {canonicalize_name(each.name): each.specifier for each in map(_pinned, PARTS)}
    assert name in found, f"{table} asks for {name}: run `make lock`"
    (pin,) = found[name]
    assert requirement.specifier.contains(pin.version), f"{table}: {line}: run `make lock`"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.partition("=")[0])
def test_each_package_of_the_lock_is_pinned_and_has_hashes(part: str) -> None:
    first, *hashes = (line.removesuffix("\\").strip() for line in part.splitlines())
    assert [each.operator for each in Requirement(first).specifier] == ["=="]
    assert hashes
    for each in hashes:
        assert re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each)


def test_the_lock_names_no_host_and_no_place() -> None:
    assert not re.search(r"://|@|--(?:extra-)?index-url|--find-links|/", LOCKED)


def test_the_lock_holds_for_every_python_that_is_supported() -> None:
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains("3.11")
    markers = {str(each.marker) for each in map(_pinned, PARTS) if each.marker}
    assert any('python_full_version < "3.12"' in each for each in markers)
    assert any("win32" in each for each in markers)


def test_a_locked_environment_can_build_the_package() -> None:
    groups = PROJECT["dependency-groups"]
    assert set(PROJECT["build-system"]["requires"]) <= set(groups["build"])
    assert {"include-group": "build"} in groups["dev"]


def test_tests_run_with_what_is_locked() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--require-hashes --requirement tests/locked.txt" in makefile
    assert "--no-deps --no-build-isolation --editable ." in makefile


def _pinned(part: str) -> Requirement:
    return Requirement(part.partition("\n")[0].removesuffix("\\"))
