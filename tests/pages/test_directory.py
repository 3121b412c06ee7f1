"""The job for a path is the one that the catalogue of the whole site has for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.build import read
from argsite.cache import Cache
from argsite.pages import Edition, Press, catalogue
from argsite.pages.directory import Directory
from argsite.pages.job import Job
from tests.built import ROOT
from tests.samples import write_site

SITES = {"own": ROOT, **{each.name: each for each in sorted((ROOT / "tests/sites").iterdir())}}


def directory_of(root: Path) -> tuple[Directory, tuple[Job, ...]]:
    """Return the directory of a site, and its catalogue."""
    reading = read(root)
    assert reading.library
    assert reading.standing
    assert reading.theme
    edition = Edition.of(reading.library, reading.standing)
    given = Press(reading.theme), edition, reading.theme, Cache()
    return Directory(*given), catalogue(*given)


@pytest.mark.parametrize("name", SITES)
def test_each_file_is_found_by_its_path(name: str) -> None:
    directory, jobs = directory_of(SITES[name])
    for job in jobs:
        for path in job.paths:
            found = directory.job(path)
            assert found, path
            assert (found.paths, found.essay, found.statement) == (
                job.paths,
                job.essay,
                job.statement,
            )
    assert list(directory.paths()) == [path for job in jobs for path in job.paths]


@pytest.mark.parametrize(
    "path", ["essay-1/none.html", "essay-1/outline.9.html", "none/index.html", "data/none.js", "x"]
)
def test_what_the_site_has_not_is_not_found(tmp_path: Path, path: str) -> None:
    write_site(tmp_path, 2, 20)
    directory, _ = directory_of(tmp_path)
    assert directory.job(path) is None


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("essay-1/index.html", []),
        ("essay-1/point-3.html", []),
        ("essay-1/map.html", []),
        ("essay-1/outline.html", []),
        ("index.html", ["index.html"]),
        ("statements.html", ["statements"]),
        ("open.html", ["open"]),
        ("how-to-read.html", ["", "how-to-read.html"]),
    ],
)
def test_what_is_asked_for_is_listed_and_no_more(
    tmp_path: Path, path: str, listed: list[str]
) -> None:
    write_site(tmp_path, 2, 20)
    directory, _ = directory_of(tmp_path)
    assert directory.listed == []
    assert directory.job(path)
    assert directory.job(path)
    assert directory.listed == listed
