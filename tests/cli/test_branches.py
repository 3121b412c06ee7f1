"""Trees are drawn with lines that join what belongs together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.cli.branches import Twig, draw
from argsite.cli.paragraph import Run
from argsite.cli.terminal import Screen, screen

PAPER = Screen(None, screen().signs, coloured=False)


def drawn(*names: str) -> list[str]:
    """Return a tree of names, each with a dot for each level."""
    twigs = [Twig(name.count("."), (Run(name.strip(".")),)) for name in names]
    return list(draw(twigs, PAPER))


def test_a_branch_that_another_follows_is_a_fork() -> None:
    assert drawn("a", ".b", "..c", ".d", "..e", "f") == [
        *("a", "├─ b", "│  └─ c", "└─ d", "   └─ e", "f"),
    ]


def test_entries_may_begin_below_a_root_that_is_shown_elsewhere() -> None:
    assert drawn(".a", "..b", ".c") == ["├─ a", "│  └─ b", "└─ c"]


def test_further_lines_stand_below_the_first() -> None:
    twigs = [Twig(1, (Run("a"),), (Run("more"),)), Twig(1, (Run("b"),), (Run("more"),))]
    assert list(draw(twigs, PAPER)) == ["├─ a", "│  more", "└─ b", "   more"]


@given(st.lists(st.integers(0, 6)))
def test_the_indent_is_the_depth(steps: list[int]) -> None:
    depths: list[int] = []
    for step in steps:
        depths.append(min(step, depths[-1] + 1) if depths else 0)
    found = draw([Twig(depth, (Run("x"),)) for depth in depths], PAPER)
    assert [line.index("x") // 3 for line in found] == depths
