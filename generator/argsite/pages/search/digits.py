"""Numbers as the index writes them: `scripts/search-index.js` reads them."""

from __future__ import annotations

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The digits of numbers below 64."""

_FIVE, _TEN, _TWELVE = 1 << 5, 1 << 10, 1 << 12
_LAST = tuple(
    DIGITS[number] if number < _FIVE else DIGITS[_FIVE | number & 31] + DIGITS[number >> 5]
    for number in range(_TEN)
)
_FIRST = tuple(DIGITS[_FIVE | number & 31] + DIGITS[_FIVE | number >> 5] for number in range(_TEN))
_PAIR = tuple(DIGITS[number >> 6] + DIGITS[number & 63] for number in range(_TWELVE))


def step(number: int) -> str:
    """Return a number in digits of five bits, the lowest first; all but the last are marked."""
    first = ""
    while number >= _TEN:
        first += _FIRST[number & 1023]
        number >>= 10
    return first + _LAST[number]


def fixed(number: int) -> str:
    """Return a document's number in four digits of six bits, the highest first."""
    return _PAIR[number >> 12] + _PAIR[number & 4095]
