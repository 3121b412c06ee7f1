"""Bytes to text: UTF-8 only, and no character that cannot stand in a text."""

from __future__ import annotations

import re
from unicodedata import category

from argsite.problems import Code, Problem, Report
from argsite.source import Location, Manuscript

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UNDECODED = ("\udc80", "\udcff")

_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n")

_ASCII = bytes(range(0x80))

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
"""Control characters except tab and line feed, lone surrogates and non-characters."""


def decode(path: str, data: bytes) -> Manuscript:
    """Return the file as text, line breaks as line feeds, without a byte-order mark.

    Bytes that are not UTF-8 become lone surrogates, which `examine` refuses at their place.
    """
    text = data.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "surrogateescape")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Manuscript(path, text)


def examine(manuscript: Manuscript, report: Report) -> bool:
    """Report the first character that cannot stand in a file; return whether there is none."""
    place = _first_forbidden(manuscript.text)
    if place < 0:
        return True
    before = manuscript.text[:place]
    column = place - (before.rfind("\n") + 1) + 1
    at = Location(manuscript.path, before.count("\n") + 1, column)
    report(Problem(Code.BAD_CHARACTER, at, *_complaint(manuscript.text[place])))
    return False


def _first_forbidden(text: str) -> int:
    """Return where the first character is that cannot stand in a file; -1 where there is none."""
    data = text.encode("utf-8", "surrogatepass")
    # Nearly all texts are done with here, many times faster than by looking for it.
    if len(data.translate(None, _CONTROLS)) == len(data):
        beyond = data.translate(None, _ASCII).decode("utf-8", "surrogatepass")
        if not FORBIDDEN.search("".join(set(beyond))):
            return -1
    found = FORBIDDEN.search(text)
    return found.start() if found else -1


def complain(char: str, at: Location, report: Report) -> None:
    """Report a forbidden character that an escape in a quoted text stands for."""
    message = f"{_name(char)} cannot stand in a text"
    report(Problem(Code.BAD_CHARACTER, at, message, "remove the escape that stands for it"))


def _complaint(char: str) -> tuple[str, str]:
    if _UNDECODED[0] <= char <= _UNDECODED[1]:
        return f"byte 0x{ord(char) & 0xFF:02X} is not UTF-8", "save the file as UTF-8"
    return f"{_name(char)} cannot stand in a text", "remove it"


def _name(char: str) -> str:
    kinds = {"Cc": "control character", "Cs": "half of a surrogate pair"}
    return f"{kinds.get(category(char), 'non-character')} U+{ord(char):04X}"
