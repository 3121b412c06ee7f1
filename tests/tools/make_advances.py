"""Write the advance widths of Liberation Sans into the package.

    python tests/tools/make_advances.py FOLDER_OF_LIBERATION_FONTS

needs fontTools (`pip install fonttools`), which nothing else here does. Arial, Liberation Sans and
Helvetica share these widths, so a text takes the same room on every system that has one of them.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[2] / "generator" / "argsite" / "diagram" / "advances.json"
FACES = {"regular": "LiberationSans-Regular.ttf", "bold": "LiberationSans-Bold.ttf"}


def runs(widths: dict[int, int]) -> list[list[int]]:
    """Return the widths as runs of neighbouring characters: [first code point, width, …]."""
    found: list[list[int]] = []
    expected = -1
    for code in sorted(widths):
        if code != expected:
            found.append([code])
        found[-1].append(widths[code])
        expected = code + 1
    return found


def widths(font: Path) -> dict[int, int]:
    """Return each character of the font with its advance width in 2048ths of an em."""
    face = importlib.import_module("fontTools.ttLib").TTFont(font)
    scale = 2048 / face["head"].unitsPerEm
    advances = face["hmtx"].metrics
    return {code: round(advances[name][0] * scale) for code, name in face.getBestCmap().items()}


def main(folder: str) -> None:
    """Read the fonts in `folder` and write the table."""
    table = {face: runs(widths(Path(folder, file))) for face, file in FACES.items()}
    lines = ",\n".join(
        f'"{face}": [\n'
        + ",\n".join(json.dumps(run, separators=(",", ":")) for run in each)
        + "\n]"
        for face, each in table.items()
    )
    TARGET.write_text("{\n" + lines + "\n}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
