"""Timings, to be repeated by anyone: `make bench`. Benchmarks, never tests: machines are noisy.

Each row builds a made-up site in a process of its own, from nothing, as often as said, and gives
the median of the wall-clock seconds and the highest sum of memory of all its processes (read from
/proc, so only on Linux).
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.samples import write_essay, write_site

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    seconds: float
    """Wall clock."""

    megabytes: float
    """The highest sum of memory of all its processes; 0 where there is no /proc."""


def main() -> None:
    """Time `argsite check` and `argsite build` for sites of several sizes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="how often each is run")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000])
    given = parser.parse_args()
    print(f"{'site':<34}{'command':<22}{'seconds':>9}{'least':>9}{'most':>9}{'MB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        sites = {"the project's content": ROOT}
        for size in given.sizes:
            name = f"{size:,} statements in one essay"
            sites[name] = Path(folder) / f"one-{size}"
            write_essay(sites[name], "essay", size)
            if size >= 1_000:
                name = f"{size:,} statements in {size // 100} essays"
                sites[name] = Path(folder) / f"many-{size}"
                write_site(sites[name], size // 100, 100)
        for name, root in sites.items():
            _time(name, root, Path(folder) / "out", given.runs)


def _time(name: str, root: Path, out: Path, runs: int) -> None:
    program = [sys.executable, "-m", "argsite"]
    check = [*program, "check", "-q", str(root)]
    build = [*program, "build", "-q", str(root), "-o", str(out)]
    _row(name, "check", [_run(check) for _ in range(runs)])
    fresh = []
    for _ in range(runs):
        shutil.rmtree(out, ignore_errors=True)
        fresh.append(_run(build))
    _row(name, "build", fresh)
    _row(name, "build, unchanged", [_run(build) for _ in range(runs)])
    shutil.rmtree(out, ignore_errors=True)


def _run(command: list[str]) -> Run:
    began = time.perf_counter()
    most = 0.0
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            most = max(most, _memory(process.pid))
            time.sleep(0.02)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(time.perf_counter() - began, most)


def _memory(process: int) -> float:
    """Return the megabytes that a process and its children take now."""
    total = 0.0
    ahead = [process]
    while ahead:
        folder = Path(f"/proc/{ahead.pop()}")
        try:
            rows = (folder / "status").read_text().splitlines()
            total += sum(int(row.split()[1]) / 1024 for row in rows if row.startswith("VmRSS"))
            for task in (folder / "task").iterdir():
                ahead += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return total


def _row(name: str, command: str, runs: list[Run]) -> None:
    seconds = [run.seconds for run in runs]
    least, most = min(seconds), max(seconds)
    megabytes = max(run.megabytes for run in runs)
    print(
        f"{name:<34}{command:<22}{statistics.median(seconds):>9.2f}{least:>9.2f}{most:>9.2f}"
        f"{megabytes:>7.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
