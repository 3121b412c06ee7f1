"""Who an essay itself says its author is: `Author: A. Writer`, or `by A. Writer`."""

from __future__ import annotations

import re
from collections.abc import Collection

_PARTICLES = {"and", "da", "de", "der", "di", "du", "et", "la", "und", "van", "von", "і", "та"}


class Authors:
    """Reads lines below a title."""

    def __init__(self, before: Collection[str], by: Collection[str]) -> None:
        """Prepare for words before a colon, such as `Author`, and words like `by`."""
        self._named = re.compile(
            rf"\s*[*_]*(?:{_either(before)})\s*:[*_]*\s*(\S.{{0,99}}?)[*_]*\s*"
        )
        self._byline = re.compile(
            rf"\s*[*_]*(?:{_either(by)})\s+(\S.{{0,79}}?)[*_]*\s*", re.IGNORECASE
        )

    def read(self, line: str) -> str:
        """Return the name that the line gives; empty where it gives none."""
        named = self._named.fullmatch(line)
        if named:
            return named[1]
        byline = self._byline.fullmatch(line)
        return byline[1] if byline and _is_name(byline[1]) else ""


def _either(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _is_name(text: str) -> bool:
    """Say whether a text looks like names rather than a sentence."""
    words = text.replace(",", " ").split()
    return len(words) <= 8 and all(word[0].isupper() or word in _PARTICLES for word in words)  # noqa: PLR2004 - words of two long names
