"""A theme's files as a site has them: one stylesheet, one script, and what lies beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from argsite import addresses
from argsite.errors import SetupError
from argsite.model import Library, Options
from argsite.pages.job import Job, several
from argsite.pages.lexicon import lexicons, words_in_use
from argsite.pages.press import Page
from argsite.theme import (
    Theme,
    join_scripts,
    join_styles,
    options_sheet,
    pan_zoom,
    pan_zoom_licence,
    read,
    read_text,
    shrink,
)
from argsite.users_cache import Shelf, users_cache
from argsite.version import code

_MOST = 60
"""Styles and scripts that are kept, of all themes in all their states; the oldest go."""


def assets_job(library: Library, theme: Theme, look: str, *, keeps: bool) -> Job:
    """Return the job for a theme's files, whose digest is `look`."""
    options = library.site.options
    words = (addresses.lexicon(language) for language in words_in_use(library))
    paths = (
        *map(addresses.asset, theme.assets),
        *((addresses.logo(options.logo.name),) if options.logo else ()),
        *(addresses.STYLE, addresses.SCRIPT, addresses.EARLY),
        *words,
        *(addresses.PAN_ZOOM, addresses.PAN_ZOOM_LICENCE),
    )
    return several(paths, lambda: assets(library, theme, keeps=keeps), look)


def assets(library: Library, theme: Theme, *, keeps: bool = True) -> Iterator[Page]:
    """Yield a theme's files: those of its own, its styles as one, its scripts as one.

    Raises `SetupError` where one of them cannot be read or joined, or takes another's place.
    """
    made = list(_made(library, theme, Shelf(users_cache("assets") if keeps else None, _MOST)))
    taken = {page.path.casefold() for page in made}
    for name, path in theme.assets.items():
        if addresses.asset(name).casefold() in taken:
            raise SetupError(
                f"{path} would take the place of a file that the build makes; rename it"
            )
        yield Page(addresses.asset(name), read(path))
    yield from made


def _made(library: Library, theme: Theme, shelf: Shelf) -> Iterator[Page]:
    options = library.site.options
    if options.logo:
        yield Page(addresses.logo(options.logo.name), options.logo.data)
    scripts = _texts(theme.scripts)
    joined = cache(lambda: join_scripts(scripts))
    yield Page(addresses.STYLE, _style(theme, options, shelf).encode())
    yield Page(addresses.SCRIPT, _kept(shelf, "main", scripts, lambda: shrink(joined())).encode())
    early = _kept(shelf, "early", scripts, lambda: shrink(join_scripts(scripts, "early.js")))
    yield Page(addresses.EARLY, early.encode())
    yield from lexicons(library, joined)
    licence = addresses.PAN_ZOOM_LICENCE
    named = licence.removeprefix("assets/")
    carried = _kept(shelf, named, {}, lambda: pan_zoom(named).decode())
    yield Page(addresses.PAN_ZOOM, carried.encode())
    yield Page(licence, pan_zoom_licence())


def _style(theme: Theme, options: Options, shelf: Shelf) -> str:
    texts = _texts(theme.styles)
    sheets = _kept(shelf, "style", texts, lambda: join_styles(texts))
    chosen = options_sheet(options, theme.paper) if theme.paper else ""
    return "\n".join(part for part in (sheets, chosen) if part)


def _kept(shelf: Shelf, kind: str, texts: Mapping[str, str], make: Callable[[], str]) -> str:
    """Return what is made of texts, which takes as long as many pages, once for a user.

    What has a mistake is not kept, so it is told each time. What the package itself carries need
    not be among the texts.
    """
    inputs = [part.encode() for part in (kind, code(), *texts, *texts.values())]
    known = shelf.recall(*inputs)
    if known is not None:
        return known.decode()
    made = make()
    shelf.keep(made.encode(), *inputs)
    return made


def _texts(files: Mapping[str, Path]) -> dict[str, str]:
    return {name: read_text(path) for name, path in files.items()}
