"""The picture that stands for a site: it lies beside `site.yaml`."""

from __future__ import annotations

from dataclasses import replace

from argsite.load.files import Found, read_bytes
from argsite.model import Logo
from argsite.problems import Code, Problem, Report, did_you_mean

LARGEST = 100_000
"""Bytes that it may have: every page shows it."""


def read_logo(logo: Logo, found: list[Found], report: Report) -> Logo | None:
    """Return the logo with what its file holds; `found` are the files in `content/`."""
    from argsite.formats import pictures  # it loads a parser, and most sites have no logo

    files = {each.name: each for each in found if not each.is_folder}
    if logo.name not in files:
        hint = did_you_mean(logo.name, files) or "put the picture beside site.yaml"
        message = f"there is no file '{logo.name}' beside site.yaml"
        report(Problem(Code.MISSING_FILE, logo.at, message, hint))
        return None
    data = read_bytes(files[logo.name])
    if isinstance(data, str):
        report(Problem(Code.UNREADABLE_FILE, logo.at, f"'{logo.name}' {data}"))
        return None
    if len(data) > LARGEST:
        message = f"'{logo.name}' is too large: over {LARGEST:,} bytes"
        report(Problem(Code.TOO_LARGE, logo.at, message, "every page shows it; make it smaller"))
        return None
    faults = pictures.faults(logo.name, data)
    for fault in faults:
        report(Problem(Code.BAD_PICTURE, logo.at, f"'{logo.name}' {fault}", _hint(logo.name)))
    return None if faults else replace(logo, data=data)


def _hint(name: str) -> str:
    if name.lower().endswith(".svg"):
        return "save it as plain SVG, without scripts, DOCTYPE and addresses of other files"
    return "save the picture again, under a name with the ending of its kind"
