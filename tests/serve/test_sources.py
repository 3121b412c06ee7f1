"""A site's name is the same where no byte of it changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.build import read
from argsite.serve.sources import name_of, names_of_theme
from argsite.theme import find
from tests.sites import SMALL_ESSAY, write

ESSAY = "content/small/essay.yaml"


def named(root: Path) -> str:
    """Return the name of the site at `root`."""
    reading = read(root)
    return name_of(reading, names_of_theme(reading.theme))


def test_the_name_follows_from_what_was_read_alone(tmp_path: Path) -> None:
    for place in ("one", "two"):
        write(tmp_path / place, {ESSAY: SMALL_ESSAY})
    assert named(tmp_path / "one") == named(tmp_path / "two")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (ESSAY, SMALL_ESSAY + "# a comment\n"),
        ("content/about.md", "# About\n"),
        ("content/site.yaml", "title: Small\n"),
        ("content/small/1-point.yaml", ""),
        ("content/small/1-point.yaml", "\ufffe"),
    ],
)
def test_each_text_counts_also_one_that_cannot_be_read(
    tmp_path: Path, name: str, text: str
) -> None:
    write(tmp_path, {ESSAY: SMALL_ESSAY})
    before = named(tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert named(tmp_path) != before


def test_the_logo_counts(tmp_path: Path) -> None:
    write(tmp_path, {ESSAY: SMALL_ESSAY, "content/site.yaml": "title: A\noptions: {logo: a.svg}\n"})
    names = set()
    for size in (1, 2):
        picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="1"></svg>'
        (tmp_path / "content/a.svg").write_text(picture, encoding="utf-8")
        names.add(named(tmp_path))
    assert len(names) == 2


def test_files_of_a_theme_count_by_their_kind(tmp_path: Path) -> None:
    own = tmp_path / "themes/paper"
    (own / "styles").mkdir(parents=True)
    before = names_of_theme(find("paper", tmp_path))
    (own / "styles/own.css").write_text("main {}", encoding="utf-8")
    after = names_of_theme(find("paper", tmp_path))
    assert after["styles"] != before["styles"]
    assert after["scripts"] == before["scripts"]
