"""What a theme says of itself, from its `theme.yaml`."""

from __future__ import annotations

from argsite.formats.yaml.keys import PAPERS, THEME_FILE, check_keys, need
from argsite.formats.yaml.keys import theme as keys
from argsite.formats.yaml.nodes import Mapping, parse
from argsite.formats.yaml.values import wrong_type
from argsite.model import Paper
from argsite.problems import Report
from argsite.source import Manuscript


def read_theme(manuscript: Manuscript, report: Report) -> Paper | None:
    """Return the colours of the theme's paper; None after a report."""
    node = parse(manuscript, report)
    if node is None:
        return None
    if not isinstance(node, Mapping):
        wrong_type("theme.yaml", "a mapping of keys", node, report, "begin with 'paper:'")
        return None
    check_keys(node, THEME_FILE, report)
    paper = need(node, keys.PAPER, THEME_FILE, report)
    if paper is None:
        return None
    check_keys(paper, PAPERS, report)
    light = need(paper, keys.LIGHT, PAPERS, report)
    dark = need(paper, keys.DARK, PAPERS, report)
    return Paper(light, dark) if light and dark else None
