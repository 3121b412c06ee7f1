"""The signs beside the words of a status."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from argsite.diagram import MARKS
from argsite.model import Status


def test_each_status_has_a_sign_of_its_own() -> None:
    assert set(MARKS) == set(Status)
    assert len(set(MARKS.values())) == len(Status)


def test_each_sign_is_well_formed_and_holds_no_style() -> None:
    for sign in MARKS.values():
        parsed = ET.fromstring(f"<g>{sign}</g>")  # noqa: S314 - the text is ours
        assert len(parsed)
        assert all("style" not in each.attrib for each in parsed.iter())
