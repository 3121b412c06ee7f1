"""How text is cut into the terms that it is found by; `scripts/search-words.js` is its twin.

Case and accents are folded the same way in every language, so й is found by и and ü by u. Scripts
that write no spaces between words are cut into each character with the one that follows it. An
Arabic word with its article is found with and without it.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 32
"""Characters of a term that count; the rest of a longer one is cut off."""

# Python compiles these, which takes long, where a text is first looked through for them.
_KEPT = (
    # Signs that are no accents: the vowels of India and its neighbours, the voice of kana.
    "[\u0780-\u1aaf\u1b00-\u1cff\u3099\u309a\ua800-\uabff\U00011000-\U00011fff]"
)
_DROPPED = frozenset(
    # The dot below of India, points within Hebrew words, and characters that show nothing.
    "\u093c\u09bc\u0a3c\u0abc\u0b3c\u05f3\u05f4\u0640\u00ad\u200c\u200d\u2060\ufeff"
)

_SAME = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h",
    "\u0131": "i",  # the i without a dot
    "\u03c2": "\u03c3",  # the sigma at the end of a Greek word
    "\u0491": "\u0433",  # the Ukrainian g
    "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647",  # Arabic
    "\u06c1": "\u0647", "\u06c3": "\u0647", "\u06d5": "\u0647",  # and Urdu
    "\u0901": "\u0902",  # the sign of Hindi for a vowel spoken through the nose
    "\u2019": "'", "\u02bc": "'",
}  # fmt: skip
"""Letters that Unicode does not take apart, and what they are folded to."""

_BLOCKS = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
# So with these: most texts do without.
_UNSPACED = f"[{_BLOCKS}]"
_SPECIAL = f"[{_BLOCKS}]|\u0627\u0644"
_RUN = f"[{_BLOCKS}]+|[^{_BLOCKS}]+"
_IN_WORD = re.compile(
    "(?<=[\u0400-\u052f])'(?=[\u0400-\u052f])|(?<=[\u05d0-\u05ea])['\"](?=[\u05d0-\u05ea])"
)
# Hindi writes n and its like before a consonant as a letter or as a dot.
_NASAL = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092d])")
_WITH_ARTICLE = re.compile("[\u0648\u0641\u0628\u0643]?\u0627\u0644(?=.{3})")
_KATAKANA = range(0x30A1, 0x30F7)
_TO_HIRAGANA = 0x60
_MARKS = "'\""


class _Letters(dict[int, int | str | None]):
    """What becomes of each character, found out when it is first met."""

    def __missing__(self, code: int) -> int | str | None:
        letter = chr(code)
        category = unicodedata.category(letter)
        kept: int | str | None = _SAME.get(letter, code)
        if letter in _DROPPED or (category[0] == "M" and not re.match(_KEPT, letter)):
            kept = None
        elif code in _KATAKANA:
            kept = code - _TO_HIRAGANA
        elif category == "Nd":
            kept = str(unicodedata.decimal(letter))
        elif letter not in _MARKS and kept == code and category[0] not in "LMN":
            kept = " "
        self[code] = kept
        return kept


_LETTERS = _Letters()


_ASCII = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
"""What becomes of each character where a text has no other: words, and spaces between them."""


def fold(text: str) -> str:
    """Return the text's words, folded, with white space between them.

    In Cyrillic and Hebrew an apostrophe is part of its word (п'ять); elsewhere it ends one
    (l'homme).
    """
    if text.isascii():
        return text.lower().translate(_ASCII)
    folded = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    folded = _NASAL.sub("\u0902", _IN_WORD.sub("", folded))
    return folded.replace("'", " ").replace('"', " ")


def terms(text: str) -> list[str]:
    """Return the terms of a text, each as often as it occurs."""
    folded = fold(text)
    if folded.isascii() or not re.search(_SPECIAL, folded):
        return [word[:LONGEST] for word in folded.split()]
    found: list[str] = []
    for word in folded.split():
        for run in re.findall(_RUN, word):
            found += _pairs(run) if re.match(_UNSPACED, run) else _forms(run)
    return found


def beginning(term: str) -> str:
    """Return the part of a term that says in which file it is: what a query begins with, too."""
    return term[:1] if not term.isascii() and re.match(_UNSPACED, term) else term[:2]


def _forms(word: str) -> list[str]:
    """Return a word, and without its Arabic article where it has one."""
    article = _WITH_ARTICLE.match(word)
    forms = [word, word[article.end() :]] if article else [word]
    return [form[:LONGEST] for form in forms]


def _pairs(run: str) -> list[str]:
    """Return each character with the one that follows it; the last one stands alone."""
    clusters: list[str] = []
    for letter in run:
        if clusters and unicodedata.category(letter)[0] == "M":
            clusters[-1] += letter
        else:
            clusters.append(letter)
    return [one + two for one, two in zip(clusters, [*clusters[1:], ""], strict=True)]
