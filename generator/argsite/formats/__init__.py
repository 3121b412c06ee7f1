"""Text to values of the model: one module or folder for each format, listed in FORMATS.

A format reads an essay from text it is given; finding the files is the business of `load`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from argsite.problems import Report
from argsite.source import Manuscript

if TYPE_CHECKING:  # the lock file's format is read where the model is not needed
    from argsite.model import Essay


class Format(NamedTuple):
    """A way to write an essay."""

    name: str
    """What it is called."""

    endings: tuple[str, ...]
    """Endings of file names that are taken for this format."""

    main: str
    """The file that makes a folder an essay."""

    part: str
    """A regular expression for the names of an essay's other files: one for each point."""

    read_essay: Callable[[str, Manuscript, Sequence[Manuscript], Report], Essay | None]
    """Takes the essay's folder, its main file, its other files and where to report."""


def _read_yaml(
    slug: str, main: Manuscript, parts: Sequence[Manuscript], report: Report
) -> Essay | None:
    # It is slow to load, and not needed where all that is to be read is remembered.
    from argsite.formats import yaml

    return yaml.read_essay(slug, main, parts, report)


FORMATS = (
    Format("YAML", (".yaml", ".yml"), "essay.yaml", r"[1-9][0-9]{0,3}-.+\.yaml", _read_yaml),
)
"""Every format, in the order in which a folder is tried for its main file."""

__all__ = ["FORMATS", "Format"]
