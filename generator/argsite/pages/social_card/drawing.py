"""The drawing of a social card: its words and its mark, as SVG, then as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from argsite.pages.social_card import lettering
from argsite.pages.social_card.lettering import SANS, SERIF, STRONG, TITLE, Style

WIDTH = 1200
HEIGHT = 630
"""The size in pixels that those who show cards ask for (ogp.me leaves it open)."""

_MARGIN = 76
_ROOM = WIDTH - 2 * _MARGIN
_INDENT = 34
_TOP = 150
_BOTTOM = 500
_BASE = 562
_SIZES = ((70, 38), (62, 35), (54, 32), (48, 30), (44, 28))
"""Size of the title and of the contention, the first at which both fit."""
_SPACING = 1.16, 1.34
_GAP = 44
_MOST_LINES = 3, 4
_MOST_LETTERS = 800
"""More than fit into any of the texts, so that a very long one does not take long."""

_EMBEDDED = "\u202b{}\u202c"
"""How a line that reads from the right says so to whoever sets it."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows."""

    site: str
    """The site's name."""

    title: str
    """The essay's title."""

    contention: str
    """What the essay argues for, plain text."""

    status: str
    """How the contention fares, in a word."""

    mark: str
    """The sign of the status: the inside of an SVG of 10 px by 10 px."""

    tone: str
    """The name of the colour that the sign has."""

    author: str
    """Who wrote the essay."""

    date: str
    """When it appeared, in words."""

    @property
    def at_right(self) -> bool:
        """True where the card reads from the right."""
        return lettering.is_right_to_left(self.title or self.contention)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size, one below the other."""

    style: Style
    size: int
    spacing: float
    lines: Sequence[str]

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * self.spacing


def draw(card: Card, colours: Mapping[str, str]) -> bytes:
    """Return a card as PNG; `colours` has those of the theme by name, as `#rrggbb`."""
    import resvg_py

    card = _drawable(card)
    needed = {
        font
        for style, text in (
            (SANS, f"{card.site} {card.author} · {card.date} …"),
            (TITLE, f"{card.title} …"),
            (SERIF, f"{card.contention} …"),
            (STRONG, f"{card.status} …"),
        )
        for font in lettering.fonts_of(style, text)
    }
    return resvg_py.svg_to_bytes(
        svg_string=_svg(card, colours),
        skip_system_fonts=True,
        font_files=[str(lettering.font_file(font)) for font in sorted(needed)],
    )


def _drawable(card: Card) -> Card:
    """Return a card without what no font can draw, and without what would be cut anyway."""
    return replace(
        card,
        site=lettering.drawable(SANS, card.site[:_MOST_LETTERS]),
        title=lettering.drawable(TITLE, card.title[:_MOST_LETTERS]),
        contention=lettering.drawable(SERIF, card.contention[:_MOST_LETTERS]),
        status=lettering.drawable(STRONG, card.status),
        author=lettering.drawable(SANS, card.author[:_MOST_LETTERS]),
        date=lettering.drawable(SANS, card.date),
    )


def _svg(card: Card, colours: Mapping[str, str]) -> str:
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colours["paper"]}"/>',
            f'<rect width="{WIDTH}" height="10" fill="{colours["accent"]}"/>',
            *_head(card, colours),
            *_body(card, colours),
            *_foot(card, colours),
            "</svg>",
        ]
    )


def _head(card: Card, colours: Mapping[str, str]) -> Iterator[str]:
    site = lettering.shortened(SANS, 28, card.site, _ROOM)
    yield _text(SANS, 28, _MARGIN, 90, site, colour=colours["muted"], from_right=card.at_right)


def _body(card: Card, colours: Mapping[str, str]) -> Iterator[str]:
    """Yield the title and the contention, in the middle of the room that they have."""
    title, claim = _blocks(card)
    gap = _GAP if title.lines and claim.lines else 0
    top = _TOP + max(0, _BOTTOM - _TOP - title.height - claim.height - gap) / 2
    yield from _lines(title, top, _MARGIN, colours["ink"], from_right=card.at_right)
    if not claim.lines:
        return
    top += title.height + gap
    bar = WIDTH - _MARGIN - 5 if card.at_right else _MARGIN
    yield (
        f'<rect x="{bar}" y="{top:.1f}" width="5" height="{claim.height:.1f}"'
        f' fill="{colours["rule"]}"/>'
    )
    yield from _lines(claim, top, _MARGIN + _INDENT, colours["ink"], from_right=card.at_right)


def _blocks(card: Card) -> tuple[_Block, _Block]:
    """Return title and contention at the largest size at which both fit, or else cut."""
    for sizes in _SIZES:
        title = _block(TITLE, sizes[0], _SPACING[0], card.title, _ROOM)
        claim = _block(SERIF, sizes[1], _SPACING[1], card.contention, _ROOM - _INDENT)
        room = _BOTTOM - _TOP - _GAP
        many = len(title.lines) > _MOST_LINES[0] or len(claim.lines) > _MOST_LINES[1]
        if not many and title.height + claim.height <= room:
            return title, claim
    return _cut(title, _MOST_LINES[0], _ROOM), _cut(claim, _MOST_LINES[1], _ROOM - _INDENT)


def _block(style: Style, size: int, spacing: float, text: str, room: float) -> _Block:
    return _Block(style, size, spacing, lettering.lines(style, size, text, room))


def _cut(block: _Block, most: int, room: float) -> _Block:
    if len(block.lines) <= most:
        return block
    *whole, last = block.lines[:most]
    # Cut for sure: what follows would not fit behind it.
    rest = f"{last} {block.lines[most]}"
    last = lettering.shortened(block.style, block.size, rest, room)
    if not last.endswith("…"):
        last = f"{last} …"
    return replace(block, lines=[*whole, last])


def _foot(card: Card, colours: Mapping[str, str]) -> Iterator[str]:
    """Yield how the contention fares, and who says it when."""
    tone = colours[card.tone]
    drawing = card.mark.replace("Canvas", colours["paper"]).replace("currentColor", tone)
    left = WIDTH - _MARGIN - 36 if card.at_right else _MARGIN
    yield (
        f'<g transform="translate({left} {_BASE - 31}) scale(3.6)" fill="none"'
        f' stroke="{tone}" stroke-width="1.3">{drawing}</g>'
    )
    margin = _MARGIN + 54
    status = lettering.shortened(STRONG, 34, card.status, _ROOM / 2)
    yield _text(STRONG, 34, margin, _BASE, status, colour=colours["ink"], from_right=card.at_right)
    room = WIDTH - _MARGIN - margin - lettering.width(STRONG, 34, status) - 40
    byline = _byline(card, room)
    yield _text(
        SANS, 28, _MARGIN, _BASE, byline, colour=colours["muted"], from_right=not card.at_right
    )


def _byline(card: Card, room: float) -> str:
    """Return author and date in a line; the author's name is cut where both do not fit."""
    date = lettering.shortened(SANS, 28, card.date, room)
    joint = " · " if card.author and date else ""
    room -= lettering.width(SANS, 28, joint + date)
    author = lettering.shortened(SANS, 28, card.author, room)
    return "" if author == "…" else f"{author}{joint}{date}"


def _lines(
    block: _Block, top: float, margin: int, colour: str, *, from_right: bool
) -> Iterator[str]:
    for number, line in enumerate(block.lines):
        base = top + (number + 0.5) * block.size * block.spacing + block.size * 0.33
        yield _text(
            block.style, block.size, margin, base, line, colour=colour, from_right=from_right
        )


def _text(  # noqa: PLR0913  # each is an attribute of its own
    style: Style, size: int, margin: int, y: float, text: str, *, colour: str, from_right: bool
) -> str:
    """Return a line that stands `margin` pixels from the left, or from the right."""
    if lettering.is_right_to_left(text):
        text = _EMBEDDED.format(text)
    place = f'x="{WIDTH - margin}" text-anchor="end"' if from_right else f'x="{margin}"'
    return (
        f'<text {place} y="{y:.1f}" font-family="{style.family}" font-weight="{style.weight}"'
        f' font-size="{size}" fill="{colour}">{escape(text, quote=False)}</text>'
    )
