"""The colours of a card: those that the theme's pages have where they are light."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from argsite.model import Accent
from argsite.theme import Theme

_COLOURS = {
    "paper": "#fdfcf9",
    "ink": "#1f1e1b",
    "muted": "#65615a",
    "rule": "#e3ded4",
    "for": "#1d4ed8",
    "against": "#9a3412",
    "accent": "#7a1f2b",
}
"""The colours where the theme's styles do not say them."""

_TOKEN = re.compile(
    rf"^--({'|'.join(_COLOURS)})\s*:\s*(?:light-dark\(\s*)?(#[0-9a-fA-F]{{6}}|#[0-9a-fA-F]{{3}})\b"
)
_PIECE = re.compile(
    r"""/\*.*?\*/|[{};]|(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?!/\*)[^{};])+""", re.DOTALL
)
_PAGE = re.compile(r"(?:^|,)\s*(?::root|html)(?:\[[^\]]*\])*\s*(?:,|$)")
_ELSEWHERE = re.compile("dark|print|forced-colors|prefers-contrast")
"""What says of a block that it does not hold for a light page on a screen."""


def colours(theme: Theme, accent: Accent | None) -> Mapping[str, str]:
    """Return the theme's light colours: of each, the last that its styles set for a page."""
    styles = (theme.styles[name].read_text(encoding="utf-8") for name in sorted(theme.styles))
    declared = _declared("\n".join(styles))
    found: dict[str, str] = dict(pair for each in declared for pair in _TOKEN.findall(each))
    return _COLOURS | found | ({"accent": accent.light.value} if accent else {})


def _declared(sheet: str) -> Iterator[str]:
    """Yield the declarations that hold for a light page as a whole."""
    within: list[str] = []
    piece = ""
    for found in _PIECE.finditer(sheet):
        text = found[0].strip()
        if text in {"{", "}", ";"}:
            if piece and text != "{" and all(map(_holds, within)):
                yield piece
            if text == "{":
                within.append(piece)
            elif text == "}":
                within = within[:-1]
            piece = ""
        elif not text.startswith("/*"):
            piece = text or piece


def _holds(block: str) -> bool:
    """Say whether what stands in a block holds for a light page as a whole."""
    return not _ELSEWHERE.search(block) and (block.startswith("@") or bool(_PAGE.search(block)))
