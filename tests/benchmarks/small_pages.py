"""A small page for each statement: its title, its note, and links to what speaks for or against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from argsite.load import load

LAYOUT = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Essays to measure with</title>
<link rel="stylesheet" href="../assets/style.css">
</head>
<body>
<header><a href="../index.html">Essays to measure with</a></header>
<main>
<h1>{title}</h1>
{text}
<ul>
{links}
</ul>
</main>
</body>
</html>
"""
"""A template of twenty lines, with holes for a program's own words."""

_LINK = re.compile(r"\]\(#([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class SmallPage:
    """What a small page shows."""

    essay: str
    """The folder that it is in."""

    name: str
    """Its name there."""

    title: str
    """The statement."""

    text: str
    """Its note, in Markdown."""

    links: tuple[tuple[str, str], ...]
    """Addresses and texts of what bears on it."""


def small_pages(site: Path) -> list[SmallPage]:
    """Return a small page for each statement of a site."""
    library = load(site, lambda _: None).library
    assert library, f"{site} has mistakes: see argsite check"
    graph = library.graph
    return [
        SmallPage(
            each.essay,
            each.id,
            each.text.text,
            _LINK.sub(r"](\1.html)", each.note.text if each.note else ""),
            tuple(
                (f"../{premise}.html", graph.statements[premise].text.text)
                for step in (*graph.arguments_for(key), *graph.arguments_against(key))
                for premise in step.premises
            ),
        )
        for key, each in graph.statements.items()
    ]
