"""What a site's author chooses of its look, from `options` in `site.yaml`."""

from __future__ import annotations

from argsite.formats.yaml.keys import ACCENTS, FONT_LISTS, OPTIONS, check_keys, need, take
from argsite.formats.yaml.keys import options as keys
from argsite.formats.yaml.looks import COLOUR
from argsite.formats.yaml.nodes import Mapping
from argsite.model import Accent, Fonts, Listing, Options
from argsite.problems import Report


def read_options(node: Mapping, report: Report) -> Options:
    """Return what the mapping says; what is missing or wrong stays the theme's."""
    check_keys(node, OPTIONS, report)
    lists = take(node, keys.LISTS, report)
    return Options(
        accent=_accent(node, report),
        fonts=_fonts(node, report),
        logo=take(node, keys.LOGO, report),
        footer=take(node, keys.FOOTER, report),
        lists=tuple(Listing) if lists is None else lists,
        diagrams=take(node, keys.DIAGRAMS, report) is not False,
    )


def _accent(node: Mapping, report: Report) -> Accent | None:
    if keys.ACCENT.name not in node.entries:
        return None
    value = node.entries[keys.ACCENT.name].value
    if not isinstance(value, Mapping):
        colour = COLOUR.read(keys.ACCENT.name, value, report)
        return Accent(colour) if colour else None
    check_keys(value, ACCENTS, report)
    light = need(value, keys.LIGHT, ACCENTS, report)
    dark = take(value, keys.DARK, report)
    return Accent(light, dark) if light else None


def _fonts(node: Mapping, report: Report) -> Fonts:
    fonts = take(node, keys.FONT_KEY, report)
    if fonts is None:
        return Fonts()
    check_keys(fonts, FONT_LISTS, report)
    prose = take(fonts, keys.PROSE, report)
    interface = take(fonts, keys.INTERFACE, report)
    return Fonts(prose or (), interface or ())
