"""What stands around every page: title, navigation, styles, footer."""

from __future__ import annotations

from dataclasses import dataclass

from argsite import addresses
from argsite.pages.desk import Desk
from argsite.pages.wording import listed

STYLES = ("paper.css", "diagram.css")
"""The stylesheets of a theme, in the order in which pages load them."""

ICON = "icon.svg"
"""The sign that browsers show beside a page's title."""


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A link of the site's navigation."""

    title: str
    """Its words."""

    href: str
    """Its address from this page."""

    current: bool
    """True where it leads to this page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around one page."""

    site: str
    """The site's name."""

    home: str
    """Address of the index."""

    title: str
    """The page's title, for the browser's tab and for search engines."""

    description: str
    """What the page is about, in a sentence or two."""

    language: str
    """BCP 47 tag of the page's text."""

    styles: tuple[str, ...]
    """Addresses of the stylesheets."""

    icon: str
    """Address of the sign that browsers show beside the title."""

    navigation: tuple[NavigationLink, ...]
    """The site's main links."""

    how_to_read: str
    """Address of the page that explains the words and the diagrams."""

    canonical: str
    """The page's full address where the site knows its own, else empty."""

    publishers: str
    """Who publishes the site."""

    licence: str
    """The terms under which the texts may be used."""


def frame(desk: Desk, title: str, *, description: str = "", language: str = "") -> Frame:
    """Return what stands around the page at `desk`."""
    library = desk.edition.library
    site = library.site
    links = [("Essays", addresses.INDEX)]
    links += [(page.title, addresses.plain(page.slug)) for page in library.pages]
    links.append(("How to read", addresses.HOW_TO_READ))
    return Frame(
        site=site.title,
        home=desk.to(addresses.INDEX),
        title=title if title == site.title else f"{title} · {site.title}",
        description=description,
        language=language or site.language,
        styles=tuple(desk.to(addresses.asset(name)) for name in STYLES),
        icon=desk.to(addresses.asset(ICON)),
        navigation=tuple(
            NavigationLink(words, desk.to(path), path == desk.path) for words, path in links
        ),
        how_to_read=desk.to(addresses.HOW_TO_READ),
        canonical=f"{site.url}/{desk.path}" if site.url else "",
        publishers=listed(site.authors),
        licence=site.licence,
    )
