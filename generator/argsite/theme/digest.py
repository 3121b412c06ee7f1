"""A theme's files as digests: what pages are set with, and what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from argsite.theme.files import files, read
from argsite.theme.folders import Theme

_TIE = re.compile(rb"\{%[-+]?\s*(?:extends|include|import|from)\b\s*")
"""Begins a tag by which a template draws on another."""

_NAMED = re.compile(
    rb"""(["'])([^"'\\]*)\1\s*(?=[-+]?%\}|(?:ignore|with|without|as|import)\b)""",
)
"""The other's name, where it is written there and not worked out."""


def digests_of_templates(texts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the digest of each template by its name, of the templates' texts by theirs.

    It differs where the template does, or one that it draws on, and so on.
    """
    own = {name: sha256(text).digest() for name, text in texts.items()}
    ties = {name: _ties(text, texts) for name, text in texts.items()}
    found = {}
    for name in texts:
        drawn = sorted(_reached(name, ties))
        found[name] = sha256(repr([(each, own.get(each)) for each in drawn]).encode()).digest()
    return found


def digest_of_look(theme: Theme) -> str:
    """Return what differs where a style, a script, an asset or its description does."""
    described = {"": theme.description} if theme.description else {}
    hashed = sha256()
    for group in filter(None, (theme.assets, theme.styles, theme.scripts, described)):
        found = [(name, sha256(read(path)).digest()) for name, path in sorted(group.items())]
        hashed.update(repr(found).encode())
    return hashed.hexdigest()


def templates_of(theme: Theme) -> dict[str, Path]:
    """Return where each template is found, by its name: a built-in theme's as `paper/a.html`."""
    named = {f"{name}/": folder for name, folder in theme.built_in.items()}
    folders = [*named.items(), *(("", folder) for folder in reversed(theme.templates))]
    return {
        f"{prefix}{name}": path
        for prefix, folder in folders
        for name, path in files(folder).items()
    }


def _ties(text: bytes, known: Iterable[str]) -> set[str]:
    """Return the templates that one draws on: all that are known where a name is worked out."""
    tied = set()
    for tie in _TIE.finditer(text):
        named = _NAMED.match(text, tie.end())
        if named is None:
            return set(known)
        tied.add(named[2].decode(errors="replace"))
    return tied


def _reached(name: str, ties: Mapping[str, set[str]]) -> set[str]:
    """Return a template with all that it draws on, and so on, also those that are missing."""
    reached, ahead = {name}, [name]
    while ahead:
        further = ties.get(ahead.pop(), set()) - reached
        reached |= further
        ahead += further
    return reached
