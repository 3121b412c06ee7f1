"""What is loaded before anything is done: a command that needs little waits for little."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import write

HEAVY = {
    *("anyascii", "babel", "difflib", "email", "importlib.metadata", "importlib.resources"),
    *("jinja2", "markdown_it", "minify", "msgspec", "pygraphviz", "rapidfuzz", "resvg_py", "rich"),
    *("ruamel", "sentencex", "starlette", "uharfbuzz", "watchfiles", "wcwidth", "xml.parsers"),
    "yaml",
}
"""What takes long to load."""

NOTHING_TO_DO = {
    *HEAVY,
    *("argsite.build", "argsite.model", "argsite.output", "argsite.pages", "filelock"),
    *("argsite.formats", "logging", "multiprocessing", "shutil", "subprocess", "tempfile"),
}
"""What no build loads where nothing changed."""

NOT_IN_AN_EDIT = {
    *HEAVY - {"jinja2", "markdown_it", "msgspec", "xml.parsers", "yaml"},
    *(
        "argsite.diagram.crew",
        "argsite.draft",
        "argsite.formats.yaml.writing",
        "argsite.pages.social_card.drawing",
        "argsite.remote.store",
    ),
    *("concurrent.futures", "multiprocessing", "xml.etree", "zoneinfo"),
}
"""What a build does without where one essay of plain English changed, whose maps are trees."""

LIGHT = (
    "argsite",
    "argsite.cache",
    "argsite.cli",
    "argsite.deeds",
    "argsite.errors",
    "argsite.imprint",
    "argsite.packing",
    "argsite.problems",
    "argsite.source",
    "argsite.stamp",
    "argsite.unchanged",
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
    assert not found & {*HEAVY, "argsite.model", "argsite.build", "shutil", "tempfile"}


@pytest.mark.parametrize("module", ["argsite.load", "argsite.theme"])
def test_to_read_what_is_remembered_takes_no_parser(module: str) -> None:
    assert not loaded(f"import {module}") & (HEAVY - {"msgspec"})


def test_a_site_that_did_not_change_is_read_without_a_parser(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yaml": "title: Small\n"})
    lines = (
        "from pathlib import Path",
        "from argsite.cache import Cache",
        "from argsite.load import Memory, load",
        "from argsite.theme import describe, find",
        f"root = Path({str(tmp_path)!r})",
        "memory = Memory(Cache(root / 'cache'))",
        "assert load(root, print, memory).library",
        "assert describe(find('paper', root), root, print, {}, memory)",
    )
    assert "yaml" in loaded("\n".join(lines))
    assert loaded("\n".join(lines)) & HEAVY == {"msgspec"}


SITE = {
    "content/site.yaml": "title: Small\nurl: https://example.org\n",
    "content/park/essay.yaml": """\
title: Park
date: 2026-03-02
prose: |
  It opens with [its claim](#open), which stands.
contention:
  id: open
  text: The park stays open.
  premises:
    - {id: quiet, text: It is “quiet” there.}
    - id: night
      text: Few go there at night.
      rebuttals: [Many do.]
""",
}


def built(folder: Path) -> set[str]:
    """Build a site; return the modules that are loaded then."""
    asked = ["build", str(folder), "--workers", "1"]
    return loaded(f"from argsite.cli import main\nassert main({asked}) == 0")


def test_a_build_where_nothing_changed_loads_nothing_that_builds(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    assert "jinja2" in built(tmp_path)
    assert built(tmp_path) & NOTHING_TO_DO == set()


def test_an_edit_loads_what_it_needs_alone(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    built(tmp_path)
    place = tmp_path / "content/park/essay.yaml"
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace("Few go", "Few walk"), encoding="utf-8")
    found = built(tmp_path)
    assert found >= {"jinja2", "yaml"}
    assert found & NOT_IN_AN_EDIT == set()
