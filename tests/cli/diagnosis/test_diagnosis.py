"""A bug report is filled in and holds nothing private: no text, no path, no name, no secret."""

from __future__ import annotations

import getpass
import json
import locale
import os
import platform
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argsite.cli import main
from argsite.cli.diagnosis import content, crash, machine, write
from argsite.problems import Code
from tests.effort import effort
from tests.sites import write as write_site

MARK = "Xq7zv"
"""Stands in everything that is private."""

PRIVATE = {
    f"content/{MARK.lower()}/essay.yaml": f"""\
title: {MARK} title
author: {MARK} author
description: {MARK} description
{MARK}: an unknown key
contention:
  id: {MARK.lower()}-id
  text: {MARK} contention
  sources: [{{ref: {MARK}, quote: {MARK}}}]
  premises:
    - {{ref: {MARK.lower()}-missing}}
    - text: "{MARK} [link](http://{MARK}.example) <b>{MARK}</b>"
      rebuttals: [{{text: {MARK} rebuttal, note: {MARK}}}]
  {MARK}: another
points:
  - {{number: 1, title: {MARK}, prose: "{MARK} {MARK}"}}
""",
    f"content/{MARK.lower()}/{MARK}.yaml": f"{MARK}: [",
    "content/site.yaml": f"""\
title: {MARK} site
author: {MARK}
url: https://{MARK}.example/{MARK}
theme: {MARK}
options: {{accent: {MARK}, {MARK}: 1}}
checks: {{{MARK}: off, derived-id: off}}
{MARK}: a key of my own
""",
    f"themes/{MARK}/theme.yaml": f"{MARK}: {MARK}\n",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a home with private names, and go there."""
    folder = tmp_path / f"home-of-{MARK}"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(folder))
    for name in ("USER", "USERNAME", "LOGNAME", "HOSTNAME", "API_KEY", "TERM", "EDITOR"):
        monkeypatch.setenv(name, f"{MARK}-{name}")
    monkeypatch.chdir(folder)
    return folder


def reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the report on the site in a folder."""
    capsys.readouterr()
    assert main(["doctor", "--report", str(folder)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def parts(report: str) -> dict[str, list[str]]:
    """Return the lines of a report, by the title that they stand under."""
    _, *found = re.split(r"^## ", report, flags=re.MULTILINE)
    lines = (each.splitlines() for each in found)
    return {title: [line for line in rest if line] for title, *rest in lines}


def test_it_is_filled_in(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(home, {"content/site.yaml": "title: S\nchecks: {derived-id: off}\n"})
    found = parts(reported(home, capsys))
    assert list(found) == [
        *("What I did", "What I expected", "What came instead"),
        *("Argsite and what runs it", "Surroundings", "Packages", "Not well"),
        *("Site", "Problems", "Keys of site.yaml", "Last bug"),
    ]
    machine_ = found["Argsite and what runs it"]
    assert f"- Python: {platform.python_version()} CPython" in machine_
    assert any(re.fullmatch(r"- Graphviz: \d+\.[\d.]+, within the process", _) for _ in machine_)
    assert any(re.fullmatch(r"- click: \d+\.[\d.]+", each) for each in found["Packages"])
    assert found["Site"][:2] == ["- essays: 1", "- statements: 1"]
    assert found["Keys of site.yaml"] == ["- checks", "- title", "- checks.derived-id"]
    assert found["Last bug"] == ["none was kept"]


def test_kinds_of_problems_are_counted(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(home, {"content/a/essay.yaml": "title: A\ncontention: {txt: A., tex: B.}\n"})
    assert "- unknown-key: 2 (error)" in parts(reported(home, capsys))["Problems"]


def test_without_a_site_it_is_about_the_machine(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home
    assert main(["doctor", "--report"]) == 0
    assert parts(capsys.readouterr().out)["Site"] == ["none"]


def test_nothing_private_is_in_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(home, PRIVATE)
    error = ValueError(f"{MARK}: the text of an author")
    error.add_note(f'In a process beside this one:\n  File "{home}/{MARK}.py", line 3, in {MARK}\n')
    crash.keep(error, ["build", str(home), f"--{MARK}", "-o", MARK])
    report = reported(home, capsys)
    assert MARK.lower() not in report.lower()
    for private in (str(home), str(Path(__file__).parents[3]), sys.prefix, platform.node()):
        assert private not in report
    found = parts(report)
    assert "- options.(keys that Argsite does not know: 1)" in found["Keys of site.yaml"]
    assert found["Last bug: argsite 0.1.0, `argsite build -o`, exit code 70"][1] == "ValueError"


@pytest.mark.skipif(getpass.getuser() in {"root", "user"}, reason="the name is a word of its own")
def test_the_user_is_not_in_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(home, {})
    assert getpass.getuser() not in reported(home, capsys)


PLACES = [
    "content/site.yaml",
    "content/a/essay.yaml",
    "content/a/b.yaml",
    "content/a/c.md",
    "argsite.lock",
]
SHAPES = [
    "{}",
    "{}: x\n",
    "title: {}\n",
    "title: S\ntheme: {}\n",
    "title: S\nchecks:\n  {}: off\n",
    "title: S\noptions:\n  {}: {}\n",
    "title: S\nlanguage: {}\n",
    "title: A\ncontention: {{id: {}, text: {}}}\n",
    "title: A\ncontention: {{text: x, premises: [{{ref: {}}}]}}\n",
    "[{}",
    "- {}\n",
    "\ufeff{}",
]
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=12)


@settings(
    max_examples=effort(25, 2000),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    texts=st.dictionaries(
        st.sampled_from(PLACES), st.tuples(st.sampled_from(SHAPES), WORDS), min_size=1
    )
)
def test_no_text_of_any_site_is_in_it(
    texts: dict[str, tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp(MARK)
    for name, (shape, word) in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shape.replace("{}", f"{MARK}{word}{MARK}"), encoding="utf-8")
    (root / "content").mkdir(exist_ok=True)
    reading = content.read(root)
    told = [
        *map(str, content.counts(reading)),
        *map(str, content.problems(reading.outcome)),
        *content.keys(reading.outcome),
    ]
    assert MARK.lower() not in "\n".join(told).lower()


@pytest.mark.parametrize(
    ("said", "public"),
    [
        ("1.2.3", "1.2.3"),
        ("2026.9.26.post1", "2026.9.26.post1"),
        ("4.0rc1+of-my-own", "4.0rc1"),
        ("6.1.0-27-mine", "6.1.0"),
        ("mine", "unknown"),
    ],
)
def test_of_a_version_only_the_numbers_are_told(said: str, public: str) -> None:
    assert machine.public(said) == public


def test_names_that_somebody_gave_a_system_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "release", lambda: f"6.1-{MARK}")
    monkeypatch.setattr(platform, "system", lambda: f"{MARK} OS!")
    monkeypatch.setattr(platform, "machine", lambda: f"the {MARK}")
    monkeypatch.setattr(locale, "getlocale", lambda: (f"de_DE@{MARK}", f"{MARK} 8"))
    told = [*machine.versions(), *machine.surroundings()]
    assert MARK not in str(told)
    assert ("system", "another 6.1, another") in told


def test_what_is_broken_is_named_without_a_word_of_it(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    def read(_root: Path) -> Any:  # noqa: ANN401 - it returns nothing
        raise KeyError(MARK)

    monkeypatch.setattr(content, "read", read)
    report = write(home)
    assert "## Site: it cannot be read\n\n```\nKeyError\n  argsite/" in report
    assert MARK not in report


@pytest.mark.parametrize("module", ["yaml", "msgspec", "packaging", "pygraphviz", "resvg_py"])
def test_it_is_written_where_a_package_is_missing(module: str, tmp_path: Path) -> None:
    write_site(tmp_path, {})
    code = (
        "import sys\n"
        f"sys.modules[{module!r}] = None\n"
        "from argsite.cli import main\n"
        "sys.exit(main(['doctor', '--report', sys.argv[1]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path],
        env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    found = parts(done.stdout)
    assert any(each.endswith(": missing") or "note" in each for each in found["Not well"])


def test_every_code_may_be_named() -> None:
    problems = [SimpleNamespace(code=code, severity=code) for code in Code]
    told = dict(content.problems(SimpleNamespace(problems=problems)))  # type: ignore[arg-type] # it needs no more
    assert sorted(told) == sorted(code.value for code in Code)


def test_a_report_is_no_data(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--report", "--format", "json", str(home)]) == 2
    assert "--report is Markdown" in capsys.readouterr().err
    assert main(["doctor", "--format", "json"]) in {0, 1}
    json.loads(capsys.readouterr().out)
