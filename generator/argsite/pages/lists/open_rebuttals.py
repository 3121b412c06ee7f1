"""The list of open rebuttals: objections that nothing answers, under what they attack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache as once
from functools import partial
from html import escape
from itertools import chain

from argsite import addresses
from argsite.model import Argument, Essay, Kind, Listing
from argsite.pages.anchors import essay_anchor
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.links import StatementLink
from argsite.pages.press import Page, Press
from argsite.pages.steps import StepItem, step_item
from argsite.pages.wording import place

MOST = 400
"""Open rebuttals on one page; where there are more, each essay's stand on a page of its own."""

Attacks = dict[str, list[Argument]]
"""Key of what is attacked to the open rebuttals that attack it."""

Groups = dict[str, Attacks]
"""The same by the folder of the essay that it stands in."""

_MOST_NAMED = 20
"""How many of what is attacked most in all essays the page begins with."""


@dataclass(frozen=True, slots=True)
class Objection:
    """An open rebuttal in the list."""

    step: StepItem
    """The objection."""

    place: str
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Attacked:
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
    """Yield a job for the page of all open rebuttals, and one for each essay's where very many."""
    groups = once(partial(_groups, edition))
    yield single(addresses.listing(Listing.OPEN), lambda: _page_of_all(press, edition, groups()))
    for slug, attacked in groups().items() if _is_split(edition) else ():
        make = partial(_page_of_one, press, edition, edition.essays[slug], attacked)
        yield single(addresses.open_part(slug), make)


def _is_split(edition: Edition) -> bool:
    return len(edition.unanswered) > MOST


def _page_of_all(press: Press, edition: Edition, groups: Groups) -> Page:
    desk = Desk(edition, addresses.listing(Listing.OPEN))
    split = _is_split(edition)
    parts = [
        _part(desk, essay, groups.get(essay.slug, {}), split=split)
        for essay in edition.library.essays
    ]
    return press.print(
        desk.path,
        "open.html",
        frame(desk, desk.words.gettext("Open rebuttals")),
        whole="",
        split=split,
        total=len(edition.unanswered),
        parts_of_essays=[part for part in parts if part.count or part.elsewhere],
        most=_most(parts),
    )


def _page_of_one(press: Press, edition: Edition, essay: Essay, attacked: Attacks) -> Page:
    desk = Desk(edition, addresses.open_part(essay.slug))
    whole = addresses.listing(Listing.OPEN)
    title = Desk(edition, whole).words.gettext("Open rebuttals")
    part = _part(desk, essay, attacked)
    return press.print(
        desk.path,
        "open.html",
        frame(desk, f"{title}: {essay.title}"),
        whole=desk.to(whole),
        split=False,
        total=part.count,
        parts_of_essays=[part],
        most=[],
    )


def _groups(edition: Edition) -> Groups:
    """Return each essay's open rebuttals by what they attack."""
    groups: Groups = {}
    for argument in edition.graph.arguments.values():
        if argument.key in edition.unanswered:
            slug = edition.graph.concluded(argument).essay
            groups.setdefault(slug, {}).setdefault(argument.target, []).append(argument)
    return groups


def _most(parts: list[OpenPart]) -> list[Attacked]:
    """Return what is attacked most in all essays; nothing where one essay says it already."""
    attacked = [part.attacked for part in parts if part.attacked]
    repeatedly = [each for each in chain(*attacked) if len(each.objections) > 1]
    repeatedly.sort(key=lambda each: -len(each.objections))
    return repeatedly[:_MOST_NAMED] if len(attacked) > 1 else []


def _part(desk: Desk, essay: Essay, groups: Attacks, *, split: bool = False) -> OpenPart:
    # The sort is stable: what is attacked alike stays in the order of writing.
    most_first = sorted(groups.items(), key=lambda group: -len(group[1]))
    count = sum(len(objections) for objections in groups.values())
    own = {each.key for objections in groups.values() for each in objections}
    title = desk.named(escape(essay.title, quote=False), essay.slug)
    path = addresses.open_part(essay.slug) if split else desk.path
    return OpenPart(
        anchor=essay_anchor(essay.slug),
        title=title,
        href=desk.to(addresses.essay(essay.slug)),
        apart=desk.to(path) if split and groups else "",
        count=count,
        elsewhere=len(desk.edition.open(essay.slug) - own),
        attacked=tuple(_attacked(desk, title, path, objections) for _, objections in most_first),
    )


def _attacked(desk: Desk, title: str, path: str, objections: list[Argument]) -> Attacked:
    graph = desk.edition.graph
    first = objections[0]
    step = graph.arguments[first.target] if first.kind is Kind.UNDERCUT else None
    anchor = f"against-{first.target}"
    return Attacked(
        anchor=anchor,
        href=desk.to(f"{path}#{anchor}"),
        essay=title,
        target=desk.link(graph.concluded(first).key),
        premises=tuple(desk.link(key) for key in step.premises) if step else (),
        objections=tuple(_objection(desk, each) for each in objections),
    )


def _objection(desk: Desk, argument: Argument) -> Objection:
    statement = desk.edition.graph.statements[argument.premises[0]]
    return Objection(step_item(desk, argument), place(desk.words, statement))
