"""What reading `site.yaml` came to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from argsite.load.patience import read_patiently
from argsite.model import Site
from argsite.problems import Problem
from argsite.source import Manuscript


@dataclass(frozen=True, slots=True)
class ReadSite:
    """What came of `site.yaml`; it depends on its text alone."""

    site: Site | None
    """What it says; None where it is no YAML at all, or has too many mistakes."""

    problems: tuple[Problem, ...]
    """Its author's mistakes, in the order in which they were met."""


def read_site(manuscript: Manuscript) -> ReadSite:
    """Read the file."""
    # It is slow to load, and not needed where all that is to be read is remembered.
    from argsite.formats import yaml

    problems: list[Problem] = []
    site = read_patiently(partial(yaml.read_site, manuscript), problems.append)
    return ReadSite(site, tuple(problems))
