"""What a BCP 47 tag is and says: which words are nearest to it, which way its script runs."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

_RIGHT_TO_LEFT = {
    *("Adlm", "Arab", "Armi", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"),
}
"""Scripts in use that run from right to left (ISO 15924)."""

_SCRIPT_LETTERS = 4

_PRIVATE = "x(-[a-z0-9]{1,8})+"

_TAG = re.compile(
    "[a-z]{2,3}"
    "(-[a-z]{4})?"  # script
    "(-([a-z]{2}|[0-9]{3}))?"  # region
    "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    "(-[a-wyz0-9](-[a-z0-9]{2,8})+)*"  # extensions
    f"(-{_PRIVATE})?|{_PRIVATE}"
)
"""Tags of RFC 5646 in their canonical form, in small letters; a tag may not say a thing twice."""


def is_tag(text: str) -> bool:
    """Say whether a text is a language tag."""
    text = text.lower()
    _, *said = text.partition("-x-")[0].split("-")
    return bool(_TAG.fullmatch(text)) and len(set(said)) == len(said)


def best(tag: str, known: Collection[str]) -> str:
    """Return the known language nearest to a tag: `uk` for `uk-UA`; empty where none is.

    Source: RFC 4647, section 3.4 (lookup).
    """
    spelling = {each.lower(): each for each in known}
    parts = tag.lower().split("-")
    while parts:
        if found := spelling.get("-".join(parts)):
            return found
        parts.pop()
    return ""


@cache
def same(one: str, other: str) -> bool:
    """Say whether two tags name one language, such as `en` and `en-GB`."""
    return bool(best(one, {other}) or best(other, {one}))


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
