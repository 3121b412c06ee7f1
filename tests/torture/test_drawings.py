"""A saved drawing and a logo are pictures and nothing else, whatever an author wrote in them.

Opened on its own a drawing is a page of the site: no policy rules over it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from argsite.formats.pictures import faults
from tests.built import make_site
from tests.naughty import NAUGHTY
from tests.torture.elsewhere import Elsewhere, elsewhere

ALLOWED = {
    "svg": {"xmlns", "width", "height", "viewBox", "role", "aria-labelledby", "direction",
            "font-family", "font-size"},
    "title": {"id"},
    "desc": {"id"},
    "g": {"aria-hidden", "opacity"},
    "a": {"id", "href"},
    "path": {"d"},
    "rect": {"x", "y", "width", "height", "rx"},
    "circle": {"cx", "cy", "r"},
    "line": {"x1", "y1", "x2", "y2"},
    "text": {"x", "y", "font-family", "font-size", "font-weight", "text-anchor", "direction",
             "text-decoration", "textLength", "lengthAdjust", "unicode-bidi", "role"},
    "tspan": {"x", "y", "dy", "font-weight"},
}  # fmt: skip
"""What a saved drawing may hold, and with which attributes beside those of how it looks."""

LOOKS = {
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "opacity",
}  # fmt: skip

TEXTS = [each for each in NAUGHTY if "](#" not in each and "\u202e" not in each]

HTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'

ACTIVE = {
    "refresh": f'<h:meta {HTML} http-equiv="refresh" content="0;url=AT/refresh"/>',
    "object": f'<h:object {HTML} data="AT/object"/>',
    "srcset": f'<h:img {HTML} srcset="AT/srcset 1x"/>',
    "poster": f'<h:video {HTML} poster="AT/poster"/>',
    "background": f'<h:body {HTML} background="AT/background">x</h:body>',
    "script": "<script>fetch('AT/script')</script>",
    "script-link": '<script href="AT/script-link"/>',
    "onload": "<g onload=\"fetch('AT/onload')\"/>",
    "animation": '<animate attributeName="x" onbegin="fetch(\'AT/animation\')" dur="1s"/>',
    "image": '<image href="AT/image" width="9" height="9"/>',
    "foreign": f'<foreignObject><h:img {HTML} src="AT/foreign"/></foreignObject>',
    "style": '<style>svg { background: url("AT/style") }</style>',
    "escape": "<style>svg { background: u\\72l(AT/escape) }</style>",
    "data": "<style><![CDATA[svg { background: u\\72l(AT/data) }]]></style>",
    "comment": "<style>svg { background: u<!-- -->rl(AT/comment) }</style>",
    "import": '<style>@import "AT/import";</style>',
    "import-escape": '<style>@\\69mport "AT/import-escape";</style>',
    "set": '<style>svg { background: image-set("AT/set" 1x) }</style>',
    "mask": '<rect width="9" height="9" style="mask-image: \\75rl(AT/mask)"/>',
    "fill": '<rect width="9" height="9" fill="\\75 rl(AT/fill)"/>',
    "cursor": '<rect width="9" height="9" style="cursor: \\75rl(AT/cursor), auto"/>',
}
"""What asks another host, or runs a script, in a drawing that is opened on its own."""


@pytest.fixture(scope="module")
def other() -> Iterator[Elsewhere]:
    """Listen on another host."""
    with elsewhere() as listening:
        yield listening


@pytest.fixture(scope="module", params=["", "https://parks.example/a"], ids=["a folder", "a host"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site whose map shows every naughty text, for a folder and for a host."""
    premises = [{"id": f"s{n}", "text": text, "tags": [text]} for n, text in enumerate(TEXTS)]
    main = {"id": "main", "text": TEXTS[0], "premises": premises[:30], "rebuttals": premises[30:]}
    essay = {"title": TEXTS[1], "contention": main}
    url = {"url": request.param} if request.param else {}
    contents = {
        "content/site.yaml": json.dumps({"title": TEXTS[0]} | url),
        "content/park/essay.yaml": json.dumps(essay, ensure_ascii=False),
    }
    return make_site(tmp_path_factory.mktemp("drawings"), contents)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a browser in which nothing may open a dialog."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("dialog", lambda dialog: said.append(dialog.message))
        yield page
        assert not said


@pytest.mark.parametrize("path", ["park/map.html", "park/main.html", "park/index.html"])
def test_a_saved_drawing_is_only_a_drawing(
    site: Path, page: Page, tmp_path: Path, path: str
) -> None:
    page.goto(f"{site.as_uri()}/{path}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save SVG").first.click()
    place = tmp_path / "drawing.svg"
    download.value.save_as(place)
    data = place.read_bytes()
    assert b"<!" not in data
    assert b"<?" not in data
    texts = 0
    for each in ET.fromstring(data).iter():  # noqa: S314 - our own drawing
        space, _, name = each.tag.partition("}")
        assert space == "{http://www.w3.org/2000/svg"
        names = {attribute.rpartition("}")[2] for attribute in each.attrib} - LOOKS
        assert names <= ALLOWED[name], (name, names)
        assert each.get("href", "https://parks.example/").startswith("https://parks.example/")
        assert not [value for value in each.attrib.values() if "url(" in value]
        texts += name == "text"
    assert texts > 3
    # Nor would it be refused as a logo, but for its links to the site.
    assert all("refers to 'https://parks.example/" in each for each in faults("a.svg", data))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(place.as_uri())
    page.wait_for_timeout(300)
    assert asked == [place.as_uri()]
    assert page.evaluate("document.scripts.length") == 0


def test_a_logo_that_asks_or_runs_when_it_is_opened_is_refused(
    browser: Browser, other: Elsewhere, tmp_path: Path
) -> None:
    asking = set()
    with browser.new_context(viewport={"width": 60, "height": 60}) as context:
        for name, inside in ACTIVE.items():
            other.asked.clear()
            drawing = inside.replace("AT", other.address)
            text = f'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50">{drawing}</svg>'
            assert faults("logo.svg", text.encode()), name
            place = tmp_path / f"{name}.svg"
            place.write_text(text, encoding="utf-8")
            page = context.new_page()
            page.goto(place.as_uri(), wait_until="commit")
            page.wait_for_timeout(250)
            page.close()
            asking |= set(other.asked)
    # Most of them are more than a form of words: a browser does what they say.
    assert len(asking) > len(ACTIVE) / 2
