"""How messages are read: pygls's way, but texts are kept by us and each question is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from concurrent.futures import Future
from threading import Event
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

_Handling = Generator[tuple[Callable[..., Any], tuple[object, ...], None], Any, None]


class Protocol(LanguageServerProtocol):
    """Reads and writes messages.

    The texts of pygls itself break lines where editors do not (at U+2028 for one), so it is not
    given them.
    """

    def __init__(self, server: LanguageServer, converter: Any) -> None:  # noqa: ANN401 - a class of a library that is pygls's own affair
        super().__init__(server, converter)
        self.ended = Event()

    @property
    def has_shut_down(self) -> bool:
        """True once the editor has said that it will ask nothing more."""
        return self._shutdown

    async def settle(self, patience: float) -> None:
        """Wait for the answers that are due, but no longer than so many seconds."""
        asked: tuple[object, ...] = tuple(self._request_futures.values())
        due = [each for each in asked if isinstance(each, asyncio.Future)]
        if due:
            await asyncio.wait(due, timeout=patience)

    def _send_handler_result(self, future: Future[Any], *, msg_id: str | int) -> None:
        """Answer a request; one that is refused is no fault to write down with its traceback."""
        refusal = None if future.cancelled() else future.exception()
        if isinstance(refusal, JsonRpcException):
            self._request_futures.pop(msg_id, None)
            self._send_response(msg_id, error=refusal.to_response_error())
        else:
            super()._send_handler_result(future, msg_id=msg_id)

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_nothing: object) -> _Handling:
        """Have the conversation end."""
        self.ended.set()
        yield from ()

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> _Handling:
        """Hand on that a text was opened."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> _Handling:
        """Hand on that a text was changed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> _Handling:
        """Hand on that a text was closed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401 - pygls's own form
        """Return a message as a value; a request that cannot be read is answered with an error."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise
