"""What the terminal says while a preview runs."""

from __future__ import annotations

import threading
import traceback
from pathlib import Path
from time import localtime, strftime
from typing import TYPE_CHECKING

from argsite.cli import report

if TYPE_CHECKING:  # the preview is loaded by its command: `--help` must be fast
    from argsite.serve import News


class TerminalVoice:
    """Tells the person at the keyboard what happens to the site in a folder."""

    def __init__(self, folder: Path, opens: str = "", *, debug: bool = False) -> None:
        """Speak of `folder`; open the address `opens`, if any, once there is something to see."""
        self._folder = folder
        self._opens = opens
        self._debug = debug

    def news(self, news: News) -> None:
        """Say in a line what changed and what came of it, and every problem in full."""
        if news.bug and self._debug:
            lines = traceback.format_exception(news.bug)
            report.say("".join(lines).rstrip(), to_errors=True)
        if news.outcome:
            report.show(news.outcome, self._folder)
        failed = news.outcome is None or news.outcome.failed
        report.say(f"{_now()} {report.previewed(news)}", to_errors=failed)

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


def _now() -> str:
    return strftime("%H:%M:%S", localtime())
