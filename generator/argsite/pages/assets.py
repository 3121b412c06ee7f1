"""A theme's files as a site has them: one stylesheet, one script, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from argsite import addresses
from argsite.errors import SetupError
from argsite.model import Library, Options
from argsite.pages.lexicon import lexicons
from argsite.pages.press import Page
from argsite.theme import (
    Theme,
    join_scripts,
    join_styles,
    options_sheet,
    pan_zoom,
    pan_zoom_licence,
    shrink,
)


def assets(library: Library, theme: Theme) -> Iterator[Page]:
    """Yield a theme's files: those of its own, its styles as one, its scripts as one.

    Raises `SetupError` where a stylesheet or a script cannot be read.
    """
    options = library.site.options
    for name, path in theme.assets.items():
        yield Page(addresses.asset(name), path.read_bytes())
    if options.logo:
        yield Page(addresses.logo(options.logo.name), options.logo.data)
    yield Page(addresses.STYLE, _style(theme, options).encode())
    script = join_scripts(_texts(theme.scripts))
    yield Page(addresses.SCRIPT, shrink(script).encode())
    early = join_scripts(_texts(theme.scripts), "early.js")
    yield Page(addresses.EARLY, shrink(early).encode())
    yield from lexicons(library, script)
    licence = addresses.PAN_ZOOM_LICENCE
    yield Page(addresses.PAN_ZOOM, pan_zoom(licence.removeprefix("assets/")))
    yield Page(licence, pan_zoom_licence())


def _style(theme: Theme, options: Options) -> str:
    sheets = join_styles(_texts(theme.styles))
    chosen = options_sheet(options, theme.paper) if theme.paper else ""
    return "\n".join(part for part in (sheets, chosen) if part)


def _texts(files: Mapping[str, Path]) -> dict[str, str]:
    return {name: _text(path) for name, path in files.items()}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise SetupError(f"{path} is not UTF-8") from fault
