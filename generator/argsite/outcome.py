"""What came of a build or a check, for whoever asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from argsite.deeds import Recorded, Written
from argsite.problems import Problem, is_error
from argsite.source import Manuscript


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build or a check."""

    problems: tuple[Problem, ...]
    """The author's mistakes, by place."""

    manuscripts: Mapping[str, Manuscript]
    """The files as they were read, to show the lines that problems point at."""

    essays: int = 0
    """How many essays the site has."""

    statements: int = 0
    """How many statements they hold."""

    arguments: int = 0
    """How many arguments join them."""

    written: Written | None = None
    """What was done to the output; None where nothing was written."""

    is_complete: bool = True
    """False where a file could not be read, so that nothing was checked."""

    recorded: Recorded | None = None
    """What was done to the lock file; None where it was left alone."""

    reasons: Mapping[str, str] = field(default_factory=dict)
    """Path of each page that was made, or of the first of several files, and why it was."""

    @property
    def failed(self) -> bool:
        """True where a mistake stands in the way of a site."""
        return any(is_error(problem) for problem in self.problems)
