"""What a BCP 47 tag says: which words are nearest to it, and which way its script runs."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

_RIGHT_TO_LEFT = {
    *("Adlm", "Arab", "Armi", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"),
}
"""Scripts in use that run from right to left (ISO 15924)."""

_SCRIPT_LETTERS = 4


def best(tag: str, known: Collection[str]) -> str:
    """Return the known language nearest to a tag: `uk` for `uk-UA`; empty where none is.

    Source: RFC 4647, section 3.4 (lookup).
    """
    parts = tag.lower().split("-")
    while parts:
        if "-".join(parts) in known:
            return "-".join(parts)
        parts.pop()
    return ""


def same(one: str, other: str) -> bool:
    """Say whether two tags name one language, such as `en` and `en-GB`."""
    return bool(best(one, {other.lower()}) or best(other, {one.lower()}))


@cache
def direction(tag: str) -> str:
    """Return which way the text of a language runs: `ltr` or `rtl`."""
    return "rtl" if _script(tag) in _RIGHT_TO_LEFT else "ltr"


def _script(tag: str) -> str:
    """Return the script that a tag names, or the one its language is likely written in."""
    language, *rest = tag.split("-")
    if rest and len(rest[0]) == _SCRIPT_LETTERS and rest[0].isalpha():
        return rest[0].title()
    if language.lower() == "en":
        return "Latn"
    from babel.core import get_global

    likely = get_global("likely_subtags")
    places = [f"{language.lower()}_{each.upper()}" for each in rest] + [language.lower()]
    found = next((likely[each] for each in places if each in likely), "")
    return next((each for each in found.split("_")[1:] if len(each) == _SCRIPT_LETTERS), "")
