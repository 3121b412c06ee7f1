"""A preview's files are those that a build writes, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from argsite.build import read
from argsite.diagram import Album, Engine
from argsite.pages.press import Press
from argsite.pages.shelf import Shelf
from tests.built import ROOT, build_site, files
from tests.sites import write

SITES = {"own": ROOT, **{each.name: each for each in sorted((ROOT / "tests/sites").iterdir())}}


@pytest.fixture
def album() -> Iterator[Album]:
    """Have somebody draw."""
    drawing = Album(Engine())
    yield drawing
    drawing.close()


def shelf_of(root: Path, album: Album) -> Shelf:
    """Return the shelf of the site at `root`."""
    reading = read(root)
    assert reading.library
    assert reading.standing
    assert reading.theme
    return Shelf(reading.library, reading.standing, reading.theme, Press(reading.theme), album)


@pytest.mark.parametrize("name", SITES)
def test_every_file_of_a_build_is_on_the_shelf(tmp_path: Path, album: Album, name: str) -> None:
    for folder in ("content", "themes"):  # a build of the original would leave files there
        if (SITES[name] / folder).is_dir():
            shutil.copytree(SITES[name] / folder, tmp_path / folder)
    built = files(build_site(tmp_path))
    shelf = shelf_of(tmp_path, album)
    # From the last to the first, so that none waits for what a build has made before it.
    assert {path: shelf.file(path) for path in reversed(built)} == built
    assert all(map(shelf.has, built))


def test_the_shelf_has_no_other_files(tmp_path: Path, album: Album) -> None:
    write(tmp_path, {})
    shelf = shelf_of(tmp_path, album)
    for path in (
        "",
        "/",
        "none.html",
        "small",
        "small/",
        "content/small/essay.yaml",
        "/index.html",
    ):
        assert not shelf.has(path)
        assert shelf.file(path) is None


def test_a_map_that_is_too_large_to_be_drawn_is_a_page_all_the_same(
    tmp_path: Path, album: Album, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("argsite.pages.map_page"), "_MOST_DRAWN", 0)
    write(tmp_path, {})
    assert b"would be too large to read" in (
        shelf_of(tmp_path, album).file("small/map.html") or b""
    )


def test_a_page_for_unknown_addresses_is_whole_at_any_depth(tmp_path: Path, album: Album) -> None:
    write(tmp_path, {"content/site.yaml": "title: Essays\nurl: https://example.org/deep/site\n"})
    page = shelf_of(tmp_path, album).not_found("http://127.0.0.1:8000").decode()
    assert 'href="/assets/style.css"' in page
    assert 'href="http://127.0.0.1:8000/index.html"' in page
    assert "example.org" not in page


@pytest.mark.slow
def test_a_site_with_pagefind_has_its_files(tmp_path: Path, album: Album) -> None:
    write(tmp_path, {"content/site.yaml": "title: Essays\nsearch: pagefind\n"})
    shelf = shelf_of(tmp_path, album)
    assert shelf.has("pagefind/pagefind.js")
    assert b"pagefind" in (shelf.file("pagefind/pagefind.js") or b"")
    assert shelf.file("pagefind/none.js") is None
    built = files(build_site(tmp_path))
    shutil.rmtree(tmp_path / "site")
    assert {path for path in built if shelf.has(path)} == set(built)
