"""A site is found from any folder in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argsite.cli.options import find_site
from argsite.errors import SetupError


def test_the_nearest_folder_with_content_is_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    park = site / "content" / "park"
    park.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert find_site(Path("site")) == Path("site")
    assert find_site(Path("site/content/park")) == Path("site")
    assert find_site(park) == Path("site")
    monkeypatch.chdir(park)
    assert find_site(Path()) == Path("../..")
    monkeypatch.chdir(site)
    assert find_site(Path()) == Path()


def test_without_content_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=f"no folder content/ in {re.escape(str(tmp_path))}"):
        find_site(tmp_path)
