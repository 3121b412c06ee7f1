"""Pictures are what their names say, and show without asking for more."""

from __future__ import annotations

import pytest

from argsite.formats.pictures import faults

SVG = '<svg xmlns="http://www.w3.org/2000/svg">'

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'

HTML = 'xmlns="http://www.w3.org/1999/xhtml"'

PLAIN = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Drawn by hand. -->
{HEAD}
  <metadata><named xmlns="http://www.inkscape.org/" file="C:\\Pictures\\75rl"/></metadata>
  <title>A tree &amp; a bench</title>
  <defs><linearGradient id="sky"><stop offset="0"/></linearGradient></defs>
  <style>rect {{ fill: url(#sky); font-family: "Once, upon" }}</style>
  <rect style="fill:url( '#sky' )" width="9" height="9"/>
  <use xlink:href="#sky" href="#sky"/>
  <image href="data:image/png;base64,iVBORw0KGgo="/>
  <animate attributeName="opacity" from="0" to="1"/>
</svg>
"""

BEGINNINGS = {
    "a.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a.PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a.webp": b"RIFF\x24\0\0\0WEBPVP8 ",
    "a.avif": b"\0\0\0\x20ftypavif\0\0\0\0avifmif1",
    "b.avif": b"\0\0\0\x20ftypmif1\0\0\0\0mif1avif",
    "a.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "a.jpeg": b"\xff\xd8\xff\xe1\0\x10Exif",
    "a.gif": b"GIF89a\x01\0\x01\0",
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_picture_that_begins_as_its_name_says_is_taken(name: str) -> None:
    assert not faults(name, BEGINNINGS[name])


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("logo.png", b"", "is no PNG picture"),
        ("logo.png", b"no picture at all", "is no PNG picture"),
        ("logo.png", BEGINNINGS["a.jpg"], "is no PNG picture but JPG"),
        ("logo.jpg", b"<html><script>f()</script>", "is no JPG picture"),
        ("logo.webp", BEGINNINGS["a.avif"], "is no WEBP picture but AVIF"),
        ("our.logo.gif", b"GIF", "is no GIF picture"),
    ],
)
def test_a_picture_of_another_kind_than_its_name_says_is_refused(
    name: str, data: bytes, expected: str
) -> None:
    assert faults(name, data) == [expected]


def test_a_plain_svg_is_taken() -> None:
    assert not faults("a.svg", PLAIN.encode())
    assert not faults("a.SVG", b"\xef\xbb\xbf" + PLAIN.encode())
    assert not faults("a.svg", PLAIN.replace("UTF-8", "UTF-16").encode("utf-16"))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("\n<script>f()</script>", "holds <script> (its line 2)"),
        ("<foreignObject><p/></foreignObject>", "holds <foreignObject> (its line 1)"),
        ('<rect onclick="f()"/>', "holds a script in 'onclick' (its line 1)"),
        ('<rect ONLOAD="f()"/>', "holds a script in 'ONLOAD' (its line 1)"),
        ('<set attributeName="onclick" to="f()"/>', "holds a script in 'onclick' (its line 1)"),
        ('<set attributeName="xlink:href" to="x"/>', "changes 'href' (its line 1)"),
        ('<a href="javascript:f()"/>', "refers to 'javascript:f()' (its line 1)"),
        ('<image xlink:href="https://example.org/a.png"/>',
         "refers to 'https://example.org/a.png' (its line 1)"),
        ('<image href=" data:image/svg+xml,x"/>', "refers to ' data:image/svg+xml,x' (its line 1)"),
        ('<use href="other.svg#a"/>', "refers to 'other.svg#a' (its line 1)"),
        ('<rect fill="url(//example.org/a)"/>', "refers to something else in 'fill' (its line 1)"),
        ('<style>@import "a.css";</style>', "refers to something else in <style> (its line 1)"),
        ("<style>a<b/>{ fill: URL( 'a.svg#b' ) }</style>",
         "refers to something else in <style> (its line 1)"),
        # As CSS, these mean the same: a sign may be written by its number, a picture without url().
        ("<style>rect{ mask: u\\72l(a.svg) }</style>",
         "refers to something else in <style> (its line 1)"),
        ('<style>\\40 \\69mport "a.css";</style>',
         "refers to something else in <style> (its line 1)"),
        ('<rect fill="\\75 rl(//example.org/a)"/>',
         "refers to something else in 'fill' (its line 1)"),
        ("<rect style='background: image-set(\"a.png\" 1x)'/>",
         "refers to something else in 'style' (its line 1)"),
        ('<set attributeName=" onclick " to="f()"/>', "holds a script in 'onclick' (its line 1)"),
        ('<g xml:base="https://example.org/"/>', "refers to 'https://example.org/' (its line 1)"),
        # Elements of HTML do in a drawing what they do on a page.
        (f'<meta {HTML} http-equiv="refresh" content="0;url=//example.org"/>',
         "holds <meta> (its line 1)"),
        (f'<img {HTML} srcset="//example.org/a.png 1x"/>', "holds <img> (its line 1)"),
        ('<math xmlns="http://www.w3.org/1998/Math/MathML"/>', "holds <math> (its line 1)"),
    ],
)  # fmt: skip
def test_an_svg_that_acts_or_refers_to_something_else_is_refused(
    inside: str, expected: str
) -> None:
    assert faults("a.svg", f"{HEAD}{inside}</svg>".encode()) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "is no SVG picture: no element found (its line 1)"),
        (f"{HEAD}\n<rect>\n</svg>", "is no SVG picture: mismatched tag (its line 3)"),
        ("no picture", "is no SVG picture: syntax error (its line 1)"),
        ("<html/>", f"is no SVG picture: it does not begin with {SVG} (its line 1)"),
        ("<svg/>", f"is no SVG picture: it does not begin with {SVG} (its line 1)"),
        ('<?xml version="1.0" encoding="none"?><svg/>',
         "is no SVG picture: unknown encoding: none (its line 1)"),
        (f'<?xml-stylesheet href="a.css"?>{HEAD}</svg>',
         "holds a stylesheet from elsewhere (its line 1)"),
        (f'<!DOCTYPE svg SYSTEM "a.dtd">{HEAD}</svg>', "holds a DOCTYPE (its line 1)"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_plain_svg_is_refused(text: str, expected: str) -> None:
    assert faults("a.svg", text.encode()) == [expected]


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(n + 1)} "{f"&{chr(n)};" * 10}">' for n in range(ord("a"), ord("j"))
    )
    found = faults("a.svg", f"{bomb}]>{HEAD}<title>&j;</title></svg>".encode())
    assert found == ["holds a DOCTYPE (its line 1)"]


def test_each_fault_is_said_once_and_all_at_once() -> None:
    inside = '<rect onclick="a()"/>\n<rect onclick="b()"/><script/>\n<use href="a.svg"/>'
    assert faults("a.svg", f"{HEAD}\n{inside}</svg>".encode()) == [
        "holds a script in 'onclick' (its line 2)",
        "holds <script> (its line 3)",
        "refers to 'a.svg' (its line 4)",
    ]
