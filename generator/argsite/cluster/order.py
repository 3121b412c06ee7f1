"""What is sent to a worker, and how both sides know that they speak of one state of a site."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from argsite.diagram.layout import graphviz_version
from argsite.pages.inputs import Inputs, digest
from argsite.version import version

_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Spec:
    """One state of a site and where it is built; plain values, and nothing secret."""

    site: str
    """The folder or the address of the site."""

    state: bytes
    """The digest of all that is written there."""

    program: str
    """Which Argsite planned the work."""

    out: str = ""
    """The folder for the pages; empty where they are sent back."""

    staging: str = ""
    """The folder in which new pages wait."""


def state_of(inputs: Inputs) -> bytes:
    """Return the digest of a state of a site, the same on every machine."""
    elsewhere = replace(inputs, made_with="")  # which tells one machine from another
    return digest(elsewhere.everything, repr(sorted(inputs.templates.items())))


@cache
def program() -> str:
    """Return a text that is the same where another machine would make the same pages.

    `version.code` tells files by their times, which differ from one installation to the next.
    """
    seen = [version(), ".".join(platform.python_version_tuple()[:2]), str(graphviz_version())]
    seen += sorted(_required())
    modules = sorted((each.relative_to(_PACKAGE).parts, each) for each in _PACKAGE.rglob("*.py"))
    seen += (f"{name} {sha256(place.read_bytes()).hexdigest()}" for name, place in modules)
    return f"{version()} {sha256(repr(seen).encode()).hexdigest()[:12]}"


def _required() -> list[str]:
    """Return the packages that every Argsite needs, with their versions."""
    found = []
    for line in metadata.requires("argsite") or ():
        name = re.match(r"[\w.-]+", line)
        if name and "extra ==" not in line and "platform_system" not in line:
            found.append(f"{name[0]} {metadata.version(name[0])}")
    return found
