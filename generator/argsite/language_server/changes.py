"""Changes of an author's files, as an editor makes them: renaming, and mending with one key."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from argsite.language_server.actions import Mending, mend
from argsite.language_server.diagnostics import SOURCE
from argsite.language_server.ranges import range_of, shown_range
from argsite.language_server.server import Server
from argsite.language_server.site import Site, View
from argsite.problems import Problem


def register(server: Server) -> None:
    """Have the server answer."""
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_offer_mendings)


async def _offer_mendings(
    ls: Server, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    where = ls.where(params.text_document.uri)
    wanted = params.context.only
    if where is None or (wanted and types.CodeActionKind.QuickFix not in wanted):
        return None
    view = await where.site.now()
    actions = []
    for problem in view.problems:
        mending = mend(problem, view.manuscripts, view.library)
        if mending and problem.at.path == where.name and _touches(ls, view, problem, params.range):
            actions.append(
                types.CodeAction(
                    mending.title,
                    types.CodeActionKind.QuickFix,
                    [each for each in params.context.diagnostics if _is_of(each, problem)],
                    is_preferred=True,
                    edit=workspace_edit(ls, where.site, view, [mending]),
                )
            )
    return actions


def workspace_edit(
    ls: Server, site: Site, view: View, mendings: Iterable[Mending]
) -> types.WorkspaceEdit:
    """Return changes of files in the form that the editor takes."""
    by_path: dict[str, list[types.TextEdit]] = {}
    for each in mendings:
        line = view.manuscripts[each.at.path].line(each.at.line)
        edit = types.TextEdit(range_of(each.at, line, ls.units), each.text)
        by_path.setdefault(each.at.path, []).append(edit)
    if not ls.takes_versioned_changes:
        return types.WorkspaceEdit({ls.uri(site.root, path): by_path[path] for path in by_path})
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(ls.versioned(site.root, path), edits)
            for path, edits in by_path.items()
        ]
    )


def _touches(ls: Server, view: View, problem: Problem, asked: types.Range) -> bool:
    line = view.manuscripts[problem.at.path].line(problem.at.line)
    shown = shown_range(problem.at, line, ls.units)
    return asked.start <= shown.end and shown.start <= asked.end


def _is_of(diagnostic: types.Diagnostic, problem: Problem) -> bool:
    return (
        diagnostic.source == SOURCE
        and diagnostic.code == str(problem.code)
        and diagnostic.range.start.line == problem.at.line - 1
        and diagnostic.message.startswith(problem.message)
    )
