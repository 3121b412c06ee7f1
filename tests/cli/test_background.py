"""A bug in a thread or a log is one line; with `--debug` it has its traceback."""

from __future__ import annotations

import logging
import threading

import pytest

from argsite.cli.background import OneLine, in_one_line


def bug() -> None:
    """Fail in a thread."""
    raise ZeroDivisionError("no\nsuch thing")


def said_by_a_thread(capsys: pytest.CaptureFixture[str], *, debug: bool) -> str:
    """Let a thread fail; return what is said."""
    before = threading.excepthook
    threading.excepthook = threading.__excepthook__  # not the one of the test run
    try:
        with in_one_line(debug=debug):
            thread = threading.Thread(target=bug)
            thread.start()
            thread.join()
    finally:
        threading.excepthook = before
    return capsys.readouterr().err


def test_a_bug_in_a_thread_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    said = said_by_a_thread(capsys, debug=False)
    assert said == (
        "argsite: this is a bug in Argsite (ZeroDivisionError: no); --debug shows where;"
        " please report it, with what `argsite doctor --report` writes\n"
    )


def test_with_debug_it_has_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\nTraceback (most recent call last):\n" in said_by_a_thread(capsys, debug=True)


def test_what_is_logged_is_one_line() -> None:
    try:
        bug()
    except ZeroDivisionError as error:
        fault = (type(error), error, error.__traceback__)
    record = logging.LogRecord("asyncio", logging.ERROR, "f", 1, "a task %s", ("failed",), fault)
    assert OneLine().format(record) == (
        "argsite: a task failed (ZeroDivisionError; --debug shows where)"
    )
    plain = logging.LogRecord("asyncio", logging.WARNING, "f", 1, "one\ntwo", None, None)
    assert OneLine().format(plain) == "argsite: one"


def test_all_is_as_it_was_afterwards() -> None:
    before = threading.excepthook, logging.lastResort
    with in_one_line(debug=False):
        assert logging.lastResort is not before[1]
    assert (threading.excepthook, logging.lastResort) == before
