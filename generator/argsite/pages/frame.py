"""What stands around every page: title, navigation, styles, footer."""

from __future__ import annotations

from dataclasses import dataclass

from argsite import addresses
from argsite.language import Words, direction, same
from argsite.model import Search
from argsite.pages.desk import Desk, marks
from argsite.pages.metadata import Metadata, of_page
from argsite.pages.navigation import Navigation, navigation

ICON = "icon.svg"
"""The sign that browsers show beside a page's title."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around one page."""

    site: str
    """The site's name."""

    home: str
    """Address of the index."""

    logo: str
    """Address of the picture beside its name; empty where there is none."""

    title: str
    """The page's title, for the browser's tab and for search engines."""

    description: str
    """What the page is about, in a sentence or two."""

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

    canonical: str
    """The page's full address where the site knows its own, else empty."""

    feed: str
    """Address of the feed of essays; empty where there is none."""

    metadata: Metadata
    """What machines read in the page's head."""

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
    library = desk.edition.library
    site = library.site
    words = desk.words
    address = _address(desk, canonical or desk.path)
    return Frame(
        site=site.title,
        home=desk.to(addresses.INDEX),
        logo=desk.file(addresses.logo(site.options.logo.name)) if site.options.logo else "",
        title=title if title == site.title else f"{title} · {site.title}",
        description=description,
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
        canonical=address,
        feed=desk.to(addresses.FEED) if library.has_feed else "",
        metadata=metadata or of_page(desk.edition, address, title, description),
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
