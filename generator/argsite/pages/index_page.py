"""The index: each essay as a card with its contention and how it fares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from typing import NamedTuple

from argsite import addresses
from argsite.model import Essay
from argsite.pages.desk import Desk
from argsite.pages.division import cut
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink, TextLink
from argsite.pages.lists.parts import link_to_part, paged
from argsite.pages.lists.unanswered import unanswered
from argsite.pages.press import Page, Press

MOST = 100
"""Essays on a page."""


class Card(NamedTuple):
    """An essay in a list of essays."""

    href: str
    """Its address from this page."""

    title: str
    """Its title, as HTML."""

    subtitle: str
    """Its second title, as HTML."""

    facts: tuple[str, ...]
    """Authors, date and counts."""

    unanswered: TextLink | None
    """How many objections nothing answers, and where they are listed; None where all are."""

    summary: str
    """What it is about, as HTML."""

    contention: StatementLink
    """What it argues for."""


def index_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield a job for each page that lists the essays, the first one last."""
    pages = cut(edition.library.essays, MOST, lambda essay: essay.slug)
    for number, essays in reversed(list(enumerate(pages, 1))):
        make = partial(index_page, press, edition, number, len(pages), essays)
        # How many of an essay's objections are open depends on statements that it does not show.
        told = [
            (each.slug, len(each.points), len(each.statements), len(edition.open(each.slug)))
            for each in essays
        ]
        yield single(addresses.index_part(number), make, repr((number, len(pages), told)))


def index_page(
    press: Press, edition: Edition, number: int, parts: int, essays: Sequence[Essay]
) -> Page:
    """Return a page that lists essays."""
    desk = Desk(edition, addresses.index_part(number))
    site = edition.library.site
    which = paged(desk, number, parts)
    return press.print(
        desk.path,
        "index.html",
        frame(desk, site.title, description=site.description)
        if number == 1
        else frame(desk, which, description=""),
        title=site.title,
        description=site.description if number == 1 else "",
        paged=which,
        cards=[_card(desk, edition.essays[essay.slug]) for essay in essays],
        previous=link_to_part(desk, addresses.index_part, number - 1, parts),
        next=link_to_part(desk, addresses.index_part, number + 1, parts),
    )


def _card(desk: Desk, essay: Essay) -> Card:
    words = desk.words
    number = len(essay.points)
    facts = [
        words.listed(essay.authors),
        words.day(essay.date),
        words.ngettext("%(count)s point", "%(count)s points", number) if number else "",
        words.ngettext("%(count)s statement", "%(count)s statements", len(essay.statements)),
    ]

    def named(text: str) -> str:
        return desk.named(escape(text, quote=False), essay.slug) if text else ""

    return Card(
        href=desk.to(addresses.essay(essay.slug)),
        title=named(essay.title),
        subtitle=named(essay.subtitle),
        facts=tuple(fact for fact in facts if fact),
        unanswered=unanswered(desk, essay),
        summary=named(essay.summary),
        contention=desk.link(essay.contention),
    )
