"""What a file in `content/` must be called to be read: a hint for one with another name."""

from __future__ import annotations

import re

from argsite.formats import FORMATS, Format, ids

SITE = "site.yaml"
"""What is said of the site as a whole."""


def better_place(name: str) -> str:
    """Say where a file belongs that stands in `content/` itself."""
    stem = name.rpartition(".")[0].lower()
    if stem == "site":
        return f"rename it to '{SITE}'"
    folder = "name" if stem == "essay" else stem
    return f"an essay stands in a folder of its own: content/{folder}/{FORMATS[0].main}"


def better_name(name: str, format_: Format) -> str:
    """Say what a file in an essay's folder must be called."""
    stem = name.rpartition(".")[0]
    if f"{stem.lower()}{format_.endings[0]}" == format_.main:
        return f"rename it to '{format_.main}'"
    numbered = re.fullmatch(r"0*([1-9][0-9]{0,3})[-_. ]*(.*)", stem)
    number, rest = numbered.groups() if numbered else ("1", stem)
    better = f"{number}-{ids.suggest(rest) or 'point'}{format_.endings[0]}"
    if numbered:
        return f"rename it to '{better}'"
    return f"if it is a point, its number comes first, as in '{better}'"
