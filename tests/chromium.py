"""The system's Chromium, without a window, for tests and for measuring."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
"""The programs that will do, the first that is found."""

_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""A browser that reads our pages and asks nothing of anybody."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser, and end it afterwards.

    Raises `FileNotFoundError` where there is none.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise FileNotFoundError(
            "there is no browser; `make test` installs one: apt-get install chromium"
        )
    # A browser that runs as root has to do without its sandbox.
    as_root = ["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*_QUIET, *as_root])
        yield started
        started.close()
