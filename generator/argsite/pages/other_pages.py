"""The small pages: redirects, how to read, not found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from argsite import addresses
from argsite.model import Status
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.job import Job, single
from argsite.pages.press import Page, Press
from argsite.pages.wording import meaning


def not_found_page(press: Press, edition: Edition) -> Page:
    """Return the page that a host shows at an unknown address."""
    desk = Desk(edition, addresses.NOT_FOUND)
    return press.print(desk.path, "404.html", frame(desk, desk.words.gettext("Not found")))


def how_to_read_page(press: Press, edition: Edition) -> Page:
    """Return the page that explains the words, the diagrams, and when to trust neither."""
    desk = Desk(edition, addresses.HOW_TO_READ)
    return press.print(
        desk.path,
        "how-to-read.html",
        frame(
            desk,
            desk.words.gettext("How to read this site"),
            description=desk.words.gettext("What the words and diagrams mean."),
        ),
        meanings=[(status, meaning(desk.words, status)) for status in Status],
    )


def redirects(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield a job for the page at each older address of a statement."""
    for statement in edition.graph.statements.values():
        for alias in statement.aliases:
            path = addresses.statement(f"{statement.essay}/{alias.text}")
            make = partial(_redirect, press, edition, path, statement.key)
            yield single(path, make, essay=statement.essay, statement=statement.key)


def _redirect(press: Press, edition: Edition, path: str, key: str) -> Page:
    desk = Desk(edition, path)
    return press.print(
        desk.path,
        "redirect.html",
        frame(desk, edition.plain[key], canonical=addresses.statement(key)),
        target=desk.link(key),
    )
