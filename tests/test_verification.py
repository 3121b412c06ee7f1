"""A site made once more, apart from all that was remembered."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from argsite.build import build
from argsite.errors import OutputError
from argsite.verification import verify
from tests.sites import write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {})
    assert build(tmp_path, tmp_path / "site").written
    return tmp_path


@pytest.mark.parametrize("workers", [1, 2])
def test_a_site_that_was_built_is_as_it_is_made(site: Path, workers: int) -> None:
    found = verify(site, site / "site", workers=workers)
    assert found.outcome.reasons
    assert found.comparison
    assert found.comparison.is_equal


def test_nothing_is_left_in_the_temporary_folder(
    site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))

    def stop(_what: str, _done: int, _total: int) -> NoReturn:
        assert any(scratch.glob("argsite-*/"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(site, site / "site", stop)
    assert not [each for each in scratch.iterdir() if each.is_dir()]


def test_without_a_temporary_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(site / "nowhere"))
    with pytest.raises(OutputError, match="cannot make a scratch folder: No such file"):
        verify(site, site / "site")
