"""What stands around every page: title, navigation, styles, footer."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from argsite import addresses
from argsite.language import Words, direction, same
from argsite.model import Search
from argsite.pages.desk import Desk, marks
from argsite.pages.metadata import Metadata, of_page
from argsite.pages.navigation import Navigation, all_links, navigation

ICON = "icon.svg"
"""The sign that browsers show beside a page's title."""


# Neither is frozen: to make a frozen one of so many fields takes longer than to fill them.
@dataclass(slots=True, kw_only=True)
class Surroundings:
    """What stands around every page of a folder and a language."""

    site: str
    """The site's name."""

    home: str
    """Address of the index."""

    logo: str
    """Address of the picture beside its name; empty where there is none."""

    language: str
    """BCP 47 tag of the page's text."""

    direction: str
    """Which way that text runs: `ltr` or `rtl`."""

    outside: str
    """Attributes of what stands around the text, where its words are in another language."""

    own: str
    """Attributes of what the site's author wrote there, where those words are in another."""

    words: Words
    """The words of the interface, perhaps in another language."""

    style: str
    """Address of the stylesheet."""

    script: str
    """Address of the script."""

    early: str
    """Address of the script that runs before the first words show."""

    lexicon: str
    """Address of the script's words in the page's language; empty in English."""

    icon: str
    """Address of the sign that browsers show beside the title."""

    navigation: Navigation
    """The site's main links."""

    how_to_read: str
    """Address of the page that explains the words and the diagrams."""

    feed: str
    """Address of the feed of essays; empty where there is none."""

    publishers: str
    """Who publishes the site."""

    search: str
    """Address of the page for searching; empty where the site has none."""

    search_in_place: bool
    """True where scripts may search on every page, with the site's own index."""

    licence: str
    """The terms under which the texts may be used."""

    footer: str
    """What the author wrote for the foot of every page, as HTML."""


@dataclass(slots=True, kw_only=True)
class Frame(Surroundings):
    """What stands around one page."""

    around: Surroundings
    """What it shares with other pages."""

    title: str
    """The page's title, for the browser's tab and for search engines."""

    description: str
    """What the page is about, in a sentence or two."""

    canonical: str
    """The page's full address where the site knows its own, else empty."""

    metadata: Metadata
    """What machines read in the page's head."""


def frame(
    desk: Desk,
    title: str,
    *,
    description: str = "",
    metadata: Metadata | None = None,
    canonical: str = "",
) -> Frame:
    """Return what stands around the page at `desk`.

    `canonical` is the path at which search engines should find it: its own, if not said.
    """
    site = desk.edition.library.site
    address = _address(desk, canonical or desk.path)
    around, shared = _shared(desk)
    return Frame(
        **shared,
        around=around,
        title=title if title == site.title else f"{title} · {site.title}",
        description=description,
        canonical=address,
        metadata=metadata or of_page(desk.edition, address, title, description),
    )


def _shared(desk: Desk) -> tuple[Surroundings, dict[str, Any]]:
    """Return what stands around the page, also by name; other pages of its folder have the same."""
    edition = desk.edition
    linked = edition.once("pages around", lambda: frozenset(all_links(edition)))
    # The navigation marks the page that it stands on, and the page for unknown addresses is apart.
    own = desk.path if desk.path in linked or desk.path == addresses.NOT_FOUND else ""
    place = ("around", desk.folder, desk.language, desk.words, own)

    def make() -> tuple[Surroundings, dict[str, Any]]:
        around = _surroundings(desk)
        return around, {each.name: getattr(around, each.name) for each in fields(around)}

    return edition.once(place, make)


def _surroundings(desk: Desk) -> Surroundings:
    library = desk.edition.library
    site = library.site
    words = desk.words
    return Surroundings(
        site=site.title,
        home=desk.to(addresses.INDEX),
        logo=desk.file(addresses.logo(site.options.logo.name)) if site.options.logo else "",
        language=desk.language,
        direction=direction(desk.language),
        outside=_outside(desk),
        own="" if same(words.tag, site.language) else marks(site.language),
        words=words,
        style=desk.file(addresses.STYLE),
        script=desk.file(addresses.SCRIPT),
        early=desk.file(addresses.EARLY),
        lexicon=desk.file(addresses.lexicon(words.tag)) if words.tag != "en" else "",
        icon=desk.file(addresses.asset(ICON)),
        navigation=navigation(desk),
        how_to_read=desk.to(addresses.HOW_TO_READ),
        feed=desk.to(addresses.FEED) if library.has_feed else "",
        publishers=words.listed(site.authors),
        search=desk.to(addresses.SEARCH) if site.search is not Search.NONE else "",
        search_in_place=site.search is Search.OWN,
        licence=site.licence,
        footer=desk.block(site.options.footer.text, "", prefix="footer")
        if site.options.footer
        else "",
    )


def _outside(desk: Desk) -> str:
    """Return the attributes of header and footer, which run the same way on all pages."""
    tag, way = desk.words.tag, direction(desk.edition.library.site.language)
    language = "" if same(desk.language, tag) else f' lang="{tag}"'
    return language if direction(desk.language) == way else f'{language} dir="{way}"'


def _address(desk: Desk, path: str) -> str:
    """Return a page's full address; empty where the site has none, or the page no one address."""
    url = desk.edition.library.site.url
    return addresses.full(url, path) if url and path != addresses.NOT_FOUND else ""
