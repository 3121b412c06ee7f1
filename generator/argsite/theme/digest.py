"""A theme's files as digests: what pages are set with, and what they look like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from argsite.theme.files import files, read
from argsite.theme.folders import Theme


def digest_of_templates(theme: Theme) -> str:
    """Return what differs where a template does; SetupError where one cannot be read."""
    folders = [*theme.templates, *theme.built_in.values()]
    return _digest([theme.name, *theme.built_in], (files(folder) for folder in folders))


def digest_of_look(theme: Theme) -> str:
    """Return what differs where a style, a script, an asset or its description does."""
    described = {"": theme.description} if theme.description else {}
    return _digest([], (theme.assets, theme.styles, theme.scripts, described))


def _digest(names: Iterable[str], groups: Iterable[Mapping[str, Path]]) -> str:
    hashed = sha256(repr(list(names)).encode())
    for group in filter(None, groups):
        found = [(name, sha256(read(path)).digest()) for name, path in sorted(group.items())]
        hashed.update(repr(found).encode())
    return hashed.hexdigest()
