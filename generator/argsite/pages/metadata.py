"""What a page says to machines in its head: Open Graph, citation and JSON-LD.

Sources: ogp.me; Google Scholar's guidelines for `citation_*`; for JSON-LD see `linked_data.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from argsite import addresses
from argsite.model import Essay, Statement
from argsite.pages.edition import Edition
from argsite.pages.linked_data import article, claim, full_address, has_picture
from argsite.pages.social_card.drawing import HEIGHT, WIDTH

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Metadata:
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
    properties = [
        ("og:type", "website"),
        *_properties(edition, address, title, description, site.language),
    ]
    return Metadata(_known(properties), (("twitter:card", "summary"),))


def of_essay(edition: Edition, essay: Essay) -> Metadata:
    """Return the metadata of an essay's page."""
    path = addresses.essay(essay.slug)
    description = essay.summary or edition.plain[essay.contention]
    properties = _shared(edition, essay, path, essay.title, description)
    names = [*_card_kind(edition, essay), *_citation(edition, essay, path, essay.title)]
    return Metadata(_known(properties), _known(names), article(edition, essay))


def of_statement(edition: Edition, statement: Statement, description: str) -> Metadata:
    """Return the metadata of a statement's page."""
    essay = edition.essays[statement.essay]
    path, text = addresses.statement(statement.key), edition.plain[statement.key]
    properties = _shared(edition, essay, path, text, description)
    names = [
        *_card_kind(edition, essay),
        *_citation(edition, essay, path, text),
        ("citation_inbook_title", essay.title),
    ]
    return Metadata(_known(properties), _known(names), claim(edition, essay, statement))


def _shared(
    edition: Edition, essay: Essay, path: str, title: str, description: str
) -> list[tuple[str, str]]:
    """Return what an essay and its statements have in common where they are shared."""
    return [
        ("og:type", "article"),
        *_properties(edition, full_address(edition, path), title, description, essay.language),
        *_dates_and_authors(essay),
        *_picture(edition, essay),
    ]


def _properties(
    edition: Edition, address: str, title: str, description: str, language: str
) -> list[tuple[str, str]]:
    site = edition.library.site
    return [
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", site.title),
        ("og:url", address),
        ("og:locale", _locale(language or site.language)),
    ]


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


def _card_kind(edition: Edition, essay: Essay) -> list[tuple[str, str]]:
    kind = "summary_large_image" if has_picture(edition, essay) else "summary"
    return [("twitter:card", kind)]


def _citation(edition: Edition, essay: Essay, path: str, title: str) -> list[tuple[str, str]]:
    return [
        ("citation_title", title),
        *(("citation_author", author) for author in essay.authors),
        ("citation_publication_date", essay.date.replace("-", "/")),
        ("citation_language", essay.language or edition.library.site.language),
        ("citation_public_url", full_address(edition, path)),
    ]


def _locale(language: str) -> str:
    """Return a language as Open Graph writes it; empty where its tag names no territory."""
    parts = language.split("-")
    territory = next((each for each in parts[1:] if len(each) == 2 and each.isalpha()), "")  # noqa: PLR2004  # ISO 3166-1 alpha-2
    return f"{parts[0].lower()}_{territory.upper()}" if territory else ""


def _known(fields: Sequence[tuple[str, str]]) -> Fields:
    return tuple([field for field in fields if field[1]])
