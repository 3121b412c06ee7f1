"""Write what a release is made of, as CycloneDX has it: a part of `make release`.

That is every package that runs with Argsite, of the version that is locked and so tested, on
whatever platform it is asked for, and what Argsite itself carries of others. There is no time and
no number of chance in it, so that the same release gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License, LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "pyproject.toml"
LOCKED = ROOT / "tests" / "locked.txt"
VENDOR = ROOT / "generator" / "argsite" / "vendor"

_MEANT = {
    "Apache License 2.0": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "SIL OFL 1.1": "OFL-1.1",
}
"""Licences by the names that packages give them, and by SPDX's."""

_IN_A_FILE = {"resvg-py": "MIT"}
"""Packages that name their licence in a file alone."""

_LONGEST_NAME = 60
"""Longer "names" of licences are the licence itself."""


def pins(listed: str) -> dict[str, str]:
    """Return the versions that a list of requirements pins, by name."""
    pinned = (Requirement(line.rstrip("\\ ")) for line in listed.splitlines() if line[:1].isalnum())
    return {canonicalize_name(each.name): next(iter(each.specifier)).version for each in pinned}


def parts(lines: Iterable[str], locked: dict[str, str]) -> dict[str, set[str]]:
    """Return all packages that these requirements lead to, each with those that it asks for."""
    asks: dict[str, set[str]] = {}
    waiting = [Requirement(line) for line in lines]
    while waiting:
        asked = waiting.pop()
        name = canonicalize_name(asked.name)
        if name in asks and not asked.extras:
            continue
        further = [each for each in _asked_by(name, asked.extras) if each.name in locked]
        asks.setdefault(name, set()).update(each.name for each in further)
        waiting += further
    return asks


def bill(project: dict[str, Any], locked: dict[str, str], vendor: Path) -> str:
    """Return the bill of materials, as JSON."""
    asks = parts(project["dependencies"], locked)
    own = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    root = _component(project["name"], project["version"], ComponentType.APPLICATION)
    root.licenses.add(_licence(project["license"]))
    packages = {name: _component(name, locked[name]) for name in asks}
    for name, component in packages.items():
        component.licenses.update(_licence(_MEANT.get(each, each)) for each in _licence_of(name))
    carried = _panzoom(project["panzoom"], vendor)
    made = Bom(components=[*packages.values(), carried])
    made.metadata.component = root
    made.register_dependency(root, [carried, *(packages[name] for name in own)])
    for name, further in asks.items():
        made.register_dependency(packages[name], [packages[each] for each in further])
    told = json.loads(JsonV1Dot6(made).output_as_string())
    del told["serialNumber"], told["metadata"]["timestamp"]
    return json.dumps(told, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def project_() -> dict[str, Any]:
    """Return what pyproject.toml says of the project, and where its panzoom is from."""
    told = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    (carrier,) = (each for each in told["build-system"]["requires"] if "panzoom" in each)
    return {**told["project"], "panzoom": carrier}


def _asked_by(name: str, extras: Iterable[str]) -> Iterator[Requirement]:
    """Yield what a package asks for, on any platform; nothing where it is not installed here."""
    try:
        lines = distribution(name).requires or ()
    except PackageNotFoundError:
        return
    for line in lines:
        asked = Requirement(line)
        if asked.marker is None or _may_hold(asked.marker, extras):
            asked.name = canonicalize_name(asked.name)
            yield asked


def _may_hold(marker: Marker, extras: Iterable[str]) -> bool:
    """Say whether a marker holds somewhere: what the lock leaves out holds nowhere."""
    if "extra" not in str(marker):
        return True
    return any(marker.evaluate({"extra": extra}) for extra in extras)


def _component(name: str, version: str, kind: ComponentType = ComponentType.LIBRARY) -> Component:
    reference = PackageURL("pypi", None, name, version)
    return Component(name=name, version=version, type=kind, purl=reference, bom_ref=str(reference))


def _panzoom(carrier: str, vendor: Path) -> Component:
    digest = hashlib.sha256((vendor / "panzoom.js").read_bytes()).hexdigest()
    return Component(
        name="panzoom",
        bom_ref="vendor/panzoom.js",
        description=f"The script that moves and zooms diagrams, as {carrier} carries it.",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        licenses=[_licence("MIT")],
    )


def _licence(text: str) -> License:
    return LicenseFactory().make_from_string(
        text, license_acknowledgement=LicenseAcknowledgement.DECLARED
    )


def _licence_of(name: str) -> list[str]:
    """Return what a package says of its licence: best an expression, else a name."""
    try:
        told = distribution(name).metadata
    except PackageNotFoundError:
        return []
    if "License-Expression" in told:
        return [told["License-Expression"]]
    named = told["License"].strip() if "License" in told else ""
    if named and "\n" not in named and len(named) <= _LONGEST_NAME:
        return [named]
    classifiers = (each.split(" :: ") for each in told.get_all("Classifier") or ())
    found = {each[-1] for each in classifiers if each[0] == "License"} - {"OSI Approved"}
    return sorted(found or filter(None, [_IN_A_FILE.get(name)]))


if __name__ == "__main__":
    described = project_()
    path = Path(sys.argv[1]) / f"argsite-{described['version']}.cdx.json"
    written = bill(described, pins(LOCKED.read_text(encoding="utf-8")), VENDOR)
    path.write_text(written, encoding="utf-8", newline="\n")
    print(f"Wrote {path}")
