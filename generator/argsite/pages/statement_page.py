"""A statement's page: its path, text, status and why, local map, and everything said about it."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from argsite import addresses
from argsite.analysis import local_view, paths
from argsite.diagram import status_word
from argsite.language import Words
from argsite.model import Essay, Statement
from argsite.pages import cite, metadata
from argsite.pages.anchors import place_anchor, quote_anchor
from argsite.pages.desk import Desk
from argsite.pages.edition import Edition
from argsite.pages.figure import Figure, Sketch
from argsite.pages.frame import frame
from argsite.pages.links import StatementLink, TextLink
from argsite.pages.map_page import place_in_map
from argsite.pages.press import Page, Press
from argsite.pages.references import Reference, linking_places, references
from argsite.pages.steps import step_item
from argsite.pages.wording import place


class StatementFacts(NamedTuple):
    """A statement as its own page shows it."""

    key: str
    """Its key."""

    html: str
    """Its text."""

    status: str
    """How it fares."""

    why: str
    """Why, as HTML."""

    by: str
    """Who holds it, where it is not the essay's author."""

    implicit: bool
    """True where the essay leaves it unsaid."""

    place: str
    """What it is and where, such as `Premise · point 2`."""

    place_title: str
    """The passage of the essay it belongs to."""

    place_href: str
    """The address of that passage."""

    note: str
    """The author's note, as HTML."""

    quote: str
    """The essay's own words for it."""

    quote_href: str
    """Where these words stand."""

    sources: tuple[Reference, ...]
    """Where it can be looked up."""

    tags: tuple[TextLink, ...]
    """Its tags."""

    permalink: str
    """The page's address: in full where the site knows its own."""


def local_sketch(edition: Edition, key: str) -> Sketch:
    """Return the diagram that the page of the statement `key` needs: what stands around it."""
    contention = edition.essays[edition.graph.statements[key].essay].contention
    view = local_view(edition.graph, key, contention, edition.reach)
    desk = Desk(edition, addresses.statement(key))
    return Sketch(desk, view, "local", desk.words.gettext("The argument around this statement"))


def statement_page(
    press: Press, edition: Edition, key: str, figure: Figure, whole: Sketch | None
) -> Page:
    """Return the page of the statement `key`; `figure` is its local map, `whole` its essay's."""
    statement = edition.graph.statements[key]
    essay = edition.essays[statement.essay]
    desk = Desk(edition, addresses.statement(key))
    text = edition.plain[key]
    graph = edition.graph
    previous, following = _neighbours(desk, essay, statement)
    ways = paths(graph, key, essay.contention, reach=edition.reach)
    summary = _summary(desk, key)
    return press.print(
        desk.path,
        "statement.html",
        frame(
            desk,
            text,
            description=summary,
            metadata=metadata.of_statement(edition, statement, summary),
        ),
        essay=desk.essay_links(essay),
        statement=_facts(desk, essay, statement),
        paths=[[desk.link(step) for step in way[:-1]] for way in ways if len(way) > 1],
        figure=figure,
        place_in_map=place_in_map(desk, key, whole),
        pro=[step_item(desk, each) for each in graph.arguments_for(key)],
        con=[step_item(desk, each) for each in graph.arguments_against(key)],
        uses=[step_item(desk, each) for each in graph.uses_of(key)],
        backlinks=linking_places(desk, key),
        needed=statement.presumed is False,
        citation=cite.statement(edition.library.site, essay, key, text, desk.words),
        previous=previous,
        next=following,
    )


def _summary(desk: Desk, key: str) -> str:
    edition = desk.edition
    status = status_word(desk.words, edition.status(key))
    return desk.words.gettext(
        "%(status)s: %(text)s A statement of “%(essay)s”.",
        status=status[:1].upper() + status[1:],
        text=edition.plain[key],
        essay=edition.essays[edition.graph.statements[key].essay].title,
    )


def _facts(desk: Desk, essay: Essay, statement: Statement) -> StatementFacts:
    edition = desk.edition
    quote = statement.quote.text if statement.quote else ""
    essay_page = addresses.essay(essay.slug)
    return StatementFacts(
        key=statement.key,
        html=desk.inline(statement.text.text, essay.slug),
        status=edition.status(statement.key),
        why=desk.why(statement.key),
        by=statement.by,
        implicit=statement.implicit,
        place=place(desk.words, statement),
        place_title=_place_title(desk.words, essay, statement),
        place_href=desk.to(f"{essay_page}#{place_anchor(statement)}"),
        note=desk.block(statement.note.text, essay.slug, under=2) if statement.note else "",
        quote=quote,
        quote_href=desk.to(f"{essay_page}#{quote_anchor(statement)}") if quote else "",
        sources=references(desk, statement),
        tags=tuple(
            TextLink(
                desk.to(addresses.tag(edition.tags[tag])),
                escape(edition.spelling[tag], quote=False),
            )
            for tag in edition.tags_of(statement.key)
        ),
        permalink=desk.permalink(),
    )


def _place_title(words: Words, essay: Essay, statement: Statement) -> str:
    for point in essay.points:
        if point.number == statement.point:
            return words.gettext(
                "Point %(number)s: %(title)s", number=point.number, title=point.title
            )
    return words.gettext("Contention: %(title)s", title=essay.title)


def _neighbours(
    desk: Desk, essay: Essay, statement: Statement
) -> tuple[StatementLink | None, StatementLink | None]:
    order = desk.edition.order(statement.essay)[statement.key]
    before = essay.statements[order - 1] if order else None
    after = essay.statements[order + 1] if order + 1 < len(essay.statements) else None
    return (
        desk.link(before.key) if before else None,
        desk.link(after.key) if after else None,
    )
