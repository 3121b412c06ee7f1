"""What a store says when it fails, as one line, and what is worth another try."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from time import sleep
from typing import TypeVar

from argsite.errors import ArgsiteError, OutputError, SetupError
from argsite.remote.address import Address

Value = TypeVar("Value")

_TRIES = 3
_PAUSE = 0.5

_PASSING = {
    getattr(errno, name, None)
    for name in (
        *("EAGAIN", "EBUSY", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "EPIPE"),
        *("EREMOTEIO", "ETIMEDOUT"),
    )
}
"""Errors after which the same may succeed a little later."""

_PASSING_NAMES = {"ClientPayloadError", "ServerDisconnectedError", "ServiceResponseError"}
"""The same of libraries that are not imported here."""

_MEANT: Mapping[type[Exception], str] = {
    FileExistsError: "there is such a file already",
    FileNotFoundError: "there is no such place",
    IsADirectoryError: "there is a folder of that name",
    NotADirectoryError: "there is a file in place of a folder",
    PermissionError: "permission denied",
}

_LONGEST = 300


def tried(
    address: Address,
    path: str,
    work: Callable[[], Value],
    *,
    writes: bool = False,
    known: tuple[type[OSError], ...] = (),
) -> Value:
    """Return what `work` gives, tried again where the store stumbles.

    OutputError, or SetupError where nothing is written, says what stands in the way at `path`; what
    is `known` to the caller is left to it.
    """
    for left in reversed(range(_TRIES)):
        try:
            return work()
        except ArgsiteError:
            raise
        except Exception as error:
            if isinstance(error, known):
                raise
            if left and _passes(error):
                sleep(_PAUSE * (_TRIES - left))
                continue
            raise failure(address, path, error, writes=writes) from error
    raise AssertionError("the last try returns or raises")


def failure(address: Address, path: str, error: Exception, *, writes: bool) -> ArgsiteError:
    """Return what is said of a failure."""
    where = f"{address}/{path}" if path else f"{address}"
    reason = _reason(error, address)
    if writes:
        return OutputError(f"cannot write {where}: {reason}")
    return SetupError(f"cannot read {where}: {reason}")


def _passes(error: Exception) -> bool:
    if isinstance(error, TimeoutError | ConnectionError):
        return True
    if isinstance(error, OSError) and error.errno in _PASSING:
        return error.errno is not None
    return type(error).__name__ in _PASSING_NAMES


def _reason(error: Exception, address: Address) -> str:
    """Return the first line of what an error says, without anything secret."""
    said = getattr(error, "strerror", None) or str(error)
    lines = str(said).strip().splitlines()
    reason = lines[0][:_LONGEST].rstrip(".") if lines else type(error).__name__
    if "/" in reason and " " not in reason:  # nothing but the path, which is said already
        reason = _MEANT.get(type(error), reason)
    for secret in filter(None, (address.secret, *address.secret.rstrip("@").split(":")[1:])):
        reason = reason.replace(secret, "…")
    return reason
