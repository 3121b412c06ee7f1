"""How many open rebuttals an essay has, and the way to them."""

from __future__ import annotations

from argsite import addresses
from argsite.model import Essay, Listing
from argsite.pages.anchors import essay_anchor
from argsite.pages.desk import Desk
from argsite.pages.links import TextLink


def unanswered(desk: Desk, essay: Essay) -> TextLink | None:
    """Return the number of an essay's open rebuttals as a link to its part of their list.

    None where every one is answered. The address is empty where the site has no such list.
    """
    edition = desk.edition
    count = len(edition.open(essay.slug))
    if not count:
        return None
    page = addresses.listing(Listing.OPEN)
    listed = Listing.OPEN in edition.lists
    return TextLink(
        desk.to(f"{page}#{essay_anchor(essay.slug)}") if listed else "",
        desk.words.ngettext("%(count)s open rebuttal", "%(count)s open rebuttals", count),
    )
