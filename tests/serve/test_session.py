"""A preview outlives whatever happens, and tells of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from importlib import import_module
from pathlib import Path

import pytest

from argsite.serve.answers import Answer
from argsite.serve.channel import Channel
from argsite.serve.news import News
from argsite.serve.preview import Preview
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
