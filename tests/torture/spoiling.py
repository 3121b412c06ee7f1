"""A file spoilt in the ways in which files are: cut, shifted, doubled, saved by another program."""

from __future__ import annotations

from random import Random

PIECES = (
    *("\t", "\r\n", "\r", "\x00", "\x07", "\x85", "\u2028", "\ufeff", "\u202e", "\ufffe", "\ud800"),
    *("- ", "? ", ": ", ":", " #", "#", "&a ", "*a", "!!int ", "<<: ", "|", ">", "'", '"', "\\"),
    *("[", "]", "{", "}", ",", "`", "@", "%", "---\n", "...\n", "~", "null", "\n\n", "  "),
    *("[" * 600, "- " * 600, "{a: " * 600, "a" * 3_000, "[x](#", "](", "[^1]: ", "***", "<script>"),
)

BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\x00", b"\x80")


def spoilt(chance: Random, text: str, times: int) -> bytes:
    """Return a text after so many changes, as a program may have saved it."""
    for _ in range(times):
        text = _changed(chance, text)
    if not times:
        return text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        text = text.replace("\n", chance.choice(("\r\n", "\r")))
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        data = chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"")) + data
    if chance.random() < 0.1:
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(BYTES) + data[at:]
    if chance.random() < 0.03:
        data = text.encode("utf-16", "surrogatepass")
    return data


def _changed(chance: Random, text: str) -> str:
    kind = chance.randrange(9)
    at, other = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    if kind == 0:
        return text[:at]
    if kind < 3:
        return text[:at] + chance.choice(PIECES) + text[at:]
    if kind == 3:
        return text[:at] + text[min(other, at + 40) :]
    if kind == 4:
        return text[:at] + text[at : at + 200] + text[at:]
    lines = text.split("\n")
    row = chance.randrange(len(lines))
    if kind == 5:
        lines[row] = " " * chance.randrange(1, 4) + lines[row]
    elif kind == 6:
        lines[row] = lines[row].removeprefix(" ")
    elif kind == 7:
        lines.insert(chance.randrange(len(lines)), lines[row])
    else:
        del lines[row]
    return "\n".join(lines)
