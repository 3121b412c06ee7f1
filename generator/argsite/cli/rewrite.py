"""An author's file, written anew in one step, with its permissions and its line ends."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from argsite.errors import OutputError, SetupError
from argsite.formats.characters import decode
from argsite.source import Manuscript

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def rewrite(root: Path, before: Iterable[Manuscript], after: Iterable[Manuscript]) -> None:
    """Write the files of the site in `root` that were read as `before` and are to be `after`.

    SetupError before the first is written where a file has changed since it was read; OutputError
    where one cannot be written.
    """
    known = {each.path: each for each in before}
    due = [(_place(root, each), _encoded(root, known[each.path], each)) for each in after]
    for place, data in due:
        _replace(place, data)


def _place(root: Path, manuscript: Manuscript) -> Path:
    """Return where the file is: a link stays one, and what it leads to is written."""
    place = (root / manuscript.path).resolve()
    if not place.is_relative_to(root.resolve()):
        raise SetupError(f"{root / manuscript.path} leads out of the site's folder")
    return place


def _encoded(root: Path, before: Manuscript, after: Manuscript) -> bytes:
    place = root / after.path
    try:
        data = place.read_bytes()
    except OSError as error:
        raise SetupError(f"{place} cannot be read: {error.strerror}") from error
    if decode(after.path, data).text != before.text:
        raise SetupError(f"{place} was changed while it was read; run the command again")
    text = after.text
    first = data.find(b"\n")
    if first > 0 and data[first - 1 : first] == b"\r":
        text = text.replace("\n", "\r\n")
    elif first < 0 and b"\r" in data:
        text = text.replace("\n", "\r")
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    return mark + text.encode()


def _replace(place: Path, data: bytes) -> None:
    if not os.access(place, os.W_OK):
        raise OutputError(f"{place} cannot be written: it is read-only")
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=place.parent, prefix=f".{place.name}.", delete=False
        ) as stream:
            beside = Path(stream.name)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(place, beside)
        os.replace(beside, place)  # noqa: PTH105 - it is said so everywhere: atomic
        beside = None
    except OSError as error:
        raise OutputError(f"{place} cannot be written: {error.strerror}") from error
    finally:
        if beside:
            beside.unlink(missing_ok=True)
