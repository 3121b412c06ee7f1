"""Data for the site's scripts: files that hand it over, and in which of several a thing is."""

from __future__ import annotations

import json
from json.encoder import encode_basestring

from argsite.pages.press import Page

Json = dict[str, object]

_CONSTANTS = {None: "null", True: "true", False: "false"}

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def script(path: str, value: object) -> Page:
    """Return a file that hands its data over to whoever asked for it (`scripts/data.js`)."""
    return Page(path, f"argsiteData({_encode(path)},{_encode(value)});\n".encode())


def indented(value: object, line: str = "\n") -> str:
    """Return a value as `json.dumps(value, ensure_ascii=False, indent=1)` does, but sooner.

    With an indent the standard library forgoes its faster half. `line` begins each line.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or isinstance(value, bool):
        return _CONSTANTS[value]
    inner = f"{line} "
    if isinstance(value, dict) and value:
        members = [
            f"{encode_basestring(name)}: {indented(each, inner)}" for name, each in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(members)}{line}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([indented(each, inner) for each in value])}{line}]"
    return _encode(value)


def fnv1a(text: str) -> int:
    """Return a hash of 32 bits that scripts can compute too (`scripts/cards.js`).

    FNV-1a: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm", 2012.
    """
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
