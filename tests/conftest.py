"""What all tests share: golden results, compared or written anew, and a browser."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from argsite.fork import can_fork
from tests.built import ROOT, build_site
from tests.casebook import Case, rewrite
from tests.chromium import chromium
from tests.effort import LONG

# How long an example takes says more of the machine than of the code. Where a change is judged, the
# same examples are tried each time, so that it is judged by what it changes.
settings.register_profile("argsite", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("argsite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one switch that writes golden results anew."""
    parser.addoption(
        "--rewrite-goldens",
        action="store_true",
        help="write the expected results of golden cases anew, to be looked at before a commit",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Name the marks that tests may carry."""
    config.addinivalue_line("markers", "slow: takes more than a few seconds; runs all the same")
    config.addinivalue_line("markers", "torture: runs in the long form alone (make torture)")
    config.addinivalue_line(
        "markers", "copies: copies this process; runs before tests that leave threads"
    )
    # Behind `&` a shell lets Ctrl-C be ignored, and commands that tests stop would ignore it, too.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of the long form out of the quick one, and begin with those that copy."""
    left = [each for each in items if each.get_closest_marker("torture") and not LONG]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [each for each in items if each not in left]
    items.sort(key=lambda each: each.get_closest_marker("copies") is None)


@pytest.fixture
def copied() -> None:
    """Skip on systems where processes are not copied; elsewhere they must be."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        pytest.skip("processes are not copied here")
    assert can_fork(), "a test has left a thread; mark those that copy this process"


@pytest.fixture
def rewrite_goldens(request: pytest.FixtureRequest) -> bool:
    """Say whether golden results are to be written anew."""
    return bool(request.config.getoption("--rewrite-goldens"))


@pytest.fixture
def golden_fence(*, rewrite_goldens: bool) -> Callable[[Case, str, str], None]:
    """Compare a result with the fence of that name in a case, or write it there."""

    def compare(case: Case, name: str, actual: str) -> None:
        if rewrite_goldens:
            rewrite(case, name, actual)
            return
        expected = case.fences.get(name)
        assert expected is not None, f"'{case.title}' has no fence '{name}'"
        assert actual.rstrip("\n") == expected.rstrip("\n")

    return compare


@pytest.fixture
def golden_file(*, rewrite_goldens: bool) -> Callable[[Path, bytes], None]:
    """Compare a result with a golden file, or write it there."""

    def compare(path: Path, actual: bytes) -> None:
        if rewrite_goldens:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual)
            return
        assert path.is_file(), f"there is no golden file {path}; see --rewrite-goldens"
        assert actual == path.read_bytes()

    return compare


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own content, once for all tests; return the folder of the site."""
    return build_site(ROOT, tmp_path_factory.mktemp("own") / "site")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium, once for all tests, without a window."""
    with chromium() as started:
        yield started
