"""A preview outlives whatever happens, and tells of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import Future
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Event

import pytest

from argsite.errors import ArgsiteError, LayoutError
from argsite.serve.answers import Answer
from argsite.serve.channel import Channel
from argsite.serve.news import News
from argsite.serve.preview import Draft, Preview
from argsite.serve.session import Session
from tests.looped import looped
from tests.sites import SMALL_ESSAY, write

ESSAY = "content/small/essay.yaml"


class Told:
    """A preview of a small site, with all that it said."""

    def __init__(self, root: Path) -> None:
        """Write the site."""
        write(root, {})
        self.root = root
        self.news: list[News] = []
        self.channel = Channel()
        self.preview = Preview(root)
        self.session = Session(self.preview, self.channel, self.news.append)

    async def save(self, text: str) -> None:
        """Save the essay and have it seen."""
        write(self.root, {ESSAY: text})
        await self.session.rebuild((ESSAY,))

    async def page(self, path: str = "small/") -> Answer:
        """Ask for a page."""
        return await self.session.answer(path, "http://127.0.0.1")

    def may_pass(self) -> bool:
        """Say whether what is wrong may go by itself."""
        return self.session.may_pass

    @property
    def heads(self) -> list[str]:
        """What browsers are told is wrong."""
        return [trouble.head for trouble in self.channel.state.troubles]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Prepare a preview."""
    return Told(tmp_path)


def run(told: Told, work: Callable[[], Coroutine[None, None, None]]) -> None:
    """Work with a preview, then end it."""

    async def all_of_it() -> None:
        try:
            await work()
        finally:
            told.session.close()

    looped(all_of_it())


def test_a_bug_that_only_advice_meets_is_told(
    told: Told, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_reading: object) -> None:
        raise ZeroDivisionError("no advice")

    session = import_module("argsite.serve.session")
    monkeypatch.setattr(session, "with_warnings", fail)
    monkeypatch.setattr(session, "_QUIET_SECONDS", 0)
    is_told = asyncio.Event()

    def tell(news: News) -> None:
        told.news.append(news)
        if news.bug:
            is_told.set()

    told.session = Session(told.preview, told.channel, tell)

    async def work() -> None:
        await told.session.rebuild()
        await is_told.wait()
        assert told.news[1].fault is not None
        assert told.news[1].fault.startswith("ZeroDivisionError: no advice (this is a bug")
        assert isinstance(told.news[1].bug, ZeroDivisionError)

    run(told, work)
    assert not caplog.records, "asyncio does not say it, with a traceback"


def test_a_change_is_told_with_what_came_of_it(told: Told) -> None:
    async def work() -> None:
        await told.session.rebuild()
        await told.save(SMALL_ESSAY.replace("Small", "Large"))
        await told.save(SMALL_ESSAY.replace("Small", "Large"))
        await told.save("titel: Small\n")
        assert told.heads[0].startswith(f"{ESSAY}:1:1: error:")
        assert b"Large" in (await told.page()).data
        await told.save(SMALL_ESSAY)
        assert told.heads == []
        assert (await told.page()).status == 200

    run(told, work)
    assert [news.changed for news in told.news] == [(), (ESSAY,), (ESSAY,), (ESSAY,)]
    failed = [news.outcome.failed for news in told.news if news.outcome]
    assert failed == [False, False, True, False]


def test_a_page_waits_for_the_first_look_at_the_site(told: Told) -> None:
    async def work() -> None:
        asked = asyncio.ensure_future(told.page())
        await asyncio.sleep(0.05)
        assert not asked.done()
        await told.session.rebuild()
        assert (await asked).status == 200

    run(told, work)


def test_nothing_is_made_for_those_who_have_gone(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await told.session.rebuild()
        made: list[str] = []
        file = told.preview.file

        def noted(path: str) -> tuple[bytes | None, ArgsiteError | None]:
            made.append(path)
            return file(path)

        monkeypatch.setattr(told.preview, "file", noted)
        for is_here in (False, True):
            await told.session.answer("small/", "http://127.0.0.1", lambda: is_here)  # noqa: B023 - it is awaited
        assert made == ["small/index.html"]

    run(told, work)


def test_a_bug_while_reading_does_not_end_it(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        await told.session.rebuild()
        with monkeypatch.context() as broken:
            broken.setattr("argsite.serve.preview.read", lambda *_, **__: 1 // 0)
            await told.save(SMALL_ESSAY.replace("Small", "Large"))
        assert told.heads[0].startswith("ZeroDivisionError")
        assert isinstance(told.news[-1].bug, ZeroDivisionError)
        assert b"Small" in (await told.page()).data
        # What was not read then is read now, though nothing changed since.
        await told.session.rebuild((ESSAY,))
        assert told.heads == []
        assert b"Large" in (await told.page()).data

    run(told, work)


def test_a_bug_in_a_page_is_told_once_and_others_are_shown(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await told.session.rebuild()
        module = import_module("argsite.pages.outline_pages")
        monkeypatch.setattr(module, "outline_page", lambda *_: 1 // 0)
        await told.session.rebuild()
        await told.save(SMALL_ESSAY.replace("Small", "Large"))
        for _ in range(2):
            answer = await told.page("small/outline.html")
            assert answer.status == 500
            assert b"This page could not be made" in answer.data
        assert (await told.page()).status == 200
        assert told.heads[0].startswith("ZeroDivisionError")

    run(told, work)
    assert len([news for news in told.news if news.bug]) == 1


def test_a_page_that_somebody_looks_at_is_made_before_the_site_is_shown(told: Told) -> None:
    template = told.root / "themes/paper/templates/essay.html"

    async def work() -> None:
        await told.session.rebuild()
        before = (await told.page()).data
        stream = told.channel.listen("small/index.html")
        await anext(stream)
        template.parent.mkdir(parents=True)
        template.write_text("{{ 1 / 0 }}", encoding="utf-8")
        await told.session.rebuild(("themes/paper/templates/essay.html",))
        assert "ZeroDivisionError" in told.heads[0]
        assert (await told.page()).data == before
        await stream.aclose()  # type: ignore[attr-defined]  # it is a generator

    run(told, work)


def test_a_page_is_all_of_one_site_also_where_the_next_one_is_just_shown(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Future[Answer]] = []

    async def work() -> None:
        await told.session.rebuild()
        loop, first = asyncio.get_running_loop(), told.preview.name
        try_out, file = told.preview.try_out, told.preview.file

        def try_out_and_ask(draft: Draft, paths: Iterable[str]) -> None:
            try_out(draft, paths)
            asked.append(asyncio.run_coroutine_threadsafe(told.page(), loop))
            time.sleep(0.1)  # it waits for this thread, and is next

        def file_late(path: str) -> tuple[bytes | None, ArgsiteError | None]:
            found = file(path)
            late = time.monotonic() + 1
            while told.preview.name == first and time.monotonic() < late:
                time.sleep(0.01)
            return found

        monkeypatch.setattr(told.preview, "try_out", try_out_and_ask)
        monkeypatch.setattr(told.preview, "file", file_late)
        await told.save(SMALL_ESSAY.replace("Small", "Large"))
        page = (await asyncio.wrap_future(asked[0])).data
        assert f'data-name="{told.preview.name}"'.encode() in page
        assert b"Large" in page

    run(told, work)


def test_what_a_page_met_is_told_beside_what_is_wrong_with_the_last_change(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await told.session.rebuild()
        await told.save("titel: Small\n")
        monkeypatch.setattr("argsite.pages.shelf.made", lambda *_: 1 // 0)
        await told.page("small/outline.html")
        first, second = told.heads
        assert "unknown key 'titel'" in first
        assert second.startswith("ZeroDivisionError")
        await told.save(SMALL_ESSAY.replace("Small", "Large"))
        assert told.heads == []

    run(told, work)


def test_a_page_that_could_not_be_made_is_tried_again_when_it_is_saved_again(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await told.session.rebuild()
        stream = told.channel.listen("small/index.html")
        await anext(stream)
        with monkeypatch.context() as broken:
            fault = LayoutError("Graphviz was stopped")
            broken.setattr(told.preview, "try_out", lambda *_: throw(fault))
            await told.save(SMALL_ESSAY.replace("Small", "Large"))
        assert told.heads == ["Graphviz was stopped"]
        await told.session.rebuild((ESSAY,))
        assert told.heads == []
        assert b"Large" in (await told.page()).data
        await stream.aclose()  # type: ignore[attr-defined]  # it is a generator

    run(told, work)


def test_what_may_pass_without_a_change_is_known(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await told.session.rebuild()
        assert not told.may_pass()
        with monkeypatch.context() as crowded:
            message = "cannot be read: Too many open files"
            crowded.setattr("argsite.load.files.read_bytes", lambda _: message)
            await told.session.rebuild((ESSAY,))
            assert told.may_pass()
            await told.session.rebuild((ESSAY,))
            assert told.may_pass(), "nothing is new, and it has not passed"
        assert message in told.heads[0]
        await told.session.rebuild((ESSAY,))
        assert not told.may_pass()
        assert told.heads == []
        (told.root / "content").rename(told.root / "away")
        await told.session.rebuild((ESSAY,))
        assert told.may_pass()
        (told.root / "away").rename(told.root / "content")
        await told.save("titel: Small\n")
        assert not told.may_pass(), "only an author can mend it"

    run(told, work)


def test_who_ends_it_need_not_wait_for_what_is_being_read(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def read() -> None:
        begun.set()
        go_on.wait()

    async def work() -> None:
        await told.session.rebuild()
        with monkeypatch.context() as long:
            long.setattr(told.preview, "read", read)
            reading = asyncio.ensure_future(told.session.rebuild())
            await asyncio.to_thread(begun.wait)
        told.session.close()
        assert not told.session.is_at_rest()
        go_on.set()
        with suppress(asyncio.CancelledError, RuntimeError):
            await reading
        assert told.session.is_at_rest()

    run(told, work)


def throw(fault: Exception) -> None:
    """Raise it."""
    raise fault
