"""What a statement's page says of its sources, and of the places that link to it."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from argsite import addresses, markdown
from argsite.model import Listing, Source, Statement
from argsite.pages.anchors import point_anchor
from argsite.pages.backlinks import Backlink, Where
from argsite.pages.desk import Desk
from argsite.pages.links import TextLink


class Reference(NamedTuple):
    """A source of a statement."""

    source: Source
    """Where the statement can be looked up."""

    href: str
    """Its place in the list of sources; empty where the site has no such list."""

    uses: int
    """How many statements cite the same work."""


class LinkingPlace(NamedTuple):
    """A place that links to a statement."""

    words: str
    """What kind of place it is, such as `Point 2`."""

    link: TextLink
    """The place."""

    essay: str = ""
    """The title of the essay it is in, as HTML, where that is another one."""


def references(desk: Desk, statement: Statement) -> tuple[Reference, ...]:
    """Return the sources of a statement."""
    if not statement.sources:
        return ()
    edition = desk.edition
    listed = Listing.SOURCES in edition.lists
    works = [(source, edition.works.of(source)) for source in statement.sources]
    return tuple(
        Reference(
            source,
            desk.to(edition.works.path(work)) if listed else "",
            len(work.statements),
        )
        for source, work in works
    )


def linking_places(desk: Desk, key: str) -> tuple[LinkingPlace, ...]:
    """Return the places whose Markdown links to a statement."""
    here = key.partition("/")[0]
    return tuple(_place(desk, each, here) for each in desk.edition.backlinks.get(key, ()))


def _place(desk: Desk, place: Backlink, here: str) -> LinkingPlace:
    """Return a place that links to a statement of the essay `here`."""
    edition, words = desk.edition, desk.words
    slug = place.name.partition("/")[0]
    elsewhere = _title(desk, slug) if slug != here else ""
    match place.where:
        case Where.OPENING:
            link = TextLink(desk.to(addresses.essay(slug)), _title(desk, slug))
            return LinkingPlace(words.gettext("Opening of the essay"), link)
        case Where.POINT:
            point = next(each for each in edition.essays[slug].points if each.number == place.point)
            path = f"{addresses.essay(slug)}#{point_anchor(place.point)}"
            told = words.gettext("Point %(number)s", number=place.point)
            return LinkingPlace(told, _named(desk, path, point.title, slug), elsewhere)
        case Where.TEXT | Where.NOTE:
            is_note = place.where is Where.NOTE
            told = words.gettext("Note on") if is_note else words.gettext("Statement")
            text = edition.graph.statements[place.name].text.text
            html = desk.named(markdown.words(text), slug)
            link = TextLink(desk.to(addresses.statement(place.name)), html)
            return LinkingPlace(told, link, elsewhere)
        case Where.PAGE:
            title = next(page.title for page in edition.library.pages if page.slug == place.name)
            path = addresses.plain(place.name)
            return LinkingPlace(words.gettext("Page"), _named(desk, path, title, ""))


def _title(desk: Desk, slug: str) -> str:
    essay = desk.edition.essays.get(slug)
    return desk.named(escape(essay.title, quote=False), slug) if essay else ""


def _named(desk: Desk, path: str, title: str, slug: str) -> TextLink:
    return TextLink(desk.to(path), desk.named(escape(title, quote=False), slug))
