"""What a terminal can show: its width, its signs and its colours, and what it must not obey."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple, TextIO

_UNSAFE = dict.fromkeys(
    (
        *range(0x09),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    ),
    "\N{REPLACEMENT CHARACTER}",
)
"""What could make a terminal show something else than what was written: controls, overrides."""

_SPELT = str.maketrans({"“": '"', "”": '"', "…": "...", "→": "->"})
"""What Argsite's own sentences hold beside ASCII, and what may stand for it."""

_NARROWEST = 40
"""Columns below which lines are no longer broken more often."""


class Signs(NamedTuple):
    """The signs that a tree and its statuses are drawn with."""

    fork: str
    """Before a branch that another follows."""

    last: str
    """Before the last branch."""

    trunk: str
    """Beside the lines between two branches."""

    marks: Mapping[str, str]
    """Before the word of a status; `model.Status` would load much that most commands need not."""

    more: str
    """Where something is left out."""

    good: str
    """Before what is as it should be."""

    note: str
    """Before what somebody may want to know."""

    bad: str
    """Before what is missing."""


_DRAWN = Signs(
    fork="├─ ",
    last="└─ ",
    trunk="│  ",
    marks={
        "stands": "✓",
        "presumed": "○",
        "contested": "⇄",
        "open": "?",
        "rebutted": "✗",
        "unsupported": "∅",
        "accepted": "✓",
        "rejected": "✗",
    },
    more="…",
    good="✓",
    note="!",
    bad="✗",
)

_TYPED = Signs(
    fork="|- ",
    last="`- ",
    trunk="|  ",
    marks={
        "stands": "+",
        "presumed": "o",
        "contested": "~",
        "open": "?",
        "rebutted": "x",
        "unsupported": "-",
        "accepted": "+",
        "rejected": "x",
    },
    more="...",
    good="+",
    note="!",
    bad="x",
)


class Screen(NamedTuple):
    """What a command writes to."""

    width: int | None
    """Columns; None where lines need not be broken, since they go to a file or a program."""

    signs: Signs
    """The signs that its encoding has."""

    coloured: bool
    """Whether it shows colours and its owner wants them."""


def screen() -> Screen:
    """Return what stdout is."""
    signs = _DRAWN if shows_signs(sys.stdout) else _TYPED
    return Screen(_width(), signs, is_coloured(sys.stdout))


def is_coloured(stream: TextIO) -> bool:
    """Say whether it is a terminal whose owner has not asked for no colour."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return stream.isatty() and wanted


def shows_signs(stream: TextIO) -> bool:
    """Say whether the encoding of the stream has the lines and marks of a tree."""
    try:
        _every(_DRAWN).encode(stream.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def clean(text: str) -> str:
    """Return a text without what a terminal would obey instead of showing it."""
    return text.translate(_UNSAFE)


def spelt(text: str, stream: TextIO) -> str:
    """Return a text with plain signs for those of ours that the encoding of the stream lacks."""
    try:
        text.encode(stream.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return text.translate(_SPELT)
    return text


def _width() -> int | None:
    """Return the columns of a terminal, or what COLUMNS asks for."""
    asked = os.environ.get("COLUMNS", "")
    if not sys.stdout.isatty() and not (asked.isascii() and asked.isdigit() and int(asked)):
        return None
    import shutil

    return max(_NARROWEST, shutil.get_terminal_size().columns)


def _every(signs: Signs) -> str:
    return "".join(
        (
            signs.fork,
            signs.last,
            signs.trunk,
            *signs.marks.values(),
            signs.more,
            signs.good,
            signs.bad,
        )
    )
