"""The Big List of Naughty Strings as texts of an essay: which can stand there, and how."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from argsite.formats.characters import FORBIDDEN
from tests.suites import naughty_strings
from tests.torture.fields import escaped

_SEPARATORS = re.compile("[\u2028\u2029]")


def is_text(string_: str) -> bool:
    """Say whether a string can stand in a file: it is not blank, and holds no control character."""
    return (
        bool(string_.strip()) and not FORBIDDEN.search(string_) and not _SEPARATORS.search(string_)
    )


TEXTS = tuple(filter(is_text, naughty_strings()))
"""The strings that an author can write."""

REFUSED = tuple(each for each in naughty_strings() if not is_text(each))
"""The others."""


def groups(texts: Iterable[str], most: int) -> list[str]:
    """Return texts joined to lines of about so many characters, since each takes a page or more."""
    lines: list[str] = []
    for text in texts:
        if lines and len(lines[-1]) + len(text) < most:
            lines[-1] += f" | {text}"
        else:
            lines.append(text)
    return lines


def quoted(text: object) -> str:
    """Return a text, or a list or mapping of texts, as YAML: JSON is YAML with all texts quoted."""
    return json.dumps(text, ensure_ascii=False)


def essay_of_all(texts: Sequence[str]) -> str:
    """Return an essay with a statement for each text, which is alone in each of its fields."""
    return quoted(
        {
            "title": "All of them",
            "contention": {
                "id": "all",
                "text": "They are texts.",
                "premises": [
                    {
                        "id": f"s{number}",
                        "text": escaped(text),
                        "by": text,
                        "note": escaped(text),
                        "tags": [text],
                        "label": text,
                        "sources": [{"title": text, "author": text, "page": text, "quote": text}],
                    }
                    for number, text in enumerate(texts)
                ],
            },
        }
    )
