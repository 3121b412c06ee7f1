"""A preview at work: changes come in, the site is read again, browsers and the terminal are told.

Everything that is slow runs in one of two threads: one reads, one makes pages.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import enumerate as enumerate_threads
from time import perf_counter
from typing import TypeVar

from argsite.build import with_warnings
from argsite.errors import REPORTED, ArgsiteError, named
from argsite.problems import Code
from argsite.serve.answers import NOT_YET, Answer, answer, failed
from argsite.serve.channel import Channel, State
from argsite.serve.news import News, Tell
from argsite.serve.preview import MOST_TROUBLES, Draft, Preview, Trouble, troubles

Value = TypeVar("Value")

_QUIET_SECONDS = 0.5
"""After so long without a change it is time for advice, which the next reload need not wait for."""

_MOST_TRIED = 32
"""So many of the pages that browsers show are made before a site is shown, others afterwards."""

_THREADS = ("reader", "maker")

_LAST_SECONDS = 0.2
"""What a thread that has nothing to do needs at most to end."""

_BUG = f"this is a bug in Argsite; {REPORTED}"


class Session:
    """One preview, from the first look at the site to `close`, in the event loop's thread."""

    def __init__(self, preview: Preview, channel: Channel, tell: Tell) -> None:
        """Show `preview`, and tell browsers through `channel` and the terminal through `tell`."""
        self.ready = asyncio.Event()
        self.may_pass = False
        """True where what stands in the way may go without any file being saved."""
        self._preview = preview
        self._channel = channel
        self._tell = tell
        self._reader = ThreadPoolExecutor(1, thread_name_prefix=_THREADS[0])
        self._maker = ThreadPoolExecutor(1, thread_name_prefix=_THREADS[1])
        self._told: set[str] = set()
        self._advice: asyncio.Task[None] | None = None

    async def rebuild(self, changed: tuple[str, ...] = ()) -> None:
        """Read the site again; show it if all is well, else what is wrong over what is shown."""
        began = perf_counter()
        if self._advice:
            self._advice.cancel()
        try:
            news = await self._rebuild()
        except ArgsiteError as fault:
            news = self._fail(fault)
        except Exception as bug:  # noqa: BLE001 - a bug met by one change must not end the preview
            self.may_pass = False
            self._preview.forget()
            news = self._fail(bug)
        self.ready.set()
        if news:
            seconds = perf_counter() - began
            self._tell(News(changed, seconds, news.outcome, news.fault, bug=news.bug))

    async def answer(
        self, path: str, address: str, is_here: Callable[[], bool] = lambda: True
    ) -> Answer:
        """Return what is at `path` of the site, which is at `address`.

        Nothing is made for whoever is not here any more when it is their turn.
        """

        def make() -> Answer:
            return answer(self._preview, path, address) if is_here() else Answer(NOT_YET)

        await self.ready.wait()
        try:
            found = await _in(self._maker, make)
        except Exception as bug:  # noqa: BLE001 - as above: the next page may be all right
            found = failed(self._preview, path)
            self._tell_once(bug)
        if found.fault:
            self._tell_once(found.fault)
        return found

    def meet(self, bug: Exception) -> None:
        """Tell of a bug that was met elsewhere in the preview."""
        self._tell_once(bug)

    def close(self) -> None:
        """Stop all work, also what is being drawn; what is being read goes on to its end."""
        if self._advice:
            self._advice.cancel()
        self._preview.close()
        for thread in (self._reader, self._maker):
            thread.shutdown(wait=False, cancel_futures=True)

    @staticmethod
    def is_at_rest() -> bool:
        """Say, after `close`, whether nothing is read or made any more."""
        threads = [each for each in enumerate_threads() if each.name.startswith(_THREADS)]
        for thread in threads:
            thread.join(_LAST_SECONDS)
        return not any(thread.is_alive() for thread in threads)

    async def _rebuild(self) -> News | None:
        before, self.may_pass = self.may_pass, True
        draft = await _in(self._reader, self._preview.read)
        if draft is None:
            self.may_pass = before
            return None
        self.may_pass = False
        outcome = draft.outcome
        self._told.clear()
        if draft.shelf is None:
            found, more = troubles(outcome.problems, outcome.manuscripts)
            self._channel.tell(State(self._preview.name, found, more))
            self.may_pass = any(each.code is Code.UNREADABLE_FILE for each in outcome.problems)
            return News(outcome=outcome)
        looked_at = self._channel.paths[-_MOST_TRIED:]
        # Where pages are made, so that no answer is begun with one site and ended with another.
        await _in(self._maker, lambda: self._show(draft, looked_at))
        self._channel.tell(State(draft.name))
        self._advice = asyncio.create_task(self._advise(draft))
        return News(outcome=outcome)

    def _show(self, draft: Draft, looked_at: tuple[str, ...]) -> None:
        """Show a draft, unless a page that is looked at cannot be made; then it is tried again."""
        try:
            self._preview.try_out(draft, looked_at)
        except Exception:
            self._preview.forget()
            raise
        self._preview.show(draft)

    async def _advise(self, draft: Draft) -> None:
        """Tell the terminal the warnings, which nobody waits for."""
        await asyncio.sleep(_QUIET_SECONDS)
        try:
            outcome = await _in(self._reader, lambda: with_warnings(draft.reading))
        except Exception as bug:  # noqa: BLE001 - as above: nobody waits for it who would say so
            self._tell_once(bug)
        else:
            self._tell(News(outcome=outcome, is_advice=True))

    def _fail(self, fault: Exception, beside: State | None = None) -> News:
        """Tell browsers of a fault, beside what they know; return it as news."""
        is_bug = not isinstance(fault, ArgsiteError)
        said = named(fault) if is_bug else str(fault)
        trouble = Trouble(said, _BUG) if is_bug else Trouble(said)
        self._told.add(repr(fault))
        before = beside or State()
        told = (*before.troubles[-MOST_TROUBLES + 1 :], trouble)
        self._channel.tell(State(self._preview.name, told, before.more))
        return News(fault=f"{said} ({_BUG})" if is_bug else said, bug=fault if is_bug else None)

    def _tell_once(self, fault: Exception) -> None:
        """Tell of what keeps a page from being made, though all was well when it was read."""
        if repr(fault) not in self._told:
            self._tell(self._fail(fault, self._channel.state))


def _in(thread: ThreadPoolExecutor, work: Callable[[], Value]) -> asyncio.Future[Value]:
    return asyncio.get_running_loop().run_in_executor(thread, work)
