"""What a page says to machines in its head: Open Graph, citation and JSON-LD.

Sources: ogp.me; schema.org `Article` and `Claim`; Google Scholar's guidelines for `citation_*`.
There is no `ClaimReview`: Argsite says how an argument stands, it does not rate what is true.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from argsite import addresses
from argsite.model import Essay, Source, Statement
from argsite.pages.edition import Edition
from argsite.pages.social_card import has_card
from argsite.pages.social_card.drawing import HEIGHT, WIDTH

Json = dict[str, object]


class Field(NamedTuple):
    """A field of the head that pages have in common; a template sets it once for all of them."""

    name: str
    """What it tells."""

    content: str
    """What it says of that."""


Fields = tuple[Field | tuple[str, str], ...]

_OWN = {"og:title", "og:description", "og:url", "citation_title", "citation_public_url"}
"""Fields in which each page says something else."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end a script element, or a line of a script, within a text."""


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
    return Metadata(_known(properties), _known(names), _script(_article(edition, essay)))


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
    return Metadata(_known(properties), _known(names), _claim(edition, essay, statement))


def _shared(
    edition: Edition, essay: Essay, path: str, title: str, description: str
) -> list[tuple[str, str]]:
    """Return what an essay and its statements have in common where they are shared."""
    return [
        ("og:type", "article"),
        *_properties(edition, _full(edition, path), title, description, essay.language),
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
    if not has_card(edition.library, essay):
        return []
    return [
        ("og:image", _full(edition, addresses.essay_card(essay.slug))),
        ("og:image:type", "image/png"),
        ("og:image:width", str(WIDTH)),
        ("og:image:height", str(HEIGHT)),
        ("og:image:alt", f"{essay.title} — {edition.plain[essay.contention]}"),
    ]


def _card_kind(edition: Edition, essay: Essay) -> list[tuple[str, str]]:
    has_picture = has_card(edition.library, essay)
    return [("twitter:card", "summary_large_image" if has_picture else "summary")]


def _citation(edition: Edition, essay: Essay, path: str, title: str) -> list[tuple[str, str]]:
    return [
        ("citation_title", title),
        *(("citation_author", author) for author in essay.authors),
        ("citation_publication_date", essay.date.replace("-", "/")),
        ("citation_language", essay.language or edition.library.site.language),
        ("citation_public_url", _full(edition, path)),
    ]


def _article(edition: Edition, essay: Essay) -> Json:
    """Return an essay as a schema.org `Article`, with its contention and the points' claims."""
    site = edition.library.site
    claims = dict.fromkeys([essay.contention, *(key for p in essay.points for key in p.claims)])
    picture = addresses.essay_card(essay.slug) if has_card(edition.library, essay) else ""
    return {
        "@type": "Article",
        "headline": essay.title,
        "alternativeHeadline": essay.subtitle,
        "description": essay.summary,
        "author": _people(essay.authors),
        "datePublished": essay.date,
        "dateModified": essay.updated,
        "inLanguage": essay.language or site.language,
        "url": _full(edition, addresses.essay(essay.slug)),
        "image": picture and _full(edition, picture),
        "license": _licence(site.licence),
        "isPartOf": {"@type": "WebSite", "name": site.title} | _url(edition, ""),
        "hasPart": [_part(edition, key) for key in claims],
    }


def _claim(edition: Edition, essay: Essay, statement: Statement) -> str:
    """Return a statement as a schema.org `Claim`: who holds it, and where it is made."""
    if statement.by or statement.sources:
        about = _about_claim(edition, essay, statement.by, statement.sources)
    else:
        name = ("claim", essay.slug)
        about = edition.once(name, lambda: _about_claim(edition, essay))
    return _joined(_members(_CONTEXT | _part(edition, statement.key)), about)


def _about_claim(
    edition: Edition, essay: Essay, by: str = "", sources: Sequence[Source] = ()
) -> str:
    appearance = {"@type": "Article", "headline": essay.title, "author": _people(essay.authors)}
    return _members(
        {
            "author": _people((by,) if by else essay.authors),
            "datePublished": essay.date,
            "inLanguage": essay.language or edition.library.site.language,
            "license": _licence(edition.library.site.licence),
            "citation": [_work(source) for source in sources],
            "appearance": appearance | _url(edition, addresses.essay(essay.slug)),
        }
    )


def _part(edition: Edition, key: str) -> Json:
    claim: Json = {"@type": "Claim", "text": edition.plain[key]}
    return claim | _url(edition, addresses.statement(key))


def _work(source: Source) -> Json:
    """Return a source; its author stays a text, which may name several or a body."""
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "author": source.author,
        "datePublished": source.date,
        "url": source.url,
    }


def _people(names: Sequence[str]) -> list[Json]:
    """Return authors: as persons, since readers of these data pass over what has no type."""
    return [{"@type": "Person", "name": name} for name in names]


def _licence(licence: str) -> object:
    """Return the terms: an address as one, a name as the work of that name."""
    if not licence or licence.startswith(("https://", "http://")):
        return licence
    return {"@type": "CreativeWork", "name": licence}


def _url(edition: Edition, path: str) -> Json:
    address = _full(edition, path)
    return {"url": address} if address else {}


def _full(edition: Edition, path: str) -> str:
    url = edition.library.site.url
    return addresses.full(url, path) if url else ""


def _locale(language: str) -> str:
    """Return a language as Open Graph writes it; empty where its tag names no territory."""
    parts = language.split("-")
    territory = next((each for each in parts[1:] if len(each) == 2 and each.isalpha()), "")  # noqa: PLR2004  # ISO 3166-1 alpha-2
    return f"{parts[0].lower()}_{territory.upper()}" if territory else ""


def _known(fields: Sequence[tuple[str, str]]) -> Fields:
    return tuple(
        field if field[0] in _OWN else _shared_field(*field) for field in fields if field[1]
    )


@lru_cache(maxsize=1000)
def _shared_field(name: str, content: str) -> Field:
    """Return the same object for the same words, by which what was set of it is found again."""
    return Field(name, content)


def _script(thing: Mapping[str, object]) -> str:
    """Return a thing as JSON-LD in which nothing can end the script element around it."""
    return _joined(_members({**_CONTEXT, **thing}))


_CONTEXT: Json = {"@context": "https://schema.org"}


def _members(thing: Mapping[str, object]) -> str:
    """Return what is not empty of a thing, as JSON without the braces around it."""
    return _encode(_pruned(thing))[1:-1].translate(_UNSAFE)


def _joined(*members: str) -> str:
    return f"{{{','.join(each for each in members if each)}}}"


def _pruned(value: object) -> object:
    """Return a value without what is empty, at any depth."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        pruned = {name: _pruned(each) for name, each in value.items()}
        return {name: each for name, each in pruned.items() if each}
    if isinstance(value, list):
        return [_pruned(each) for each in value]
    return value
