"""Made-up sites of any size: `python -m tests.benchmarks.sites 10000 FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks.essays import STATEMENTS, write_essay

_SITE = """\
title: Essays to measure with
description: Essays about towns that do not exist, as large as they are wanted.
url: https://example.org/essays/
language: en
author: The people who measure
licence: CC-BY-4.0
checks:
  unlinked-id: off
"""


def write_site(root: Path, statements: int) -> None:
    """Write a site of so many statements: a multiple of 100, or one essay where it is smaller."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    (root / "content" / "site.yaml").write_text(_SITE, encoding="utf-8")
    for number in range(1, max(1, statements // STATEMENTS) + 1):
        write_essay(root, number, min(statements, STATEMENTS))


if __name__ == "__main__":
    write_site(Path(sys.argv[2]), int(sys.argv[1]))
