"""Writing what was measured into a page of the guide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.table import Row, as_markdown

_MEASURED = re.compile(r"^## Measured$.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def write_measured(page: Path, when: str, tables: Mapping[str, Sequence[Row]]) -> None:
    """Write tables into the section `Measured` of a page, in place of those that stood there."""
    text = page.read_text(encoding="utf-8")
    parts = ["## Measured", when]
    for title, rows in tables.items():
        parts += [f"**{title}**", as_markdown(rows)]
    section = "\n\n".join(parts) + "\n\n"
    page.write_text(_MEASURED.sub(lambda _: section, text).rstrip() + "\n", encoding="utf-8")
