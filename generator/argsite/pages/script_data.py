"""Data for the site's scripts: files that hand it over, and in which of several a thing is."""

from __future__ import annotations

from argsite.packing import to_json
from argsite.pages.press import Page

Json = dict[str, object]


def script(path: str, value: object) -> Page:
    """Return a file that hands its data over to whoever asked for it (`scripts/data.js`)."""
    return script_of(path, to_json(value))


def script_of(path: str, data: bytes) -> Page:
    """Return a file that hands over what is JSON already."""
    return Page(path, b"argsiteData(%s,%s);\n" % (to_json(path), data))


FNV_BASIS = 0x811C9DC5
"""The hash of nothing."""


def fnv1a(text: str, begun: int = FNV_BASIS) -> int:
    """Return a hash of 32 bits that scripts can compute too (`scripts/cards.js`).

    `begun` is the hash of what stands before the text, where that is known.

    FNV-1a: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm", 2012.
    """
    value = begun
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
