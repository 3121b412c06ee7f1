"""Everything that the authors of one site wrote, read and linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from argsite.model.essay import Essay, PlainPage, Site
from argsite.model.graph import Graph
from argsite.model.options import Listing
from argsite.source import Location, Manuscript


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

    published: Mapping[str, Location] = field(default_factory=dict)
    """Keys of the statements that were published once, each with its place in the lock file."""

    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The addresses that each Markdown text links to, by the text; only those that have any."""

    passages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The plain words of each paragraph of the proses that are quoted, by the prose."""

    written: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of all that each essay says, by folder."""

    linked: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of what links from each essay, and of what links may name in it, by folder."""

    @property
    def has_feed(self) -> bool:
        """True where the site knows its address and the day of an essay: a feed needs both."""
        return bool(self.site.url) and any(essay.date for essay in self.essays)

    @property
    def has_cards(self) -> bool:
        """True where the site knows its address, without which nobody can show an essay's card."""
        return bool(self.site.url)

    @property
    def lists(self) -> tuple[Listing, ...]:
        """The lists that its author chose and that it has something for, in their order."""
        statements = self.graph.statements.values()
        empty = set()
        if not any(each.sources for each in statements):
            empty.add(Listing.SOURCES)
        if not any(each.tags for each in statements):
            empty.add(Listing.TAGS)
        return tuple(each for each in self.site.options.lists if each not in empty)

    def essay(self, slug: str) -> Essay:
        """Return the essay in folder `slug`; KeyError where there is none."""
        for each in self.essays:
            if each.slug == slug:
                return each
        raise KeyError(slug)
