"""The cards of a site's essays: what each shows, from the cache or drawn.

Drawing takes longer than reading what was drawn before, so cards are kept in the build's cache, and
the libraries that draw are loaded for a new card only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version

from argsite import addresses
from argsite.cache import Cache
from argsite.diagram import MARKS, status_word
from argsite.model import Accent, Essay, Status
from argsite.pages.edition import Edition
from argsite.pages.press import Page
from argsite.pages.social_card.drawing import Card, draw
from argsite.pages.social_card.fonts import PACKAGES
from argsite.theme import Theme

_VERSION = "1"
"""Rises when the same card is drawn in another way."""

_COLOURS = {
    "paper": "#fdfcf9",
    "ink": "#1f1e1b",
    "muted": "#65615a",
    "rule": "#e3ded4",
    "for": "#1d4ed8",
    "against": "#9a3412",
    "accent": "#7a1f2b",
}
"""The colours of a card where the theme's styles do not say them."""

_TOKEN = re.compile(
    rf"--({'|'.join(_COLOURS)})\s*:\s*(?:light-dark\(\s*)?(#[0-9a-fA-F]{{6}}|#[0-9a-fA-F]{{3}})\b"
)

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


def social_cards(edition: Edition, theme: Theme, cache: Cache) -> Iterator[Page]:
    """Yield each essay's card."""
    colours = _colours(theme, edition.library.site.options.accent)
    tools = [_version_of(package) for package in ("resvg-py", "uharfbuzz", *PACKAGES)]
    for essay in edition.library.essays:
        card = _card(edition, essay)
        inputs = ["social card", _VERSION, *tools, repr(card), repr(sorted(colours.items()))]

        def make(card: Card = card) -> bytes:
            return draw(card, colours)

        yield Page(addresses.essay_card(essay.slug), cache.made(inputs, make))


def _card(edition: Edition, essay: Essay) -> Card:
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


def _colours(theme: Theme, accent: Accent | None) -> Mapping[str, str]:
    """Return the theme's light colours: of each, the last that its styles set."""
    styles = "\n".join(path.read_text(encoding="utf-8") for path in theme.styles.values())
    chosen = {"accent": accent.light.value} if accent else {}
    return _COLOURS | dict(_TOKEN.findall(styles)) | chosen


def _version_of(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} ?"
