"""What `argsite doctor` found, as lines for a terminal and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argsite.cli.health import Group, State
from argsite.cli.paragraph import Ink, Run, lines
from argsite.cli.terminal import Screen

_COLOURS = {State.GOOD: "green", State.NOTE: "yellow", State.MISSING: "red"}


def text(groups: Sequence[Group], screen: Screen) -> Iterator[str]:
    """Yield everything that was found, and a verdict."""
    signs = screen.signs
    marks = {State.GOOD: signs.good, State.NOTE: signs.note, State.MISSING: signs.bad}
    for group in groups:
        yield from _said((Run(group.name, Ink(bold=True)),), "", screen)
        for each in group.findings:
            mark = Run(marks[each.state], Ink(_COLOURS[each.state]))
            yield from _said((mark, Run(f" {each.what}: {each.said}")), "  ", screen)
            if each.advice:
                yield from _said((Run(each.advice, Ink(bold=True)),), "    ", screen)
        yield ""
    states = [each.state for group in groups for each in group.findings]
    yield from _said((Run(_verdict(states), Ink(bold=True)),), "", screen)


def data(groups: Sequence[Group]) -> dict[str, object]:
    """Return everything that was found as JSON has it."""
    return {
        "ok": all(each.state is not State.MISSING for group in groups for each in group.findings),
        "groups": [
            {
                "name": group.name,
                "findings": [
                    {
                        "what": each.what,
                        "said": each.said,
                        "state": each.state.value,
                        "advice": each.advice or None,
                    }
                    for each in group.findings
                ],
            }
            for group in groups
        ],
    }


def _said(runs: Sequence[Run], indent: str, screen: Screen) -> Iterator[str]:
    rest = f"{indent}  " if indent else ""
    yield from lines(runs, indent, rest, screen.width, coloured=screen.coloured)


def _verdict(states: Sequence[State]) -> str:
    missing = states.count(State.MISSING)
    if missing == 1:
        return "One thing that is needed is missing."
    if missing:
        return f"{missing} things that are needed are missing."
    return "Everything that is needed is there."
