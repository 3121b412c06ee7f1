"""What finding costs: the site's own index and, where it is installed, Pagefind, side by side.

To be repeated by anyone: `make bench-search`. Each row gives the wall-clock seconds that a build
spends on it, the highest memory of the process that does it (for the own index with the whole site
in it, which a build has in memory anyway), and what a host would have to keep: files and gzipped
kilobytes.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from argsite.analysis import stand
from argsite.build import build
from argsite.load import load
from argsite.pages import Page
from argsite.pages.edition import Edition
from argsite.pages.search import named, sheaves
from argsite.pages.search.gathering import gather
from argsite.pages.search.pagefind import pagefind_about
from argsite.pages.search.shards import shard_jobs
from argsite.pages.search.shelves import Shelves
from tests.samples import write_site

_PER_ESSAY = 100


def main() -> None:
    """Measure both for a site of so many statements."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--statements", type=int, default=10_000)
    total = parser.parse_args().statements
    with tempfile.TemporaryDirectory() as folder:
        root, site = Path(folder) / "root", Path(folder) / "site"
        write_site(root, total // _PER_ESSAY, _PER_ESSAY)
        build(root, site)
        pages = sum(1 for _ in site.rglob("*.html"))
        print(f"search of {total:,} statements on {pages:,} pages")
        print(f"{'':<12}{'seconds':>9}{'MB':>7}{'files':>8}{'kB, gzipped':>13}")
        _apart(_own, root)
        if find_spec("pagefind"):
            _apart(_pagefind, site)
        else:
            print("Pagefind is not installed: pip install 'argsite[pagefind]'")


def _apart(measure: Callable[[Path], None], place: Path) -> None:
    """Measure in a process of its own, so that each memory is its own."""
    process = multiprocessing.get_context("spawn").Process(target=measure, args=(place,))
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(f"{measure.__name__} ended with {process.exitcode}")


def _own(root: Path) -> None:
    library = load(root, lambda _: None).library
    if library is None:
        sys.exit("the site cannot be read")
    edition = Edition.of(library, stand(library.graph))
    began = time.perf_counter()
    found = gather(tuple(sheaves(edition)), Shelves.of(library))
    made = [page for job in shard_jobs(found, named(library)) for page in job.make(())]
    _row("own", time.perf_counter() - began, _megabytes(resource.RUSAGE_SELF), made)


def _pagefind(site: Path) -> None:
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    pages = (Page(name, (site / name).read_bytes()) for name in names)
    began = time.perf_counter()
    made = list(pagefind_about(pages))
    _row("Pagefind", time.perf_counter() - began, _megabytes(resource.RUSAGE_CHILDREN), made)


def _megabytes(whose: int) -> float:
    """Return the most memory that was in use: a program's kilobytes, on a Mac its bytes."""
    most = resource.getrusage(whose).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _row(name: str, seconds: float, megabytes: float, made: list[Page]) -> None:
    size = sum(len(gzip.compress(page.data, mtime=0)) for page in made) / 1000
    print(f"{name:<12}{seconds:>9.2f}{megabytes:>7.0f}{len(made):>8,}{size:>13,.0f}", flush=True)


if __name__ == "__main__":
    main()
