"""Data as the site's files hold it."""

from __future__ import annotations

from argsite.pages.script_data import script


def test_a_script_hands_its_data_over() -> None:
    page = script("data/a.js", {"b": ["ü", '"', None]})
    assert page.data.decode() == 'argsiteData("data/a.js",{"b":["ü","\\"",null]});\n'
