"""What a preview gives to those who ask, and when it says that it is too much."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from argsite.serve import limits as module
from argsite.serve.limits import Crowd, Limits


@pytest.mark.parametrize(
    ("files", "connections", "streams"),
    [(4_096, 3_000, 2_936), (1_024, 976, 912), (256, 208, 156), (64, 16, 12), (20, 8, 6)],
)
def test_some_files_are_kept_for_the_site_and_some_connections_for_pages(
    files: int, connections: int, streams: int
) -> None:
    limits = Limits.of(files)
    assert (limits.connections, limits.streams) == (connections, streams)


def test_a_crowd_is_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    told: list[str] = []
    crowd = Crowd(told.append)
    for now[0] in (0.0, 1.0, 50.0, 100.0, 200.0):
        crowd.tell(f"too many at {now[0]:.0f}")
    assert told == ["too many at 0", "too many at 200"]


@pytest.mark.skipif(os.name != "posix", reason="the system sets no such limit")
@pytest.mark.parametrize(("some", "most", "expected"), [(200, 900, 900), (100, 100, 100)])
def test_as_many_files_are_asked_for_as_there_may_be(some: int, most: int, expected: int) -> None:
    program = (
        "import resource as r; from argsite.serve.limits import ask_for_files;"
        f"r.setrlimit(r.RLIMIT_NOFILE, ({some}, {most}));"
        "print(ask_for_files(), r.getrlimit(r.RLIMIT_NOFILE)[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(expected), str(expected)]
