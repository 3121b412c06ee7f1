"""Which files of which site are meant by folders and files on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from argsite.cli.options import require_content
from argsite.errors import SetupError

_CONTENT = "content"


class Chosen(NamedTuple):
    """Files of one site."""

    root: Path
    """The site's folder, as it is reached from the current one."""

    prefixes: tuple[str, ...]
    """Files and folders below it, with forward slashes."""

    def holds(self, path: str) -> bool:
        """Say whether a file, by its path from the site's folder, is chosen."""
        return any(path == each or path.startswith(f"{each}/") for each in self.prefixes)


def choose(places: Iterable[Path]) -> list[Chosen]:
    """Return what is chosen, site by site; SetupError where a place is in no site."""
    found: dict[Path, list[str]] = {}
    for place in places:
        root, prefix = _site_of(place)
        found.setdefault(root, []).append(prefix)
    return [Chosen(root, tuple(prefixes)) for root, prefixes in found.items()]


def _site_of(place: Path) -> tuple[Path, str]:
    whole = Path(os.path.abspath(place))  # noqa: PTH100 - links stay: they are names of their own
    if (whole / _CONTENT).is_dir() and whole.name != _CONTENT:
        return _shown(whole, place), _CONTENT
    for root in whole.parents:
        inside = whole.relative_to(root)
        if inside.parts[0] == _CONTENT:
            return _shown(root, place), inside.as_posix()
    if place.is_dir():
        require_content(place)
    raise SetupError(f"{place} is not in the folder content/ of a site")


def _shown(root: Path, place: Path) -> Path:
    """Return a site's folder as a person would name it who named `place`."""
    if place.is_absolute():
        return root
    return Path(os.path.relpath(root))
