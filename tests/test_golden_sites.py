"""Whole sites, file by file: `sites/<name>/content` is built and held against `…/expected`.

`pytest --rewrite-goldens` writes what is expected anew; look at the difference before a commit.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from argsite import addresses
from tests.built import ROOT, build_site, files

SITES = Path(__file__).parent / "sites"
NAMES = sorted(path.name for path in SITES.iterdir())

_DIAGRAM = re.compile(rb'<svg class="diagram".*?</svg>', re.DOTALL)
_PLACE = re.compile(rb' (width|height|viewBox|x|y|cx|cy|d|transform)="[^"]*"')


def without_positions(data: bytes) -> bytes:
    """Return a page with `#` for all in a diagram that says where something is drawn.

    Positions are Graphviz's and change with its version. Everything else on a page is ours.
    """
    return _DIAGRAM.sub(lambda diagram: _PLACE.sub(rb' \1="#"', diagram[0]), data)


@pytest.mark.parametrize("name", NAMES)
def test_site(
    name: str,
    tmp_path: Path,
    golden_file: Callable[[Path, bytes], None],
    *,
    rewrite_goldens: bool,
) -> None:
    shutil.copytree(SITES / name / "content", tmp_path / "content")
    built = files(build_site(tmp_path))
    # What a theme's styles and scripts become is tested with them.
    assets = {path: built.pop(path) for path in [*built] if path.startswith("assets/")}
    for path, data in files(ROOT / "themes" / "paper" / "assets").items():
        assert assets.pop(f"assets/{path}") == data
    joined = (addresses.STYLE, addresses.SCRIPT, addresses.EARLY, addresses.PAN_ZOOM)
    assert set(joined) <= assets.keys()
    expected = SITES / name / "expected"
    if rewrite_goldens:
        shutil.rmtree(expected, ignore_errors=True)
    for path, data in built.items():
        is_page = path.endswith(".html")
        golden_file(expected / path, without_positions(data) if is_page else data)
    assert files(expected).keys() == built.keys()
