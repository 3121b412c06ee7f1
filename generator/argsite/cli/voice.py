"""What the terminal says while a preview runs."""

from __future__ import annotations

import threading
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import localtime, strftime
from typing import TYPE_CHECKING

from argsite.cli import report
from argsite.cli.diagnosis.crash import keep

if TYPE_CHECKING:  # the preview is loaded by its command: `--help` must be fast
    from argsite.outcome import Outcome
    from argsite.problems import Problem
    from argsite.serve import News

_MOST = 20
"""So many warnings are shown at once: more would drive away what was said before."""


class TerminalVoice:
    """Tells the person at the keyboard what happens to the site in a folder."""

    def __init__(self, folder: Path, opens: str = "", *, debug: bool = False) -> None:
        """Speak of `folder`; open the address `opens`, if any, once there is something to see."""
        self._folder = folder
        self._opens = opens
        self._debug = debug
        self._advised: frozenset[str] = frozenset()

    def news(self, news: News) -> None:
        """Say in a line what changed and what came of it, and every mistake in full."""
        if news.bug:
            with suppress(Exception):  # what goes wrong with that is nothing beside the bug
                keep(news.bug, ["serve"], ended=False)
        if news.bug and self._debug:
            lines = traceback.format_exception(news.bug)
            report.say("".join(lines).rstrip(), to_errors=True)
        if news.is_advice and news.outcome:
            self._advise(news.outcome)
            return
        if news.outcome:
            report.show(news.outcome, self._folder)
        failed = news.outcome is None or news.outcome.failed
        report.say(f"{_now()} {report.previewed(news)}", to_errors=failed)

    def _advise(self, outcome: Outcome) -> None:
        """Show the warnings that were not there before."""
        fresh = [each for each in outcome.problems if _name(each) not in self._advised]
        self._advised = frozenset(map(_name, outcome.problems))
        report.show(replace(outcome, problems=tuple(fresh[:_MOST])), self._folder)
        if len(fresh) > _MOST:
            more = len(fresh) - _MOST
            self.warning(f"there are {more:,} more; `argsite check` shows all")

    def warning(self, text: str) -> None:
        """Say what goes less well than it might."""
        report.say(f"argsite: {text}", to_errors=True)

    def ready(self) -> None:
        """Open the browser where that was asked for, which must not hold up the preview."""
        if self._opens:
            threading.Thread(target=self._open, name="browser", daemon=True).start()

    def _open(self) -> None:
        import webbrowser

        if not webbrowser.open(self._opens):
            self.warning(f"no browser could be opened; go to {self._opens}")


def _name(problem: Problem) -> str:
    """Name a problem by what it says, wherever in its file it has moved."""
    return f"{problem.at.path} {problem.code} {problem.message}"


def _now() -> str:
    return strftime("%H:%M:%S", localtime())
