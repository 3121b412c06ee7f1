"""Pictures as PNG: what other programs read, and what resvg writes."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from PIL import Image

from argsite.pages.social_card.png import reds, written

PALETTE = bytes.fromhex("fdfcf9 1f1e1b 7a1f2b")
"""Three colours."""


def chunk(png: bytes, name: bytes) -> bytes:
    """Return what the first chunk of a name holds."""
    at = png.index(name)
    return png[at + 4 : at + 4 + int.from_bytes(png[at - 4 : at])]


def test_a_picture_that_was_written_is_read_by_others() -> None:
    with Image.open(BytesIO(written(3, bytes([0, 1, 2, 2, 2, 0]), PALETTE))) as picture:
        assert picture.size == (3, 2)
        colours = picture.convert("RGB")
    paper, ink, accent = (tuple(PALETTE[start : start + 3]) for start in (0, 3, 6))
    pixels = [colours.getpixel((x, y)) for y in range(2) for x in range(3)]
    assert pixels == [paper, ink, accent, accent, accent, paper]


def test_another_library_packs_a_picture_into_the_same_bytes() -> None:
    """Pillow brings its own, which is not that of this Python."""
    colours = bytes(range(200)) + bytes(400)
    pixels = b"".join(bytes([place**2 % 199]) * (place**3 % 307) for place in range(3000))
    pixels = pixels[: len(pixels) // 600 * 600]
    picture = Image.frombytes("P", (600, len(pixels) // 600), pixels)
    picture.putpalette(colours)
    file = BytesIO()
    picture.save(file, "PNG", compress_level=6, compress_type=zlib.Z_RLE)
    theirs = file.getvalue()
    ours = written(600, pixels, colours)
    assert zlib.decompress(chunk(ours, b"IDAT")) == zlib.decompress(chunk(theirs, b"IDAT"))
    assert chunk(ours, b"IDAT")[2:] == chunk(theirs, b"IDAT")[2:]


@pytest.mark.parametrize(
    "shape",
    [
        '<circle cx="20" cy="20" r="15" fill="#fff"/>',
        '<path d="M3 4l30 27M2 30l30-19" stroke="#fff" stroke-width="1.3"/>',
        '<g fill="#fff" fill-opacity=".3"><path d="M0 9h30v20H9z"/><circle cx="9" r="20"/></g>',
    ],
)
def test_what_resvg_writes_is_read_as_others_read_it(shape: str) -> None:
    import resvg_py

    start = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    png = resvg_py.svg_to_bytes(svg_string=f'{start}<rect width="40" height="40"/>{shape}</svg>')
    with Image.open(BytesIO(png)) as picture:
        expected = picture.convert("RGBA").getchannel("R").tobytes()
    assert b"".join(reds(png)) == expected


@pytest.mark.parametrize("way", range(5))
def test_rows_are_read_in_whichever_way_they_are_written(way: int) -> None:
    """Each row is written as what it has more than is expected of it; here that is 1 everywhere."""
    rows = b"".join(bytes([way]) + b"\x01" * 12 for _ in range(3))
    header = (3).to_bytes(4) + (3).to_bytes(4) + b"\x08\x06\x00\x00\x00"
    png = b"\x89PNG\r\n\x1a\n"
    for name, content in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")):
        checksum = zlib.crc32(name + content).to_bytes(4)
        png += len(content).to_bytes(4) + name + content + checksum
    with Image.open(BytesIO(png)) as picture:
        expected = picture.getchannel("R").tobytes()
    assert b"".join(reds(png)) == expected
