"""The list of all tags, and a page for each with its statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from argsite import addresses
from argsite.model import Listing, Statement
from argsite.pages.alphabet import sort_key
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink
from argsite.pages.press import Page, Press
from argsite.pages.wording import place_in


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, whatever its capitals."""

    name: str
    """As it is written first."""

    path: str
    """Where its page is."""

    statements: tuple[Statement, ...]
    """What it is on, in the order of writing."""


@dataclass(frozen=True, slots=True)
class TagEntry:
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
    tagged: dict[str, list[Statement]] = {}
    for statement in edition.graph.statements.values():
        for tag in edition.tags_of(statement.key):
            tagged.setdefault(tag, []).append(statement)
    return tuple(
        Tag(edition.spelling[tag], addresses.tag(edition.tags[tag]), tuple(tagged[tag]))
        for tag in tags_in_order(edition)
    )


def tag_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield a job for the page of each tag, and one for the list of them where the site has one."""
    listed = Listing.TAGS in edition.lists
    titles = {essay.slug: essay.title for essay in edition.library.essays}
    tags = find_tags(edition)
    for tag in tags:
        make = partial(_tag_page, press, edition, tag, titles, listed=listed)
        yield single(tag.path, make)
    if listed:
        yield single(addresses.listing(Listing.TAGS), partial(_tags_page, press, edition, tags))


def _tags_page(press: Press, edition: Edition, tags: Sequence[Tag]) -> Page:
    desk = Desk(edition, addresses.listing(Listing.TAGS))
    return press.print(
        desk.path,
        "tags.html",
        frame(desk, desk.words.gettext("Tags")),
        tags=[TagLink(tag.name, desk.to(tag.path), len(tag.statements)) for tag in tags],
    )


def _tag_page(
    press: Press, edition: Edition, tag: Tag, titles: Mapping[str, str], *, listed: bool
) -> Page:
    desk = Desk(edition, tag.path)
    return press.print(
        desk.path,
        "tag.html",
        frame(desk, desk.words.gettext("Tag: %(tag)s", tag=tag.name)),
        tag=tag.name,
        tags=desk.to(addresses.listing(Listing.TAGS)) if listed else "",
        entries=[
            TagEntry(desk.link(each.key), place_in(desk.words, each, titles[each.essay]))
            for each in tag.statements
        ],
    )
