"""The preview as an ASGI application: who may ask, what for, and what comes back."""

from __future__ import annotations

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from argsite.output.media_type import media_type
from argsite.serve.answers import OK, Answer
from argsite.serve.channel import Channel
from argsite.serve.guard import BAD, METHODS, NO_METHOD, Guard, Refusal, path_of
from argsite.serve.live import EVENTS, live_file
from argsite.serve.session import Session

_HEADERS = {
    "cache-control": "no-cache",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
}
"""What every answer says: ask again each time, and lend nothing to pages of other sites."""

_UNCHANGED = 304


def app_of(session: Session, channel: Channel, guard: Guard) -> ASGIApp:
    """Return the application that shows a session to those whom `guard` lets in."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"a preview speaks HTTP, not {scope['type']}")
        response = await _respond(Request(scope, receive))
        response.headers.update(_HEADERS)
        await response(scope, receive, send)

    async def _respond(request: Request) -> Response:
        hosts = len(request.headers.getlist("host"))
        refusal = guard.refusal(request.method, request.headers, hosts)
        if refusal:
            return _refused(refusal)
        path = path_of(request.scope["raw_path"])
        if path is None:
            return _refused(Refusal(BAD, "the address is malformed"))
        if path == EVENTS:
            return _events(request, channel)
        live = live_file(path)
        if live is not None:
            answer = Answer(OK, live, media_type(path))
        else:
            address = f"http://{request.headers['host']}"
            answer = await session.answer(path, address)
        return _file(request, answer)

    return app


def _refused(refusal: Refusal) -> Response:
    headers = {"allow": ", ".join(METHODS)} if refusal.status == NO_METHOD else None
    return PlainTextResponse(f"{refusal.reason}\n", refusal.status, headers)


def _events(request: Request, channel: Channel) -> Response:
    if request.method == "HEAD":
        return Response(media_type="text/event-stream")
    path = request.query_params.get("path", "")
    return StreamingResponse(channel.listen(path), media_type="text/event-stream")


def _file(request: Request, answer: Answer) -> Response:
    if answer.moved:
        query = request.scope["query_string"].decode("latin-1")
        address = request.scope["raw_path"].decode("latin-1") + "/"
        return RedirectResponse(f"{address}?{query}" if query else address, answer.status)
    tag = f'"{sha256(answer.data).hexdigest()[:32]}"'
    known = (each.strip() for each in request.headers.get("if-none-match", "").split(","))
    if answer.status == OK and tag in known:
        return Response(status_code=_UNCHANGED, headers={"etag": tag})
    return Response(answer.data, answer.status, {"etag": tag}, answer.media_type)
