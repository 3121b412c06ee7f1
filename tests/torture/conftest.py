"""What attacks share: commands that are run and struck, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.torture.trials import Commands, can_trace


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    """Run commands, with a home of their own."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("nobody can tell here which processes there are")
    running = Commands(tmp_path_factory.mktemp("commands"))
    yield running
    running.close()


@pytest.fixture
def struck(commands: Commands) -> Commands:
    """Run commands that strace can strike."""
    if reason := can_trace():
        pytest.skip(reason)
    return commands
