"""How fluid a large map is, to be repeated by anyone: `make bench-map`. A benchmark, never a test.

Builds an essay of so many statements, opens its map in Chromium, and moves it for some seconds with
the mouse, at its own size and fitted into the window, then zooms it with the wheel. Each row gives
the frames a second and the longest time between two frames. Without a graphics card Chromium
paints on the processor, which is the hardest case.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from argsite.build import build
from tests.chromium import chromium
from tests.samples import write_essay

RECORD = """() => {
  globalThis.frames = [];
  const record = (at) => { frames.push(at); requestAnimationFrame(record); };
  requestAnimationFrame(record);
}"""


def main() -> None:
    """Measure a map of one size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--statements", type=int, default=1_000)
    parser.add_argument("--seconds", type=float, default=5.0, help="how long each movement goes on")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root, out = Path(folder), Path(folder) / "out"
        write_essay(root, "essay", given.statements)
        (root / "content" / "site.yaml").write_text("title: A site to measure\n", encoding="utf-8")
        build(root, out)
        with chromium() as browser:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto((out / "essay" / "map.html").as_uri())
            _measure(page, given.seconds)


def _measure(page: Page, seconds: float) -> None:
    page.locator("figure.whole .scroll.live").wait_for()
    page.locator("figure.whole").evaluate("each => each.scrollIntoView({behavior: 'instant'})")
    boxes = page.locator("svg.diagram a.node").count()
    print(
        f"{f'{boxes:,} boxes, {page.viewport_size}':<54}{'frames a second':>16}{'longest, ms':>13}"
    )
    page.evaluate(RECORD)
    _row("moved by the mouse, at its own size", page, seconds, _pan)
    page.get_by_role("button", name="Fit", exact=True).click()
    _row("moved by the mouse, fitted into the window", page, seconds, _pan)
    _row("zoomed by the wheel", page, seconds, _zoom)


def _row(name: str, page: Page, seconds: float, act: Callable[[Page, float], None]) -> None:
    page.wait_for_timeout(1_000)
    page.evaluate("frames.length = 0")
    act(page, seconds)
    at = page.evaluate("frames")
    longest = max(later - earlier for earlier, later in pairwise(at))
    rate = 1_000 * (len(at) - 1) / (at[-1] - at[0])
    print(f"{name:<54}{rate:>16.1f}{longest:>13.0f}", flush=True)


def _pan(page: Page, seconds: float) -> None:
    x, y = _middle(page)
    page.mouse.move(x, y)
    page.mouse.down()
    began = time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        page.mouse.move(x + 400 * math.sin(2 * passed), y + 200 * math.sin(3 * passed))
    page.mouse.up()


def _zoom(page: Page, seconds: float) -> None:
    page.mouse.move(*_middle(page))
    began = time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        page.mouse.wheel(0, 20 if passed % 2 < 1 else -20)
        page.wait_for_timeout(15)


def _middle(page: Page) -> tuple[float, float]:
    box = page.locator("figure.whole .scroll").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


if __name__ == "__main__":
    main()
