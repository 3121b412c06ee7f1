"""What a page says to machines in its head: Open Graph, citation and JSON-LD.

Sources: ogp.me; Google Scholar's guidelines for `citation_*`; for JSON-LD see `linked_data.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argsite import addresses
from argsite.model import Essay, Statement
from argsite.pages.edition import Edition
from argsite.pages.linked_data import article, claim, full_address, has_picture
from argsite.pages.social_card import HEIGHT, WIDTH

Fields = tuple[tuple[str, str], ...]


class Metadata(NamedTuple):
    """What machines read in a page's head."""

    properties: Fields
    """Names and values of `<meta property>`: Open Graph."""

    names: Fields
    """Names and values of `<meta name>`."""

    data: str = ""
    """JSON-LD that can stand in a script element as it is; empty where there is nothing to say."""


def of_page(edition: Edition, address: str, title: str, description: str) -> Metadata:
    """Return the metadata of a page that is neither an essay nor a statement.

    `address` is its full one; empty where it is not known or is no place to come back to.
    """
    site = edition.library.site
    properties = (
        ("og:type", "website"),
        *_about(edition, address, title, description),
        *_known([("og:locale", _locale(site.language))]),
    )
    return Metadata(properties, (("twitter:card", "summary"),))


def of_essay(edition: Edition, essay: Essay) -> Metadata:
    """Return the metadata of an essay's page."""
    address = full_address(edition, addresses.essay(essay.slug))
    description = essay.summary or edition.plain[essay.contention]
    common = _common(edition, essay)
    return Metadata(
        _properties(edition, address, essay.title, description, common),
        _names(address, essay.title, common),
        article(edition, essay),
    )


def of_statement(edition: Edition, statement: Statement, description: str) -> Metadata:
    """Return the metadata of a statement's page."""
    essay = edition.essays[statement.essay]
    text = edition.plain[statement.key]
    address = full_address(edition, addresses.statement(statement.key))
    common = edition.once(("metadata", essay.slug), lambda: _common(edition, essay))
    return Metadata(
        _properties(edition, address, text, description, common),
        (*_names(address, text, common), ("citation_inbook_title", essay.title)),
        claim(edition, essay, statement),
    )


class _Common(NamedTuple):
    """What the pages of an essay and of its statements say alike."""

    properties: Fields
    """Its language, dates, authors and picture."""

    card: Fields
    """What kind of card a shared link has."""

    citation: Fields
    """Its authors, date and language."""


def _common(edition: Edition, essay: Essay) -> _Common:
    language = essay.language or edition.library.site.language
    picture = _picture(edition, essay)
    citation = [
        *(("citation_author", author) for author in essay.authors),
        ("citation_publication_date", essay.date.replace("-", "/")),
        ("citation_language", language),
    ]
    return _Common(
        _known([("og:locale", _locale(language)), *_dates_and_authors(essay), *picture]),
        (("twitter:card", "summary_large_image" if picture else "summary"),),
        _known(citation),
    )


def _properties(
    edition: Edition, address: str, title: str, description: str, common: _Common
) -> Fields:
    about = _about(edition, address, title, description)
    return (("og:type", "article"), *about, *common.properties)


def _names(address: str, title: str, common: _Common) -> Fields:
    cited = (("citation_title", title), *common.citation, ("citation_public_url", address))
    return common.card + (cited if address else cited[:-1])


def _about(edition: Edition, address: str, title: str, description: str) -> Fields:
    site = edition.library.site
    return _known(
        [
            ("og:title", title),
            ("og:description", description),
            ("og:site_name", site.title),
            ("og:url", address),
        ]
    )


def _dates_and_authors(essay: Essay) -> list[tuple[str, str]]:
    return [
        ("article:published_time", essay.date),
        ("article:modified_time", essay.updated),
        *(("article:author", author) for author in essay.authors),
    ]


def _picture(edition: Edition, essay: Essay) -> list[tuple[str, str]]:
    """Return the essay's card."""
    if not has_picture(edition, essay):
        return []
    return [
        ("og:image", full_address(edition, addresses.essay_card(essay.slug))),
        ("og:image:type", "image/png"),
        ("og:image:width", str(WIDTH)),
        ("og:image:height", str(HEIGHT)),
        ("og:image:alt", f"{essay.title} — {edition.plain[essay.contention]}"),
    ]


def _locale(language: str) -> str:
    """Return a language as Open Graph writes it; empty where its tag names no territory."""
    parts = language.split("-")
    territory = next((each for each in parts[1:] if len(each) == 2 and each.isalpha()), "")  # noqa: PLR2004  # ISO 3166-1 alpha-2
    return f"{parts[0].lower()}_{territory.upper()}" if territory else ""


def _known(fields: Sequence[tuple[str, str]]) -> Fields:
    return tuple([field for field in fields if field[1]])
