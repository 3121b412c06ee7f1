"""What the filter of the list of statements knows of all its pages (`scripts/list-filter.js`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from itertools import repeat

from argsite.model import Status
from argsite.packing import pack
from argsite.pages.edition import Edition
from argsite.pages.lists.order import Order
from argsite.pages.lists.tags import tags_in_order
from argsite.pages.script_data import Json

MOST_KINDS = 8_192
"""Where there are more kinds of statements, essays and tags do not tell one kind from another."""

MOST_CHOICES = 256
"""Essays to choose from, and tags; where there are more, a reader does not choose among them."""

Kinds = list[list[list[object]]]


def filter_data(edition: Edition, order: Order) -> Json:
    """Return what the filter knows of all pages: names, and for each letter what it holds.

    A letter is a list of `[how many, page, status, essay, [tags]]`, the last three by their place
    in the names. In a very large site essay and tags are left out, so that its pages stay light:
    each essay and each tag has pages of its own.
    """
    titles = {each.slug: each.title for each in edition.library.essays}
    slugs, tags = list(titles), tags_in_order(edition)
    if len(slugs) > MOST_CHOICES or len(tags) > MOST_CHOICES:
        slugs, tags = [], []
    letters = _letters(edition, order, slugs, tags)
    if sum(map(len, letters)) > MOST_KINDS:
        slugs, tags = [], []
        letters = _letters(edition, order, slugs, tags)
    return {
        "statuses": [str(status) for status in Status],
        "essays": [[slug, titles[slug]] for slug in slugs],
        "tags": [[edition.tags[tag], edition.spelling[tag]] for tag in tags],
        "letters": letters,
    }


def filter_basis(edition: Edition, order: Order) -> str:
    """Return what tells the same from any other, found much faster."""
    statements, statuses = edition.library.graph.statements, edition.standing.statuses
    keys = [key for part in order.parts for _, keys in part.groups for key in keys]
    own = [(statuses[key], statements[key].tags) for key in keys]
    essays = [(each.slug, each.title) for each in edition.library.essays]
    return sha256(pack((order, own, essays, edition.tags, edition.spelling))).hexdigest()


def _letters(edition: Edition, order: Order, slugs: list[str], tags: list[str]) -> Kinds:
    statements, statuses = edition.library.graph.statements, edition.standing.statuses
    status_at = {status: place for place, status in enumerate(Status)}
    essay_at = {slug: place for place, slug in enumerate(slugs)}
    tag_at = {tag: place for place, tag in enumerate(tags)}

    @cache
    def tags_of(own: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(sorted({tag_at[tag.casefold()] for tag in own}))

    def kinds_of(page: int, keys: Sequence[str]) -> Iterator[tuple[object, ...]]:
        own = [status_at[statuses[key]] for key in keys]
        if not slugs:
            return zip(repeat(page), own)
        known = [statements[key] for key in keys]
        essays = [essay_at[each.essay] for each in known]
        return zip(repeat(page), own, essays, [tags_of(each.tags) for each in known])

    found: Kinds = []
    last = ""
    for part in order.parts:
        for letter, keys in part.groups:
            counted = Counter(kinds_of(part.number, keys))
            kinds: list[list[object]] = [[count, *each] for each, count in counted.items()]
            if found and letter == last:
                found[-1] += kinds
            else:
                found.append(kinds)
            last = letter
    return found
