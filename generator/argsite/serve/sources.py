"""Names for what a site is made of: the same where no byte of it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from argsite.build import Reading
from argsite.theme import KINDS, Theme, files

_LENGTH = 16


def name_of(reading: Reading, theme: Mapping[str, str]) -> str:
    """Return the name of what was read: of all texts, the logo, the problems; and of its theme.

    A problem counts since a file that cannot be read has no text.
    """
    parts = []
    for path, manuscript in sorted(reading.outcome.manuscripts.items()):
        parts += [path, manuscript.text]
    parts += [repr(problem) for problem in reading.outcome.problems]
    logo = reading.library.site.options.logo if reading.library else None
    data = [part.encode("utf-8", "surrogatepass") for part in parts]
    data.append(logo.data if logo else b"")
    data += [f"{kind} {name}".encode() for kind, name in theme.items()]
    return _name(data)


def names_of_theme(theme: Theme | None) -> Mapping[str, str]:
    """Return a name for the files of each kind that a theme has, those that it leans on too."""
    if theme is None:
        return {}
    folders = sorted({path.parent for path in (*theme.templates, *theme.built_in.values())})
    return {kind: _name(_parts(folders, kind)) for kind in KINDS}


def _parts(folders: Iterable[Path], kind: str) -> Iterator[bytes]:
    for folder in folders:
        for path in files(folder / kind).values():
            yield bytes(path)
            yield _bytes(path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:  # whoever needs the file will say so
        return repr(error).encode()


def _name(parts: Iterable[bytes]) -> str:
    """Return a name that differs wherever a part does, or where one ends and the next begins."""
    digests = b"".join(sha256(part).digest() for part in parts)
    return sha256(digests).hexdigest()[:_LENGTH]
