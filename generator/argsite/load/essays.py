"""One essay: its files as they were found, and what reading them came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from argsite.formats import Format
from argsite.load.digests import NO_DIGESTS, Digests, digests
from argsite.load.sayings import NOTHING_SAID, Sayings, sayings
from argsite.model import Essay
from argsite.problems import Problem
from argsite.source import Manuscript


class Files(NamedTuple):
    """The files of an essay that could be opened, its main file among them."""

    slug: str
    """The essay's folder."""

    format: Format
    """How they are written."""

    texts: tuple[Manuscript, ...]
    """What they hold, the main file first."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came of an essay's files; it depends on them alone."""

    essay: Essay | None
    """The essay; None where it could not be read."""

    problems: tuple[Problem, ...]
    """Its author's mistakes, in the order in which they were met."""

    digests: Digests
    """Of its statements and arguments."""

    sayings: Sayings = NOTHING_SAID
    """What its texts say."""


def read_essay(files: Files) -> Read:
    """Read an essay."""
    problems: list[Problem] = []
    main, *parts = files.texts
    essay = files.format.read_essay(files.slug, main, parts, problems.append)
    if essay is None:
        return Read(None, tuple(problems), NO_DIGESTS)
    said = sayings(essay)
    return Read(essay, tuple(problems), digests(essay, said.links), said)
