"""What reading essays came to, by their texts: an unchanged essay is not read twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from argsite.model import Essay
from argsite.problems import Problem, Report
from argsite.source import Manuscript


class _Read(NamedTuple):
    """What came of an essay's files."""

    essay: Essay | None
    problems: tuple[Problem, ...]


class Memory:
    """Essays by what their files held; an essay that did not change is the same object again.

    It remembers the last reading of a site and no earlier one.
    """

    def __init__(self) -> None:
        self._last: dict[object, _Read] = {}
        self._now: dict[object, _Read] = {}

    def essay(
        self,
        slug: str,
        texts: Sequence[Manuscript],
        read: Callable[[Report], Essay | None],
        report: Report,
    ) -> Essay | None:
        """Return what `read` gives for the essay in folder `slug`, which depends on `texts` alone.

        Its problems are reported whether it is read anew or remembered.
        """
        name = slug, *((text.path, text.text) for text in texts)
        known = self._last.get(name) or self._now.get(name)
        if known is None:
            problems: list[Problem] = []
            essay = read(problems.append)
            known = _Read(essay, tuple(problems))
        self._now[name] = known
        for problem in known.problems:
            report(problem)
        return known.essay

    def forget(self) -> None:
        """Drop what was not asked for since the last call: a reading of the site has ended."""
        self._last, self._now = self._now, {}
