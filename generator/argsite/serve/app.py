"""The preview as an ASGI application: who may ask, what for, and what comes back."""

from __future__ import annotations

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from argsite.output.media_type import media_type
from argsite.serve.answers import FAILED, OK, Answer
from argsite.serve.channel import Channel
from argsite.serve.connection import IS_HERE
from argsite.serve.guard import (
    BAD,
    FULL,
    LONGEST,
    METHODS,
    NO_METHOD,
    Guard,
    Refusal,
    path_of,
    stream_refusal,
)
from argsite.serve.live import EVENTS, live_file
from argsite.serve.session import Session

_HEADERS = {
    "cache-control": "no-cache",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
}
"""What every answer says: ask again each time, and lend nothing to pages of other sites."""

_POLICY = "content-security-policy"

_FRAMES = "frame-ancestors 'self'"
"""What a page's own policy cannot say: it is in a tag, where this has no meaning."""

_INERT = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox;"
    f" {_FRAMES}"
)
"""For an image that is opened for itself: it runs and fetches nothing, as within a page."""

_POLICIES = {media_type("x.html"): _FRAMES, media_type("x.svg"): _INERT}
"""The policies of what a browser shows in a window of its own."""

_UNCHANGED = 304

_VERSIONS = ("1.0", "1.1")

_PIECE = 65_536
"""So many bytes are given to a client that may not read them."""


def app_of(session: Session, channel: Channel, guard: Guard) -> ASGIApp:
    """Return the application that shows a session to those whom `guard` lets in."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"a preview speaks HTTP, not {scope['type']}")
        request = Request(scope, receive)
        try:
            refusal = _refusal(request, guard)
            response = _refused(refusal) if refusal else await _respond(request, session, channel)
        except Exception as bug:  # noqa: BLE001 - the next request may be all right
            session.meet(bug)
            response = PlainTextResponse("this cannot be answered\n", FAILED)
        response.headers.update(_HEADERS)
        if response.media_type in _POLICIES:
            response.headers[_POLICY] = _POLICIES[response.media_type]
        await response(scope, receive, send)

    return app


def _refusal(request: Request, guard: Guard) -> Refusal | None:
    """Return why a request is not answered, whatever it asks for."""
    if request.scope["http_version"] not in _VERSIONS:
        return Refusal(BAD, "a preview speaks HTTP/1.1")
    refusal = guard.refusal(request.method, request.headers)
    if refusal is None and path_of(request.scope["raw_path"]) is None:
        return Refusal(BAD, "the address is malformed")
    return refusal


async def _respond(request: Request, session: Session, channel: Channel) -> Response:
    path = path_of(request.scope["raw_path"]) or ""
    if path == EVENTS:
        return _events(request, channel)
    live = live_file(path)
    if live is not None:
        return _file(request, Answer(OK, live, media_type(path)))
    address = f"http://{request.headers['host']}"
    return _file(request, await session.answer(path, address, request.scope["state"][IS_HERE]))


class _Pieces(Response):
    """A response of any size that is given to a client bit by bit, as fast as it reads."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI
        """Send it."""
        start = {"status": self.status_code, "headers": self.raw_headers}
        await send({"type": "http.response.start", **start})
        pieces = range(0, len(self.body), _PIECE) if scope["method"] != "HEAD" else ()
        for at in pieces:
            piece = self.body[at : at + _PIECE]
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


class _Stream(StreamingResponse):
    """The events for a page, and its place in the channel."""

    def __init__(self, channel: Channel, path: str) -> None:
        super().__init__(channel.listen(path), media_type="text/event-stream")
        self._channel = channel

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send them."""
        with self._channel.place():
            await super().__call__(scope, receive, send)


def _refused(refusal: Refusal) -> Response:
    headers = {}
    if refusal.status == NO_METHOD:
        headers["allow"] = ", ".join(METHODS)
    if refusal.status == BAD:  # what comes after it may be anything
        headers["connection"] = "close"
    return PlainTextResponse(f"{refusal.reason}\n", refusal.status, headers)


def _events(request: Request, channel: Channel) -> Response:
    refusal = stream_refusal(request.headers)
    if refusal:
        return _refused(refusal)
    if channel.is_full:
        return _refused(Refusal(FULL, "too many pages listen for changes"))
    if request.method == "HEAD":
        return Response(media_type="text/event-stream")
    path = request.query_params.get("path", "")
    return _Stream(channel, path[:LONGEST])


def _file(request: Request, answer: Answer) -> Response:
    if answer.moved:
        query = request.scope["query_string"].decode("latin-1")
        address = request.scope["raw_path"].decode("latin-1") + "/"
        return RedirectResponse(f"{address}?{query}" if query else address, answer.status)
    tag = f'"{sha256(answer.data).hexdigest()[:32]}"'
    known = (each.strip() for each in request.headers.get("if-none-match", "").split(","))
    if answer.status == OK and tag in known:
        return Response(status_code=_UNCHANGED, headers={"etag": tag})
    return _Pieces(answer.data, answer.status, {"etag": tag}, answer.media_type)
