"""A store's failure is one line without secrets, and what passes by itself is tried again."""

from __future__ import annotations

import errno
from collections.abc import Callable

import pytest

from argsite.errors import OutputError, SetupError
from argsite.remote import fault
from argsite.remote.address import Address

ADDRESS = Address("sftp://me:pass@example.org/my-site")


def failing(*errors: Exception) -> Callable[[], str]:
    """Return work that fails in these ways, one after the other, and is then done."""
    left = list(errors)

    def work() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return work


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Note pauses instead of making them."""
    made: list[float] = []
    monkeypatch.setattr(fault, "sleep", made.append)
    return made


@pytest.mark.parametrize(
    "passing",
    [
        ConnectionResetError(),
        TimeoutError(),
        OSError(errno.EBUSY, "please reduce your request rate"),
        type("ServerDisconnectedError", (Exception,), {})(),
    ],
)
def test_what_passes_is_tried_again(passing: Exception, pauses: list[float]) -> None:
    assert fault.tried(ADDRESS, "a", failing(passing, passing), writes=True) == "done"
    assert len(pauses) == 2


def test_what_does_not_pass_after_three_times_is_said(pauses: list[float]) -> None:
    busy = [OSError(errno.EBUSY, "slow down")] * 3
    with pytest.raises(OutputError) as error:
        fault.tried(ADDRESS, "a.html", failing(*busy), writes=True)
    assert str(error.value) == "cannot write sftp://example.org/my-site/a.html: slow down"
    assert len(pauses) == 2


def test_what_stays_is_not_tried_again(pauses: list[float]) -> None:
    with pytest.raises(
        SetupError, match=r"^cannot read sftp://example.org/my-site: Access Denied$"
    ):
        fault.tried(ADDRESS, "", failing(PermissionError("Access Denied.")), writes=False)
    assert not pauses


@pytest.mark.parametrize(
    "error",
    [ValueError("me:pass@example.org refused\nTraceback"), OSError("wrong password: pass")],
)
def test_nothing_secret_and_one_line_is_said(error: Exception) -> None:
    said = str(fault.failure(ADDRESS, "a", error, writes=True))
    assert "pass@" not in said
    assert not said.endswith("pass")
    assert "\n" not in said


def test_an_error_without_words_is_named() -> None:
    said = str(fault.failure(ADDRESS, "", KeyError(), writes=False))
    assert said == "cannot read sftp://example.org/my-site: KeyError"
