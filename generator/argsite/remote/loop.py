"""An event loop in a thread of its own, for file systems that work with one."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Thread


@contextmanager
def running() -> Iterator[asyncio.AbstractEventLoop]:
    """Give a loop that runs; afterwards its thread is gone, so that the process may fork."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, name="argsite-remote", daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        asyncio.run_coroutine_threadsafe(_finish(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def close(system: object) -> None:
    """Close the connections of a file system, as it would itself when nobody uses it any more.

    That moment never comes while a traceback holds it, and it must come while its loop runs.
    """
    known = getattr(weakref.finalize, "_registry", ())
    own = [each for each in [*known] if (alive := each.peek()) and alive[0] is system]
    with ThreadPoolExecutor(1) as thread:  # one without a loop of its own, as file systems expect
        for each in own:
            thread.submit(each).result()


async def _finish() -> None:
    """End what still runs, and let connections close."""
    loop = asyncio.get_running_loop()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if others:
        _, late = await asyncio.wait(others, timeout=2)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
    await loop.shutdown_asyncgens()
    await loop.shutdown_default_executor()
