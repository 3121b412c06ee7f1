"""Write the guide's references of keys and commands from their declarations: `make guide`.

What stands around the keys is written by hand, in `tests/tools/keys.md`: `{essay}` there becomes
the keys of an essay.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from textwrap import fill, indent

from argsite.formats.schemes import SCHEMES
from argsite.formats.yaml.keys import (
    ACCENTS,
    CLAIM_STATEMENT,
    ESSAY,
    FONT_LISTS,
    LINKED_REF,
    OPTIONS,
    PAPERS,
    POINT,
    SITE,
    SOURCE,
    THEME_FILE,
    Key,
    Table,
    argument,
    items,
)
from argsite.model import Status

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.tools import command_reference  # noqa: E402 - found only now

FRAME = Path(__file__).with_name("keys.md")
PAGE = ROOT / "content" / "guide" / "keys.md"

WHOLE: tuple[Table, ...] = (
    *(ESSAY, POINT, SOURCE, SITE, OPTIONS, ACCENTS, FONT_LISTS, THEME_FILE, PAPERS),
)
"""Tables that are shown as they are, under their names."""

PARTS: dict[str, tuple[Key[object], ...]] = {
    **{table.name: table.keys for table in WHOLE},
    "statement": CLAIM_STATEMENT.keys,
    "ref": LINKED_REF.keys,
    "together": (items.TOGETHER,),
    "argument": argument.KEYS,
}
"""The keys that are shown together; those of a step are shown once, not with each kind of item."""

NEEDED = {id(key) for table in (*WHOLE, CLAIM_STATEMENT, LINKED_REF) for key in table.needs}

_PLACE = re.compile(r"\{([a-z-]+)\}")
_WIDTH = 100


def page() -> str:
    """Return the page as it should be."""
    paragraphs = FRAME.read_text(encoding="utf-8").strip().split("\n\n")
    return "\n\n".join(map(_filled, paragraphs)) + "\n"


def _filled(paragraph: str) -> str:
    """Put keys or words in their place in a paragraph."""
    place = _PLACE.fullmatch(paragraph)
    if place:
        return "\n\n".join(map(_definition, PARTS[place[1]]))
    if not _PLACE.search(paragraph):
        return paragraph
    words = {"statuses": _listed(Status), "schemes": _listed(sorted(SCHEMES))}
    return _wrapped(_PLACE.sub(lambda found: words[found[1]], paragraph))


def _definition(key: Key[object]) -> str:
    """Return a key as a term with its definition."""
    needed = ", needed" if id(key) in NEEDED else ""
    term = f"`{key.name}` ({key.value.words}{needed})"
    meaning = _wrapped(key.words, ": ", "  ")
    example = f"\n\n  ```yaml\n{indent(key.example, '  ')}\n  ```" if key.example else ""
    return f"{term}\n{meaning}{example}"


def _listed(words: Iterable[str]) -> str:
    *most, last = (f"`{word}`" for word in words)
    return f"{', '.join(most)} and {last}"


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    return fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    command_reference.PAGE.write_text(command_reference.page(), encoding="utf-8", newline="\n")
