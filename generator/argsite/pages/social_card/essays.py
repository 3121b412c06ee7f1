"""The cards of a site's essays: what each shows, from the cache or drawn.

Drawing takes longer than reading what was drawn before, so cards are kept in the build's cache, and
what draws is loaded for a new card only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache as once
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from argsite import addresses
from argsite.cache import Cache
from argsite.diagram import MARKS, status_word
from argsite.model import Essay, Status
from argsite.pages.edition import Edition
from argsite.pages.job import Job, single
from argsite.pages.press import Page
from argsite.pages.social_card import has_card
from argsite.pages.social_card.fonts import PACKAGES
from argsite.theme import Theme
from argsite.version import installed

if TYPE_CHECKING:
    from argsite.pages.social_card.drawing import Card

_TONES = {
    Status.STANDS: "for",
    Status.PRESUMED: "for",
    Status.ACCEPTED: "for",
    Status.CONTESTED: "against",
    Status.REBUTTED: "against",
    Status.UNSUPPORTED: "against",
    Status.REJECTED: "against",
    Status.OPEN: "muted",
}


def social_cards(
    edition: Edition, theme: Theme, cache: Cache, look: Callable[[], str]
) -> Iterator[Job]:
    """Yield a job for each essay's card; `look` gives the digest of the theme's files."""
    library = edition.library
    chosen = once(lambda: _colours(edition, theme))
    makers = once(_makers)
    for essay in library.essays:
        if has_card(library, essay):
            path = addresses.essay_card(essay.slug)
            make = partial(_file, edition, essay, chosen, makers, cache)
            # Of what an essay says a card shows one line, beside what tells it from others.
            yield single(path, make, look(), essay.slug, statement=essay.contention)


def _file(
    edition: Edition,
    essay: Essay,
    chosen: Callable[[], Mapping[str, str]],
    makers: Callable[[], list[str]],
    cache: Cache,
) -> Page:
    from argsite.pages.social_card.drawing import draw

    card = _card(edition, essay)
    inputs = ["social card", *makers(), repr(card), repr(sorted(chosen().items()))]
    data = cache.made(inputs, lambda: draw(card, chosen()))
    return Page(addresses.essay_card(essay.slug), data)


def _colours(edition: Edition, theme: Theme) -> Mapping[str, str]:
    from argsite.pages.social_card.colours import colours

    return colours(theme, edition.library.site.options.accent)


def _card(edition: Edition, essay: Essay) -> Card:
    from argsite.pages.social_card.drawing import Card

    words = edition.words(essay.slug)
    status = edition.status(essay.contention)
    return Card(
        site=edition.library.site.title,
        title=essay.title,
        contention=edition.plain[essay.contention],
        status=status_word(words, status),
        mark=MARKS[status],
        tone=_TONES[status],
        author=words.listed(essay.authors),
        date=words.day(essay.date),
        language=essay.language or edition.library.site.language,
    )


def _makers() -> list[str]:
    """Return what changes where the same card is drawn in another way: this code, what it uses."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    code = b"".join(module.read_bytes() for module in modules)
    libraries = installed("resvg-py", "uharfbuzz", *PACKAGES)
    return [sha256(code).hexdigest(), *libraries]
