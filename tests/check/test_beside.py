"""Checks beside other work find what they find alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite import fork
from argsite.analysis import stand
from argsite.check import beside as module
from argsite.check import check
from argsite.check.beside import beside
from argsite.problems import Code, Problem, Severity
from tests.samples import write_site
from tests.sites import read


@pytest.mark.parametrize("cores", [1, 2])
@pytest.mark.parametrize("least", [Severity.WARNING, Severity.NOTE])
def test_the_same_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int, least: Severity
) -> None:
    monkeypatch.setattr(module, "WORTH_IT", 1)
    monkeypatch.setattr(module, "processors", lambda: cores)
    write_site(tmp_path, 2, 60)
    library = read(tmp_path)[0].library
    assert library
    standing = stand(library.graph)
    alone: list[Problem] = []
    check(library, standing, alone.append, least=least)
    assert alone
    with beside(library, standing, least=least) as problems:
        assert problems() == alone


def test_what_was_found_before_is_not_looked_for_again(tmp_path: Path) -> None:
    write_site(tmp_path, 2, 60)
    place = tmp_path / "content/essay-1/1-point.yaml"
    place.write_text(place.read_text().replace("text: ", "text: '[Lost](#nowhere)' #", 1))
    library = read(tmp_path)[0].library
    assert library
    standing = stand(library.graph)
    once: list[Problem] = []
    check(library, standing, once.append, least=Severity.WARNING)
    first: list[Problem] = []
    check(library, standing, first.append, least=Severity.ERROR)
    with beside(library, standing, least=Severity.WARNING, done=Severity.ERROR) as problems:
        later = problems()
    assert {each.code for each in first} == {Code.BROKEN_LINK}
    assert later
    assert sorted(map(str, first + later)) == sorted(map(str, once))


def test_where_the_process_fails_they_are_looked_for_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WORTH_IT", 1)
    monkeypatch.setattr(module, "processors", lambda: 2)
    monkeypatch.setattr(fork.Fork, "result", lambda _self: b"")
    write_site(tmp_path, 2, 60)
    library = read(tmp_path)[0].library
    assert library
    with beside(library, stand(library.graph), least=Severity.NOTE) as problems:
        assert problems()
