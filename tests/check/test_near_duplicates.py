"""However many statements look alike, each is compared with a few."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.analysis import stand
from argsite.check import near_duplicates
from argsite.problems import Problem
from tests.sites import read, write


def compared(root: Path, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Return how many pairs of statements are compared, and how many problems are found."""
    items = "".join(f"    - {each}\n" for each in texts)
    essay = f"title: T\ncontention:\n  text: The park.\n  premises:\n{items}"
    write(root, {"content/park/essay.yaml": essay})
    library = read(root)[0].library
    assert library
    calls = []
    judge = near_duplicates._say_the_same  # noqa: SLF001 - counted, as it takes the time

    def counted(*pair: near_duplicates._Said) -> bool:
        calls.append(pair)
        return judge(*pair)

    monkeypatch.setattr(near_duplicates, "_say_the_same", counted)
    found: list[Problem] = []
    near_duplicates.check(library, stand(library.graph), found.append)
    return len(calls), len(found)


@pytest.mark.parametrize(
    "pattern",
    ["the lamp of {0} is lit", "lamp number {1} of the park is lit", "{0}", "park {0} lake {0}"],
)
def test_the_work_grows_with_the_statements_not_with_their_pairs(
    pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{a}{b}{c}tree" for a in "abcdefghij" for b in "klmnopqrst" for c in "uvwxyz"]
    texts = [pattern.format(name, number) for number, name in enumerate(names)]
    calls, _ = compared(tmp_path, texts, monkeypatch)
    assert calls <= 80 * len(texts)


def test_a_slip_is_found_among_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"The wooden bench near lamp {n} was painted last summer." for n in range(500)]
    texts.append("The wooden bench near lamp 250 was paintd last summer.")
    assert compared(tmp_path, texts, monkeypatch)[1] == 1
