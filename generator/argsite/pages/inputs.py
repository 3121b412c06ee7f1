"""What pages are made of, as digests: where none has changed a page is as it was.

Of a statement: what its author wrote, how it fares, and where it is named. Of an essay: what is
written in it, and how everything argues that stands below it or uses it, since views go along the
arguments. Of the site: what stands around every page. Places in files are left out, so that a line
more at the top of a file changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b

from argsite.load import Digests
from argsite.model import Essay, Listing, Statement
from argsite.packing import pack
from argsite.pages.components import components
from argsite.pages.crossings import Crossings, essay_of
from argsite.pages.edition import Edition
from argsite.pages.noted import ESSAY, EVERYTHING, TEMPLATE, Remembered
from argsite.severities import AS_USUAL

_BYTES = 12

MISSING = b""
"""The digest of what is not there."""


@dataclass(frozen=True)
class Inputs:
    """The digests of one state of a site."""

    edition: Edition
    """What its pages draw on."""

    digests: Mapping[str, Digests]
    """The digests of what is written in each essay, by folder."""

    made_with: str
    """What makes them: this program and its libraries."""

    setting: str = ""
    """What holds for all templates alike."""

    templates: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of each template, by name."""

    @cached_property
    def frame(self) -> bytes:
        """The digest of what stands around every page."""
        library = self.edition.library
        pages = [(each.slug, each.title) for each in library.pages]
        site = replace(library.site, checks=AS_USUAL)
        return digest(
            repr((self.made_with, self.setting, site, self.edition.lists, library.has_feed, pages))
        )

    @cached_property
    def everything(self) -> bytes:
        """The digest of the whole site."""
        library = self.edition.library
        bodies = (each.body.text for each in library.pages)
        shapes = (self.shapes[each.slug] for each in library.essays)
        return digest(self.frame, *self.written.values(), *shapes, *bodies)

    def noted(self, name: str) -> bytes:
        """Return the digest of what a job noted: a statement, or what a mark tells."""
        if name == EVERYTHING:
            return self.everything
        if name.startswith(TEMPLATE):
            return self.templates.get(name.removeprefix(TEMPLATE), MISSING)
        if name.startswith(ESSAY):
            essay = self._by_slug.get(name.removeprefix(ESSAY))
            return _head(essay) if essay else MISSING
        slug = essay_of(name)
        return self._facts[slug].get(name, MISSING) if slug in self._by_slug else MISSING

    @cached_property
    def facts(self) -> Mapping[str, bytes]:
        """The digest of all that other pages may show of an essay's statements, by folder.

        Where it is as it was, so is what `noted` says of each of them.
        """
        return {each.slug: self._all_facts(each) for each in self.edition.library.essays}

    @cached_property
    def _facts(self) -> Mapping[str, Mapping[str, bytes]]:
        """The digest of each statement as other pages may show it, by essay and key."""
        return Remembered(self._by_slug, lambda slug: self._facts_of(self._by_slug[slug]))

    def _facts_of(self, essay: Essay) -> Mapping[str, bytes]:
        language = self.edition.language(essay.slug)
        records = self.digests[essay.slug]
        return {
            statement.key: self._fact(statement, record, language)
            for statement, record in zip(essay.statements, records.statements, strict=True)
        }

    @cached_property
    def shapes(self) -> Mapping[str, bytes]:
        """The digest of how each essay argues, by folder."""
        return {each.slug: self._shape(each) for each in self.edition.library.essays}

    @cached_property
    def around(self) -> Mapping[str, bytes]:
        """The digest of how everything argues that the pages of an essay may show, by folder."""
        crossings = Crossings(self.edition.library.graph)
        slugs = [each.slug for each in self.edition.library.essays]
        deep: dict[str, bytes] = {}
        # What an essay rests on elsewhere counts with what stands below that, and so on down.
        for group in components(slugs, crossings.below):
            outside = {each for name in group for each in crossings.below(name)} - set(group)
            shapes = (self.shapes[essay_of(each)] for each in sorted(group))
            found = digest(*shapes, *(deep[each] for each in sorted(outside)))
            deep.update(dict.fromkeys(group, found))
        return {
            slug: digest(
                _head(self._by_slug[slug]),
                deep[slug],
                *map(self._step, sorted(crossings.steps(slug))),
            )
            for slug in slugs
        }

    @cached_property
    def written(self) -> Mapping[str, bytes]:
        """The digest of everything that is written in each essay, by folder."""
        return {each.slug: self.digests[each.slug].whole for each in self.edition.library.essays}

    @cached_property
    def _by_slug(self) -> Mapping[str, Essay]:
        return {each.slug: each for each in self.edition.library.essays}

    def _fact(self, statement: Statement, record: bytes, language: str) -> bytes:
        standing, key = self.edition.standing, statement.key
        said = (standing.statuses[key], standing.labels[key], language)
        return digest(record, repr((said, self._around_all((statement,)))))

    def _all_facts(self, essay: Essay) -> bytes:
        """Return the digest of what `_fact` tells of all statements, in a few steps."""
        standing = self.edition.standing
        keys = [each.key for each in essay.statements]
        statuses = list(map(standing.statuses.__getitem__, keys))
        labels = list(map(standing.labels.__getitem__, keys))
        said = (keys, statuses, labels, self.edition.language(essay.slug))
        around = self._around_all(essay.statements)
        return digest(pack((self.digests[essay.slug].statements, said, around)))

    def _around_all(self, statements: Sequence[Statement]) -> tuple[Sequence[object], ...]:
        """Return what the site as a whole gives to some statements: names, paths and links."""
        edition = self.edition
        folded = [tag.casefold() for tag in {tag: 0 for each in statements for tag in each.tags}]
        tags = [text for tag in folded for text in (edition.tags[tag], edition.spelling[tag])]
        paths: list[str] = []
        if Listing.SOURCES in edition.lists:
            works = edition.works
            sources = (source for each in statements for source in each.sources)
            paths = [works.path(works.of(source)) for source in sources]
        backlinks = edition.backlinks
        linked = [each.key for each in statements if each.key in backlinks]
        links = [(key, each, self._title(each.name)) for key in linked for each in backlinks[key]]
        return tags, paths, links

    def _title(self, name: str) -> str:
        """Return what a page says of the place that links to a statement, by the place's name."""
        essay = self._by_slug.get(name.partition("/")[0])
        statement = self.edition.library.graph.statements.get(name)
        return f"{essay.title if essay else ''} {statement.text.text if statement else ''}"

    def _step(self, key: str) -> bytes:
        """Return the digest of an argument and how it fares."""
        slug = essay_of(key)
        record = self._steps[slug][key]
        label = self.edition.standing.labels[key]
        return digest(record, f"{label} {key in self.edition.unanswered}")

    @cached_property
    def _steps(self) -> Mapping[str, Mapping[str, bytes]]:
        """The digests of each essay's arguments by their keys."""
        return Remembered(
            self._by_slug,
            lambda slug: {
                step.key: record
                for step, record in zip(
                    self._by_slug[slug].arguments, self.digests[slug].arguments, strict=True
                )
            },
        )

    def _shape(self, essay: Essay) -> bytes:
        edition = self.edition
        labels, known = edition.standing.labels, edition.library.graph.arguments
        statements = [labels[each.key] for each in essay.statements]
        arguments = [
            (key, labels[key], key in edition.unanswered)
            for key in (each.key for each in essay.arguments)
            if key in known
        ]
        return digest(self.digests[essay.slug].shape, pack((statements, arguments)))


def _head(essay: Essay) -> bytes:
    """Return the digest of what an essay says of itself, without its prose."""
    points = [(each.number, each.title, each.claims) for each in essay.points]
    said = (essay.slug, essay.title, essay.subtitle, essay.authors, essay.date, essay.updated)
    more = (essay.language, essay.summary, essay.contention, essay.needs_sources)
    return digest(repr((said, more, points)))


def digest(*parts: str | bytes) -> bytes:
    """Return the digest of some parts, each told from the next."""
    hashed = blake2b(digest_size=_BYTES)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(4, "big"))
        hashed.update(data)
    return hashed.digest()
