"""In which order the parts of a line stand, where some read from the left and some from the right.

Rules W1 to W7, N1, N2, I1, I2 and L2 of the Unicode Bidirectional Algorithm (UAX #9), for a line of
plain text: without marks that embed or isolate, and with brackets as any other signs.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_LETTERS = {
    "L": "l",
    "R": "r",
    "AL": "a",
    "EN": "e",
    "AN": "n",
    "ES": "s",
    "ET": "t",
    "CS": "c",
    "NSM": "m",
    "BN": "m",
}
"""A letter for each kind of sign, so that the rules can be patterns; the others are `o`."""

_LEVELS = ({"l": 0, "r": 1, "e": 2, "n": 2}, {"l": 2, "r": 1, "e": 2, "n": 2})


def is_right_to_left(text: str) -> bool:
    """Say whether a text reads from the right: whether its first letter does."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def from_the_left(text: str, *, at_right: bool) -> list[tuple[str, bool]]:
    """Return the parts of a line from the left, each with whether it reads from the right."""
    levels = zip(_levels(text, at_right=at_right), text, strict=True)
    parts = [
        (level, "".join(char for _, char in part))
        for level, part in groupby(levels, key=lambda pair: pair[0])
    ]
    for least in range(max((level for level, _ in parts), default=0), 0, -1):
        deep: list[tuple[int, str]] = []
        turned: list[tuple[int, str]] = []
        for part in parts:
            if part[0] >= least:
                deep.insert(0, part)
            else:
                turned += [*deep, part]
                deep = []
        parts = turned + deep
    return [(part, bool(level % 2)) for level, part in parts]


def _levels(text: str, *, at_right: bool) -> list[int]:
    """Return how deep each sign is: those on odd levels read from the right."""
    edge = "r" if at_right else "l"
    kinds = edge + "".join(_LETTERS.get(unicodedata.bidirectional(char), "o") for char in text)
    kinds = _weak(kinds)[1:]
    level_of = _LEVELS[at_right]
    # What has no direction takes that of its neighbours, and where they differ that of the line.
    side = {"e": "r", "n": "r", "": edge}

    def resolved(found: re.Match[str]) -> str:
        before, after = kinds[: found.start()][-1:], kinds[found.end() :][:1]
        sides = {side.get(before, before), side.get(after, after)}
        return len(found[0]) * (sides.pop() if len(sides) == 1 else edge)

    return [level_of[kind] for kind in re.sub("o+", resolved, kinds)]


def _weak(kinds: str) -> str:
    """Resolve numbers, and what stands at them; the first kind is that of the line's edge."""
    kinds = re.sub("(.)m+", lambda found: found[1] * len(found[0]), kinds)
    kinds = re.sub("a[^alr]*", lambda found: found[0].replace("e", "n"), kinds).replace("a", "r")
    kinds = re.sub("(?<=e)[sc](?=e)", "e", kinds)
    kinds = re.sub("(?<=n)c(?=n)", "n", kinds)
    kinds = re.sub("t+(?=e)|(?<=e)t+", lambda found: "e" * len(found[0]), kinds)
    kinds = re.sub("[stc]", "o", kinds)
    return re.sub("l[^lr]*", lambda found: found[0].replace("e", "l"), kinds)
