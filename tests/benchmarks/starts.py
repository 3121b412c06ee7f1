"""What does not grow with a site: how soon the program starts, and the project's own content."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from argsite.cache import FOLDER as CACHE
from tests.bench_serve import SITES, saved_to_page, write
from tests.benchmarks.argsite_site import ROOT
from tests.benchmarks.measure import run
from tests.benchmarks.table import Row, middle
from tests.previewed import previewed

_PROGRAM = (sys.executable, "-m", "argsite")


def starts(folder: Path, runs: int) -> list[Row]:
    """Return the table: what is done, how long it takes, what is aimed at."""
    bare = [run((sys.executable, "-c", "pass"), ROOT) for _ in range(runs * 3)]
    start = [run((*_PROGRAM, "--version"), ROOT) for _ in range(runs * 3)]
    return [
        ("", "target, s", "seconds", ""),
        ("Python alone, to compare machines", "", f"{middle(bare).seconds:.3f}", ""),
        _row("`argsite --version`", 0.1, middle(start).seconds),
        *_built(folder / "two", runs, "the two essays of this site", "guide"),
        *_built(folder / "own", runs, "this site, the guide as well"),
        *_saved(folder, runs),
    ]


def _built(folder: Path, runs: int, name: str, without: str = "") -> Iterator[Row]:
    """Yield how long a build of the project's content takes, `without` one of its folders."""
    root, out = folder / "site", folder / "out"
    left_out = shutil.ignore_patterns(without)
    shutil.copytree(ROOT / "content", root / "content", ignore=left_out, dirs_exist_ok=True)
    build = (*_PROGRAM, "build", "-q", str(root), "-o", str(out))
    cold, again = [], []
    for _ in range(runs * 3):
        for each in (out, root / CACHE):
            shutil.rmtree(each, ignore_errors=True)
        cold.append(run(build, ROOT))
        again.append(run(build, ROOT))
    yield _row(f"{name}, cold", 0.4, middle(cold).seconds)
    yield _row(f"{name}, unchanged", 0.1, middle(again).seconds)


def _saved(folder: Path, runs: int) -> list[Row]:
    rows = []
    for number, (name, most) in enumerate(
        {"the project's content": 0.1, "10,000 statements in 100 essays": 0.2}.items()
    ):
        root = folder / f"served-{number}"
        shutil.rmtree(root, ignore_errors=True)
        write(root, name)
        place = SITES[name][0]
        with previewed(root, folder / "log") as preview:
            taken = sorted(saved_to_page(preview, root, place) for _ in range(max(5, runs)))
        rows.append(_row(f"`serve`: saved to reloaded, {name}", most, taken[len(taken) // 2]))
    return rows


def _row(name: str, most: float, seconds: float) -> Row:
    return name, f"≤ {most:g}", f"{seconds:.3f}", "met" if seconds <= most else "not met"
