"""Problems as other programs read them: JSON, GitHub's commands, SARIF."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from argsite import explanation
from argsite.cli.commands import check
from argsite.cli.findings import FORMATS, Finding, gather
from argsite.problems import Code, Problem, Severity
from argsite.severities import DEFAULTS
from argsite.source import Location, Manuscript

PARK = "content/park/essay.yaml"
LINES = "title: Парк\ncontention: Залишмо парк 🌳 відкритим.\nrebutals: []\n"

ERROR = Problem(
    Code.UNKNOWN_KEY, Location(PARK, 3, 1, 8), "unknown key 'rebutals'", "did you mean 'rebuttals'?"
)
WARNING = Problem(
    Code.DERIVED_ID, Location(PARK, 2, 27, 400), "no id is given", severity=Severity.WARNING
)
NOTE = Problem(Code.LONE_TERM, Location("content/lake/essay.yaml"), "alone", severity=Severity.NOTE)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder that is no repository; return it."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings(*problems: Problem, folder: str | Path = ".", lines: str = LINES) -> list[Finding]:
    """Return problems as findings of the site in `folder`."""
    return gather(problems, {PARK: Manuscript(PARK, lines)}, Path(folder))


def test_the_command_offers_every_format() -> None:
    (option,) = (each for each in check.check.params if each.name == "form")
    assert option.to_info_dict()["type"]["choices"] == ("text", *FORMATS)


# JSON


@pytest.mark.usefixtures("here")
def test_json_has_one_shape() -> None:
    assert json.loads(FORMATS["json"](findings(ERROR, WARNING, NOTE))) == {
        "version": 1,
        "problems": [
            {
                "file": "content/park/essay.yaml",
                "line": 3,
                "column": 1,
                "end_line": 3,
                "end_column": 9,
                "code": "unknown-key",
                "severity": "error",
                "message": "unknown key 'rebutals'",
                "hint": "did you mean 'rebuttals'?",
                "excerpt": "rebutals: []",
            },
            {
                "file": "content/park/essay.yaml",
                "line": 2,
                "column": 27,
                "end_line": 2,
                "end_column": 38,
                "code": "derived-id",
                "severity": "warning",
                "message": "no id is given",
                "hint": "",
                "excerpt": "contention: Залишмо парк 🌳 відкритим.",
            },
            {
                "file": "content/lake/essay.yaml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 2,
                "code": "lone-term",
                "severity": "note",
                "message": "alone",
                "hint": "",
                "excerpt": "",
            },
        ],
        "counts": {"error": 1, "warning": 1, "note": 1},
    }


@pytest.mark.usefixtures("here")
def test_json_without_problems_is_json() -> None:
    assert json.loads(FORMATS["json"]([])) == {
        "version": 1,
        "problems": [],
        "counts": {"error": 0, "warning": 0, "note": 0},
    }


@pytest.mark.usefixtures("here")
def test_what_is_for_programs_is_ascii_so_that_no_terminal_spoils_it() -> None:
    for name in ("json", "sarif"):
        assert FORMATS[name](findings(ERROR, WARNING)).isascii()


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_any_text_survives(here: Path, name: str) -> None:
    text = '"\\\n\t\r\0\x1b[2J\u2028 <![CDATA[ ]]> {0} %0A'
    told = json.loads(FORMATS[name](findings(Problem(Code.BAD_VALUE, Location(PARK), text))))
    assert text.replace("{0}", "{{0}}" if name == "sarif" else "{0}") in json_texts(told)
    assert here.is_dir()


def json_texts(value: object) -> set[str]:
    """Return every text in a JSON value."""
    if isinstance(value, str):
        return {value}
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for each in inside for text in json_texts(each)}


# Paths


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
@pytest.mark.parametrize("name", FORMATS)
def test_bytes_that_are_no_text_are_told_without_them(here: Path, name: str) -> None:
    folder = here / os.fsdecode(b"park\xfe")
    told = FORMATS[name](findings(ERROR, WARNING, folder=folder, lines="\n\n\udcff\udcfe"))
    assert "\\ud" not in told.lower()
    told.encode()


def test_paths_are_seen_from_the_current_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "a" / "site").mkdir(parents=True)
    (here / "a" / "b").mkdir()
    assert file_of(findings(ERROR, folder="a/site")) == "a/site/content/park/essay.yaml"
    assert file_of(findings(ERROR, folder=here / "a")) == "a/content/park/essay.yaml"
    monkeypatch.chdir(here / "a" / "b")
    assert file_of(findings(ERROR, folder="../site")) == "../site/content/park/essay.yaml"
    monkeypatch.chdir(here / "a" / "site")
    assert file_of(findings(ERROR)) == "content/park/essay.yaml"


def file_of(found: list[Finding]) -> str:
    """Return the file of the first problem in JSON."""
    return str(json.loads(FORMATS["json"](found))["problems"][0]["file"])


def uri_of(found: list[Finding]) -> Mapping[str, str]:
    """Return where the first result in SARIF is."""
    result = json.loads(FORMATS["sarif"](found))["runs"][0]["results"][0]
    place: Mapping[str, str] = result["locations"][0]["physicalLocation"]["artifactLocation"]
    return place


def test_code_hosts_are_told_paths_from_the_top_of_the_repository(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "repo" / ".git").mkdir(parents=True)
    (here / "repo" / "docs").mkdir()
    monkeypatch.chdir(here / "repo" / "docs")
    assert "file=docs/content/park/essay.yaml," in FORMATS["github"](findings(ERROR))
    assert uri_of(findings(ERROR)) == {
        "uri": "docs/content/park/essay.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here))
    assert "file=repo/docs/content/park/essay.yaml," in FORMATS["github"](findings(ERROR))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here / "elsewhere"))
    assert "file=docs/content/park/essay.yaml," in FORMATS["github"](findings(ERROR))


def test_a_file_outside_of_the_repository_has_a_whole_address(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "work").mkdir()
    monkeypatch.chdir(here / "work")
    place = (here / "content" / "park" / "essay.yaml").as_uri()
    assert uri_of(findings(ERROR, folder="..")) == {"uri": place}


def test_odd_names_of_files_are_escaped(here: Path) -> None:
    odd = "content/парк #1, 100%: a/essay.yaml"
    problem = Problem(Code.BAD_YAML, Location(odd), "no YAML")
    place = uri_of([Finding(problem, here, "")])
    assert place["uri"].isascii()
    assert not set(place["uri"]) & set(" #,:")
    assert unquote(place["uri"]) == odd
    told = FORMATS["github"]([Finding(problem, here, "")])
    assert told.startswith("::error file=content/парк #1%2C 100%25%3A a/essay.yaml,line=1,")


# GitHub


@pytest.mark.usefixtures("here")
def test_github_gets_one_command_a_line() -> None:
    error, warning, note = FORMATS["github"](findings(ERROR, WARNING, NOTE)).split("\n")
    assert error == (
        "::error file=content/park/essay.yaml,line=3,endLine=3,col=1,endColumn=9,title=unknown-key"
        "::unknown key 'rebutals'%0Adid you mean 'rebuttals'?"
    )
    assert warning == (
        "::warning file=content/park/essay.yaml,line=2,endLine=2,col=27,endColumn=38,"
        "title=derived-id::no id is given"
    )
    assert note == (
        "::notice file=content/lake/essay.yaml,line=1,endLine=1,col=1,endColumn=2,"
        "title=lone-term::alone"
    )
    assert FORMATS["github"]([]) == ""


@pytest.mark.usefixtures("here")
def test_no_text_of_an_author_is_a_command() -> None:
    text = "100% odd\r\n::set-env name=A::b, c: \x1b[2J\u2028::error::x"
    told = FORMATS["github"](findings(Problem(Code.BAD_VALUE, Location(PARK), text)))
    assert told.splitlines() == [told]
    assert told.endswith("::100%25 odd%0D%0A::set-env name=A::b, c: \ufffd[2J\ufffd::error::x")


# SARIF


def run_of(found: list[Finding]) -> dict[str, Any]:
    """Return the one run of a SARIF log."""
    log = json.loads(FORMATS["sarif"](found))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    assert log["$schema"].endswith("sarif-2.1.0.json")
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.usefixtures("here")
def test_sarif_has_a_rule_for_each_code() -> None:
    rules = run_of([])["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(Code)
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}
    assert levels == {code.value: severity.value for code, severity in DEFAULTS.items()}
    (rule,) = (rule for rule in rules if rule["id"] == "derived-id")
    page = explanation.page("derived-id")
    assert rule["help"] == {"text": page, "markdown": page}
    assert rule["shortDescription"] == {"text": explanation.summary(page)}
    assert rule["fullDescription"] == {"text": explanation.summary(page)}


@pytest.mark.usefixtures("here")
def test_sarif_has_a_result_for_each_problem() -> None:
    run = run_of(findings(ERROR, WARNING, NOTE))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["name"] == "Argsite"
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note"]
    first, second, last = run["results"]
    assert first == {
        "ruleId": "unknown-key",
        "ruleIndex": list(Code).index(Code.UNKNOWN_KEY),
        "level": "error",
        "message": {"text": "unknown key 'rebutals'\ndid you mean 'rebuttals'?"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "content/park/essay.yaml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {
                        "startLine": 3,
                        "startColumn": 1,
                        "endLine": 3,
                        "endColumn": 9,
                        "snippet": {"text": "rebutals: []"},
                    },
                }
            }
        ],
    }
    region = second["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (27, 38)
    assert "snippet" not in last["locations"][0]["physicalLocation"]["region"]
    assert run_of([])["results"] == []


@pytest.mark.usefixtures("here")
def test_words_with_an_address_are_no_link_of_the_standard() -> None:
    problem = Problem(Code.BROKEN_LINK, Location(PARK), "a link", "write [words](#id), not [words]")
    (result,) = run_of(findings(problem))["results"]
    assert result["message"]["text"] == "a link\nwrite \\[words\\](#id), not [words]"
