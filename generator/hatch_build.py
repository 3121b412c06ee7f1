"""Puts the script that moves and zooms diagrams into the package when the package is built.

The script is panzoom by Andrei Kashcha (MIT). It is published for JavaScript; the Python package
that carries it is needed while Argsite is built or installed, never when it runs.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_CARRIER = "mkdocs_panzoom_plugin"
_FILES = {"panzoom.min.js": "panzoom.js", "LICENCE": "panzoom.licence.txt"}
"""The carrier's files, in its folder `panzoom`, and their names in the package."""


class CustomBuildHook(BuildHookInterface[Any]):
    """Run by hatchling before it makes an sdist, a wheel or an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as hatchling calls it
        """Copy the script and its licence into `argsite/vendor`."""
        spec = find_spec(_CARRIER)
        if spec is None or spec.origin is None:
            raise RuntimeError(
                f"The package that carries panzoom, {_CARRIER}, is missing from the build "
                "environment: build with isolation, or install what pyproject.toml lists "
                "under [build-system]."
            )
        carried = Path(spec.origin).parent / "panzoom"
        vendor = Path(__file__).parent / "argsite" / "vendor"
        vendor.mkdir(exist_ok=True)
        for name, ours in _FILES.items():
            # Read and written, not copied: the copy belongs to whoever builds.
            (vendor / ours).write_bytes((carried / name).read_bytes())
