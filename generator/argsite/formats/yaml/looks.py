"""Kinds of values that say how a site looks: colours, fonts, a picture, lists.

What passes here is written into a stylesheet, so only what cannot mean anything else there does.
"""

from __future__ import annotations

import re

from argsite.formats import pictures
from argsite.formats.yaml import fragments
from argsite.formats.yaml.nodes import Node, Scalar, Sequence
from argsite.formats.yaml.values import (
    LINE,
    PASSAGES,
    Value,
    bad,
    scalar,
    short,
    wrong_type,
)
from argsite.model import Colour, Listing, Logo
from argsite.problems import Report, did_you_mean

GENERIC = frozenset({
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math",
    "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded",
})  # fmt: skip
"""Names that stand for whatever font of that kind a reader has."""

_MOST_FONTS = 12


def _read_colour(name: str, node: Node, report: Report) -> Colour | None:
    hint = 'write # and six digits in quotes, such as "#7a1f2b"'
    written = scalar(name, node, report, "a colour", hint)
    if written is None:
        return None
    digits = re.fullmatch("#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", written.text.strip())
    if digits is None:
        bad(written.at, f"'{name}' must be a colour, not '{short(written.text)}'", report, hint)
        return None
    value = digits[1].lower()
    whole = value if len(value) > 3 else "".join(digit * 2 for digit in value)  # noqa: PLR2004 - the short form
    return Colour(f"#{whole}", written.at)


COLOUR = Value(
    "a colour",
    _read_colour,
    fragments.matching(r"\s*#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\s*"),
)
"""A colour as `#rrggbb` or `#rgb`."""


def _read_fonts(name: str, node: Node, report: Report) -> tuple[str, ...] | None:
    hint = "write names of fonts with commas between them, such as Georgia, serif"
    written = scalar(name, node, report, "names of fonts", hint)
    line = LINE.read(name, written, report) if written else None
    if line is None:
        return None
    families = [_unquoted(each.strip()) for each in line.split(",")]
    for family in families:
        if not re.fullmatch(r"[^\W_]([\w .+-]{0,60}\w)?", family):
            message = f"'{short(family)}' in '{name}' is no name of a font"
            bad(node.at, message, report, hint)
            return None
    if len(families) > _MOST_FONTS:
        bad(node.at, f"'{name}' names {len(families)} fonts", report, "two or three will do")
        return None
    if families[-1].lower() not in GENERIC:
        hint = f"write at the end what will do, such as '{line}, sans-serif'"
        bad(node.at, f"'{name}' must end with a font that every reader has", report, hint)
        return None
    return tuple(families)


def _unquoted(family: str) -> str:
    for mark in "\"'":
        if len(family) > 1 and family[0] == family[-1] == mark:
            return family[1:-1].strip()
    return family


_MARK = "[\"']?"
_FONT = f"\\s*{_MARK}\\s*[^,\"'();{{}}<>:@!/\\\\]+{_MARK}\\s*"
_LAST = rf"\s*{_MARK}\s*(?:{fragments.any_case(sorted(GENERIC))})\s*{_MARK}\s*"

FONTS = Value(
    "names of fonts",
    _read_fonts,
    fragments.matching(f"(?:{_FONT},){{0,{_MOST_FONTS - 1}}}{_LAST}"),
)
"""Names of fonts in the order of preference, the last one generic."""


_NO_SIGN = r':*?"<>|#%\x00-\x1f'
"""What no name of a published file holds: Windows knows no such file, or an address ends there."""


def _read_logo(name: str, node: Node, report: Report) -> Logo | None:
    hint = "put the picture beside site.yaml and write its name, such as logo.svg"
    written = scalar(name, node, report, "the name of a picture", hint)
    if written is None:
        return None
    if re.search(r"[/\\\0]", written.text) or written.text.startswith("."):
        message = f"'{name}' must be the name of a file, not '{short(written.text)}'"
        bad(written.at, message, report, hint)
        return None
    sign = re.search(rf"[{_NO_SIGN}]", written.text)
    if sign:
        shown = f"'{sign[0]}'" if sign[0].isprintable() else f"U+{ord(sign[0]):04X}"
        said = short(" ".join(written.text.split()))
        message = f"'{said}' holds {shown}, which not every host or system can have"
        bad(written.at, message, report, "rename the picture, such as logo.svg")
        return None
    if not written.text.lower().endswith(tuple(pictures.ENDINGS)):
        hint = f"names of pictures end with {', '.join(pictures.ENDINGS)}"
        bad(written.at, f"'{short(written.text)}' is no picture", report, hint)
        return None
    return Logo(written.text, written.at)


LOGO = Value(
    "the name of a picture",
    _read_logo,
    fragments.matching(
        rf"[^./\\{_NO_SIGN}][^/\\{_NO_SIGN}]*(?:{fragments.any_case(pictures.ENDINGS)})"
    ),
)
"""The name of a picture beside `site.yaml`."""


_LISTINGS = tuple(listing.value for listing in Listing)


def _read_listings(name: str, node: Node, report: Report) -> tuple[Listing, ...] | None:
    # An empty list is an answer, too: the site has no lists.
    if isinstance(node, Sequence) and not node.items:
        return ()
    if isinstance(node, Scalar) and node.text.strip():
        wrong_type(f"'{name}'", "a list", node, report, _as_list(node.text))
        return None
    passages = PASSAGES.read(name, node, report)
    if passages is None:
        return None
    chosen: list[Listing] = []
    for each in passages:
        if each.text not in _LISTINGS:
            hint = did_you_mean(each.text, _LISTINGS) or f"there are: {', '.join(_LISTINGS)}"
            bad(each.at, f"there is no list '{short(each.text)}'", report, hint)
        elif each.text in chosen:
            bad(each.at, f"'{each.text}' is listed twice", report, "remove one")
        else:
            chosen.append(Listing(each.text))
    return tuple(chosen)


def _as_list(text: str) -> str:
    """Say how to write a list that was written as a text."""
    words = list(dict.fromkeys(re.findall(r"\w+", text.lower())))
    if words in (["none"], ["no"], ["false"], ["off"]):
        return "write [] for none"
    named = [each for each in words if each in _LISTINGS]
    return f"write [{', '.join(named or _LISTINGS)}]"


LISTINGS = Value(
    "a list of lists",
    _read_listings,
    {**fragments.list_of(fragments.one_of(_LISTINGS)), "uniqueItems": True},
)
"""Which lists a site has, each once, in order."""
