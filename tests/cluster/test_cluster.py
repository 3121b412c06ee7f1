"""Sites built by a cluster: as one machine builds them, whatever happens to a worker."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from argsite.build import build
from argsite.cluster import Cluster
from argsite.errors import OutputError, SetupError
from argsite.making.doing import Chunk, Result
from argsite.output import Intake
from argsite.pages.inputs import Inputs
from tests.built import ROOT, build_site, files
from tests.clustered import Cluster as Running
from tests.clustered import cluster
from tests.samples import write_site


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with cluster(tmp_path_factory.mktemp("cluster"), workers=2) as started:
        yield started


def sample(folder: Path) -> Path:
    """Write a site whose pages go into several chunks."""
    write_site(folder, essays=3, statements=12)
    return folder


def run(*words: object) -> subprocess.CompletedProcess[str]:
    """Run a command as at a keyboard."""
    return subprocess.run(
        [sys.executable, "-m", "argsite", *map(str, words)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_cluster_builds_what_one_machine_builds_and_later_only_what_is_due(
    running: Running, tmp_path: Path
) -> None:
    root = sample(tmp_path / "site")
    out = tmp_path / "out"
    done = run("build", root, "-o", out, "--cluster", running.address)
    assert done.returncode == 0, done.stderr
    assert files(out) == files(build_site(root, tmp_path / "local"))

    essay = next(iter(sorted((root / "content").glob("*/*.yaml"))))
    essay.write_text(essay.read_text("utf-8").replace("title: ", "title: New ", 1), "utf-8")
    sent: list[int] = []
    there = Cluster(running.address, str(root))

    def crew(chunks: Sequence[Chunk], inputs: Inputs, intake: Intake) -> Iterator[Result]:
        sent.extend(place for chunk in chunks for place in chunk)
        return there.do(chunks, inputs, intake)

    outcome = build(root, out, crew=crew)
    again = build_site(root, tmp_path / "again")
    assert files(out) == files(again)
    assert len(sent) == len(outcome.reasons) < len(files(again))


def test_pages_are_sent_back_where_the_output_is_not_shared(
    running: Running, tmp_path: Path
) -> None:
    root = sample(tmp_path / "site")
    there = Cluster(running.address, str(root), shares_output=False)
    build(root, tmp_path / "out", crew=there.do)
    assert files(tmp_path / "out") == files(build_site(root, tmp_path / "local"))


def test_a_cluster_is_used_from_where_a_loop_runs_already(running: Running, tmp_path: Path) -> None:
    root = sample(tmp_path / "site")

    async def notebook() -> None:
        build(root, tmp_path / "out", crew=Cluster(running.address, str(root)).do)

    with ThreadPoolExecutor(1) as alone:  # other tests leave a loop running in this thread
        alone.submit(lambda: asyncio.run(notebook())).result()
    assert files(tmp_path / "out") == files(build_site(root, tmp_path / "local"))


def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path) -> None:
    root = sample(tmp_path / "site")
    with cluster(tmp_path / "cluster", workers=2) as running:
        there = Cluster(running.address, str(root))

        def crew(chunks: Sequence[Chunk], inputs: Inputs, intake: Intake) -> Iterator[Result]:
            assert len(chunks) > 2
            results = there.do(chunks, inputs, intake)
            yield next(results)
            running.workers[0].kill()
            yield from results

        build(root, tmp_path / "out", crew=crew)
    assert files(tmp_path / "out") == files(build_site(root, tmp_path / "local"))


def test_a_worker_that_sees_another_state_says_so_and_nothing_is_written(
    running: Running, tmp_path: Path
) -> None:
    root, other = sample(tmp_path / "site"), sample(tmp_path / "other")
    essay = next(iter(sorted((other / "content").glob("*/*.yaml"))))
    essay.write_text(essay.read_text("utf-8").replace("title: ", "title: New ", 1), "utf-8")
    with pytest.raises(SetupError, match="it sees another state of the site"):
        build(root, tmp_path / "out", crew=Cluster(running.address, str(other)).do)
    with pytest.raises(SetupError, match="it does not reach"):
        build(root, tmp_path / "out", crew=Cluster(running.address, str(tmp_path / "no")).do)
    assert not (tmp_path / "out").exists()


def test_a_lost_scheduler_is_told_of(tmp_path: Path) -> None:
    root = sample(tmp_path / "site")
    with cluster(tmp_path / "cluster", workers=1) as running:
        there = Cluster(running.address, str(root))

        def crew(chunks: Sequence[Chunk], inputs: Inputs, intake: Intake) -> Iterator[Result]:
            results = there.do(chunks, inputs, intake)
            yield next(results)
            running.kill_scheduler()
            yield from results

        with pytest.raises(OutputError, match="was lost"):
            build(root, tmp_path / "out", crew=crew)
    assert not (tmp_path / "out").exists()


def test_mistaken_commands_get_one_line(tmp_path: Path) -> None:
    root = sample(tmp_path / "site")
    done = run("build", root, "--cluster", "tcp://127.0.0.1:1", "--workers", "2")
    assert done.returncode == 2
    assert "leave it out with --cluster" in done.stderr
    done = run("build", root, "--cluster", "nonsense://x")
    assert done.returncode == 2
    assert done.stderr == "argsite: no Dask scheduler answers at nonsense://x\n"
