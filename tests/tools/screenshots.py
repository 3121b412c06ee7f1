"""Take the pictures of the README: the project's own site in both themes, as readers see it.

    python tests/tools/screenshots.py

writes small PNGs into themes/<name>/pictures; `make screenshots` does it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from argsite.build import build
from tests.chromium import chromium

LARGEST = 100_000
"""Bytes that a picture may have."""

_COLOURS = 64


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to take."""

    theme: str
    """The theme that the site is built in."""

    name: str
    """The name of its file, without the ending."""

    page: str
    """The page, from the site's root."""

    wide: int = 1280
    """The window's width, in px."""

    high: int = 800
    """Its height, in px."""

    scheme: Literal["light", "dark"] = "light"
    """Whether it is day."""


SHOTS = (
    Shot("paper", "essay", "library-of-tools/index.html#point-1"),
    Shot("paper", "statement", "library-of-tools/lend-tools.html", scheme="dark"),
    Shot("paper", "phone", "library-of-tools/index.html#point-2", wide=360, high=720),
    Shot("slate", "essay", "library-of-tools/index.html#point-1"),
)


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        sites = {theme: _site(theme, Path(folder)) for theme in ("paper", "slate")}
        for shot in SHOTS:
            data = _small(_take(browser, sites[shot.theme], shot))
            if len(data) > LARGEST:
                raise SystemExit(f"{shot.name} of {shot.theme} has {len(data):,} bytes")
            place = ROOT / "themes" / shot.theme / "pictures" / f"{shot.name}.png"
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(data)
            print(f"{place.relative_to(ROOT)}  {len(data):,} bytes")


def _site(theme: str, folder: Path) -> Path:
    """Build the project's own content in a theme; return the folder of the site."""
    root = folder / theme
    shutil.copytree(ROOT / "content", root / "content")
    about_site = root / "content" / "site.yaml"
    text = about_site.read_text(encoding="utf-8")
    about_site.write_text(f"{text}\ntheme: {theme}\n", encoding="utf-8")
    if build(root, root / "site").failed:
        raise SystemExit("the content has mistakes: run argsite check")
    return root / "site"


def _take(browser: Browser, site: Path, shot: Shot) -> bytes:
    path, _, anchor = shot.page.partition("#")
    size = {"width": shot.wide, "height": shot.high}
    with browser.new_context(viewport=size, color_scheme=shot.scheme) as context:  # type: ignore[arg-type]  # a plain mapping will do
        page = context.new_page()
        page.emulate_media(reduced_motion="reduce")
        page.goto(f"{(site / path).as_uri()}{'#' if anchor else ''}{anchor}")
        page.wait_for_load_state("networkidle")
        return page.screenshot()


def _small(png: bytes) -> bytes:
    """Return a picture with few colours, which is a third of the size."""
    image = Image.open(BytesIO(png)).convert("RGB")
    few = image.quantize(_COLOURS, dither=Image.Dither.NONE)
    made = BytesIO()
    few.save(made, "PNG", optimize=True)
    return made.getvalue()


if __name__ == "__main__":
    main()
