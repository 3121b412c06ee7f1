"""Everything that the authors of one site wrote, read and linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from argsite.model.essay import Essay, PlainPage, Site
from argsite.model.graph import Graph
from argsite.source import Manuscript


@dataclass(frozen=True, slots=True)
class Library:
    """A site's content as values."""

    site: Site
    """What holds for the site as a whole."""

    essays: tuple[Essay, ...]
    """The essays in the order of the index."""

    pages: tuple[PlainPage, ...]
    """Plain pages by name."""

    graph: Graph
    """All statements and arguments, linked across essays."""

    manuscripts: Mapping[str, Manuscript]
    """The files as they were read, by path, for error messages."""

    def essay(self, slug: str) -> Essay:
        """Return the essay in folder `slug`; KeyError where there is none."""
        for each in self.essays:
            if each.slug == slug:
                return each
        raise KeyError(slug)
