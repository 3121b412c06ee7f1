"""Argsite as the benchmark builds with it: with a diagram on every page, and without any."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from argsite.cache import FOLDER as CACHE
from tests.benchmarks.builders import Builder, Edit

ROOT = Path(__file__).resolve().parents[2]

WITH = "Argsite"
WITHOUT = "Argsite, no diagrams"

_TEXT = re.compile(r"^ *(?:- )?id: ([\w-]+)\n *text: (.+)$", re.MULTILINE)


def builder(root: Path) -> Builder:
    """Return Argsite for the made-up site at `root`, whose template of statements is its own."""
    return _builder(WITH, root)


def without_diagrams(root: Path) -> Builder:
    """Return Argsite for the same site without diagrams."""
    copy = root.with_name(f"{root.name}-no-diagrams")
    if not copy.is_dir():
        shutil.copytree(root / "content", copy / "content")
        with (copy / "content" / "site.yaml").open("a", encoding="utf-8") as file:
            file.write("options:\n  diagrams: false\n")
    return _builder(WITHOUT, copy)


def edited_statement(root: Path) -> tuple[str, str, str]:
    """Return the essay, the id and the text of the statement that is edited."""
    essays = sorted((root / "content").glob("essay-*"))
    essay = essays[len(essays) // 2]
    found = _TEXT.findall((essay / "3-point.yaml").read_text(encoding="utf-8"))
    return essay.name, *found[len(found) // 2]


def _builder(name: str, root: Path) -> Builder:
    essay, _, text = edited_statement(root)
    template = root / "themes" / "paper" / "templates" / "statement.html"
    template.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "themes" / "paper" / "templates" / "statement.html", template)
    out = root.with_name(f"{root.name}-out")
    return Builder(
        name,
        (sys.executable, "-m", "argsite", "build", "-q", str(root), "-o", str(out)),
        ROOT,
        out,
        Edit(root / "content" / essay / "3-point.yaml", f"text: {text}"),
        Edit(template, '<div class="row">'),
        (root / CACHE,),
    )
