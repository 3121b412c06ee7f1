"""What some Markdown files say about themselves in YAML, between two lines `---` at their top."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from argsite.draft import titles
from argsite.draft.lines import Text
from argsite.formats.yaml.languages import LANGUAGE
from argsite.formats.yaml.nodes import Mapping, Scalar, parse
from argsite.source import Manuscript

_FENCE = "---"
_MOST_LINES = 100


class FrontMatter(NamedTuple):
    """What stood there."""

    title: str = ""
    """The essay's title; may be empty."""

    author: str = ""
    """Its author; may be empty."""

    language: str = ""
    """Its language; may be empty."""

    lines: tuple[str, ...] = ()
    """All its lines but the fences and empty ones."""


def take_out(text: Text) -> tuple[FrontMatter, Text]:
    """Return what stands at the top, and the essay with empty lines in its place."""
    lines = text.lines
    if not text.is_markdown or lines[0].rstrip() != _FENCE:
        return FrontMatter(), text
    ends = (index for index in range(1, min(len(lines), _MOST_LINES)) if _closes(lines[index]))
    end = next(ends, 0)
    node = parse(Manuscript(text.path, "\n".join(lines[1:end])), lambda _: None) if end else None
    if not isinstance(node, Mapping):
        return FrontMatter(), text
    found = FrontMatter(
        _word(node, "title"),
        _word(node, "author"),
        _language(node, "lang") or _language(node, "language"),
        tuple(line for line in lines[1:end] if line.strip()),
    )
    return found, replace(text, lines=("",) * (end + 1) + lines[end + 1 :])


def _closes(line: str) -> bool:
    return line.rstrip() in {_FENCE, "..."}


def _language(node: Mapping, name: str) -> str:
    entry = node.entries.get(name)
    return (LANGUAGE.read(name, entry.value, lambda _: None) if entry else "") or ""


def _word(node: Mapping, name: str) -> str:
    entry = node.entries.get(name)
    value = entry.value if entry else None
    word = " ".join(value.text.split()) if isinstance(value, Scalar) else ""
    return word if len(word) <= titles.LONGEST else ""
