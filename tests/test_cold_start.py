"""What is loaded before anything is done: a command that needs little waits for little."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    *("anyascii", "babel", "difflib", "graphviz", "importlib.metadata"),
    *("jinja2", "markdown_it", "minify", "msgspec", "pygraphviz", "rapidfuzz", "resvg_py", "rich"),
    *("ruamel", "sentencex", "starlette", "uharfbuzz", "watchfiles", "wcwidth", "yaml"),
}
"""What takes long to load."""

LIGHT = (
    "argsite",
    "argsite.cache",
    "argsite.cli",
    "argsite.errors",
    "argsite.packing",
    "argsite.problems",
    "argsite.source",
    "argsite.version",
)
"""Modules that every command may load."""


def loaded(program: str) -> set[str]:
    """Return the modules that are loaded once a program has run."""
    lines = f"import sys\n{program}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("module", LIGHT)
def test_a_light_module_loads_none_that_is_heavy(module: str) -> None:
    found = loaded(f"import {module}")
    assert not found & {*HEAVY, "argsite.model", "click"}
    assert module in found


def test_the_version_is_told_without_what_builds_need() -> None:
    found = loaded("from argsite.cli import main\nmain(['--version'])")
    assert not found & {*HEAVY, "argsite.model", "argsite.problems"}


def test_the_command_that_builds_is_light_until_it_is_run() -> None:
    found = loaded("from argsite.cli.commands import build")
    assert not found & {*HEAVY, "argsite.model", "argsite.build", "json", "shutil"}


@pytest.mark.parametrize("module", ["argsite.load", "argsite.theme"])
def test_to_read_what_is_remembered_takes_no_parser(module: str) -> None:
    assert not loaded(f"import {module}") & (HEAVY - {"msgspec"})
