"""The pages that a long list is in: how many there are, and the links from one to another."""

from __future__ import annotations

from collections.abc import Callable

from argsite.pages.desk import Desk
from argsite.pages.links import TextLink


def count_parts(total: int, most: int) -> int:
    """Return how many pages a list of so many entries is in, with `most` on each; at least 1."""
    return max(1, -(-total // most))


def link_to_part(
    desk: Desk, path: Callable[[int], str], number: int, parts: int
) -> TextLink | None:
    """Return the link to a page of a list, from 1 on; None where there is none of that number."""
    if not 1 <= number <= parts:
        return None
    words = desk.words.gettext("Page %(number)s of %(count)s", number=number, count=parts)
    return TextLink(desk.to(path(number)), words)
