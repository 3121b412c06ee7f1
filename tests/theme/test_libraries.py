"""The script by others that moves and zooms diagrams: there with its licence, or a clear word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from argsite.errors import SetupError
from argsite.theme import pan_zoom, pan_zoom_licence


def test_the_script_names_its_licence_which_is_published_beside_it() -> None:
    script = pan_zoom("panzoom.licence.txt").decode()
    assert script.startswith(
        "// panzoom, by Andrei Kashcha; its licence is in panzoom.licence.txt\n"
    )
    licence = pan_zoom_licence().decode()
    assert licence.startswith("The MIT License (MIT)\n\nCopyright (c) 2016")


def test_the_script_makes_its_function_known_to_the_page(browser: Browser) -> None:
    page = browser.new_page()
    page.add_script_tag(content=pan_zoom("panzoom.licence.txt").decode())
    assert page.evaluate("typeof window.panzoom") == "function"
    page.close()


@pytest.mark.parametrize(
    ("read", "missing"),
    [
        (partial(pan_zoom, "panzoom.licence.txt"), "panzoom.js"),
        (pan_zoom_licence, "panzoom.licence.txt"),
    ],
)
def test_where_a_file_is_missing_the_author_is_told_what_to_do(
    tmp_path: Path, read: Callable[[Path], bytes], missing: str
) -> None:
    with pytest.raises(SetupError) as raised:
        read(tmp_path)
    assert str(raised.value) == f"the file '{missing}' is missing: install argsite again"
