"""Data for the site's scripts: files that hand it over, and in which of several a thing is."""

from __future__ import annotations

import json

from argsite.pages.press import Page

Json = dict[str, object]


def script(path: str, value: object) -> Page:
    """Return a file that hands its data over to whoever asked for it (`scripts/data.js`)."""
    name, data = (
        json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in (path, value)
    )
    return Page(path, f"argsiteData({name},{data});\n".encode())


def fnv1a(text: str) -> int:
    """Return a hash of 32 bits that scripts can compute too (`scripts/cards.js`).

    FNV-1a: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm", 2012.
    """
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
