"""How authors number the points of an essay: `• 1 •`, `1.`, `(1)`, `I.`, `## 1`, `Point 1:`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple


class Style(NamedTuple):
    """A way to number; two markers of one essay are of the same style where these are equal."""

    kind: str
    """What stands around the number, with `1` or `I` for the number: `1.`, `(I)`, `Point 1`."""

    level: int = 0
    """The level of the Markdown heading it stands in; 0 where it stands in none."""

    mark: str = ""
    """The Markdown marks around it: `**`."""

    def __str__(self) -> str:
        """Return the style as an author writes it."""
        hashes = "#" * self.level
        return (
            f"{hashes} {self.kind}".strip() if self.level else f"{self.mark}{self.kind}{self.mark}"
        )


class Marker(NamedTuple):
    """A number at the beginning of a line."""

    style: Style
    """How it is written."""

    number: int
    """The number."""

    rest: str
    """What follows on the line."""

    width: int
    """Columns up to what follows, by which a list's next paragraphs are indented."""


_ARABIC = r"(?P<n>0{0,2}[1-9][0-9]{0,3})"
_ROMAN = r"(?P<r>[IVXLC]{1,9})"
_ANY = rf"(?:{_ARABIC}|{_ROMAN})"
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_EMPHASIS = re.compile(r"\s*(\*\*|__|\*|_)(?=\S)")

_AT_ONCE = r"(?<=[0-9][.)])(?=[^\W\d_]{2})"
"""Where a word follows without a blank: `1.Lamps`."""

_ENCLOSED = re.compile(r"\s*(?:(?P<k>[1-9])\ufe0f?\u20e3|(?P<e>[①-⑳]))\s*")
_LETTERED = re.compile(
    r"\s*(?:\((?P<p>[a-zа-яіїєґ]{1,5})\)|(?P<l>[a-zа-яіїєґ]{1,5})(?P<d>[.)]))\s+(?=\S)"
)
"""Letters and small Roman numerals: `a)`, `(iv)`."""

_BULLETS = re.compile(rf"\s*(?P<b>[^\w\s()\[\]\"'“”«».,:;!?\\]{{1,5}})\s*{_ANY}\s*(?P=b)(?:\s+|\Z)")
_SQUARE = r"\[(?:(?P<m>[1-9][0-9]{0,3})|(?P<s>[IVXLC]{1,9}))\]"
_BRACKETS = re.compile(rf"\s*(?:\({_ANY}\)|{_SQUARE})[.:]?(?:\s+|\Z)")
_DELIMITED = re.compile(rf"\s*{_ANY}\s?\\?(?P<d>[.):°º]|[–—-](?=\s|\Z))(?:\s+|\Z|{_AT_ONCE})")
_BARE = re.compile(rf"\s*{_ANY}\s*\Z")
_AFTER_HASH = re.compile(rf"{_ANY}(?:\s+|\Z)")

_ALPHABET = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя"
_LOOKALIKES = str.maketrans("ІХСМ", "IXCM")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_MOST = 9_999


class Reader:
    """Finds markers; `words` may stand before a number, as in `Point 1`."""

    def __init__(self, words: Collection[str], numerals: Mapping[str, int]) -> None:
        """Prepare for the words and the numbers that are written as words."""
        either = _either(words)
        self._numerals = numerals
        spelt = rf"(?P<t>(?<=\s)(?:{_either(numerals)}))\b"
        self._word = re.compile(
            rf"\s*(?P<w>{either})\s*(?:#\s*)?(?:{_ANY}|{spelt})(?:\s*[.:)](?:\s+|\Z)|\s+[–—-](?:\s+|\Z)|\s*\Z)",
            re.IGNORECASE,
        )

    def read_lettered(self, line: str) -> Iterator[Marker]:
        """Yield the letter, and the small Roman numeral, that the line may begin with."""
        found = _LETTERED.match(line)
        if not found:
            return
        sign = found["p"] or found["l"]
        around = "({})" if found["p"] else f"{{}}{found['d']}"
        rest = line[found.end() :].strip()
        for first, number in (
            ("a", _letter(sign)),
            ("а", _cyrillic(sign)),
            ("i", _roman(sign.upper())),
        ):
            if number:
                yield Marker(Style(around.format(first)), number, rest, found.end())

    def read(self, line: str) -> Iterator[Marker]:
        """Yield every marker that the line may begin with."""
        heading = _HEADING.match(line)
        level = len(heading[1]) if heading else 0
        body = line[heading.end() :] if heading else line
        if heading:
            body = _without_closing(body)
        emphasis = _EMPHASIS.match(body)
        for mark, inner in (("", body), (emphasis[1] if emphasis else "", body)):
            if mark:
                yield from self._marked(mark, inner.strip(), level)
            else:
                yield from self._plain(inner, level, "")

    def _marked(self, mark: str, body: str, level: int) -> Iterator[Marker]:
        """Read `**1.** text` and `**1. Heading**`."""
        inside, closed, after = body[len(mark) :].partition(mark)
        if not closed:
            return
        for found in self._plain(inside, level, mark):
            if not found.rest:
                yield found._replace(rest=after.strip())
            elif not after.strip():
                yield found

    def _number(self, found: re.Match[str]) -> int:
        parts = found.groupdict()
        if parts.get("t"):
            return self._numerals.get(parts["t"].casefold(), 0)
        if parts.get("e"):
            return ord(parts["e"]) - ord("①") + 1
        arabic = parts.get("n") or parts.get("m") or parts.get("k")
        return int(arabic) if arabic else _roman(parts.get("r") or parts.get("s") or "")

    def _plain(self, body: str, level: int, mark: str) -> Iterator[Marker]:
        # Only signs before and in the number are made simple, and none of them changes its length.
        head = body[:40].translate(_LOOKALIKES) + body[40:]
        for pattern in (_ENCLOSED, _BULLETS, _BRACKETS, self._word, _DELIMITED, _BARE, _AFTER_HASH):
            if pattern is _AFTER_HASH and not level:
                continue
            found = pattern.match(head)
            number = self._number(found) if found else 0
            if found and number:
                style = Style(_kind(found, head), level, mark)
                yield Marker(style, number, body[found.end() :].strip(), found.end())
                return


def _kind(found: re.Match[str], head: str) -> str:
    """Return what stands around the number, which is put as 1 or I."""
    parts = found.groupdict()
    if parts.get("k") or parts.get("e"):
        return "①" if parts.get("e") else "1\u20e3"
    sign = "1" if parts.get("n") or parts.get("m") or parts.get("t") else "I"
    if parts.get("w"):
        return f"{parts['w'].capitalize()} {sign}"
    if parts.get("b"):
        return f"{parts['b']} {sign} {parts['b']}"
    if parts.get("d"):
        return f"{sign}{parts['d']}" if parts["d"] in ".):°º" else f"{sign} {parts['d']}"
    bracket = head.lstrip()[0]
    return f"({sign})" if bracket == "(" else f"[{sign}]" if bracket == "[" else sign


def _either(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _letter(sign: str) -> int:
    return ord(sign) - ord("a") + 1 if len(sign) == 1 and sign.isascii() else 0


def _cyrillic(sign: str) -> int:
    return _ALPHABET.find(sign) + 1 if len(sign) == 1 else 0


def _roman(numeral: str) -> int:
    """Return the value of a Roman numeral; 0 where it is none, such as IIX."""
    values = [_VALUES.get(letter, 0) for letter in numeral]
    after = [*values[1:], 0]
    total = sum(-one if one < two else one for one, two in zip(values, after, strict=True))
    return total if 0 < total <= _MOST and _as_roman(total) == numeral else 0


def _as_roman(number: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"))
    written = ""
    for value, sign in (*signs, (4, "IV"), (1, "I")):
        written += sign * (number // value)
        number %= value
    return written


def _without_closing(heading: str) -> str:
    """Return a heading's words without the hashes that close it."""
    words = heading.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare != words and bare[-1:].isspace() else heading
