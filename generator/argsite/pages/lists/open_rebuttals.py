"""The list of open rebuttals: objections that nothing answers, under what they attack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import NamedTuple

from argsite import addresses
from argsite.model import Argument, Kind, Listing
from argsite.pages.anchors import essay_anchor
from argsite.pages.desk import Desk
from argsite.pages.division import cut
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink
from argsite.pages.lists.objections import MOST, Against, Section, attacked_most, divided, sections
from argsite.pages.lists.parts import link_to_part, paged
from argsite.pages.press import Page, Press
from argsite.pages.steps import StepItem, step_item
from argsite.pages.wording import place

MOST_ESSAYS = 1_000
"""Essays on a page that says how many each has."""


class Whole(NamedTuple):
    """A page of all essays' open rebuttals, as keys."""

    total: int
    """How many there are in all; 0 on later pages, which do not say it."""

    sections: tuple[Section, ...]
    """The essays that have any."""

    most: tuple[Against, ...]
    """What is attacked most in all essays."""

    split: bool
    """Whether each essay's stand on pages of their own."""

    number: int = 1
    """Which page it is, from 1."""

    parts: int = 1
    """How many there are."""


class Objection(NamedTuple):
    """An open rebuttal in the list."""

    step: StepItem
    """The objection."""

    place: str
    """Where it stands."""


class Attacked(NamedTuple):
    """What open rebuttals attack."""

    anchor: str
    """Its id on the page."""

    href: str
    """Its place, as the first page links to it."""

    essay: str
    """The title of its essay, as HTML."""

    target: StatementLink
    """The statement; for a step the one that the step concludes."""

    premises: tuple[StatementLink, ...]
    """The premises of the step that is attacked; none where a statement is."""

    objections: tuple[Objection, ...]
    """What is said against it and not answered."""


@dataclass(frozen=True, slots=True)
class OpenPart:
    """The open rebuttals to what stands in one essay."""

    anchor: str
    """Its id on the page."""

    title: str
    """The essay's title, as HTML."""

    href: str
    """Its page."""

    apart: str
    """The page of these open rebuttals; empty where they stand with those of other essays."""

    count: int
    """How many there are."""

    elsewhere: int
    """How many more attack what the essay takes from others."""

    attacked: tuple[Attacked, ...]
    """What they attack, the most attacked first."""


def open_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield a job for the page of all open rebuttals, or for those that very many stand on."""
    total = len(edition.unanswered)
    shown = sections(edition)
    most = attacked_most(shown)
    if total <= MOST and len(shown) <= MOST_ESSAYS:
        whole = Whole(total, shown, most, split=False)
        make = partial(_page_of_all, press, edition, whole)
        yield single(addresses.listing(Listing.OPEN), make, repr(whole))
        return
    pages = cut(shown, MOST_ESSAYS, lambda each: each.slug)
    for number, some in enumerate(pages, 1):
        counts = tuple(replace(each, attacked=()) for each in some)
        first = number == 1
        whole = Whole(
            total if first else 0,
            counts,
            most if first else (),
            split=True,
            number=number,
            parts=len(pages),
        )
        make = partial(_page_of_all, press, edition, whole)
        yield single(addresses.rebuttals_part(number), make, repr(whole))
    for section in shown:
        yield from _jobs_of_one(press, edition, section)


def _jobs_of_one(press: Press, edition: Edition, section: Section) -> Iterator[Job]:
    """Yield the jobs for the pages of what attacks one essay."""
    pages = divided(section) if section.attacked else []
    for number, part in enumerate(pages, 1):
        make = partial(_page_of_one, press, edition, part, number, len(pages))
        path = addresses.open_part(section.slug, number)
        yield single(path, make, repr((number, len(pages), part)))


def _page_of_all(press: Press, edition: Edition, whole: Whole) -> Page:
    desk = Desk(edition, addresses.rebuttals_part(whole.number))
    title = desk.words.gettext("Open rebuttals")
    which = paged(desk, whole.number, whole.parts)
    return press.print(
        desk.path,
        "open.html",
        frame(desk, f"{title}: {which}" if whole.number > 1 else title),
        whole="",
        split=whole.split,
        total=whole.total,
        number=whole.number,
        paged=which,
        parts_of_essays=[_part(desk, each, split=whole.split) for each in whole.sections],
        most=[_attacked(desk, each, split=whole.split) for each in whole.most],
        previous=link_to_part(desk, addresses.rebuttals_part, whole.number - 1, whole.parts),
        next=link_to_part(desk, addresses.rebuttals_part, whole.number + 1, whole.parts),
    )


def _page_of_one(press: Press, edition: Edition, section: Section, number: int, parts: int) -> Page:
    path = partial(addresses.open_part, section.slug)
    desk = Desk(edition, path(number))
    whole = addresses.listing(Listing.OPEN)
    title = Desk(edition, whole).words.gettext("Open rebuttals")
    which = paged(desk, number, parts)
    essay = edition.essays[section.slug]
    named = f"{title}: {essay.title}"
    return press.print(
        desk.path,
        "open.html",
        frame(desk, f"{named}, {which}" if number > 1 else named),
        whole=desk.to(whole),
        split=False,
        total=section.count,
        number=1,
        paged=which,
        parts_of_essays=[_part(desk, section)],
        most=[],
        previous=link_to_part(desk, path, number - 1, parts),
        next=link_to_part(desk, path, number + 1, parts),
    )


def _part(desk: Desk, section: Section, *, split: bool = False) -> OpenPart:
    slug = section.slug
    path = addresses.open_part(slug)
    return OpenPart(
        anchor=essay_anchor(slug),
        title=_title(desk, slug),
        href=desk.to(addresses.essay(slug)),
        apart=desk.to(path) if split and section.count else "",
        count=section.count,
        elsewhere=section.elsewhere,
        attacked=tuple(_attacked(desk, each) for each in section.attacked),
    )


def _title(desk: Desk, slug: str) -> str:
    return desk.named(escape(desk.edition.essays[slug].title, quote=False), slug)


def _attacked(desk: Desk, against: Against, *, split: bool = False) -> Attacked:
    graph = desk.edition.graph
    target, keys = against
    objections = [graph.arguments[key] for key in keys]
    first = objections[0]
    step = graph.arguments[first.target] if first.kind is Kind.UNDERCUT else None
    concluded = graph.concluded(first)
    anchor = f"against-{target}"
    path = addresses.open_part(concluded.essay) if split else desk.path
    return Attacked(
        anchor=anchor,
        href=desk.to(f"{path}#{anchor}"),
        essay=_title(desk, concluded.essay),
        target=desk.link(concluded.key),
        premises=tuple(desk.link(key) for key in step.premises) if step else (),
        objections=tuple(_objection(desk, each) for each in objections),
    )


def _objection(desk: Desk, argument: Argument) -> Objection:
    statement = desk.edition.graph.statements[argument.premises[0]]
    return Objection(step_item(desk, argument), place(desk.words, statement))
