"""What holds for the code as a whole: layers, homes of libraries, size, tests beside modules."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "argsite"
TESTS = ROOT / "tests"

MODULES = sorted(place.relative_to(PACKAGE).as_posix() for place in PACKAGE.rglob("*.py"))

HOMES = {
    "anyascii": "formats",
    "babel": "language",
    "click": "cli",
    "distributed": "cluster",
    "filelock": "output",
    "fsspec": "remote",
    "graphviz": "diagram",
    "h11": "serve",
    "jinja2": "pages",
    "lsprotocol": "language_server",
    "markdown_it": "markdown",
    "markupsafe": "pages",
    "mdit_py_plugins": "markdown",
    "minify": "theme",
    "msgspec": "packing",
    "packaging": "cli",
    "pagefind": "pages",
    "pygls": "language_server",
    "pygraphviz": "diagram",
    "rapidfuzz": "check",
    "resvg_py": "pages",
    "rich": "cli",
    "ruamel": "formats",
    "sentencex": "draft",
    "starlette": "serve",
    "uharfbuzz": "pages",
    "uvicorn": "serve",
    "watchfiles": "serve",
    "wcwidth": "diagram",
    "yaml": "formats",
}
"""Each foreign library and the one part of the package that knows it."""

PURE = ("analysis/", "check/", "diagram/dot.py", "editing/", "formats/", "markdown/", "model/")
"""What reads no file, no clock and no chance: the same values give the same values."""

IMPURE = {
    "io", "os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile",
    "time", "uuid",
}  # fmt: skip

LONGEST = 250
"""Lines of a module that still reads at one sitting."""


@cache
def tree(module: str) -> ast.Module:
    """Return a module as Python reads it."""
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """Yield the top-level names that a module imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def calls(module: str) -> set[str]:
    """Return the calls of a module as they are written, such as `print` or `sys.exit`."""
    return {ast.unparse(node.func) for node in ast.walk(tree(module)) if isinstance(node, ast.Call)}


def test_imports_go_down_only() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for_and_is_short(module: str) -> None:
    first_line = (ast.get_docstring(tree(module)) or "").partition("\n")[0]
    assert first_line.endswith("."), "the docstring's first line is one sentence"
    lines = (PACKAGE / module).read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST


def test_each_library_has_one_home() -> None:
    homes = {
        (library, module.partition("/")[0].removesuffix(".py"))
        for module in MODULES
        for library in imports(module)
        if library not in sys.stdlib_module_names and library != "argsite"
    }
    assert homes == set(HOMES.items())


def test_only_the_command_line_prints_and_exits() -> None:
    speaking = {
        module
        for module in MODULES
        if calls(module) & {"print", "input", "exit", "quit", "sys.exit", "os._exit", "SystemExit"}
        or "sys.std" in ast.unparse(tree(module))
    }
    ending = {"__main__.py", "fork.py"}  # a process that was forked ends itself
    assert {each for each in speaking if not each.startswith("cli/")} == ending


@pytest.mark.parametrize("module", [each for each in MODULES if each.startswith(PURE)])
def test_pure_modules_ask_nothing_of_the_machine(module: str) -> None:
    assert not set(imports(module)) & IMPURE
    asking = {
        call for call in calls(module) if re.search(r"(^|\.)(open|now|today|read_text)$", call)
    }
    assert not asking


BROAD = {
    "cli/__init__.py",  # a bug gets its exit code, and a shell that completes hears of none
    "making/workers.py",  # what goes wrong in a worker is raised again by the process that asked
    "cli/health/attempt.py",  # to find what is broken in any way is what `argsite doctor` is for
    "remote/fault.py",  # each kind of store has exceptions of its own, and none has a common base
    "serve/app.py",  # as is so for one request
    "serve/session.py",  # a preview outlives a bug that one change or page meets, and tells of it
}
"""Where every exception is caught."""


def test_only_the_command_line_and_the_preview_catch_every_exception() -> None:
    broad = {
        module
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or "Exception" in re.findall(r"\w+", ast.unparse(node.type)))
    }
    assert broad == BROAD


def test_a_silenced_rule_has_a_reason_beside_it() -> None:
    silenced = re.compile(r"# (noqa|type: ignore)")
    reasoned = re.compile(r"# (noqa: [A-Z]+\d+(, [A-Z]+\d+)*|type: ignore\[[a-z-]+\]) +(#|-) ?\w")
    without = [
        f"{place.relative_to(ROOT)}:{number}: {line.strip()}"
        for folder in (PACKAGE, TESTS)
        for place in sorted(folder.rglob("*.py"))
        if place != Path(__file__) and "node_modules" not in place.parts
        for number, line in enumerate(place.read_text(encoding="utf-8").splitlines(), 1)
        if silenced.search(line) and not reasoned.search(line)
    ]
    assert not without


COVERED = {
    "__main__.py": "test_cli.py",
    "build.py": "test_cli.py",
    "deeds.py": "test_output.py",
    "editing/edits.py": "editing/test_renaming.py",
    "editing/links.py": "editing/test_mentions.py",
    "editing/naming.py": "editing/test_renaming.py",
    "editing/sameness.py": "editing/test_renaming.py",
    "editing/writing.py": "editing/test_mentions.py",
    "errors.py": "test_cli.py",
    "model/": "test_load.py",
    "outcome.py": "test_cli.py",
    "pages/": "test_golden_sites.py",
    "problems.py": "test_load.py",
    "remote/difference.py": "remote/test_publish.py",
    "remote/listing.py": "remote/test_publish.py",
    "remote/loop.py": "remote/test_file_system.py",
    "serve/answers.py": "serve/test_app.py",
    "serve/news.py": "serve/test_app.py",
    "serve/server.py": "serve/test_app.py",
    "stopwatch.py": "test_cli.py",
    "unchanged.py": "test_stamp.py",
    "source.py": "test_load.py",
}
"""Modules and packages that need no test module of their own, and the one that tests them."""

WHOLE = {
    *("test_accessibility_tree.py", "test_lists_in_browser.py"),
    *("test_architecture.py", "test_cold_start.py", "test_golden_sites.py", "test_packaging.py"),
    *("test_site_html.py", "test_site_in_browser.py", "test_search_in_browser.py"),
    *("test_map_in_browser.py", "test_odd_maps_in_browser.py", "test_sharing_in_browser.py"),
    *("test_robust_scripts_in_browser.py", "test_serve_in_browser.py", "test_guide.py"),
    *("test_own_content.py", "test_supply_chain.py", "test_security_policy.py"),
    *("test_themes_in_browser.py", "test_security_in_browser.py", "test_weight_in_browser.py"),
    *("test_previews_in_browser.py", "test_what_if_in_browser.py", "test_what_if_semantics.py"),
    "test_serve_in_browser.py",
    *("test_keys_in_browser.py", "test_print.py", "test_reading_in_browser.py"),
}
"""Test modules that are about the project as a whole."""


def mirrors(module: str) -> Iterator[str]:
    """Yield the test modules that may test a module: its own, then those of its packages."""
    path = Path(module)
    parts = path.parent if path.name == "__init__.py" else path.with_suffix("")
    while parts.name:
        yield (parts.parent / f"test_{parts.name}.py").as_posix()
        yield (parts / f"test_{parts.name}.py").as_posix()
        parts = parts.parent


def test_each_module_is_mirrored_by_a_test_module() -> None:
    untested = {
        module
        for module in MODULES
        if any(isinstance(node, ast.ClassDef | ast.FunctionDef) for node in tree(module).body)
        and not any(module.startswith(covered) for covered in COVERED)
        and not any((TESTS / test).is_file() for test in mirrors(module))
    }
    assert not untested


def test_each_test_module_mirrors_a_module() -> None:
    tests = {place.relative_to(TESTS).as_posix() for place in TESTS.rglob("test_*.py")}
    tests = {each for each in tests if not each.startswith("node_modules/")}
    mirroring = {test for module in MODULES for test in mirrors(module)}
    mirroring |= {f"test_{tool.name}" for tool in TESTS.glob("*.py")}
    mirroring |= {f"tools/test_{tool.name}" for tool in TESTS.glob("tools/*.py")}
    attacks = {each for each in tests if each.startswith("torture/")}
    assert tests - mirroring - attacks == WHOLE


def test_what_is_named_here_is_there() -> None:
    for covered in COVERED:
        assert (PACKAGE / covered).exists()
    for test in {*COVERED.values(), *WHOLE}:
        assert (TESTS / test).is_file()
