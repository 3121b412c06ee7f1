"""What editors ask: completion, definition, references, hover."""

from __future__ import annotations

from lsprotocol import types

from argsite.editing.mentions import Use, mentions
from argsite.language_server.asking import Cursor, cursor_of, here, statement_at
from argsite.language_server.completion import Offer, Spot, offers, plain, spot_at
from argsite.language_server.hover import about_essay, about_statement
from argsite.language_server.names import home, seen, statement_named
from argsite.language_server.server import Server

_DECLARING = {Use.ID, Use.START, Use.ALIAS}


def register(server: Server) -> None:
    """Have the server answer."""
    options = types.CompletionOptions(trigger_characters=[" ", "#", "/", "("])
    server.feature(types.TEXT_DOCUMENT_COMPLETION, options)(_complete)
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(_define)
    server.feature(types.TEXT_DOCUMENT_REFERENCES)(_refer)
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)(_highlight)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)


async def _complete(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
    cursor = cursor_of(ls, params)
    spot = spot_at(cursor.line, cursor.place.column) if cursor else None
    if cursor is None or spot is None:
        return None
    site = cursor.where.site
    view = site.view if site.view.manuscripts else await site.now()
    unread = seen(ls.manuscripts(site), cursor.essay)
    found, count = offers(spot, cursor.essay, view.library, view.standing, unread)
    items = [_item(ls, cursor, spot, each, rank) for rank, each in enumerate(found)]
    return types.CompletionList(is_incomplete=bool(spot.part) or count > len(found), items=items)


def _item(ls: Server, cursor: Cursor, spot: Spot, offer: Offer, rank: int) -> types.CompletionItem:
    text = plain(offer.text)
    written = f" {offer.written}" if spot.lacks_space else offer.written
    return types.CompletionItem(
        label=offer.written,
        kind=types.CompletionItemKind.Reference,
        detail=text,
        documentation=ls.markup(f"{offer.about}\n\n{offer.text}"),
        sort_text=f"{rank:05}",
        filter_text=offer.written,
        text_edit=types.TextEdit(cursor.range(spot.start, spot.end), written),
    )


async def _define(ls: Server, params: types.DefinitionParams) -> types.Location | None:
    cursor = cursor_of(ls, params)
    if cursor is None or cursor.name is None:
        return None
    site, name = cursor.where.site, cursor.name
    view = await site.now()
    if not name.id:
        essay = next((each for each in view.essays if each.slug == name.essay), None)
        return here(ls, cursor.where, view, essay.at) if essay else None
    statement = statement_named(view.library, name.essay, name.id)
    if view.library and statement:
        found = here(ls, cursor.where, view, home(view.library, statement))
        if found:
            return found
    known = statement.id if statement else name.id
    raw = next((each.at for each in seen(view.manuscripts, name.essay) if each.id == known), None)
    return ls.location(site, view.manuscripts[raw.path], raw) if raw else None


async def _refer(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
    cursor = cursor_of(ls, params)
    if cursor is None:
        return None
    view = await cursor.where.site.now()
    statement = statement_at(cursor, view)
    if view.library is None or statement is None:
        return None
    found = (
        here(ls, cursor.where, view, each.at)
        for each in mentions(view.library, statement.key)
        if params.context.include_declaration or each.use not in _DECLARING
    )
    return [each for each in found if each]


async def _highlight(
    ls: Server, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    cursor = cursor_of(ls, params)
    if cursor is None or cursor.name is None:
        return None
    view = await cursor.where.site.now()
    statement = statement_at(cursor, view)
    if view.library is None or statement is None:
        return None
    places = (
        here(ls, cursor.where, view, each.at)
        for each in mentions(view.library, statement.key)
        if each.is_exact and each.at.path == cursor.where.name
    )
    return [types.DocumentHighlight(each.range) for each in places if each]


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    cursor = cursor_of(ls, params)
    if cursor is None:
        return None
    view = await cursor.where.site.now()
    name = cursor.name
    if view.library is None or view.standing is None:
        return None
    if name and not name.id:
        essay = next((each for each in view.essays if each.slug == name.essay), None)
        about = about_essay(essay) if essay else ""
    else:
        statement = statement_at(cursor, view)
        about = about_statement(view.library, view.standing, statement) if statement else ""
    if not about:
        return None
    range_ = cursor.range(name.start, name.end) if name else None
    return types.Hover(ls.markup(about), range_)
