"""`argsite doctor` finds what is missing or broken, and stumbles over none of it."""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NoReturn

import pytest

from argsite.cli import main
from argsite.cli.health import (
    EXAMINATIONS,
    Finding,
    State,
    drawing,
    examine,
    packages,
    place,
    surroundings,
)
from argsite.cli.health.attempt import Failure, attempt
from argsite.cli.health.packages import module_of
from tests.built import ROOT
from tests.sites import write


def name_of(line: str) -> str:
    """Return the package that a line of requirements names."""
    found = re.match(r"[\w.-]+", line)
    assert found
    return found[0]


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

NAMES = [name_of(line) for line in PROJECT["dependencies"]]

BLOCKED = """\
import sys
for name in {modules!r}:
    sys.modules[name] = None
from argsite.cli import main
sys.exit(main(["doctor", "--format", "json", *sys.argv[1:]]))
"""


def found_without(
    modules: list[str], folder: Path, **settings: str
) -> tuple[int, dict[str, dict[str, str]]]:
    """Run the doctor where modules cannot be loaded; return the exit code and what is missing."""
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED.format(modules=modules), str(folder)],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    told = json.loads(done.stdout)
    findings = {
        finding["what"]: finding for group in told["groups"] for finding in group["findings"]
    }
    assert told["ok"] is (done.returncode == 0)
    return done.returncode, findings


@pytest.mark.parametrize("name", NAMES)
def test_the_module_of_each_package_is_known(name: str) -> None:
    importlib.import_module(module_of(name))


def test_in_a_site_everything_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {})
    before = sorted(tmp_path.rglob("*"))
    assert main(["doctor", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for name, _, _ in EXAMINATIONS:
        assert f"{name}\n" in said
    assert re.search(r"✓ Graphviz: \d+\.[\d.]+, within the process", said)
    assert "✓ content: 1 essay, 1 statement\n" in said
    assert said.endswith("\nEverything that is needed is there.\n")
    assert sorted(tmp_path.rglob("*")) == before, "nothing is left behind"


def test_without_a_site_there_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["doctor"]) == 0
    assert "! site: there is none here\n    `argsite new DIR` makes one" in capsys.readouterr().out


def test_mistakes_of_the_author_are_counted(tmp_path: Path) -> None:
    write(tmp_path, {"content/a/essay.yaml": "title: A\ncontention: {txt: A.}\n"})
    found = {each.what: each for each in place.site(tmp_path)}
    assert found["content"].said == "1 essay, 1 statement; 1 error and 0 warnings"
    assert found["content"].state is State.NOTE


def test_an_output_that_is_not_ours_is_said(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_bytes(b"mine")
    found = {each.what: each for each in place.site(tmp_path)}
    assert found["output"].state is State.MISSING
    assert "thesis.txt" in found["output"].said


def test_what_is_broken_is_told_from_what_is_missing() -> None:
    def broken() -> NoReturn:
        raise OSError("libcairo.so: cannot open\nmore")

    assert attempt(broken) == Failure("libcairo.so: cannot open")
    assert attempt(lambda: importlib.import_module("no_such_module")) == Failure(
        "No module named 'no_such_module'", is_absent=True
    )
    assert attempt(lambda: 3) == 3


def test_a_broken_part_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(_root: Path | None) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(surroundings, "terminal", bug)
    groups = {group.name: group.findings for group in examine(None)}
    assert groups["Terminal"] == (
        Finding("Terminal", "cannot be examined: ZeroDivisionError", State.MISSING),
    )


def test_without_the_library_the_program_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "dot"
    program.write_text(
        "#!/bin/sh\n"
        'case "$1" in -V) echo "dot - graphviz version 12.2.1 (0)" >&2;;\n'
        '*) printf \'graph 1 1 1\\nnode "a" 1 1\\nnode "b" 1 1\\nstop\\n\';; esac\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(drawing, "_by_library", _no_library)
    graphviz, library = drawing.diagrams(None)
    assert graphviz == Finding("Graphviz", f"12.2.1, the program {program}; a drawing came out")
    assert library.state is State.NOTE


def test_without_any_graphviz_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(drawing, "_by_library", _no_library)
    (graphviz,) = drawing.diagrams(None)
    assert graphviz == Finding(
        "Graphviz",
        "does not draw: there is no wheel; there is no program `dot`",
        State.MISSING,
        "pip install pygraphviz, or install your system's package graphviz",
    )


def _no_library() -> NoReturn:
    raise ImportError("there is no wheel")


@pytest.mark.parametrize("site", [{}, {"content/site.yaml": "title: S\nsearch: pagefind\n"}])
def test_where_every_package_is_broken_each_is_named(site: dict[str, str], tmp_path: Path) -> None:
    write(tmp_path, site)
    modules = [module_of(name) for name in NAMES if name != "click"]
    code, found = found_without([*modules, "pagefind"], tmp_path, PATH="")
    assert code == 1
    required = {name_of(line) for line in importlib.metadata.requires("argsite") or ()}
    for name in NAMES:
        # What was installed may be another state than this one, with other packages.
        if name in required - {"click", "pygraphviz"}:
            assert found[name]["state"] == "missing"
            assert found[name]["advice"].startswith("pip install")
    for what in ("Graphviz", "cards", "content"):
        assert found[what]["state"] == "missing"


def test_one_package_less(tmp_path: Path) -> None:
    code, found = found_without(["rich"], tmp_path)
    assert code == 1
    missing = [what for what, each in found.items() if each["state"] == "missing"]
    assert missing == ["rich"]
    assert "does not load" in found["rich"]["said"]
    assert found["rich"]["advice"].startswith("pip install --force-reinstall 'rich>=")


def test_run_from_its_source_it_knows_of_no_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> NoReturn:
        raise importlib.metadata.PackageNotFoundError(name)

    for asked in ("metadata", "requires", "version"):
        monkeypatch.setattr(packages, asked, unknown)
    argsite, *_ = packages.own(None)
    assert argsite.state is State.NOTE
    assert argsite.said.startswith("run from its source in ")
    assert not list(packages.required(None))
    assert not list(packages.extras(None))


def test_a_package_that_is_too_old_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "requires", lambda _: ["click>=99.1", "no-such-thing"])
    assert list(packages.required(None)) == [
        Finding(
            "click",
            f"{importlib.metadata.version('click')} is too old or too new (needs >=99.1)",
            State.MISSING,
            "pip install 'click>=99.1'",
        ),
        Finding(
            "no-such-thing",
            "is not installed (needs any)",
            State.MISSING,
            "pip install 'no-such-thing'",
        ),
    ]


def test_an_encoding_without_lines_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "argsite", "doctor"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "\n  ! encoding: ascii lacks the lines and marks" in done.stdout
    assert "\n  + Graphviz: " in done.stdout


def test_a_cache_that_is_not_used_is_told_of_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".cache").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (found,) = (each for each in place.site(tmp_path) if each.what == "cache")
    assert found.state is State.NOTE
    assert found.said == (
        f"it is not used: {tmp_path / '.cache/argsite'} is reached by a link;"
        " each build makes all anew"
    )
