"""How long a saved change takes to be on the page, to be repeated by anyone: `make bench-serve`.

Each row shows a site with `argsite serve`, listens as a page does, saves a file, waits for the
event that reloads the page, asks for the page, and gives the median of the seconds from saving to
the last byte of the page with the new text. A browser then has to draw it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.previewed import Previewed, previewed
from tests.samples import write_essay, write_site

ROOT = Path(__file__).resolve().parents[1]


class Place(NamedTuple):
    """What is edited and what is looked at."""

    file: str
    """The file that is saved."""

    text: str
    """A text in it that the page shows."""

    page: str
    """The page."""


OWN = "content/library-of-tools/essay.yaml"
MANY = "content/essay-50/3-point.yaml"
ONE = "content/essay/3-point.yaml"

SITES = {
    "the project's content": [
        Place(OWN, "Should the library lend tools?", "library-of-tools/index.html"),
        Place(
            "content/rome-talks/2-pressure.yaml",
            "sanctions are nowhere near",
            "rome-talks/index.html",
        ),
    ],
    "10,000 statements in 100 essays": [
        Place(MANY, "What point 3 claims.", "essay-50/point-3.html"),
        Place(MANY, "What point 3 claims.", "essay-50/index.html"),
        Place(MANY, "What point 3 claims.", "statements.html"),
    ],
    "10,000 statements in one essay": [
        Place(ONE, "What point 3 claims.", "essay/point-3.html"),
        Place(ONE, "What point 3 claims.", "essay/index.html"),
    ],
}


def main() -> None:
    """Time saving for sites of several sizes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="how often each file is saved")
    given = parser.parse_args()
    print(f"{'site':<34}{'page':<30}{'seconds':>9}{'least':>9}{'most':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, places) in enumerate(SITES.items()):
            root = Path(folder) / str(number)
            write(root, name)
            began = time.perf_counter()
            with previewed(root, Path(folder) / "log") as preview:
                shown = time.perf_counter() - began
                print(f"{name:<34}{'(read at the start)':<30}{shown:>9.2f}")
                for place in places:
                    _row(
                        name,
                        place.page,
                        [saved_to_page(preview, root, place) for _ in range(given.runs)],
                    )


def write(root: Path, name: str) -> None:
    """Write one of the sites into `root`."""
    if "one essay" in name:
        write_essay(root, "essay", 10_000)
    elif "100 essays" in name:
        write_site(root, 100, 100)
    else:
        shutil.copytree(ROOT / "content", root / "content")


def saved_to_page(preview: Previewed, root: Path, place: Place) -> float:
    """Save a file with a text that was never there; return how long it takes to the page."""
    file = root / place.file
    before = file.read_text(encoding="utf-8")
    new = f"{place.text[:-1]} {time.monotonic_ns()}{place.text[-1]}"
    listening = HTTPConnection("127.0.0.1", preview.port, timeout=120)
    listening.request("GET", f"/.argsite-live/events?path={quote(place.page)}")
    events = listening.getresponse()
    preview.get(f"/{place.page}")
    first = _next(events)
    began = time.perf_counter()
    file.write_text(before.replace(place.text, new), encoding="utf-8")
    if _next(events) == first:
        sys.exit(f"{place.file} was saved, and nothing changed")
    _, page = preview.get(f"/{place.page}")
    taken = time.perf_counter() - began
    if place.page != "statements.html" and new.rstrip(".?").encode() not in page:
        sys.exit(f"{place.page} does not show what was saved in {place.file}")
    file.write_text(before, encoding="utf-8")
    _next(events)
    listening.close()
    time.sleep(0.2)
    return taken


def _next(events: object) -> object:
    """Return the name of the site in the next event."""
    while True:
        line = events.readline()  # type: ignore[attr-defined]  # an answer over HTTP
        if line.startswith(b"data: "):
            state = json.loads(line.removeprefix(b"data: "))
            if state["troubles"]:
                sys.exit(f"the site has mistakes: {state['troubles'][0]['head']}")
            return state["name"]


def _row(name: str, page: str, seconds: list[float]) -> None:
    print(
        f"{name:<34}{page:<30}{statistics.median(seconds):>9.2f}{min(seconds):>9.2f}"
        f"{max(seconds):>9.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
