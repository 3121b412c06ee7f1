"""Pieces of JSON Schema (draft 7) that say what values look like.

The patterns mean the same in Python and in JavaScript, and hold no flags. They are looser than
the readers where a pattern cannot say it, and never stricter.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Fragment: TypeAlias = dict[str, object]


def text(longest: int) -> Fragment:
    """Return what a text is, as editors see it: a number and a boolean are texts here, too."""
    types = ["string", "number", "boolean"]
    return {"type": types, "pattern": r"\S", "maxLength": longest}


def matching(pattern: str, *other_types: str) -> Fragment:
    """Return what a text is that matches as a whole; other types are taken as they are."""
    kinds = ["string", *other_types]
    return {"type": kinds if other_types else "string", "pattern": f"^(?:{pattern})$"}


def one_of(words: Iterable[str]) -> Fragment:
    """Return what one of the words is."""
    return {"enum": list(words)}


def list_of(items: Fragment) -> Fragment:
    """Return what a list of such items is."""
    return {"type": "array", "items": items}


def defined(name: str) -> Fragment:
    """Return what a kind of mapping is, or a choice, that the schema defines elsewhere."""
    # Keywords beside a reference are ignored, so it gets a place of its own.
    return {"allOf": [{"$ref": f"#/definitions/{name}"}]}


def any_case(words: Iterable[str]) -> str:
    """Return a pattern that the words match in small letters and capitals."""
    return "|".join("".join(map(_letter, word)) for word in words)


def _letter(char: str) -> str:
    if char.isalpha():
        return f"[{char.lower()}{char.upper()}]"
    return char if char.isalnum() or char == "-" else f"\\{char}"
