"""Changes of an author's files, as an editor makes them: renaming, and mending with one key."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argsite.editing.edits import Edit
from argsite.editing.renaming import rename
from argsite.language_server.actions import mend
from argsite.language_server.asking import Cursor, cursor_of
from argsite.language_server.diagnostics import SOURCE
from argsite.language_server.names import statement_named
from argsite.language_server.ranges import range_of, shown_range
from argsite.language_server.server import Server
from argsite.language_server.site import Site, View
from argsite.model import Library, Statement
from argsite.problems import Problem
from argsite.source import Location


def register(server: Server) -> None:
    """Have the server answer."""
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_offer_mendings)
    server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)(_prepare_rename)
    server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))(_rename)


async def _offer_mendings(
    ls: Server, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    where = ls.where(params.text_document.uri)
    wanted = params.context.only
    if where is None or (wanted and types.CodeActionKind.QuickFix not in wanted):
        return None
    view = await where.site.now()
    library = None if view.broken else view.library
    actions = []
    for problem in view.problems:
        if problem.at.path != where.name or not _touches(ls, view, problem, params.range):
            continue
        mending = mend(problem, view.manuscripts, library)
        if mending:
            told = [each for each in params.context.diagnostics if _is_of(each, problem)]
            edit = _workspace_edit(ls, where.site, view, mending.edits)
            kind = types.CodeActionKind.QuickFix
            actions.append(
                types.CodeAction(mending.title, kind, told, is_preferred=True, edit=edit)
            )
    return actions


async def _prepare_rename(
    ls: Server, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    cursor = cursor_of(ls, params)
    if cursor is None or cursor.name is None or not cursor.name.id:
        return None
    statement = _renamed(cursor, await cursor.where.site.now())[1]
    range_ = cursor.range(cursor.name.start, cursor.name.end)
    return types.PrepareRenamePlaceholder(range_, statement.id)


async def _rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    cursor = cursor_of(ls, params)
    if cursor is None:
        return None
    site = cursor.where.site
    view = await site.now()
    library, statement = _renamed(cursor, view)
    done = rename(library, statement.key, params.new_name.strip())
    if done.fault:
        raise _refusal(done.fault)
    if not site.is_current:
        message = "the text has changed meanwhile; try again"
        raise JsonRpcException(message, types.LSPErrorCodes.ContentModified)
    return _workspace_edit(ls, site, view, done.edits)


def _renamed(cursor: Cursor, view: View) -> tuple[Library, Statement]:
    """Return the statement whose id is to be another; JsonRpcException where it cannot be."""
    name = cursor.name
    if name is None:
        raise _refusal("here is no id of a statement")
    if not name.id:
        raise _refusal(f"an essay is named by its folder: rename content/{name.essay}")
    if view.broken:
        raise _refusal(f"{view.broken[0]} cannot be read as it is; mend it first")
    statement = statement_named(view.library, name.essay, name.id)
    if view.library is None or statement is None:
        raise _refusal(f"there is no statement '{name.id}' in essay '{name.essay}'")
    if name.id != statement.id:
        raise _refusal(f"'{name.id}' is an older id of '{statement.id}', which keeps it")
    return view.library, statement


def _refusal(message: str) -> JsonRpcException:
    return JsonRpcException(message, types.LSPErrorCodes.RequestFailed)


def _workspace_edit(
    ls: Server, site: Site, view: View, edits: Iterable[Edit]
) -> types.WorkspaceEdit:
    """Return changes of files in the form that the editor takes."""
    by_path: dict[str, list[types.TextEdit]] = {}
    for path, number, column, old, new in (each for each in edits if each.old != each.new):
        at = Location(path, number, column, len(old))
        range_ = range_of(at, view.manuscripts[path].line(number), ls.units)
        written = new.replace("\n", ls.line_break(site.root, path)) if "\n" in new else new
        by_path.setdefault(path, []).append(types.TextEdit(range_, written))
    if not ls.takes_versioned_changes:
        return types.WorkspaceEdit({ls.uri(site.root, path): by_path[path] for path in by_path})
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(ls.versioned(site.root, path), changes)
            for path, changes in by_path.items()
        ]
    )


def _touches(ls: Server, view: View, problem: Problem, asked: types.Range) -> bool:
    manuscript = view.manuscripts.get(problem.at.path)
    line = manuscript.line(problem.at.line) if manuscript else ""
    shown = shown_range(problem.at, line, ls.units)
    return asked.start <= shown.end and shown.start <= asked.end


def _is_of(diagnostic: types.Diagnostic, problem: Problem) -> bool:
    return (
        diagnostic.source == SOURCE
        and diagnostic.code == str(problem.code)
        and diagnostic.range.start.line == problem.at.line - 1
        and diagnostic.message.startswith(problem.message)
    )
