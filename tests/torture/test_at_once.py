"""Several at once: builds beside builds, edits and deletions, and signals at any moment."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from time import sleep

import pytest

from tests.effort import LONG, effort, within
from tests.torture.subjects import CHANGED, edit, make, put, tree
from tests.torture.trials import Commands, left_behind

BUSY = "argsite: another build is writing to p/site; wait until it is done\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site that is not built yet."""
    make(tmp_path / "p")
    return tmp_path / "p"


def begin(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Begin a command that runs beside this one."""
    return subprocess.Popen(
        [sys.executable, "-m", "argsite", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )


def require_built(commands: Commands, site: Path) -> None:
    """Require that one more build makes what a build from nothing makes, and nothing else."""
    done = commands.run(["build", "p"], site.parent)
    assert (done.code, done.err) == (0, "")
    built = tree(site)
    fresh = site.parent / "fresh" / "p"
    shutil.rmtree(fresh.parent, ignore_errors=True)
    fresh.mkdir(parents=True)
    shutil.copytree(site / "content", fresh / "content")
    shutil.copy(site / "argsite.lock", fresh)
    assert commands.run(["build", "p"], fresh.parent).code == 0
    assert built == tree(fresh)


def test_of_ten_builds_at_the_same_moment_each_is_done_or_refused(
    commands: Commands, site: Path
) -> None:
    codes: Counter[int] = Counter()
    for _ in range(effort(1, 6)):
        running = [begin(site.parent, "build", "p", "-q") for _ in range(effort(4, 10))]
        for each in running:
            _, said = each.communicate(timeout=120)
            codes[each.returncode] += 1
            assert (each.returncode, said) in {(0, ""), (2, BUSY)}
        require_built(commands, site)
        shutil.rmtree(site / "site")
    assert codes[0] > 0
    print(f"builds at once, by exit code: {dict(codes)}")  # noqa: T201 - for whoever asks


@pytest.fixture
def disturbed(site: Path) -> Iterator[Counter[str]]:
    """Delete files of the built site, and edit and format the author's, as long as a test runs."""
    over = threading.Event()
    done: Counter[str] = Counter()
    chance = Random(7)  # noqa: S311 - for no secret

    def disturb() -> None:
        while not over.wait(0.01):
            places = [each for each in (site / "site").rglob("*") if each.is_file()]
            pages = [each for each in places if not each.name.startswith(".argsite")]
            if pages:
                with suppress(OSError):
                    chance.choice(pages).unlink()
                done["deleted"] += 1

    thread = threading.Thread(target=disturb)
    thread.start()
    yield done
    over.set()
    thread.join()


def test_pages_that_somebody_deletes_during_a_build(
    commands: Commands, site: Path, disturbed: Counter[str]
) -> None:
    for count in within(effort(2, 25)):
        put(site, CHANGED if count % 2 else {})
        done = commands.run(["build", "p"], site.parent)
        assert done.code in {0, 2}, done
        if done.code:
            assert done.err.startswith("argsite: cannot write the site to p/site: ")
            assert done.err.count("\n") == 1
    assert disturbed["deleted"]


def test_the_site_is_repaired_when_nobody_deletes_any_more(commands: Commands, site: Path) -> None:
    commands.run(["build", "p"], site.parent)
    shutil.rmtree(site / "site" / "park")
    (site / "site" / "index.html").unlink()
    require_built(commands, site)


def test_files_that_are_formatted_while_they_are_read(commands: Commands, site: Path) -> None:
    messy = {
        "content/park/1-grass.yaml": CHANGED["content/park/1-grass.yaml"].replace(
            "text: The", "text:   'The"
        ).replace(".\n", ".'\n", 0).replace("well.\n", "well.'\n").replace("alive.\n", "alive.'\n")
        .replace("dry.\n", "dry.'\n")
    }  # fmt: skip
    formatting = None
    for _ in within(effort(3, 30)):
        put(site, messy)
        formatting = begin(site.parent, "fmt", "p", "-q")
        while formatting.poll() is None:
            done = commands.run(["check", "p", "-q"], site.parent)
            assert done.code == 0, done
        _, said = formatting.communicate()
        assert (formatting.returncode, said) == (0, "")
    assert formatting
    text = (site / "content/park/1-grass.yaml").read_text(encoding="utf-8")
    assert text == CHANGED["content/park/1-grass.yaml"]


def test_two_that_format_at_once_lose_nothing(commands: Commands, site: Path) -> None:
    for _ in range(effort(1, 8)):
        text = CHANGED["content/park/1-grass.yaml"].replace("number: 1", "number:   1")
        put(site, {"content/park/1-grass.yaml": text})
        running = [begin(site.parent, "fmt", "p", "-q") for _ in range(effort(3, 6))]
        for each in running:
            _, said = each.communicate(timeout=120)
            assert each.returncode in {0, 2}, said
            assert not said or "was changed while it was read; run the command again" in said
        assert commands.run(["fmt", "p", "--check"], site.parent).code == 0
        now = (site / "content/park/1-grass.yaml").read_text(encoding="utf-8")
        assert now == CHANGED["content/park/1-grass.yaml"]
        assert not [each for each in site.rglob(".*") if each.name != ".cache"]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_build_that_is_stopped_at_any_moment_leaves_nothing(
    commands: Commands, site: Path, name: str
) -> None:
    chance = Random()  # noqa: S311 - for no secret
    ends: Counter[int] = Counter()
    for count in within(effort(4, 45)):
        if count % 4 == 0:
            make(site)
        elif count % 4 == 2:
            edit(site)
        running = begin(site.parent, "build", "p", "-q", "--workers", "2")
        # Before Python has loaded the command nobody can clean up, nor has to.
        sleep(chance.uniform(0.2, effort(2, 3)))
        # Ctrl-C goes to all processes of a terminal's command.
        os.killpg(running.pid, getattr(signal, name))
        _, said = running.communicate(timeout=120)
        ends[running.returncode] += 1
        assert left_behind(running.pid) == []
        code = {"SIGINT": 130, "SIGTERM": 143}[name]
        if running.returncode == code:
            assert said.strip() == "argsite: stopped"
        elif running.returncode == -getattr(signal, name):
            # Python ends itself so where the command had not begun, or ran a text as code.
            assert said.strip() in {"", "argsite: stopped"}
        elif "KeyboardInterrupt" not in said:  # in Python's own start
            assert running.returncode == 0, said
        rest = {each.name for each in site.iterdir()}
        assert rest <= {"content", "site", ".cache", "argsite.lock"}
    require_built(commands, site)
    print(f"stopped by {name}, by exit code: {dict(ends)}")  # noqa: T201 - for whoever asks


def test_when_a_build_is_killed_its_workers_end_and_the_next_build_is_right(
    commands: Commands, site: Path
) -> None:
    many = {
        f"content/e{number}/essay.yaml": (
            f"title: Essay {number}\ncontention:\n  text: It is {number}.\n  premises:\n"
            + "".join(f"    - text: Premise {each} of {number}.\n" for each in range(12))
        )
        for number in range(effort(12, 40))
    }
    put(site, many)
    chance = Random()  # noqa: S311 - for no secret
    for _ in within(effort(3, 40)):
        shutil.rmtree(site / "site", ignore_errors=True)
        shutil.rmtree(site / ".cache", ignore_errors=True)
        running = begin(site.parent, "build", "p", "-q", "--workers", "3")
        staging = site / ".site.argsite-staging"
        while running.poll() is None and (not staging.exists() or not any(staging.iterdir())):
            sleep(0.01)
        sleep(chance.uniform(0, 0.5))
        running.kill()
        # At once, while its workers may still be at work.
        again = commands.run(["build", "p"], site.parent)
        assert (again.code, again.err) == (0, "")
        running.communicate()
        assert left_behind(running.pid) == []
    require_built(commands, site)


@pytest.mark.skipif(not LONG, reason="in the long form")
@pytest.mark.torture
def test_when_a_worker_is_killed_the_build_says_so(commands: Commands, site: Path) -> None:
    ends: Counter[int] = Counter()
    for _ in within(25):
        shutil.rmtree(site / "site", ignore_errors=True)
        shutil.rmtree(site / ".cache", ignore_errors=True)
        put(site, {f"content/e{each}/essay.yaml": (
            f"title: E {each}\ncontention:\n  text: It is {each}.\n"
        ) for each in range(30)})  # fmt: skip
        running = begin(site.parent, "build", "p", "-q", "--workers", "2")
        killed = False
        while running.poll() is None and not killed:
            children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
            with suppress(OSError, IndexError, ValueError):
                os.kill(int(children.read_text(encoding="utf-8").split()[0]), signal.SIGKILL)
                killed = True
        _, said = running.communicate(timeout=120)
        ends[running.returncode] += 1
        if running.returncode:
            assert running.returncode == 2
            assert said.startswith("argsite: a process that makes pages has ended; ")
            assert said.count("\n") == 1
        assert left_behind(running.pid) == []
        require_built(commands, site)
    print(f"a worker killed, by exit code: {dict(ends)}")  # noqa: T201 - for whoever asks
