"""The stream of events that pages listen to."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from argsite.serve import channel as module
from argsite.serve.channel import Channel, State
from argsite.serve.preview import Trouble
from tests.looped import looped


def told(event: bytes) -> object:
    """Return what an event says."""
    (line,) = [line for line in event.splitlines() if line.startswith(b"data: ")]
    return json.loads(line.removeprefix(b"data: "))


async def rest(stream: AsyncIterator[bytes]) -> list[bytes]:
    """Return what is left of a stream."""
    return [event async for event in stream]


def test_a_page_is_told_the_state_now_and_the_newest_since() -> None:
    async def listen() -> None:
        channel = Channel()
        channel.tell(State("one"))
        stream = channel.listen("park/index.html")
        assert told(await anext(stream)) == {"name": "one", "troubles": [], "more": 0}
        trouble = Trouble("a.yaml:1:1: error: line\u2028end", "  1 | x\n    | ^")
        channel.tell(State("one", (trouble,)))
        channel.tell(State("one", (trouble,)))
        shown = {"head": trouble.head, "excerpt": trouble.excerpt}
        assert told(await anext(stream)) == {"name": "one", "troubles": [shown], "more": 0}
        channel.tell(State("two"))
        channel.tell(State("three"))
        channel.close()
        events = [told(event) for event in await rest(stream)]
        assert events == [{"name": "three", "troubles": [], "more": 0}]

    looped(listen())


def test_the_pages_that_listen_are_known_while_they_do() -> None:
    async def listen() -> None:
        channel = Channel()
        streams = [channel.listen(path) for path in ("a.html", "b.html", "a.html", "")]
        for stream in streams:
            await anext(stream)
        assert list(channel.paths) == ["a.html", "b.html"]
        await streams[0].aclose()  # type: ignore[attr-defined]  # it is a generator
        await streams[1].aclose()  # type: ignore[attr-defined]  # as above
        assert list(channel.paths) == ["a.html"]
        channel.close()
        assert await rest(streams[2]) == await rest(streams[3]) == []
        assert list(channel.paths) == []

    looped(listen())


def test_only_so_many_may_listen() -> None:
    channel = Channel(2)
    full = [channel.is_full]
    with channel.place():
        full += [channel.is_full]
        with channel.place():
            full += [channel.is_full]
        full += [channel.is_full]
    assert full == [False, False, True, False]


def test_who_comes_after_the_end_is_sent_away() -> None:
    async def listen() -> None:
        channel = Channel()
        channel.close()
        assert len(await rest(channel.listen(""))) == 1

    looped(listen())


def test_a_quiet_stream_shows_that_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BEAT_SECONDS", 0.01)

    async def listen() -> None:
        channel = Channel()
        stream = channel.listen("")
        await anext(stream)
        assert await anext(stream) == b": still here\n\n"
        channel.close()

    looped(listen())
