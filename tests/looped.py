"""An event loop for tests, in a thread of its own: a browser's has that of the tests."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Value = TypeVar("Value")


def looped(work: Coroutine[None, None, Value]) -> Value:
    """Return what comes of `work`."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
