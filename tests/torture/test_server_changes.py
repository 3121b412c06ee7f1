"""Files change faster than they are read: the preview shows one state at a time, then the last."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.effort import effort
from tests.previewed import PATIENCE_SECONDS, Previewed, previewed
from tests.sites import write

SECONDS = effort(4, 60)

OFTEN = 100
"""Changes a second."""

ESSAY = "title: The park\ncontention: {id: open, text: Keep it open.}\n"

LAST = 999_999

TARGETS = ("/", "/park/", "/park/open.html", "/statements.html", "/none.html")


def site(number: int) -> str:
    """Return a site's file; it is malformed wherever it is cut."""
    return f'{{title: "V{number:06}", url: "https://example.org/V{number:06}"}}\n'


class Author:
    """Somebody, or a program, who changes a site at `root` in every way there is."""

    def __init__(self, root: Path, seed: int) -> None:
        """Begin with a site."""
        self.root = root
        self.number = 0
        self._random = random.Random(seed)  # noqa: S311 - chance, not secrecy
        write(root, {"content/site.yaml": site(0), "content/park/essay.yaml": ESSAY})

    def work(self, seconds: float) -> None:
        """Change something a hundred times a second."""
        ways: tuple[Callable[[], None], ...] = (
            *(self.replace, self.replace, self.replace, self.save, self.save),
            *(self.spoil, self.remove, self.rename, self.move_away, self.exchange),
        )
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.number += 1
            self._random.choice(ways)()
            time.sleep(1 / OFTEN)
        self.number = LAST
        self.replace()

    def replace(self) -> None:
        """Save as editors do: beside the file, then in its place."""
        beside = self._site.with_name("site.yaml~")
        beside.write_text(site(self.number), encoding="utf-8")
        beside.replace(self._site)

    def save(self) -> None:
        """Save as other programs do, with a moment in which half of it is there."""
        text = site(self.number)
        with self._site.open("w", encoding="utf-8") as stream:
            for part in (text[:20], text[20:]):
                stream.write(part)
                stream.flush()
                time.sleep(self._random.choice((0, 0.004)))

    def spoil(self) -> None:
        """Save a mistake."""
        self._site.write_text("titel: [\n", encoding="utf-8")

    def remove(self) -> None:
        """Remove an essay, and write it again."""
        essay = self.root / "content/park/essay.yaml"
        essay.unlink()
        essay.write_text(ESSAY, encoding="utf-8")

    def rename(self) -> None:
        """Have an essay at another address for a moment."""
        self._there_and_back(self.root / "content/park", self.root / "content/garden")

    def move_away(self) -> None:
        """Have no content for a moment."""
        self._there_and_back(self.root / "content", self.root / "away")

    def exchange(self) -> None:
        """Put a copy of all content in its place, as a checkout may."""
        content, old = self.root / "content", self.root / "old"
        shutil.copytree(content, self.root / "new")
        content.rename(old)
        (self.root / "new").rename(content)
        shutil.rmtree(old)

    def _there_and_back(self, here: Path, there: Path) -> None:
        here.rename(there)
        time.sleep(self._random.choice((0, 0.01)))
        there.rename(here)

    @property
    def _site(self) -> Path:
        return self.root / "content/site.yaml"


@contextmanager
def at_work(work: Callable[[], None]) -> Iterator[threading.Thread]:
    """Have something done beside; what goes wrong in it fails the test, too."""
    faults: list[Exception] = []

    def run() -> None:
        try:
            work()
        except OSError as fault:
            faults.append(fault)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield thread
    finally:
        thread.join()
    assert faults == []


def shown_by(preview: Previewed, target: str) -> tuple[str, int] | None:
    """Return the name and the version that an answer is of; it must be of one of each."""
    answer, page = preview.get(target)
    versions = {int(number) for number in re.findall(rb"V(\d{6})", page)}
    assert answer.status in {200, 404, 503}, (target, answer.status)
    if answer.status == 503 or not versions:
        return None
    assert len(versions) == 1, (target, versions)
    (name,) = re.findall(rb'data-name="(\w+)"', page)
    return name.decode(), versions.pop()


def state(preview: Previewed) -> dict[str, object]:
    """Return what a page that listens is told."""
    listening = HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE_SECONDS)
    listening.request("GET", "/.argsite-live/events")
    events = listening.getresponse()
    while not (line := events.readline()).startswith(b"data: "):
        assert line
    listening.close()
    told: dict[str, object] = json.loads(line.removeprefix(b"data: "))
    return told


def wait_until(done: Callable[[], bool]) -> None:
    """Wait for something that comes sooner or later."""
    late = time.monotonic() + PATIENCE_SECONDS
    while not done():
        assert time.monotonic() < late
        time.sleep(0.05)


@pytest.mark.parametrize("seed", range(effort(1, 3)))
def test_of_changes_without_end_one_state_is_shown_at_a_time_then_the_last(
    tmp_path: Path, seed: int
) -> None:
    author = Author(tmp_path / "site", seed)
    names: dict[str, int] = {}
    seen: list[int] = []
    with previewed(tmp_path / "site", tmp_path / "log") as preview:
        with at_work(lambda: author.work(SECONDS)) as work:
            while work.is_alive():
                for target in TARGETS:
                    shown = shown_by(preview, target)
                    if shown:
                        name, version = shown
                        seen.append(version)
                        assert names.setdefault(name, version) == version, "a name is of one state"
        wait_until(lambda: state(preview)["troubles"] == [])
        wait_until(lambda: {shown_by(preview, each) for each in TARGETS} == last(preview))
        assert seen == sorted(seen), "what was shown once does not go back to what was before"
        assert len(set(seen)) > SECONDS, "and it goes forward"
        assert "Traceback" not in preview.said()
        assert "a bug in Argsite" not in preview.said()


def last(preview: Previewed) -> set[tuple[str, int] | None]:
    """Return what every address shows when all is seen."""
    return {(str(state(preview)["name"]), LAST)}


def test_what_is_saved_just_after_the_content_was_moved_is_seen(tmp_path: Path) -> None:
    root = tmp_path / "site"
    content, away = root / "content", root / "away"
    write(root, {"content/site.yaml": site(0), "content/park/essay.yaml": ESSAY})
    chance = random.Random(6)  # noqa: S311 - as above
    with previewed(root, tmp_path / "log") as preview:
        for number in range(1, effort(6, 60)):
            content.rename(away)
            time.sleep(chance.choice((0, 0.01, 0.03, 0.1)))
            if number % 2:
                away.rename(content)
            else:
                shutil.copytree(away, content)
                shutil.rmtree(away)
            time.sleep(chance.choice((0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08)))
            (content / "site.yaml").write_text(site(number), encoding="utf-8")
            wait_until(lambda: (shown_by(preview, "/") or ("", 0))[1] == number)  # noqa: B023 - it waits
        wait_until(lambda: state(preview)["troubles"] == [])


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_a_checkout_of_another_branch_is_shown(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, {"content/site.yaml": site(1), "content/park/essay.yaml": ESSAY})
    for number in range(60):
        write(root, {f"content/essay-{number}/essay.yaml": ESSAY})
    git(root, "init", "--quiet", "--initial-branch=one")
    commit(root)
    git(root, "switch", "--quiet", "--create", "two")
    for number in range(30):
        shutil.rmtree(root / f"content/essay-{number}")
        write(root, {f"content/other-{number}/essay.yaml": ESSAY})
    write(root, {"content/site.yaml": site(2)})
    commit(root)
    with previewed(root, tmp_path / "log") as preview:
        for _ in range(effort(2, 20)):
            for number, branch in enumerate(("one", "two"), 1):
                git(root, "switch", "--quiet", branch)
                wait_until(lambda: (shown_by(preview, "/") or ("", 0))[1] == number)  # noqa: B023 - as above
                statuses = [
                    preview.get(f"/{name}/")[0].status
                    for name in ("essay-7", "other-7", "essay-40")
                ]
                assert statuses == ([200, 404, 200] if number == 1 else [404, 200, 200])
        wait_until(lambda: state(preview)["troubles"] == [])


def git(root: Path, *arguments: str) -> None:
    """Have git do something."""
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", str(root), *settings, *arguments], check=True, env=environment)


def commit(root: Path) -> None:
    """Record all there is."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A state")
