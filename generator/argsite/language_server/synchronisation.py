"""What an editor tells on its own: the texts that it opens and changes, its folders, the end."""

from __future__ import annotations

from lsprotocol import types

from argsite.language_server.server import Server
from argsite.language_server.stdio import can_watch
from argsite.language_server.text import Edit, Place, Units

_WATCHED = "**/{content,themes}/**"


def register(server: Server) -> None:
    """Have the server listen."""
    server.feature(types.INITIALIZE)(_initialize)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(_folders_changed)


def _initialize(ls: Server, _params: types.InitializeParams) -> None:
    ls.units = Units(ls.workspace.position_encoding or Units.UTF16)
    # It may end before anybody looks again; a number of another machine is none of a process here.
    if can_watch(ls.process_id or 0):
        ls.has_editor.set()


def _initialized(ls: Server, _params: types.InitializedParams) -> None:
    folders = {each.uri for each in ls.workspace.folders.values()}
    for folder in folders or {ls.workspace.root_uri or ""}:
        ls.look_into(folder)
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(_WATCHED)]
        )
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration("watched-files", method, options)
        ls.client_register_capability(types.RegistrationParams([registration]))


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    ls.documents.open(document.uri, document.text, document.version)
    ls.changed(document.uri)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    edits = [_edit(each) for each in params.content_changes]
    if ls.documents.change(document.uri, edits, document.version, ls.units):
        ls.changed(document.uri)


def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    ls.documents.mark(params.text_document.uri, is_gone=False)
    ls.changed(params.text_document.uri)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.documents.close(params.text_document.uri)
    ls.changed(params.text_document.uri)


def _files_changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    for change in params.changes:
        ls.documents.mark(change.uri, is_gone=change.type is types.FileChangeType.Deleted)
        ls.changed(change.uri)


def _folders_changed(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    for folder in params.event.removed:
        ls.leave(folder.uri)
    for folder in params.event.added:
        ls.look_into(folder.uri)


def _edit(change: types.TextDocumentContentChangeEvent) -> Edit | str:
    if isinstance(change, types.TextDocumentContentChangePartial):
        start, end = change.range.start, change.range.end
        return Edit(Place(start.line, start.character), Place(end.line, end.character), change.text)
    return change.text
