"""Addresses and files, and the site that a file belongs to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from argsite.language_server.places import essay_of, name_in, path_of, root_of, uri_of
from tests.sites import write


def made(root: Path, *names: str) -> None:
    """Make files that hold nothing."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


@pytest.mark.parametrize("name", ["a b/é.yaml", "сад/#1?.yaml", "100%/x.yaml"])
def test_an_address_comes_back(tmp_path: Path, name: str) -> None:
    assert path_of(uri_of(tmp_path / name)) == tmp_path / name


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a file")
def test_a_drive_of_windows_is_no_file_elsewhere() -> None:
    assert path_of("file:///c%3A/site/content/park/essay.yaml") is None


@pytest.mark.parametrize(
    "uri", ["", "untitled:1", "https://example.org/x", "file://[x", "file:///%00"]
)
def test_other_addresses_mean_no_file(uri: str) -> None:
    assert path_of(uri) is None


def test_the_site_is_the_nearest_that_holds_the_file(tmp_path: Path) -> None:
    inner = tmp_path / "content" / "inner"
    made(tmp_path, "content/site.yaml", "content/inner/content/park/essay.yaml")
    assert root_of(inner / "content" / "park" / "1-light.yaml") == inner
    assert root_of(tmp_path / "content" / "lake" / "essay.yaml") == tmp_path
    assert root_of(tmp_path / "content" / "about.md") == tmp_path
    assert root_of(tmp_path / "notes.yaml") is None


def test_an_essay_may_be_called_content(tmp_path: Path) -> None:
    write(tmp_path, {"content/content/essay.yaml": "title: T\ncontention: C.\n"})
    assert root_of(tmp_path / "content" / "content" / "essay.yaml") == tmp_path


def test_a_page_alone_makes_no_site_but_yaml_does(tmp_path: Path) -> None:
    made(tmp_path, "content/posts/hello.md", "content/park/1-light.yaml")
    assert root_of(tmp_path / "content" / "posts" / "hello.md") is None
    assert root_of(tmp_path / "content" / "park" / "1-light.yaml") == tmp_path


def test_a_file_has_a_name_in_its_site_and_an_essay(tmp_path: Path) -> None:
    name = name_in(tmp_path, tmp_path / "content" / "park" / "1-light.yaml")
    assert (name, essay_of(name)) == ("content/park/1-light.yaml", "park")
    assert name_in(tmp_path / "other", tmp_path / "content") == ""
    assert essay_of("content/about.md") == ""
    assert essay_of("themes/paper/theme.yaml") == ""
