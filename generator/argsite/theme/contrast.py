"""How well a colour is read on another, as WCAG 2.2 measures it.

Colours are six hexadecimal digits after a `#`.
Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

LEAST = 4.5
"""What text needs (success criterion 1.4.3, level AA)."""

_STEPS = 20


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, paper: str) -> str:
    """Return the colour if it is read well on the paper, else the nearest shade of it that is.

    Shades lead to black on light paper, to white on dark.
    """
    end = "#000000" if asks_for_dark(paper) else "#ffffff"
    shades = (_mixed(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((each for each in shades if contrast(each, paper) >= LEAST), end)


def asks_for_dark(paper: str) -> bool:
    """Say whether dark colours are read better on the paper than light ones."""
    return contrast("#000000", paper) > contrast("#ffffff", paper)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's


def _mixed(colour: str, end: str, share: float) -> str:
    pairs = zip(_parts(colour), _parts(end), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
