"""What editors list: the outline of a file, and the statements of all sites by their words."""

from __future__ import annotations

from lsprotocol import types

from argsite.language_server.completion import place_of, plain
from argsite.language_server.outline import Part, Sort, end_of, outline
from argsite.language_server.ranges import range_of
from argsite.language_server.server import Server, Where
from argsite.language_server.site import Site, View
from argsite.language_server.text import lines, width
from argsite.source import Manuscript

_LONGEST_NAME = 100
_MOST = 300
"""So many statements are listed at once."""

_DEEPEST = 100
"""Parts that are nested deeper stand beside each other: messages cannot be nested without end."""

_KINDS = {
    Sort.POINT: types.SymbolKind.Module,
    Sort.CONTENTION: types.SymbolKind.Class,
    Sort.CLAIM: types.SymbolKind.Class,
    Sort.PREMISE: types.SymbolKind.Property,
    Sort.REBUTTAL: types.SymbolKind.Event,
    Sort.UNDERCUT: types.SymbolKind.Operator,
    Sort.TOGETHER: types.SymbolKind.Array,
    Sort.REF: types.SymbolKind.Key,
}


def register(server: Server) -> None:
    """Have the server answer."""
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_outline)
    server.feature(types.WORKSPACE_SYMBOL)(_find)


async def _outline(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    where = ls.where(params.text_document.uri)
    if where is None:
        return None
    view = await where.site.now()
    parts, text = _parts(ls, where, view)
    symbols = _nested(parts, text, ls)
    if ls.takes_nested_symbols:
        return symbols
    uri = params.text_document.uri
    return [
        types.SymbolInformation(types.Location(uri, each.range), each.name, each.kind)
        for each in _flat(symbols)
    ]


async def _find(
    ls: Server, params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol] | list[types.SymbolInformation]:
    found: list[types.SymbolInformation] = []
    for site in ls.sites():
        view = await site.now()
        found += _matching(ls, site, view, params.query.casefold().split())
    return found[:_MOST]


def _parts(ls: Server, where: Where, view: View) -> tuple[list[Part], list[str]]:
    """Return the parts of a file; where it is broken just now, those of the last good text."""
    statuses = {}
    if view.library and view.standing:
        statuses = {
            each.at: str(view.standing.statuses[each.key])
            for each in view.library.graph.statements.values()
            if each.at.path == where.name
        }
    text = lines(ls.text(where))
    parts = outline(Manuscript(where.name, "\n".join(text)), statuses)
    earlier = view.library.manuscripts.get(where.name) if view.library else None
    if not parts and earlier:
        parts = [each for each in outline(earlier, statuses) if each.at.line <= len(text)]
    return parts, text


def _nested(parts: list[Part], text: list[str], ls: Server) -> list[types.DocumentSymbol]:
    roots: list[types.DocumentSymbol] = []
    above: list[list[types.DocumentSymbol]] = [roots]
    for index, part in enumerate(parts):
        line, column = end_of(parts, index, text)
        name = range_of(part.at, text[part.at.line - 1], ls.units)
        end = types.Position(line, width(text[line][:column], ls.units))
        children: list[types.DocumentSymbol] = []
        symbol = types.DocumentSymbol(
            name=_short(part.words),
            detail=part.detail,
            kind=_KINDS[part.sort],
            range=types.Range(name.start, max(name.end, end)),
            selection_range=name,
            children=children,
        )
        del above[min(part.level, _DEEPEST) + 1 :]
        above[-1].append(symbol)
        above.append(children)
    return roots


def _flat(symbols: list[types.DocumentSymbol]) -> list[types.DocumentSymbol]:
    found: list[types.DocumentSymbol] = []
    left = symbols[::-1]
    while left:
        found.append(left.pop())
        left += [*(found[-1].children or ())][::-1]
    return found


def _matching(
    ls: Server, site: Site, view: View, words: list[str]
) -> list[types.SymbolInformation]:
    """Return the statements of a site that hold all words, in their text or their key."""
    if view.library is None:
        return []
    titles = {each.slug: each.title for each in view.library.essays}
    found: list[types.SymbolInformation] = []
    for statement in view.library.graph.statements.values():
        searched = f"{statement.key} {statement.text.text}".casefold()
        now = view.manuscripts.get(statement.at.path)
        if now and len(found) < _MOST and all(each in searched for each in words):
            symbol = types.SymbolInformation(
                ls.location(site, now, statement.at),
                f"{statement.id}: {_short(plain(statement.text.text))}",
                _KINDS[Sort(statement.role.value)],
                container_name=f"{titles[statement.essay]}, {place_of(statement)}",
            )
            found.append(symbol)
    return found


def _short(words: str) -> str:
    """Return words as an outline shows them; a name in it may not be empty."""
    shown = " ".join(words.split()) or "…"
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[: _LONGEST_NAME - 1]}…"
