"""What is open is the same remembered and found, and a torn memory does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.cache import Cache
from argsite.pages.edition import Edition
from argsite.pages.opened import recall_open
from tests.samples import write_site
from tests.sites import read


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Read a site of several essays."""
    from argsite.analysis import stand

    write_site(tmp_path, 3, 40)
    loaded, _ = read(tmp_path)
    assert loaded.library
    return Edition.of(loaded.library, stand(loaded.library.graph))


@pytest.mark.parametrize("times", [1, 2])
def test_open_rebuttals_are_those_that_would_be_found(
    edition: Edition, tmp_path: Path, times: int
) -> None:
    for _ in range(times):
        again = Edition.of(edition.library, edition.standing)
        recall_open(again, ["argued"], Cache(tmp_path / "cache").made)
    assert again.unanswered == edition.unanswered != frozenset()


def test_what_cannot_be_read_is_found_anew(edition: Edition) -> None:
    again = Edition.of(edition.library, edition.standing)
    recall_open(again, [], lambda _inputs, _make: b"torn")
    assert again.unanswered == edition.unanswered
