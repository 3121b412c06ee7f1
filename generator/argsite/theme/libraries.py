"""Scripts by others that pages load: they are put into the package when it is built.

`generator/hatch_build.py` puts them there, each with its licence.
"""

from __future__ import annotations

from pathlib import Path

from argsite.errors import SetupError
from argsite.theme.scripts import shrink

_VENDOR = Path(__file__).parents[1] / "vendor"


def pan_zoom(licence: str, folder: Path = _VENDOR) -> bytes:
    """Return panzoom, which moves and zooms diagrams; its first line names the file `licence`.

    Raises `SetupError` where it is missing: the installation is broken.
    """
    script = shrink(_carried(folder / "panzoom.js")).strip()
    return f"// panzoom, by Andrei Kashcha; its licence is in {licence}\n{script}\n".encode()


def pan_zoom_licence(folder: Path = _VENDOR) -> bytes:
    """Return the licence of panzoom, which asks to be with every copy.

    Raises `SetupError` as `pan_zoom` does.
    """
    return _carried(folder / "panzoom.licence.txt").encode()


def _carried(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise SetupError(f"the file '{path.name}' is missing: install argsite again") from missing
