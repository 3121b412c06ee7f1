"""Where a user's programs keep what they can make again, beside no site: the system's own place."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def users_cache(name: str) -> Path | None:
    """Return this user's folder for a kind of thing; None where there is none. It is not made.

    On Linux that is what the XDG Base Directory Specification says: `XDG_CACHE_HOME` where it is
    absolute, else `~/.cache`.
    """
    try:
        home = Path.home()
    except RuntimeError:
        home = Path()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        told = Path(os.environ.get("XDG_CACHE_HOME", ""))
        base = told if told.is_absolute() else home / ".cache"
    return base / "argsite" / name if base.is_absolute() else None
