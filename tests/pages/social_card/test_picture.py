"""Colours laid on paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from argsite.pages.social_card.picture import Mask, Picture

PAPER = "#ffffff"
INK = "#000"
RED = "#FF0000"


def new() -> Picture:
    """Return a small picture."""
    return Picture(4, 3, PAPER, [INK, RED, INK])


def seen(picture: Picture) -> list[list[str]]:
    """Return its pixels as `rrggbb`, row by row from above."""
    with Image.open(BytesIO(picture.png())) as opened:
        pixels = opened.convert("RGB").tobytes().hex(" ", 3).split()
        width = opened.width
    return [pixels[start : start + width] for start in range(0, len(pixels), width)]


def test_what_is_laid_covers_its_part() -> None:
    picture = new()
    picture.lay(INK, Mask(1, 1, [b"\xff\xff", b"\x00\xff"]))
    picture.fill(RED, 0, 0, 4, 1)
    assert seen(picture) == [
        ["ff0000", "ff0000", "ff0000", "ff0000"],
        ["ffffff", "000000", "000000", "ffffff"],
        ["ffffff", "ffffff", "000000", "ffffff"],
    ]


def test_what_covers_half_is_a_shade_between_paper_and_colour() -> None:
    picture = new()
    picture.lay(RED, Mask(0, 0, [bytes([0, 64, 128, 255])]))
    shades = [int(pixel[2:4], 16) for pixel in seen(picture)[0]]
    assert shades == pytest.approx([255, 191, 127, 0], abs=3)
    assert seen(picture)[0][0] == "ffffff"
    assert seen(picture)[0][3] == "ff0000"


def test_where_letters_touch_the_darker_is_seen() -> None:
    picture = new()
    picture.lay(INK, Mask(0, 0, [b"\xff\x80"]))
    picture.lay(INK, Mask(0, 0, [b"\x80\xff\xff"]))
    assert seen(picture)[0] == ["000000", "000000", "000000", "ffffff"]


@pytest.mark.parametrize(
    ("left", "top", "covered"),
    [
        (-1, -1, {(0, 0)}),
        (3, 2, {(3, 2)}),
        (4, 0, set()),
        (5, 0, set()),
        (0, 3, set()),
        (-2, 0, set()),
        (0, -9, set()),
    ],
)
def test_what_lies_outside_is_cut(left: int, top: int, covered: set[tuple[int, int]]) -> None:
    picture = new()
    picture.lay(INK, Mask(left, top, [b"\xff\xff", b"\xff\xff"]))
    rows = seen(picture)
    assert {(x, y) for y in range(3) for x in range(4) if rows[y][x] == "000000"} == covered


def test_what_is_wider_than_the_picture_is_cut_on_both_sides() -> None:
    picture = new()
    picture.lay(INK, Mask(-3, 1, [b"\xff" * 20]))
    assert seen(picture)[1] == ["000000"] * 4
