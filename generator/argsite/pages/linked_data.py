"""What a page says in schema.org's words, as JSON-LD: `Article` and `Claim`.

There is no `ClaimReview`: Argsite says how an argument stands, it does not rate what is true.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

from argsite import addresses
from argsite.model import Essay, Source, Statement
from argsite.pages.edition import Edition
from argsite.pages.social_card import has_card

Json = dict[str, object]

_CONTEXT: Json = {"@context": "https://schema.org"}

_CLAIM = '"@context":"https://schema.org","@type":"Claim","text":'

_UNSAFE = re.compile("[<>&\u2028\u2029]")
"""What could end a script element, or a line of a script, within a text."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def article(edition: Edition, essay: Essay) -> str:
    """Return an essay as a schema.org `Article`, with its contention and the points' claims."""
    site = edition.library.site
    claims = dict.fromkeys([essay.contention, *(key for p in essay.points for key in p.claims)])
    picture = addresses.essay_card(essay.slug) if has_picture(edition, essay) else ""
    thing: Json = {
        "@type": "Article",
        "headline": essay.title,
        "alternativeHeadline": essay.subtitle,
        "description": essay.summary,
        "author": _people(essay.authors),
        "datePublished": essay.date,
        "dateModified": essay.updated,
        "inLanguage": essay.language or site.language,
        "url": full_address(edition, addresses.essay(essay.slug)),
        "image": picture and full_address(edition, picture),
        "license": _licence(site.licence),
        "isPartOf": {"@type": "WebSite", "name": site.title} | _url(edition, ""),
        "hasPart": [_part(edition, key) for key in claims],
    }
    return _joined(_members(_CONTEXT | thing))


def claim(edition: Edition, essay: Essay, statement: Statement) -> str:
    """Return a statement as a schema.org `Claim`: who holds it, and where it is made."""
    holder, when, where = edition.once(("claim", essay.slug), lambda: _of_claims(edition, essay))
    by, sources = statement.by, statement.sources
    url = full_address(edition, addresses.statement(statement.key))
    return _joined(
        _CLAIM + _safe(encode_basestring(edition.plain[statement.key])),
        f'"url":{_safe(encode_basestring(url))}' if url else "",
        _members({"author": _people((by,))}) if by else holder,
        when,
        _members({"citation": [_work(source) for source in sources]}) if sources else "",
        where,
    )


def _of_claims(edition: Edition, essay: Essay) -> tuple[str, str, str]:
    """Return who holds the claims of an essay, when and how, and where, as members of each."""
    site = edition.library.site
    authors = _people(essay.authors)
    appearance = {"@type": "Article", "headline": essay.title, "author": authors}
    when = {
        "datePublished": essay.date,
        "inLanguage": essay.language or site.language,
        "license": _licence(site.licence),
    }
    where = appearance | _url(edition, addresses.essay(essay.slug))
    return _members({"author": authors}), _members(when), _members({"appearance": where})


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
    address = full_address(edition, path)
    return {"url": address} if address else {}


def full_address(edition: Edition, path: str) -> str:
    """Return the whole address of a page; empty where the site does not know its own."""
    url = edition.library.site.url
    return addresses.full(url, path) if url else ""


def has_picture(edition: Edition, essay: Essay) -> bool:
    """Say whether an essay has a card, whose picture its pages name."""
    return edition.once(("has card", essay.slug), lambda: has_card(edition.library, essay))


def _members(thing: Mapping[str, object]) -> str:
    """Return what is not empty of a thing, as JSON without the braces around it.

    Nothing in it can end the script element that it is going to stand in.
    """
    return _safe(_encode(_pruned(thing))[1:-1])


def _safe(data: str) -> str:
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", data)


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
