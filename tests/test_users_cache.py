"""Where this user's programs keep what they can make again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from argsite.users_cache import users_cache


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="XDG's variables are for others")
def test_it_is_in_the_users_own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert users_cache("templates") == tmp_path / "cache/argsite/templates"
    for unset in ("", "relative/cache"):
        monkeypatch.setenv("XDG_CACHE_HOME", unset)
        assert users_cache("templates") == tmp_path / "home/.cache/argsite/templates"
