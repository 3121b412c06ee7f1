"""What every page draws on: the library, how each statement stands, and how it is worded."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from argsite import markdown
from argsite.analysis import (
    Opposition,
    Reach,
    Reason,
    Standing,
    argued,
    explain,
    flatten,
)
from argsite.formats.naming import tag_names
from argsite.language import Words, words_of
from argsite.model import Argument, Essay, Graph, Library, Listing, Status
from argsite.pages.backlinks import Backlink, find_backlinks
from argsite.pages.links import ListRow, StatementLink
from argsite.pages.noted import ESSAY, Noted, Remembered
from argsite.pages.remember import Remember, forget
from argsite.pages.works import Works, find_works

Made = TypeVar("Made")


@dataclass(frozen=True)
class Edition:
    """One state of a site, about to be rendered. What pages share is found when one asks for it."""

    library: Library
    """What the authors wrote."""

    standing: Standing
    """How it stands."""

    remember: Remember = forget
    """Asks for what an earlier build has worked out."""

    links: dict[tuple[str, str], dict[str, StatementLink]] = field(default_factory=dict)
    """What was linked before, by the page's folder and language, then by the statement's key."""

    mentions: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """How sentences named statements before, by the page's folder and the sentence's language."""

    rows: dict[tuple[str, str], dict[Hashable, ListRow]] = field(default_factory=dict)
    """The rows of lists that were shown before, by the page's folder and language."""

    noted: set[str] = field(default_factory=set)
    """What the job at hand has looked at: keys of statements, folders of essays with a mark."""

    _open: dict[str, frozenset[str]] = field(default_factory=dict)
    """The open rebuttals that were asked for before, by the folder of the essay."""

    _order: dict[str, dict[str, int]] = field(default_factory=dict)
    """The orders that were asked for before, by the folder of the essay."""

    _made: dict[Hashable, Any] = field(default_factory=dict)
    """What `once` made, by its name."""

    @classmethod
    def of(cls, library: Library, standing: Standing, remember: Remember = forget) -> Edition:
        """Prepare what pages share; some of it is remembered from build to build."""
        return cls(library, standing, remember)

    @classmethod
    def after(cls, before: Edition, library: Library, standing: Standing) -> Edition:
        """Prepare what pages share, with what an earlier state of the site has worked out.

        That holds where everything fares as before, which `standing` says by being the same object.
        """
        edition = cls(library, standing)
        if standing is before.standing and _argued(library) == _argued(before.library):
            edition._open.update(dict(before._open))
            if "unanswered" in before.__dict__:
                edition.__dict__["unanswered"] = before.unanswered
        return edition

    @cached_property
    def plain(self) -> Mapping[str, str]:
        """Key of each statement to its text without Markdown marks."""
        statements = self.library.graph.statements
        texts = Remembered(statements, lambda key: markdown.plain(statements[key].text.text))
        return Noted(texts, self.noted.add)

    @cached_property
    def essays(self) -> Mapping[str, Essay]:
        """The essays by their folders."""
        essays = {essay.slug: essay for essay in self.library.essays}
        return Noted(essays, self.noted.add, ESSAY)

    def order(self, slug: str) -> Mapping[str, int]:
        """Return the key of each statement of an essay with its place there, from 0."""
        if slug not in self._order:
            places = enumerate(self.essays[slug].statements)
            self._order[slug] = {each.key: place for place, each in places}
        return self._order[slug]

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """Each tag, case folded, to the name of its page."""
        return tag_names(self._written_tags())

    @cached_property
    def spelling(self) -> Mapping[str, str]:
        """Each tag, case folded, as it is written first."""
        return _spelling(self._written_tags())

    @cached_property
    def unanswered(self) -> frozenset[str]:
        """Keys of the arguments that attack what an essay argues and that nothing answers."""
        return frozenset().union(*(self.open(each.slug) for each in self.library.essays))

    @cached_property
    def lists(self) -> tuple[Listing, ...]:
        """The lists that the site has, in the order of its navigation."""
        return self.library.lists

    @cached_property
    def works(self) -> Works:
        """What its statements cite."""
        statements = self.library.graph.statements.values()
        return find_works(statements, self.library.site.language, self.remember)

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Backlink, ...]]:
        """Key of a statement to the places whose Markdown links to it; missing where none does."""
        return find_backlinks(self.library, self.remember)

    @cached_property
    def reach(self) -> Reach:
        """What analysis remembers of the graph between one view and the next."""
        return Reach(self.graph)

    def open(self, slug: str) -> frozenset[str]:
        """Return the keys of the arguments that attack what an essay argues, unanswered."""
        if slug not in self._open:
            self._open[slug] = self._opposition.to(self.essays[slug])
        return self._open[slug]

    def take_open(self, found: Mapping[str, frozenset[str]]) -> None:
        """Take over what `open` would find for some essays."""
        self._open.update(found)

    @cached_property
    def _opposition(self) -> Opposition:
        return Opposition(self.library.graph, self.standing, lambda key: key.partition("/")[0])

    @cached_property
    def graph(self) -> Graph:
        """The site's statements and arguments."""
        graph = self.library.graph
        return replace(graph, statements=Noted(graph.statements, self.noted.add))

    def once(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is the same on many pages: what `make` gives, asked once for each name.

        What that looks at is noted for each page that asks.
        """
        known = self._made.get(name)
        if known is None:
            outside = frozenset(self.noted)
            self.noted.clear()
            made = make()
            known = self._made[name] = made, frozenset(self.noted)
            self.noted.update(outside)
        found: Made
        found, noted = known
        self.noted.update(noted)
        return found

    def status(self, key: str) -> Status:
        """Return how a statement fares."""
        self.noted.add(key)
        return self.standing.statuses[key]

    def arguments(self, essay: Essay) -> list[Argument]:
        """Return an essay's arguments that take part in the graph, in the order of writing."""
        return [each for each in essay.arguments if each.key in self.graph.arguments]

    def tags_of(self, key: str) -> tuple[str, ...]:
        """Return a statement's tags, case folded, each once."""
        return tuple(dict.fromkeys(tag.casefold() for tag in self.graph.statements[key].tags))

    def words(self, slug: str = "") -> Words:
        """Return the words of the interface for an essay's pages; without one, for the site's."""
        return words_of(self.language(slug), self.library.site.language)

    def language(self, slug: str = "") -> str:
        """Return the BCP 47 tag of an essay's text; without an essay, of the site's."""
        essay = self.essays.get(slug)
        return (essay.language if essay else "") or self.library.site.language

    def reason(self, words: Words, key: str) -> Reason:
        """Return why a statement has its status."""
        return explain(words, self.graph, self.standing, key)

    def told(self, words: Words, reason: Reason) -> str:
        """Return a reason as text, its statements in quotation marks."""

        def named(key: str) -> str:
            return words.quoted(self.plain[key].removesuffix("."))

        return flatten(reason, named)

    def forget(self) -> None:
        """Let go of what was remembered of the essays at hand, before others are taken up."""
        self.links.clear()
        self.rows.clear()
        self.reach.forget()
        self.mentions.clear()

    def _written_tags(self) -> Iterator[str]:
        return (tag for each in self.library.graph.statements.values() for tag in each.tags)


def _spelling(tags: Iterable[str]) -> dict[str, str]:
    """Return how each tag, whatever its capitals, is written first."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold(), tag)
    return found


def _argued(library: Library) -> dict[str, tuple[str, ...]]:
    """Return what each essay argues for, by folder."""
    return {essay.slug: argued(essay) for essay in library.essays}
