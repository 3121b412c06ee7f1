"""Try something that may fail in any way: a package that is broken raises what it likes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Failure:
    """How it failed."""

    why: str
    """In one line."""

    is_absent: bool = False
    """Whether a module was not found."""

    error: Exception | None = field(default=None, compare=False, repr=False)
    """What was raised."""


def attempt(what: Callable[[], _Value]) -> _Value | Failure:
    """Return what a function returns, or how it failed."""
    try:
        return what()
    except Exception as error:  # noqa: BLE001 - finding faults of any kind is what this is for
        line = str(error).strip().partition("\n")[0]
        absent = isinstance(error, ModuleNotFoundError)
        return Failure(line or type(error).__name__, absent, error)
