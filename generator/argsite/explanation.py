"""The pages of the guide that explain each kind of problem, as they come with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
"""The package."""

PLACES = (PACKAGE / "explanations", PACKAGE.parents[1] / "content" / "guide" / "checks")
"""Where the pages are: in an installed package, and in a source tree."""


@cache
def folder() -> Path | None:
    """Return the folder that holds the pages; None where they are missing."""
    return next((place for place in PLACES if place.is_dir()), None)


def page(code: str) -> str:
    """Return the page that explains a kind of problem, in Markdown; empty where there is none."""
    place = folder()
    file = place / f"{code}.md" if place else None
    return file.read_text(encoding="utf-8") if file and file.is_file() else ""


def summary(text: str) -> str:
    """Return what a page says in its first paragraph, in one line."""
    paragraphs = [each for each in text.split("\n\n") if not each.startswith("#")]
    return " ".join(paragraphs[0].split()) if paragraphs else ""
