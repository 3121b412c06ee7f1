"""An essay in numbered points, the site around it, and plain pages beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from argsite.model.argument import Argument
from argsite.model.options import Options
from argsite.model.statement import Statement
from argsite.severities import AS_USUAL, Settings
from argsite.source import Location, Passage


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point: a passage of the essay and what it claims."""

    number: int
    """Its number, from 1."""

    title: str
    """Its heading, plain text."""

    claims: tuple[str, ...]
    """Keys of the statements it argues for; the first is its main claim."""

    at: Location
    """Where the point begins."""

    prose: Passage | None = None
    """Markdown: the essay's own words."""


@dataclass(frozen=True, slots=True)
class Essay:
    """An essay with all its statements and arguments, each list in the order of writing."""

    slug: str
    """Its folder, which is part of its address."""

    title: str
    """Its title, plain text."""

    contention: str
    """Key of the essay's main claim."""

    points: tuple[Point, ...]
    """The points by number."""

    statements: tuple[Statement, ...]
    """What is written in the essay; statements it merely refers to are not here."""

    arguments: tuple[Argument, ...]
    """The steps written in the essay."""

    at: Location
    """Where the essay begins."""

    refs: tuple[Passage, ...] = ()
    """Each `ref:` as its author wrote it."""

    subtitle: str = ""
    """A second title, plain text."""

    authors: tuple[str, ...] = ()
    """Who wrote the essay."""

    date: str = ""
    """When it appeared: YYYY-MM-DD."""

    updated: str = ""
    """When it was last changed: YYYY-MM-DD."""

    language: str = ""
    """BCP 47 tag; empty for the site's language."""

    summary: str = ""
    """One paragraph for lists and previews, plain text."""

    prose: Passage | None = None
    """Markdown: the opening, before point 1."""

    needs_sources: bool = False
    """True where each premise is to have a source or a reason."""

    def name_of(self, key: str) -> str:
        """Return a key as it is written in this essay: the id, where it belongs here."""
        return key.removeprefix(f"{self.slug}/")


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page of Markdown beside the essays, such as `about.md`."""

    slug: str
    """Its place in `content/` without the ending, which is its address: `guide/first-essay`."""

    title: str
    """Its first heading, or its name where it has none."""

    body: Passage
    """Its Markdown."""

    @property
    def folder(self) -> str:
        """The folder that its relative addresses are seen from; empty for one in `content/`."""
        return self.slug.rpartition("/")[0]


class Search(StrEnum):
    """What readers of a site search with."""

    OWN = "own"
    """The index that the build writes; it works from a folder as well as from a host."""

    PAGEFIND = "pagefind"
    """Pagefind, from a host only."""

    NONE = "none"
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Site:
    """What `site.yaml` says of the site as a whole."""

    title: str
    """The site's name."""

    at: Location
    """Where `site.yaml` begins."""

    url: str = ""
    """The address it will be published at, without a slash at the end; may be empty."""

    language: str = "en"
    """BCP 47 tag."""

    theme: Passage | None = None
    """The theme's name; None for the built-in default."""

    authors: tuple[str, ...] = ()
    """Who publishes the site."""

    licence: str = ""
    """The terms under which the texts may be used, plain text."""

    description: str = ""
    """One paragraph for the index, plain text."""

    search: Search = Search.OWN
    """What readers search with."""

    options: Options = field(default_factory=Options)
    """What its author chooses of its look and its lists."""

    essays: tuple[Passage, ...] = ()
    """Folders of essays in the order the index lists them; the rest follow by name."""

    checks: Settings = field(default_factory=lambda: AS_USUAL)
    """How much single kinds of problems matter, where that is not as usual."""
