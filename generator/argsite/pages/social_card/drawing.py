"""The drawing of a social card: its words and its mark, each laid on the picture in its colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from argsite.pages.social_card import HEIGHT, WIDTH, lettering, mark
from argsite.pages.social_card.fonts import Style, Styles, styles
from argsite.pages.social_card.lettering import Line
from argsite.pages.social_card.picture import Mask, Picture
from argsite.pages.social_card.reading_order import is_right_to_left

_MARGIN = 76
_ROOM = WIDTH - 2 * _MARGIN
_INDENT = 34
_BAR = 5
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

Part = tuple[str, Mask]
"""The name of a colour, and what it covers."""


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

    language: str
    """The language of the essay."""

    @property
    def at_right(self) -> bool:
        """True where the card reads from the right."""
        return is_right_to_left(self.title or self.contention)

    @property
    def styles(self) -> Styles:
        """How its texts look."""
        return styles(self.language)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size, one below the other."""

    style: Style
    size: int
    spacing: float
    lines: Sequence[str]
    at_right: bool

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * self.spacing


def draw(card: Card, colours: Mapping[str, str]) -> bytes:
    """Return a card as PNG; `colours` has those of the theme by name, as `#rrggbb`."""
    used = [colours[name] for name in ("accent", "ink", "muted", "rule", card.tone)]
    picture = Picture(WIDTH, HEIGHT, colours["paper"], used)
    picture.fill(colours["accent"], 0, 0, WIDTH, 10)
    shown = _drawable(card)
    for name, mask in (*_head(shown), *_body(shown), *_foot(shown)):
        picture.lay(colours[name], mask)
    return picture.png()


def _drawable(card: Card) -> Card:
    """Return a card as it can be drawn, and without what would be cut anyway."""
    look = card.styles
    return replace(
        card,
        site=lettering.drawable(look.sans, card.site[:_MOST_LETTERS]),
        title=lettering.drawable(look.title, card.title[:_MOST_LETTERS]),
        contention=lettering.drawable(look.serif, card.contention[:_MOST_LETTERS]),
        status=lettering.drawable(look.strong, card.status),
        author=lettering.drawable(look.sans, card.author[:_MOST_LETTERS]),
        date=lettering.drawable(look.sans, card.date),
    )


def _head(card: Card) -> Iterator[Part]:
    look = card.styles.sans
    site = lettering.shortened(look, 28, card.site, _ROOM)
    yield "muted", _text(look, 28, _MARGIN, 90, site, from_right=card.at_right)


def _body(card: Card) -> Iterator[Part]:
    """Yield the title and the contention, in the middle of the room that they have."""
    title, claim = _blocks(card)
    gap = _GAP if title.lines and claim.lines else 0
    top = _TOP + max(0, _BOTTOM - _TOP - title.height - claim.height - gap) / 2
    yield from _lines(title, top, _MARGIN, from_right=card.at_right)
    if not claim.lines:
        return
    top += title.height + gap
    bar = WIDTH - _MARGIN - _BAR if card.at_right else _MARGIN
    yield "rule", Mask(bar, round(top), [b"\xff" * _BAR] * round(claim.height))
    yield from _lines(claim, top, _MARGIN + _INDENT, from_right=card.at_right)


def _blocks(card: Card) -> tuple[_Block, _Block]:
    """Return title and contention at the largest size at which both fit, or else cut."""
    for sizes in _SIZES:
        title = _block(card.styles.title, sizes[0], _SPACING[0], card.title, _ROOM)
        claim = _block(card.styles.serif, sizes[1], _SPACING[1], card.contention, _ROOM - _INDENT)
        room = _BOTTOM - _TOP - _GAP
        many = len(title.lines) > _MOST_LINES[0] or len(claim.lines) > _MOST_LINES[1]
        if not many and title.height + claim.height <= room:
            return title, claim
    return _cut(title, _MOST_LINES[0], _ROOM), _cut(claim, _MOST_LINES[1], _ROOM - _INDENT)


def _block(style: Style, size: int, spacing: float, text: str, room: float) -> _Block:
    made = lettering.lines(style, size, text, room)
    return _Block(style, size, spacing, made, is_right_to_left(text))


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


def _foot(card: Card) -> Iterator[Part]:
    """Yield how the contention fares, and who says it when."""
    left = WIDTH - _MARGIN - mark.SIZE if card.at_right else _MARGIN
    yield card.tone, mark.mask_of(card.mark, left, _BASE - 31)
    margin, look = _MARGIN + 54, card.styles.strong
    status = lettering.shortened(look, 34, card.status, _ROOM / 2)
    yield "ink", _text(look, 34, margin, _BASE, status, from_right=card.at_right)
    room = WIDTH - _MARGIN - margin - lettering.width(look, 34, status) - 40
    yield from _byline(card, room)


def _byline(card: Card, room: float) -> Iterator[Part]:
    """Yield author and date in a line; the author's name is cut where both do not fit.

    Each stands by itself, since a date in a name's direction would be in disorder. The last ends
    at the edge of the card.
    """
    look = card.styles.sans
    date = lettering.shortened(look, 28, card.date, room)
    joint = " · " if card.author and date else ""
    room -= lettering.width(look, 28, joint + date)
    author = lettering.shortened(look, 28, card.author, room)
    margin: float = _MARGIN
    for text in (date, joint, author) if author != "…" else (date,):
        yield "muted", _text(look, 28, margin, _BASE, text, from_right=not card.at_right)
        margin += lettering.width(look, 28, text)


def _lines(block: _Block, top: float, margin: float, *, from_right: bool) -> Iterator[Part]:
    for number, text in enumerate(block.lines):
        base = top + (number + 0.5) * block.size * block.spacing + block.size * 0.33
        line = lettering.line(block.style, block.size, text, at_right=block.at_right)
        yield "ink", _placed(line, margin, base, from_right=from_right)


def _text(  # noqa: PLR0913  # each is a fact of its own
    style: Style, size: int, margin: float, y: float, text: str, *, from_right: bool
) -> Mask:
    """Return a text that is a line by itself."""
    line = lettering.line(style, size, text, at_right=is_right_to_left(text))
    return _placed(line, margin, y, from_right=from_right)


def _placed(line: Line, margin: float, y: float, *, from_right: bool) -> Mask:
    """Return a line that stands `margin` pixels from the left, or from the right."""
    return line.mask(WIDTH - margin - line.width if from_right else margin, y)
