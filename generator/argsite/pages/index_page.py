"""The index: each essay as a card with its contention and how it fares."""

from __future__ import annotations

from dataclasses import dataclass

from argsite import addresses
from argsite.analysis import open_objections
from argsite.model import Essay
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.links import StatementLink
from argsite.pages.press import Page, Press
from argsite.pages.wording import count, day, listed


@dataclass(frozen=True, slots=True)
class Card:
    """An essay in a list of essays."""

    href: str
    """Its address from this page."""

    title: str
    """Its title."""

    subtitle: str
    """Its second title."""

    kicker: str
    """Author, date and counts, in a line."""

    summary: str
    """What it is about."""

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
    edition = desk.edition
    objections = len(open_objections(edition.graph, edition.standing, essay))
    facts = [
        listed(essay.authors),
        day(essay.date),
        count(len(essay.points), "point"),
        count(len(essay.statements), "statement"),
        f"{objections} unanswered" if objections else "",
    ]
    return Card(
        href=desk.to(addresses.essay(essay.slug)),
        title=essay.title,
        subtitle=essay.subtitle,
        kicker=" · ".join(fact for fact in facts if fact),
        summary=essay.summary,
        contention=desk.link(essay.contention),
    )
