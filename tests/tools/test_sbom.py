"""The bill of materials of a release: whole, in the form that CycloneDX asks for, and the same."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.tools.sbom import LOCKED, VENDOR, bill, parts, pins, project_

PINS = pins(LOCKED.read_text(encoding="utf-8"))
OWN = [canonicalize_name(Requirement(line).name) for line in project_()["dependencies"]]


@pytest.fixture(scope="module")
def written() -> str:
    """Write the bill of this state of the project."""
    return bill(project_(), PINS, VENDOR)


@pytest.fixture(scope="module")
def told(written: str) -> dict[str, Any]:
    """Read it."""
    read: dict[str, Any] = json.loads(written)
    return read


def test_it_has_the_form_that_cyclonedx_asks_for(written: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None


def test_every_package_that_runs_with_argsite_is_in_it(told: dict[str, Any]) -> None:
    found = {each["name"]: each for each in told["components"]}
    assert set(OWN) <= set(found)
    assert {"anyio", "attrs", "cattrs", "h11", "mdurl", "pygments"} <= set(found), "what those need"
    for name in set(found) - {"panzoom"}:
        assert found[name]["version"] == PINS[name]
        assert found[name]["purl"] == f"pkg:pypi/{name}@{PINS[name]}"


def test_what_only_tests_need_is_not(told: dict[str, Any]) -> None:
    found = {each["name"] for each in told["components"]}
    assert not found & {"pytest", "hypothesis", "mkdocs", "mkdocs-panzoom-plugin", "uv", "s3fs"}


def test_each_part_has_a_licence(told: dict[str, Any]) -> None:
    assert [each["name"] for each in told["components"] if not each.get("licenses")] == []


def test_what_argsite_carries_is_in_it(told: dict[str, Any]) -> None:
    (panzoom,) = (each for each in told["components"] if each["name"] == "panzoom")
    digest = hashlib.sha256((VENDOR / "panzoom.js").read_bytes()).hexdigest()
    assert panzoom["hashes"] == [{"alg": "SHA-256", "content": digest}]
    assert "mkdocs-panzoom-plugin==" in panzoom["description"]
    carried = {path.name for path in VENDOR.iterdir() if path.suffix != ".txt"}
    assert carried == {"panzoom.js"}, "whatever else is carried belongs into the bill"


def test_who_needs_what_is_told(told: dict[str, Any]) -> None:
    needs = {each["ref"]: set(each.get("dependsOn", ())) for each in told["dependencies"]}
    root = told["metadata"]["component"]["bom-ref"]
    assert needs[root] == {f"pkg:pypi/{name}@{PINS[name]}" for name in OWN} | {"vendor/panzoom.js"}
    assert f"pkg:pypi/markupsafe@{PINS['markupsafe']}" in needs[f"pkg:pypi/jinja2@{PINS['jinja2']}"]


def test_the_same_release_gives_the_same_bytes(written: str) -> None:
    assert bill(project_(), PINS, VENDOR) == written
    assert not re.search(r"timestamp|serialNumber|urn:uuid", written)


def test_no_place_of_the_machine_is_in_it(written: str) -> None:
    assert str(Path.home()) not in written
    assert "file:" not in written
    assert "://" not in written.replace("http://cyclonedx.org/schema", "")


def test_a_package_of_another_platform_is_a_part_too() -> None:
    locked = {"a-package-of-another-system": "1.0"}
    line = "a-package-of-another-system>=1; platform_system == 'no such system'"
    assert parts([line], locked) == {"a-package-of-another-system": set()}
