"""Argsite, Python and the packages that Argsite needs: which version is there, and does it load."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from argsite.cli.health.attempt import Failure, attempt
from argsite.cli.health.finding import Finding, State

if TYPE_CHECKING:  # what is not there is found, not stumbled over
    from packaging.requirements import Requirement

_MODULES = {
    "argsite": "argsite",
    "manimgx-fonts": "manimgx_fonts",
    "markdown-it-py": "markdown_it",
    "minify-go": "minify",
    "pyyaml": "yaml",
    "ruamel-yaml": "ruamel.yaml",
}
"""The module of a package whose name says another."""

_REPLACEABLE = frozenset({"pygraphviz"})
"""What a program can stand in for (`drawing.py` says whether it does)."""


def own(_root: Path | None) -> Iterator[Finding]:
    """Find Argsite itself, and what runs it."""
    place = str(Path(__file__).resolve().parents[2])
    number = _version("argsite")
    if number:
        yield Finding("argsite", f"{number}, in {place}")
    else:
        advice = "install it with pip, so that its packages come with it"
        yield Finding("argsite", f"run from its source in {place}", State.NOTE, advice)
    python = f"{platform.python_version()} ({platform.python_implementation()})"
    yield Finding("Python", f"{python}, {sys.executable or 'embedded'}")
    yield Finding("platform", platform.platform())


def required(_root: Path | None) -> Iterator[Finding]:
    """Find each package that Argsite cannot do without."""
    asked = attempt(_requirements)
    if isinstance(asked, Failure):
        for line in _lines():
            if "extra ==" not in line:
                yield _unread(line)
        return
    for requirement in asked:
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            state = State.NOTE if requirement.name in _REPLACEABLE else State.MISSING
            yield _package(requirement, state, f"pip install '{_plain(requirement)}'")


def extras(_root: Path | None) -> Iterator[Finding]:
    """Find the packages that are asked for with a feature, as in `argsite[pagefind]`."""
    asked = attempt(_requirements)
    names = attempt(lambda: metadata("argsite").get_all("Provides-Extra") or [])
    if isinstance(asked, Failure) or isinstance(names, Failure):
        return
    for extra in names:
        for requirement in asked:
            marker = requirement.marker
            wanted = marker is not None and not marker.evaluate({"extra": ""})
            if wanted and marker is not None and marker.evaluate({"extra": extra}):
                yield _package(requirement, State.NOTE, f"pip install 'argsite[{extra}]'")


def _requirements() -> list[Requirement]:
    from packaging.requirements import Requirement

    return [Requirement(line) for line in _lines()]


def _lines() -> list[str]:
    """Return what Argsite asks for; nothing where it is not installed as a package."""
    try:
        return requires("argsite") or []
    except PackageNotFoundError:
        return []


def _package(requirement: Requirement, otherwise: State, advice: str) -> Finding:
    """Say whether a package is there, new enough, and loads."""
    name = requirement.name
    number = _version(name)
    needs = f"needs {requirement.specifier}" if requirement.specifier else "needs any"
    if not number:
        return Finding(name, f"is not installed ({needs})", otherwise, advice)
    if not requirement.specifier.contains(number, prereleases=True):
        return Finding(name, f"{number} is too old or too new ({needs})", otherwise, advice)
    failure = _failure(name)
    if failure:
        again = f"pip install --force-reinstall '{_plain(requirement)}'"
        return Finding(name, f"{number} does not load: {failure.why}", otherwise, again)
    return Finding(name, f"{number} ({needs})")


def _unread(line: str) -> Finding:
    """Say of a package whether it loads, where versions cannot be compared."""
    found = re.match(r"[\w.-]+", line)
    name = found[0] if found else line
    failure = _failure(name)
    if failure:
        advice = f"pip install '{line.partition(';')[0].strip()}'"
        state = State.NOTE if name in _REPLACEABLE else State.MISSING
        return Finding(name, f"does not load: {failure.why}", state, advice)
    return Finding(name, _version(name) or "of an unknown version")


def module_of(name: str) -> str:
    """Return the module of a package."""
    name = name.lower().replace("_", "-")
    return _MODULES.get(name, name.replace("-", "_"))


def _failure(name: str) -> Failure | None:
    loaded = attempt(lambda: import_module(module_of(name)))
    return loaded if isinstance(loaded, Failure) else None


def _plain(requirement: Requirement) -> str:
    extras_ = f"[{','.join(sorted(requirement.extras))}]" if requirement.extras else ""
    return f"{requirement.name}{extras_}{requirement.specifier}"


def _version(name: str) -> str:
    """Return the version of an installed package; empty where there is none."""
    found = attempt(lambda: version(name))
    return "" if isinstance(found, Failure) else found
