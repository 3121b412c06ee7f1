"""What a site has published, from the lock file beside `content/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from argsite.formats import lock
from argsite.load.files import find_one, read
from argsite.load.patience import read_patiently
from argsite.problems import Report
from argsite.source import Location, Manuscript

UNKNOWN: Mapping[str, Location] = MappingProxyType({})
"""Nothing is known to be published."""


def read_lock(
    root: Path,
    report: Report,
    manuscripts: dict[str, Manuscript],
    unsaved: Mapping[str, str],
) -> Mapping[str, Location]:
    """Return each published address with its place in the file; nothing where there is none."""
    file = find_one(root / lock.NAME, root, report)
    manuscript = read(file, report, manuscripts, unsaved) if file else None
    if manuscript is None:
        return UNKNOWN
    return read_patiently(partial(lock.read, manuscript), report) or UNKNOWN
