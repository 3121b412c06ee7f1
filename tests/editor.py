"""An editor for tests: a client that speaks to the language server as editors do.

The server runs in a thread of the tests and is spoken to over pipes: the same streams, messages and
end as those of a process, without the time that one takes to start. `process=True` starts
`argsite lsp` itself.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from threading import Event, Thread

from cattrs import Converter
from lsprotocol import types
from pygls.io_ import StdoutWriter, run_async
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

from argsite.language_server import serve

PATIENCE = 60.0
"""Seconds that an answer may take before a test fails."""

MARK = "¦"
"""Stands in a test's text where the cursor is."""

_EVERYTHING = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=True
        ),
    ),
    text_document=types.TextDocumentClientCapabilities(
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        document_symbol=types.DocumentSymbolClientCapabilities(
            hierarchical_document_symbol_support=True
        ),
    ),
)


class Editor:
    """Opens and changes texts, and keeps what the server publishes."""

    def __init__(self, root: Path, client: LanguageClient) -> None:
        self.root = root
        self.client = client
        self.registered: list[str] = []
        self._texts: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self._published: dict[str, list[types.PublishDiagnosticsParams]] = defaultdict(list)
        self._news = asyncio.Event()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]  # pygls gives clients no types here
        def keep(params: types.PublishDiagnosticsParams) -> None:
            self._published[params.uri].append(params)
            self._news.set()

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]  # as above
        def register(params: types.RegistrationParams) -> None:
            self.registered += [each.method for each in params.registrations]

    def uri(self, name: str) -> str:
        """Return the address of a file."""
        return (self.root / name).as_uri()

    def item(self, name: str) -> types.TextDocumentIdentifier:
        """Return a file as requests name it."""
        return types.TextDocumentIdentifier(self.uri(name))

    def text(self, name: str) -> str:
        """Return the text of a file as the editor has it."""
        if name in self._texts:
            return self._texts[name]
        return (self.root / name).read_bytes().decode()

    def open(self, name: str, text: str | None = None) -> None:
        """Open a file, with what is on the disk or with another text."""
        self._texts[name] = self.text(name) if text is None else text
        self._versions[name] = 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self.uri(name), "yaml", 1, self._texts[name])
            )
        )

    def change(self, name: str, text: str) -> None:
        """Set the whole text of an open file."""
        self._texts[name] = text
        self.edit(name, types.TextDocumentContentChangeWholeDocument(text))

    def edit(self, name: str, *changes: types.TextDocumentContentChangeEvent) -> None:
        """Tell changes of an open file as they are."""
        self._versions[name] += 1
        version = types.VersionedTextDocumentIdentifier(self._versions[name], self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(version, changes))

    def save(self, name: str) -> None:
        """Write an open text to its file, and say so."""
        (self.root / name).write_text(self._texts[name], encoding="utf-8")
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(self.item(name)))

    def close(self, name: str) -> None:
        """Close a file."""
        del self._texts[name], self._versions[name]
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.item(name)))

    def tell_changed(self, name: str, kind: types.FileChangeType) -> None:
        """Say that something else has changed a file."""
        event = types.FileEvent(self.uri(name), kind)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    async def cursor(self, name: str, marked: str) -> types.TextDocumentPositionParams:
        """Give a file the text without its MARK; return the place of the mark in UTF-16 units."""
        before, _, after = marked.partition(MARK)
        if name in self._texts:
            self.change(name, before + after)
        else:
            self.open(name, before + after)
        return types.TextDocumentPositionParams(self.item(name), place_after(before))

    def find(self, name: str, words: str, skip: int = 0) -> types.TextDocumentPositionParams:
        """Return the place in the midst of some words of a file, in UTF-16 units."""
        text, start = self.text(name), -1
        for _ in range(skip + 1):
            start = text.index(words, start + 1)
        return types.TextDocumentPositionParams(
            self.item(name), place_after(text[: start + (len(words) + 1) // 2])
        )

    def written(self, location: types.Location) -> str:
        """Return a place as text: the file's path, the line from 0, and the words there."""
        name = next(
            each.relative_to(self.root).as_posix()
            for each in self.root.rglob("*.*")
            if each.as_uri() == location.uri
        )
        start, end = location.range.start, location.range.end
        line = self.text(name).split("\n")[start.line].encode("utf-16-le")
        words = line[start.character * 2 : end.character * 2].decode("utf-16-le")
        return f"{name}:{start.line}: {words}"

    async def definition(self, place: types.TextDocumentPositionParams) -> str | None:
        """Return where what is named at a place is defined."""
        params = types.DefinitionParams(place.text_document, place.position)
        found = await self.client.text_document_definition_async(params)
        return self.written(found) if isinstance(found, types.Location) else None

    async def references(
        self, place: types.TextDocumentPositionParams, *, declaration: bool = True
    ) -> list[str]:
        """Return where what is named at a place is named, too."""
        context = types.ReferenceContext(declaration)
        params = types.ReferenceParams(context, place.text_document, place.position)
        found = await self.client.text_document_references_async(params)
        return [self.written(each) for each in found or ()]

    async def hover(self, place: types.TextDocumentPositionParams) -> str | None:
        """Return what is shown of what is named at a place."""
        params = types.HoverParams(place.text_document, place.position)
        found = await self.client.text_document_hover_async(params)
        if found is None:
            return None
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def completion(
        self, place: types.TextDocumentPositionParams
    ) -> list[types.CompletionItem]:
        """Return what is offered at a place."""
        params = types.CompletionParams(place.text_document, place.position)
        found = await self.client.text_document_completion_async(params)
        return list(found.items) if isinstance(found, types.CompletionList) else []

    async def offered(self, name: str, marked: str) -> list[str]:
        """Return the labels of what is offered at the mark in a text."""
        return [each.label for each in await self.completion(await self.cursor(name, marked))]

    def apply(self, edit: types.WorkspaceEdit) -> dict[str, str]:
        """Return the text of each file that an edit changes, as it is afterwards."""
        changed = {}
        for each in edit.document_changes or ():
            assert isinstance(each, types.TextDocumentEdit)
            name = Path(each.text_document.uri.removeprefix(self.root.as_uri() + "/")).as_posix()
            assert each.text_document.version == self._versions.get(name)
            edits = [one for one in each.edits if isinstance(one, types.TextEdit)]
            changed[name] = _edited(self.text(name), edits)
        return changed

    async def published(self, name: str) -> types.PublishDiagnosticsParams:
        """Return what is published of a file, for its newest text where it is open."""
        return await self._wait(self.uri(name), self._versions.get(name))

    async def problems(self, name: str) -> list[str]:
        """Return the errors and warnings of a file as lines; what is a note to authors is not."""
        return [told(each) for each in (await self.published(name)).diagnostics if is_wrong(each)]

    async def until(self, name: str, due: Sequence[str]) -> None:
        """Wait until the errors and warnings of a file are these; codes alone are compared."""
        uri = self.uri(name)
        async with asyncio.timeout(PATIENCE):
            while not self._published[uri] or [
                str(each.code) for each in self._published[uri][-1].diagnostics if is_wrong(each)
            ] != list(due):
                self._news.clear()
                await self._news.wait()

    def history(self, name: str) -> list[types.PublishDiagnosticsParams]:
        """Return all that was published of a file."""
        return self._published[self.uri(name)]

    async def _wait(self, uri: str, version: int | None) -> types.PublishDiagnosticsParams:
        async with asyncio.timeout(PATIENCE):
            while not self._published[uri] or (
                version is not None and self._published[uri][-1].version != version
            ):
                self._news.clear()
                await self._news.wait()
        return self._published[uri][-1]


@asynccontextmanager
async def editor(
    root: Path,
    capabilities: types.ClientCapabilities = _EVERYTHING,
    *,
    folders: Sequence[Path] | None = None,
    process: bool = False,
) -> AsyncIterator[Editor]:
    """Start the server, greet it, and end it when the block ends."""
    client = LanguageClient("an editor", "1", converter_factory=_converter)
    opened = Editor(root, client)
    server = None if process else _Here(client)
    if server:
        await server.start()
    else:
        await client.start_io(sys.executable, "-m", "argsite", "lsp", "--stdio", cwd=root)
    try:
        async with asyncio.timeout(PATIENCE):
            await client.initialize_async(
                types.InitializeParams(
                    capabilities,
                    process_id=os.getpid(),
                    workspace_folders=[
                        types.WorkspaceFolder(each.as_uri(), each.name) for each in folders or ()
                    ],
                )
            )
        client.initialized(types.InitializedParams())
        yield opened
    finally:
        async with asyncio.timeout(PATIENCE):
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()  # type: ignore[no-untyped-call]  # as above
            if server:
                assert await server.ended() == 0


class _Here:
    """A server in a thread, with a pipe for each direction."""

    def __init__(self, client: LanguageClient) -> None:
        self._client = client
        self._code: int | None = None

    async def start(self) -> None:
        """Start the server, and have the client read and write."""
        for_server, to_server = os.pipe()
        for_client, to_client = os.pipe()
        self._thread = Thread(target=self._serve, args=(for_server, to_client), daemon=True)
        self._thread.start()
        reader = asyncio.StreamReader()
        self._transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(for_client, "rb", 0)
        )
        self._input = os.fdopen(to_server, "wb", 0)
        protocol = self._client.protocol
        protocol.set_writer(StdoutWriter(self._input))
        self._reading = asyncio.create_task(run_async(Event(), reader, protocol))

    async def ended(self) -> int | None:
        """Return the server's exit code once it has ended."""
        await self._reading
        await asyncio.to_thread(self._thread.join, PATIENCE)
        self._transport.close()
        self._input.close()
        return self._code

    def _serve(self, stdin: int, stdout: int) -> None:
        with os.fdopen(stdin, "rb", 0), os.fdopen(stdout, "wb") as answers:
            self._code = serve(stdin, answers)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    """Return what makes messages of values; to make it anew takes longer than a session."""
    made: Converter = default_converter()  # type: ignore[no-untyped-call]  # as above
    return made


def _edited(text: str, edits: Sequence[types.TextEdit]) -> str:
    for edit in sorted(edits, key=lambda each: each.range.start, reverse=True):
        lines = text.split("\n")
        start, end = (_offset(lines, place) for place in (edit.range.start, edit.range.end))
        text = text[:start] + edit.new_text + text[end:]
    return text


def _offset(lines: Sequence[str], place: types.Position) -> int:
    before = lines[place.line].encode("utf-16-le")[: place.character * 2].decode("utf-16-le")
    return sum(len(line) + 1 for line in lines[: place.line]) + len(before)


def place_after(text: str) -> types.Position:
    """Return the place at the end of a text, in UTF-16 units."""
    lines = text.replace("\r\n", "\n").split("\n")
    return types.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)


def is_wrong(diagnostic: types.Diagnostic) -> bool:
    """Say whether a problem is more than a note."""
    return diagnostic.severity != types.DiagnosticSeverity.Information


def told(diagnostic: types.Diagnostic) -> str:
    """Return a diagnostic in one line: place, severity, message, code; the hint after a slash."""
    start, end = diagnostic.range.start, diagnostic.range.end
    severity = diagnostic.severity.name.lower() if diagnostic.severity else "?"
    message = diagnostic.message.replace("\n", " / ")
    place = f"{start.line}:{start.character}-{end.line}:{end.character}"
    return f"{place} {severity}: {message} [{diagnostic.code}]"
