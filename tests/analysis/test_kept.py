"""How statements fare is remembered, and found again where what was remembered does not fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from argsite.analysis import stand, stood
from argsite.model import Graph
from argsite.packing import pack
from tests.sites import read

ESSAY = """\
title: Park
contention:
  id: open
  text: The park stays open.
  premises: [{id: used, text: It is used.}]
  rebuttals: [{id: dear, text: It is dear.}]
"""


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    """Read an essay."""
    (tmp_path / "content/park").mkdir(parents=True)
    (tmp_path / "content/park/essay.yaml").write_text(ESSAY, encoding="utf-8")
    loaded, _ = read(tmp_path)
    assert loaded.library
    return loaded.library.graph


def test_what_is_remembered_is_what_was_found(graph: Graph) -> None:
    kept: dict[tuple[str, ...], bytes] = {}

    def made(inputs: Sequence[str], make: Callable[[], bytes]) -> bytes:
        name = tuple(inputs)
        if name not in kept:
            kept[name] = make()
        return kept[name]

    found = [stood(graph, ["park 1"], made) for _ in range(2)]
    assert found == [stand(graph)] * 2
    assert list(kept) == [("fates", "park 1")]


@pytest.mark.parametrize("data", [b"", b"x", pack(([], []))])
def test_what_does_not_fit_is_found_anew(graph: Graph, data: bytes) -> None:
    assert stood(graph, [], lambda _inputs, _make: data) == stand(graph)
