"""Which terms matter in an essay, and terms heaped up to look for others like them.

Alike are forms of one word, and a word and a longer one that it is part of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from argsite.check.vocabulary import terms
from argsite.language import Grammar
from argsite.model import Essay

_SHORTEST_PART = 4
"""Letters that two words share before they are taken for forms or parts of each other."""

_MOST_NAMED = 4

_LONG_ESSAY = 30
_OFTEN = 3
"""In an essay of so many statements a term matters where so many of them speak of it."""


def significant(essay: Essay, known: Grammar) -> Container[str]:
    """Return the stems of the terms that matter in an essay: in a long one, those it repeats."""
    return _significant(tuple(each.text.text for each in essay.statements), known)


@lru_cache(maxsize=1 << 10)  # two checks ask it, and a language server again at each keystroke
def _significant(texts: tuple[str, ...], known: Grammar) -> frozenset[str]:
    counts = Counter(stem for each in texts for stem in terms(each, known))
    least = _OFTEN if len(texts) >= _LONG_ESSAY else 1
    return frozenset(stem for stem, count in counts.items() if count >= least)


class Heap:
    """The terms of some texts; `stem in heap` says whether one of them is like a term."""

    def __init__(self, texts: Iterable[Mapping[str, str]]) -> None:
        self._stems = {stem for text in texts for stem in text}

    def __contains__(self, stem: object) -> bool:
        if not isinstance(stem, str):
            return False
        return stem in self._stems or self._has_form(stem) or self._has_part(stem)

    @cached_property
    def _sorted(self) -> Sequence[str]:
        return sorted(self._stems)

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self._sorted)

    def _has_form(self, stem: str) -> bool:
        """Say whether a term begins as `stem` does, for two thirds of the longer of the two."""
        place = bisect_left(self._sorted, stem)
        near = self._sorted[max(0, place - 1) : place + 1]
        return any(_are_forms(stem, each) for each in near)

    def _has_part(self, stem: str) -> bool:
        """Say whether `stem` is part of a term, or one of them part of it, as in compounds."""
        if len(stem) < _SHORTEST_PART:
            return False
        if stem in self._joined:
            return True
        ends = range(_SHORTEST_PART, len(stem))
        return any(stem[:end] in self._stems for end in ends) or any(
            stem[start:] in self._stems for start in range(1, len(stem) - _SHORTEST_PART + 1)
        )


def _are_forms(one: str, other: str) -> bool:
    least = max(_SHORTEST_PART, -(-2 * max(len(one), len(other)) // 3))
    return min(len(one), len(other)) >= least and one[:least] == other[:least]


def listed(words: Sequence[str], text: str) -> str:
    """Return words of a text in quotes, as they are written there; of many only the first."""
    named = ", ".join(f"'{_as_written(word, text)[:40]}'" for word in words[:_MOST_NAMED])
    rest = len(words) - _MOST_NAMED
    return f"{named} and {rest} more" if rest > 0 else named


def _as_written(word: str, text: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    return found[0] if found else word
