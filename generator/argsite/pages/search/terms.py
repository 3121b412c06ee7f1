"""How text is cut into the terms that it is found by; `scripts/search-words.js` is its twin.

Case and accents are folded the same way in every language, so й is found by и and ü by u. Scripts
that write no spaces between words are cut into each character with the one that follows it.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 32
"""Characters of a term that count; the rest of a longer one is cut off."""

_DROPPED = re.compile(
    # Accents of alphabets, points of Hebrew and Arabic, and characters that show nothing.
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200c\u200d\u2060\ufeff]"
)

_SAME = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h",
    "\u0131": "i",  # the i without a dot
    "\u03c2": "\u03c3",  # the sigma at the end of a Greek word
    "\u0491": "\u0433",  # the Ukrainian g
    "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647",  # Arabic
    "\u2019": "'", "\u02bc": "'",
}  # fmt: skip
"""Letters that Unicode does not take apart, and what they are folded to."""

_BLOCKS = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
_SIGNS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059"
    "\u105e-\u1060\u17b6-\u17d3\u3099\u309a"
)
_UNSPACED = re.compile(f"[{_BLOCKS}]")
_RUN = re.compile(f"[{_BLOCKS}]+|[^{_BLOCKS}]+")
_CLUSTER = re.compile(f"[{_BLOCKS}][{_SIGNS}]*")
_IN_WORD = re.compile("(?<=[\u0400-\u052f])'(?=[\u0400-\u052f])")


class _Letters(dict[int, int | str | None]):
    """What becomes of each character, found out when it is first met."""

    def __missing__(self, code: int) -> int | str | None:
        letter = chr(code)
        kept: int | str | None = _SAME.get(letter, code)
        if _DROPPED.match(letter):
            kept = None
        elif letter != "'" and letter not in _SAME and unicodedata.category(letter)[0] not in "LMN":
            kept = " "
        self[code] = kept
        return kept


_LETTERS = _Letters()


def fold(text: str) -> str:
    """Return the text's words, folded, with white space between them.

    In Cyrillic an apostrophe is part of its word (п'ять); elsewhere it ends one (l'homme).
    """
    folded = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return _IN_WORD.sub("", folded).replace("'", " ")


def terms(text: str) -> list[str]:
    """Return the terms of a text, each as often as it occurs."""
    folded = fold(text)
    if not _UNSPACED.search(folded):
        return [word[:LONGEST] for word in folded.split()]
    found: list[str] = []
    for word in folded.split():
        for run in _RUN.findall(word):
            found += _pairs(run) if _UNSPACED.match(run) else [run[:LONGEST]]
    return found


def beginning(term: str) -> str:
    """Return the part of a term that says in which file it is: what a query begins with, too."""
    return term[:1] if _UNSPACED.match(term) else term[:2]


def _pairs(run: str) -> list[str]:
    """Return each character with the one that follows it; the last one stands alone."""
    clusters = _CLUSTER.findall(run)
    return [one + two for one, two in zip(clusters, [*clusters[1:], ""], strict=True)]
