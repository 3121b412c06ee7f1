"""A problem with its place on this machine and the line that it is about."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from argsite.problems import Problem
from argsite.source import Manuscript

_NO_TEXT = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as other programs are told of it."""

    problem: Problem
    """What is wrong."""

    folder: Path
    """The folder of the site, as an absolute path."""

    excerpt: str
    """The line that the author wrote; empty where it is not known."""

    @property
    def end(self) -> int:
        """The column after the last character that is wrong, in the same line."""
        at = self.problem.at
        past = len(self.excerpt) + 1
        return max(at.column + 1, min(at.column + at.width, past))

    @property
    def path(self) -> Path:
        """Where the file is, as an absolute path."""
        return self.folder / self.problem.at.path

    def path_from(self, base: Path) -> str:
        """Return the file's path as seen from `base`, with forward slashes."""
        try:
            return _readable(Path(os.path.relpath(self.path, base)).as_posix())
        except ValueError:  # another drive on Windows
            return _readable(self.path.as_posix())


def gather(
    problems: Sequence[Problem], manuscripts: Mapping[str, Manuscript], folder: Path
) -> list[Finding]:
    """Return the problems of the site in `folder` as findings, in the same order."""
    whole = folder.resolve()
    return [Finding(_told(each), whole, _line(each, manuscripts)) for each in problems]


def here() -> Path:
    """Return the current folder."""
    return Path.cwd().resolve()


def repository(finding: Finding) -> Path:
    """Return the top of the repository that holds a finding's site, or else the current folder.

    GITHUB_WORKSPACE names it in a workflow; elsewhere it is the nearest folder with `.git`.
    """
    given = os.environ.get("GITHUB_WORKSPACE")
    workspace = Path(given).resolve() if given else None
    if workspace and finding.folder.is_relative_to(workspace):
        return workspace
    above = (finding.folder, *finding.folder.parents)
    return next((each for each in above if (each / ".git").exists()), here())


def _line(problem: Problem, manuscripts: Mapping[str, Manuscript]) -> str:
    manuscript = manuscripts.get(problem.at.path)
    return _readable(manuscript.line(problem.at.line)) if manuscript else ""


def _told(problem: Problem) -> Problem:
    return replace(problem, message=_readable(problem.message), hint=_readable(problem.hint))


def _readable(text: str) -> str:
    """Return a text without what stands for bytes that are no text: strict readers refuse it."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)
