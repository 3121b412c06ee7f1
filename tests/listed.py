"""The lists of a site for tests: from content to parsed pages, without the rest of the site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from argsite.pages.edition import Edition
from argsite.pages.lists import list_groups
from argsite.pages.press import Press
from argsite.theme import DEFAULT, find
from tests import dom
from tests.built import make_edition

SITE = "title: Parks\n"


def essay(title: str, contention: str, points: str = "") -> str:
    """Return an essay's YAML; the rest of its contention is indented by two."""
    return f"title: {title}\nauthor: A. Writer\ncontention:\n{contention}{points}"


def print_lists(root: Path, edition: Edition) -> dict[str, str]:
    """Return the lists of an edition by their paths."""
    groups = list_groups(Press(find(DEFAULT, root)), edition)
    made = [page for group in groups for job in group.jobs() for page in job.make(())]
    return {page.path: page.data.decode() for page in made}


def make_lists(root: Path, contents: Mapping[str, str]) -> dict[str, Element]:
    """Write content (names begin with `content/`); return the lists of its site, strictly parsed.

    What is written without a `site.yaml` gets a plain one.
    """
    edition = make_edition(root, {"content/site.yaml": SITE, **contents})
    pages = print_lists(root, edition)
    return {path: dom.parse(text) for path, text in pages.items() if path.endswith(".html")}


def items(page: Element, kind: str) -> list[str]:
    """Return the words of each item of the lists of a kind, such as `plainlist`."""
    return [
        dom.words(item)
        for each in dom.elements(page, "ul")
        if kind in each.get("class", "").split()
        for item in each
        if dom.name(item) == "li"
    ]
