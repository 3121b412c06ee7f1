"""Which open rebuttals stand together in their list: by essay, and by what they attack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import itemgetter

from argsite.model import Essay
from argsite.pages.division import cut
from argsite.pages.edition import Edition

MOST = 150
"""Open rebuttals on a page; where there are more, each essay's stand on pages of their own."""

_MOST_NAMED = 20
"""How many of what is attacked most in all essays the page begins with."""

Groups = dict[str, dict[str, list[str]]]
"""Folder of an essay to what is attacked in it, each with the keys of what attacks it."""

Against = tuple[str, tuple[str, ...]]
"""Key of what is attacked, and the keys of the open rebuttals that attack it."""


@dataclass(frozen=True, slots=True)
class Section:
    """The open rebuttals to what stands in one essay, as keys."""

    slug: str
    """The essay's folder."""

    count: int
    """How many there are."""

    elsewhere: int
    """How many more attack what the essay takes from others."""

    attacked: tuple[Against, ...]
    """What they attack, the most attacked first."""


def sections(edition: Edition) -> tuple[Section, ...]:
    """Return the essays that have open rebuttals, in the order of the site."""
    groups = _groups(edition)
    found = (_section(edition, essay, groups) for essay in edition.library.essays)
    return tuple(each for each in found if each.count or each.elsewhere)


def attacked_most(sections: Sequence[Section]) -> tuple[Against, ...]:
    """Return what is attacked most in all essays; nothing where one essay says it already."""
    attacked = [each.attacked for each in sections if each.attacked]
    repeatedly = [each for each in chain(*attacked) if len(each[1]) > 1]
    repeatedly.sort(key=lambda each: -len(each[1]))
    return tuple(repeatedly[:_MOST_NAMED]) if len(attacked) > 1 else ()


def divided(section: Section) -> list[Section]:
    """Return the parts of a section that are on a page each; one that attacks may go on."""
    attacks = [(target, key) for target, objections in section.attacked for key in objections]
    return [
        replace(
            section,
            attacked=tuple(
                (target, tuple(key for _, key in group))
                for target, group in groupby(some, key=itemgetter(0))
            ),
        )
        for some in cut(attacks, MOST, itemgetter(1))
    ]


def _groups(edition: Edition) -> Groups:
    """Return each essay's open rebuttals by what they attack."""
    groups: Groups = {}
    graph, unanswered = edition.library.graph, edition.unanswered
    for key, argument in graph.arguments.items() if unanswered else ():
        if key in unanswered:
            slug = graph.concluded(argument).essay
            groups.setdefault(slug, {}).setdefault(argument.target, []).append(key)
    return groups


def _section(edition: Edition, essay: Essay, groups: Groups) -> Section:
    """Return the open rebuttals to what stands in an essay, without any words."""
    own = groups.get(essay.slug, {})
    # The sort is stable: what is attacked alike stays in the order of writing.
    most_first = sorted(own.items(), key=lambda group: -len(group[1]))
    attacking = {key for objections in own.values() for key in objections}
    return Section(
        essay.slug,
        len(attacking),
        len(edition.open(essay.slug) - attacking),
        tuple((target, tuple(objections)) for target, objections in most_first),
    )
