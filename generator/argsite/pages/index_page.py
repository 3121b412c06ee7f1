"""The index: each essay as a card with its contention and how it fares."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from argsite import addresses
from argsite.model import Essay
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.links import StatementLink, TextLink
from argsite.pages.lists.unanswered import unanswered
from argsite.pages.press import Page, Press


@dataclass(frozen=True, slots=True)
class Card:
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


def index_page(press: Press, edition: Edition) -> Page:
    """Return the page that lists the essays."""
    desk = Desk(edition, addresses.INDEX)
    site = edition.library.site
    return press.print(
        desk.path,
        "index.html",
        frame(desk, site.title, description=site.description),
        title=site.title,
        description=site.description,
        cards=[_card(desk, essay) for essay in edition.library.essays],
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
