"""The small pages: plain Markdown, tags, redirects, how to read, not found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argsite import addresses, markdown
from argsite.model import PlainPage, Statement, Status
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.frame import frame
from argsite.pages.links import StatementLink
from argsite.pages.press import Page, Press
from argsite.pages.wording import MEANING, ROLE


def plain_page(press: Press, edition: Edition, page: PlainPage) -> Page:
    """Return a page of the author's own Markdown."""
    desk = Desk(edition, addresses.plain(page.slug))
    has_heading = bool(markdown.title(page.body.text))
    return press.print(
        desk.path,
        "page.html",
        frame(desk, page.title),
        heading="" if has_heading else page.title,
        body=desk.block(page.body.text, "", under=0 if has_heading else 1),
    )


def not_found_page(press: Press, edition: Edition) -> Page:
    """Return the page that a host shows at an unknown address."""
    desk = Desk(edition, addresses.NOT_FOUND)
    return press.print(desk.path, "404.html", frame(desk, "Not found"))


def how_to_read_page(press: Press, edition: Edition) -> Page:
    """Return the page that explains the words, the diagrams, and when to trust neither."""
    desk = Desk(edition, addresses.HOW_TO_READ)
    return press.print(
        desk.path,
        "how-to-read.html",
        frame(desk, "How to read this site", description="What the words and diagrams mean."),
        meanings=[(status, MEANING[status]) for status in Status],
    )


def redirects(press: Press, edition: Edition) -> Iterator[Page]:
    """Yield a page at each older address of a statement."""
    for statement in edition.graph.statements.values():
        for alias in statement.aliases:
            desk = Desk(edition, addresses.statement(f"{statement.essay}/{alias.text}"))
            yield press.print(
                desk.path,
                "redirect.html",
                frame(desk, edition.plain[statement.key]),
                target=desk.link(statement.key),
            )


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A statement in the list of a tag."""

    link: StatementLink
    """The statement."""

    place: str
    """Where it stands."""


def tag_pages(press: Press, edition: Edition) -> Iterator[Page]:
    """Yield a page for each tag, with its statements in the order of writing."""
    tagged: dict[str, list[Statement]] = {}
    spelling: dict[str, str] = {}
    for statement in edition.graph.statements.values():
        for tag in dict.fromkeys(each.casefold() for each in statement.tags):
            tagged.setdefault(tag, []).append(statement)
        for tag in statement.tags:
            spelling.setdefault(tag.casefold(), tag)
    titles = {essay.slug: essay.title for essay in edition.library.essays}
    for tag, statements in tagged.items():
        desk = Desk(edition, addresses.tag(edition.tags[tag]))
        yield press.print(
            desk.path,
            "tag.html",
            frame(desk, f"Tag: {spelling[tag]}"),
            tag=spelling[tag],
            entries=[TagEntry(desk.link(each.key), _place(each, titles)) for each in statements],
        )


def _place(statement: Statement, titles: Mapping[str, str]) -> str:
    where = f", point {statement.point}" if statement.point else ""
    return f"{ROLE[statement.role]} in “{titles[statement.essay]}”{where}"
