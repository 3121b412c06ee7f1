"""The pages that a long list is in: which one it is, and the links from one to another."""

from __future__ import annotations

from collections.abc import Callable

from argsite.pages.desk import Desk
from argsite.pages.links import TextLink


def link_to_part(
    desk: Desk, path: Callable[[int], str], number: int, parts: int
) -> TextLink | None:
    """Return the link to a page of a list, from 1 on; None where there is none of that number."""
    if not 1 <= number <= parts:
        return None
    words = desk.words.gettext("Page %(number)s of %(count)s", number=number, count=parts)
    return TextLink(desk.to(path(number)), words)


def paged(desk: Desk, number: int, parts: int) -> str:
    """Return which page of a list it is, in words; nothing where there is only one."""
    if parts == 1:
        return ""
    return desk.words.gettext("Page %(number)s of %(count)s", number=number, count=parts)
