"""What the terminal says of a preview."""

from __future__ import annotations

import re
import threading
import webbrowser
from pathlib import Path

import pytest

from argsite.cli.voice import TerminalVoice
from argsite.outcome import Outcome
from argsite.problems import Code, Problem, Severity
from argsite.serve import News
from argsite.source import Location


def said(capsys: pytest.CaptureFixture[str], news: News, *, debug: bool = False) -> str:
    """Return what is said of news, without the time of day."""
    TerminalVoice(Path("park"), debug=debug).news(news)
    captured = capsys.readouterr()
    return re.sub(r"^\d\d:\d\d:\d\d ", "", captured.err + captured.out, flags=re.MULTILINE)


def outcome(*severities: Severity) -> Outcome:
    """Return what came of a site with problems."""
    problems = tuple(
        Problem(Code.BAD_VALUE, Location("content/a.yaml", number), "wrong", "", severity)
        for number, severity in enumerate(severities, 1)
    )
    return Outcome(problems, {}, essays=2, statements=1_234, arguments=9)


def test_the_first_look_counts(capsys: pytest.CaptureFixture[str]) -> None:
    news = News((), 1.234, outcome())
    assert said(capsys, news) == "2 essays, 1,234 statements, read in 1.23 s\n"


def test_a_change_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    news = News(("content/a.yaml",), 0.05, outcome())
    assert said(capsys, news) == "content/a.yaml: shown in 0.05 s\n"


def test_of_many_files_some_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    news = News(tuple("abcde"), 0.05, outcome())
    assert said(capsys, news) == "a, b, c and 2 other files: shown in 0.05 s\n"


def test_problems_are_shown_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    news = News(("content/a.yaml",), 0.05, outcome(Severity.ERROR, Severity.WARNING))
    assert said(capsys, news) == (
        "park/content/a.yaml:1:1: error: wrong [bad-value]\n"
        "park/content/a.yaml:2:1: warning: wrong [bad-value]\n"
        "1 error, 1 warning\n"
        "content/a.yaml: not shown; 1 error, 1 warning\n"
    )


def test_a_fault_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    news = News(("content",), 0.05, fault="there is no folder 'content' in park")
    assert said(capsys, news) == "content: not shown: there is no folder 'content' in park\n"


def test_a_bug_shows_where_it_is_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    news = News(("a",), 0.05, fault="ZeroDivisionError: x", bug=ZeroDivisionError("x"))
    assert said(capsys, news) == "a: not shown: ZeroDivisionError: x\n"
    assert said(capsys, news, debug=True).startswith("ZeroDivisionError: x\na: not shown")


def test_a_name_cannot_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    news = News(("content/\x1b[2J.yaml",), 0.05, outcome())
    assert "\x1b" not in said(capsys, news)


def test_a_name_cannot_pass_for_a_line_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    name = "content/a\nargsite: all is well.yaml"
    wrong = Problem(Code.MISPLACED_FILE, Location(name), f"'{name}' is misplaced")
    news = News((name,), 0.05, Outcome((wrong,), {}, essays=1, statements=1, arguments=1))
    shown = "content/a�argsite: all is well.yaml"
    assert said(capsys, news) == (
        f"park/{shown}:1:1: error: '{shown}' is misplaced [misplaced-file]\n"
        "1 error\n"
        f"{shown}: not shown; 1 error\n"
    )


def test_the_browser_is_opened_where_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)  # it gives None: there was no browser
    TerminalVoice(Path("park")).ready()
    TerminalVoice(Path("park"), "http://127.0.0.1:8000/").ready()
    for thread in threading.enumerate():
        if thread.name == "browser":
            thread.join()
    assert opened == ["http://127.0.0.1:8000/"]
    assert capsys.readouterr().err == (
        "argsite: no browser could be opened; go to http://127.0.0.1:8000/\n"
    )


def test_advice_is_what_was_not_said_before(capsys: pytest.CaptureFixture[str]) -> None:
    voice = TerminalVoice(Path("park"))
    voice.news(News(outcome=outcome(Severity.WARNING), is_advice=True))
    assert capsys.readouterr().err == (
        "park/content/a.yaml:1:1: warning: wrong [bad-value]\n1 warning\n"
    )
    voice.news(News(outcome=outcome(Severity.WARNING), is_advice=True))
    assert capsys.readouterr().err == ""


def test_of_much_advice_the_beginning_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    at = Location("content/a.yaml")
    many = tuple(
        Problem(Code.QUESTION, at, f"wrong {number}", "", Severity.WARNING) for number in range(25)
    )
    voice = TerminalVoice(Path("park"))
    voice.news(News(outcome=Outcome(many, {}), is_advice=True))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 22
    assert lines[-1] == "argsite: there are 5 more; `argsite check` shows all"
