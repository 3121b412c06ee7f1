"""What a file that is not UTF-8 seems to be, to tell its author."""

from __future__ import annotations

import re

_HIGH = re.compile("[\udc80-\udcff]")
_LETTER = re.compile("[A-Za-z\udcc0-\udcff]")

_SAMPLE = 100_000
_FEW_ZEROS = 10


def looks_like(text: str) -> str:
    """Return an encoding's name; empty where the text is UTF-8.

    Bytes that are not UTF-8 stand in it as lone surrogates.
    """
    sample = text[:_SAMPLE]
    has_mark = sample.startswith(("\udcff\udcfe", "\udcfe\udcff"))
    if has_mark or sample.count("\0") * _FEW_ZEROS > len(sample):
        return "UTF-16"
    high = len(_HIGH.findall(sample))
    if not high:
        return ""
    # Most letters of a Cyrillic text are high bytes, few of a Western one are.
    return "Windows-1251" if high * 2 > len(_LETTER.findall(sample)) else "Windows-1252"
