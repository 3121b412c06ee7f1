"""Lists of words by name: the form of data that comes with the package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from argsite.formats.yaml import nodes
from argsite.problems import Report
from argsite.source import Manuscript

WordLists: TypeAlias = Mapping[str, "tuple[str, ...] | WordLists"]
"""Name to words, or to lists with names of their own."""


def read_word_lists(manuscript: Manuscript, report: Report) -> WordLists:
    """Return the file's lists; empty where it holds none."""
    node = nodes.parse(manuscript, report)
    return _lists(node) if isinstance(node, nodes.Mapping) else {}


def _lists(node: nodes.Mapping) -> WordLists:
    found: dict[str, tuple[str, ...] | WordLists] = {}
    for name, (_, value) in node.entries.items():
        if isinstance(value, nodes.Mapping):
            found[name] = _lists(value)
        elif isinstance(value, nodes.Sequence):
            words = (each.text for each in value.items if isinstance(each, nodes.Scalar))
            found[name] = tuple(words)
    return found
