"""Names for what a site is made of: the same where no byte of it changed."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from argsite.build import Reading
from argsite.theme import KINDS, Theme, files

_LENGTH = 16


def name_of(reading: Reading) -> str:
    """Return the name of what was read: of all texts, the logo, the theme, and the problems.

    A problem counts since a file that cannot be read has no text.
    """
    parts = []
    for path, manuscript in sorted(reading.outcome.manuscripts.items()):
        parts += [path, manuscript.text]
    parts += [repr(problem) for problem in reading.outcome.problems]
    logo = reading.library.site.options.logo if reading.library else None
    data = [part.encode("utf-8", "surrogatepass") for part in parts]
    data.append(logo.data if logo else b"")
    if reading.theme:
        data += [name_of_theme(reading.theme, kind).encode() for kind in KINDS]
    return _name(data)


def name_of_theme(theme: Theme, kind: str) -> str:
    """Return the name of what a theme's files of one kind hold, those that it leans on too."""
    folders = {folder.parent for folder in (*theme.templates, *theme.built_in.values())}
    found = (path for folder in sorted(folders) for path in files(folder / kind).values())
    return _name(part for path in found for part in (bytes(path), _bytes(path)))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:  # whoever needs the file will say so
        return repr(error).encode()


def _name(parts: Iterable[bytes]) -> str:
    """Return a name that differs wherever a part does, or where one ends and the next begins."""
    digests = b"".join(sha256(part).digest() for part in parts)
    return sha256(digests).hexdigest()[:_LENGTH]
