"""Pictures as PNG (ISO/IEC 15948): written with a palette, read as resvg writes them.

What is written has the same bytes on every machine: libraries that compress differ in how hard they
look for what comes again, but runs of one byte (`Z_RLE`) all find alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"

_WITH_PALETTE = b"\x08\x03\x00\x00\x00"
"""The end of a header: 8 bits a pixel, which are places in a palette; all else as usual."""

_CHANNELS = 4
"""Bytes of a pixel that resvg writes: red, green, blue, and how far it covers what is behind."""


def written(width: int, pixels: bytes, palette: bytes) -> bytes:
    """Return a picture; each of its pixels is a colour's place in a palette of three bytes each."""
    starts = range(0, len(pixels), width)
    rows = b"".join(b"\x00" + pixels[start : start + width] for start in starts)
    packer = zlib.compressobj(strategy=zlib.Z_RLE)
    packed = packer.compress(rows) + packer.flush()
    header = width.to_bytes(4) + len(starts).to_bytes(4) + _WITH_PALETTE
    chunks = (b"IHDR", header), (b"PLTE", palette), (b"IDAT", packed), (b"IEND", b"")
    return _SIGNATURE + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content)
    return len(content).to_bytes(4) + name + content + checksum.to_bytes(4)


def reds(png: bytes) -> list[bytes]:
    """Return the rows of a picture that resvg wrote: of each pixel, how red it is."""
    packed = b"".join(content for name, content in _chunks(png) if name == b"IDAT")
    header = next(content for name, content in _chunks(png) if name == b"IHDR")
    length = int.from_bytes(header[:4]) * _CHANNELS
    return [row[::_CHANNELS] for row in _rows(zlib.decompress(packed), length)]


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(png):
        end = at + 8 + int.from_bytes(png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : end]
        at = end + 4


def _rows(data: bytes, length: int) -> Iterator[bytes]:
    """Yield rows of so many bytes, each of which is written as what it has more than others."""
    above = bytes(length)
    for start in range(0, len(data), length + 1):
        way, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        for place, more in enumerate(row):
            left = row[place - _CHANNELS] if place >= _CHANNELS else 0
            corner = above[place - _CHANNELS] if place >= _CHANNELS else 0
            row[place] = (more + _expected(way, left, above[place], corner)) % 256
        above = bytes(row)
        yield above


def _expected(way: int, left: int, above: int, corner: int) -> int:
    """Return what a byte is expected to be from those around it, in one of five ways."""
    gradient = left + above - corner
    # The first that is nearest to the gradient (Paeth's predictor).
    nearest = min(left, above, corner, key=lambda each: abs(gradient - each))
    return (0, left, above, (left + above) // 2, nearest)[way]
