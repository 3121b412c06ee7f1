"""The feed of essays: Atom (RFC 4287), with the authors' dates.

A feed needs whole addresses and days, so there is one where `site.yaml` has a `url` and an essay a
`date`. The ids follow from the site's address, without http or https, and the essay's folder; so a
new title, a new date or a move to https leaves them as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from argsite import addresses
from argsite.model import Essay
from argsite.pages.edition import Edition
from argsite.pages.job import Job, single
from argsite.pages.press import Page

if TYPE_CHECKING:  # loaded where a feed is made
    from xml.etree.ElementTree import Element

TYPE = "application/atom+xml"
"""The feed's media type."""

MOST = 50
"""Essays in the feed; the latest are."""

_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_jobs(edition: Edition) -> Iterator[Job]:
    """Yield the job for the feed, the latest essay first; none where there is none to be."""
    library = edition.library
    if not library.has_feed:
        return
    # By day, and where the day is the same as the index has them.
    dated = sorted((each for each in library.essays if each.date), key=_day, reverse=True)[:MOST]
    # What they argue is looked at, and noted, where the feed is made.
    told = [
        (each.slug, each.title, each.language, each.date, each.updated, each.authors, each.summary)
        for each in dated
    ]
    basis = repr((told, [each.contention for each in dated]))
    yield single(addresses.FEED, partial(_feed, edition, dated), basis)


def _feed(edition: Edition, dated: Sequence[Essay]) -> Page:
    from xml.etree.ElementTree import Element, indent, tostring

    site = edition.library.site
    root = Element("feed", {"xmlns": _ATOM, _XML_LANGUAGE: site.language})
    _text(root, "title", site.title)
    _text(root, "subtitle", site.description)
    _text(root, "id", _identity(site.url))
    _text(root, "updated", _moment(max(map(_day, dated))))
    _link(root, "self", TYPE, addresses.full(site.url, addresses.FEED))
    _link(root, "alternate", "text/html", addresses.full(site.url, addresses.INDEX))
    _authors(root, site.authors or (site.title,))
    _text(root, "rights", site.licence)
    _text(root, "generator", "Argsite")
    for essay in dated:
        _entry(root, edition, essay)
    indent(root, "")
    return Page(addresses.FEED, tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n")


def _entry(root: Element, edition: Edition, essay: Essay) -> None:
    url = edition.library.site.url
    language = {_XML_LANGUAGE: essay.language} if essay.language else {}
    entry = _child(root, "entry", language)
    _text(entry, "title", essay.title)
    _text(entry, "id", _identity(f"{url}/{essay.slug}"))
    _text(entry, "published", _moment(essay.date))
    _text(entry, "updated", _moment(_day(essay)))
    _link(entry, "alternate", "text/html", addresses.full(url, addresses.essay(essay.slug)))
    _authors(entry, essay.authors)
    _text(entry, "summary", essay.summary or edition.plain[essay.contention])


def _day(essay: Essay) -> str:
    return essay.updated or essay.date


def _moment(day: str) -> str:
    """Return a day as Atom writes a moment; the hour is not known, so midnight stands for it."""
    return f"{day}T00:00:00Z"


def _identity(address: str) -> str:
    return uuid5(NAMESPACE_URL, address.partition("://")[2]).urn


def _authors(parent: Element, names: tuple[str, ...]) -> None:
    for name in names:
        _text(_child(parent, "author"), "name", name)


def _link(parent: Element, relation: str, media_type: str, address: str) -> None:
    _child(parent, "link", {"rel": relation, "type": media_type, "href": address})


def _text(parent: Element, name: str, text: str) -> None:
    if text:
        _child(parent, name).text = text


def _child(
    parent: Element, name: str, attributes: Mapping[str, str] = MappingProxyType({})
) -> Element:
    from xml.etree.ElementTree import SubElement

    return SubElement(parent, name, dict(attributes))
