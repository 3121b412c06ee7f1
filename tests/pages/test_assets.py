"""A theme's files are made once for a user, and anew where one of them changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argsite import addresses
from argsite.errors import SetupError
from argsite.pages import assets as module
from argsite.pages.assets import assets
from argsite.theme import Theme, find
from tests.built import ROOT, make_edition


@pytest.fixture(autouse=True)
def own_shelf(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let this user have kept nothing yet."""
    folder = tmp_path_factory.mktemp("user") / "argsite" / "assets"
    monkeypatch.setattr(module, "users_cache", lambda _: folder)
    return folder


def made(root: Path, theme: Theme) -> dict[str, bytes]:
    """Return the files of a theme, by path."""
    library = make_edition(root, {"content/site.yaml": "title: T\nlanguage: de\n"}).library
    return {page.path: page.data for page in assets(library, theme)}


def with_script(tmp_path: Path, text: str) -> Theme:
    """Return the built-in theme with another main script."""
    place = tmp_path / "main.js"
    place.write_text(text, encoding="utf-8")
    theme = find("paper", ROOT)
    return replace(theme, scripts={**theme.scripts, "main.js": place})


def test_what_was_kept_is_what_would_be_made(tmp_path: Path, own_shelf: Path) -> None:
    theme = find("paper", ROOT)
    first = made(tmp_path, theme)
    assert len(list(own_shelf.iterdir())) == 4
    assert made(tmp_path, theme) == first


def test_nothing_is_joined_or_shrunk_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = find("paper", ROOT)
    made(tmp_path, theme)
    for name in ("join_styles", "shrink", "pan_zoom"):
        monkeypatch.delattr(module, name)
    assert made(tmp_path, theme)


def test_a_script_that_changed_is_another(tmp_path: Path) -> None:
    first = made(tmp_path, with_script(tmp_path, "document.title = 1;\n"))
    second = made(tmp_path, with_script(tmp_path, "document.title = 2;\n"))
    differ = {path for path in first if first[path] != second[path]}
    assert differ == {addresses.SCRIPT}


def test_a_mistake_is_told_each_time(tmp_path: Path) -> None:
    theme = with_script(tmp_path, "const = 1;\n")
    for _ in range(2):
        with pytest.raises(SetupError, match=r"main\.js"):
            made(tmp_path, theme)
