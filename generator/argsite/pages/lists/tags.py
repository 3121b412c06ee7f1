"""The list of all tags, and a page for each with its statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from argsite import addresses
from argsite.model import Listing
from argsite.pages.alphabet import sort_key
from argsite.pages.desk import Desk
from argsite.pages.division import cut
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink
from argsite.pages.lists.parts import link_to_part, paged
from argsite.pages.press import Page, Press
from argsite.pages.wording import place_in

MOST = 400
"""Statements of a tag, or tags, on a page."""


class Tag(NamedTuple):
    """A tag, whatever its capitals."""

    name: str
    """As it is written first."""

    slug: str
    """The name of its page."""

    keys: tuple[str, ...]
    """Keys of the statements that it is on, in the order of writing."""


class TagPart(NamedTuple):
    """A page of a tag's statements."""

    name: str
    """The tag as it is written first."""

    slug: str
    """The name of its page."""

    number: int
    """Which of its pages it is, from 1."""

    parts: int
    """How many there are."""

    keys: tuple[str, ...]
    """Keys of the statements."""


class AllTagsPart(NamedTuple):
    """A page of the list of all tags."""

    number: int
    """Which page it is, from 1."""

    parts: int
    """How many there are."""

    total: int
    """How many tags there are in all; 0 on later pages, which do not say it."""

    tags: tuple[tuple[str, str, int], ...]
    """The tags: name, name of the page, how many statements have it."""


class TagEntry(NamedTuple):
    """A statement in the list of a tag."""

    link: StatementLink
    """The statement."""

    place: str
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class TagLink:
    """A tag in the list of all tags."""

    name: str
    """The tag."""

    href: str
    """Its page."""

    count: int
    """How many statements have it."""


def tags_in_order(edition: Edition) -> list[str]:
    """Return all tags, case folded, from A to Z."""
    language = edition.language()
    return sorted(edition.spelling, key=lambda tag: sort_key(edition.spelling[tag], language, ""))


def find_tags(edition: Edition) -> tuple[Tag, ...]:
    """Return all tags from A to Z."""
    tagged: dict[str, list[str]] = {}
    for key, statement in edition.library.graph.statements.items():
        for tag in edition.tags_of(key) if statement.tags else ():
            tagged.setdefault(tag, []).append(key)
    return tuple(
        Tag(edition.spelling[tag], edition.tags[tag], tuple(tagged[tag]))
        for tag in tags_in_order(edition)
    )


def tag_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield a job for each page of a tag, and those of the list of all where the site has one."""
    listed = Listing.TAGS in edition.lists
    tags = find_tags(edition)
    for tag in tags:
        pages = cut(tag.keys, MOST, str)
        for number, keys in enumerate(pages, 1):
            part = TagPart(tag.name, tag.slug, number, len(pages), keys)
            make = partial(_tag_page, press, edition, part, listed=listed)
            yield single(addresses.tag_part(tag.slug, number), make, repr((part, listed)))
    if listed:
        counted = [(tag.name, tag.slug, len(tag.keys)) for tag in tags]
        pages_of_all = cut(counted, MOST, itemgetter(1))
        for number, some in enumerate(pages_of_all, 1):
            given = AllTagsPart(number, len(pages_of_all), len(tags) if number == 1 else 0, some)
            make_all = partial(_tags_page, press, edition, given)
            yield single(addresses.tags_part(number), make_all, repr(given))


def _tags_page(press: Press, edition: Edition, part: AllTagsPart) -> Page:
    desk = Desk(edition, addresses.tags_part(part.number))
    title, which = desk.words.gettext("Tags"), paged(desk, part.number, part.parts)
    return press.print(
        desk.path,
        "tags.html",
        frame(desk, f"{title}: {which}" if part.number > 1 else title),
        total=part.total,
        paged=which,
        tags=[
            TagLink(name, desk.to(addresses.tag_part(slug, 1)), count)
            for name, slug, count in part.tags
        ],
        previous=link_to_part(desk, addresses.tags_part, part.number - 1, part.parts),
        next=link_to_part(desk, addresses.tags_part, part.number + 1, part.parts),
    )


def _tag_page(press: Press, edition: Edition, part: TagPart, *, listed: bool) -> Page:
    path = partial(addresses.tag_part, part.slug)
    desk = Desk(edition, path(part.number))
    title = desk.words.gettext("Tag: %(tag)s", tag=part.name)
    which = paged(desk, part.number, part.parts)
    return press.print(
        desk.path,
        "tag.html",
        frame(desk, f"{title}: {which}" if part.number > 1 else title),
        tag=part.name,
        tags=desk.to(addresses.listing(Listing.TAGS)) if listed else "",
        paged=which,
        entries=[_entry(desk, key) for key in part.keys],
        previous=link_to_part(desk, path, part.number - 1, part.parts),
        next=link_to_part(desk, path, part.number + 1, part.parts),
    )


def _entry(desk: Desk, key: str) -> TagEntry:
    statement = desk.edition.graph.statements[key]
    title = desk.edition.essays[statement.essay].title
    return TagEntry(desk.link(key), place_in(desk.words, statement, title))
